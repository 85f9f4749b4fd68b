"""Times pandas.read_csv of the file that PredictionFileReading wrote; compare-files.sh calls it."""

import statistics
import sys
import time

import pandas

WARM_UPS = 1
ROUNDS = 5


def main(file):
    seconds = []
    for _ in range(WARM_UPS + ROUNDS):
        start = time.perf_counter()
        pandas.read_csv(file)
        seconds.append(time.perf_counter() - start)
    timed = seconds[WARM_UPS:]
    figures = (statistics.median(timed), seconds[0], min(timed), max(timed))
    print("\t".join(["pandas", f"pandas {pandas.__version__}", *(f"{figure:.4f}" for figure in figures)]))


if __name__ == "__main__":
    main(sys.argv[1])
