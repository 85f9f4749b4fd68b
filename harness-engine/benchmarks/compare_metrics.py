"""Times metrics in scikit-learn on the data that MetricsComparison wrote; compare-metrics.sh calls it.

Its output has one fact in each line, with tabs between fields, as MetricsComparison's has.
"""

import pathlib
import statistics
import sys
import time

import numpy
import sklearn
from sklearn.metrics import (
    accuracy_score,
    classification_report,
    confusion_matrix,
    log_loss,
    matthews_corrcoef,
    roc_auc_score,
)

LABELS = 10
WARM_UPS = 1
ROUNDS = 5


def all_metrics(truth, scores):
    """Starts from the scores, as Assay does: the predicted labels are part of the work."""
    predicted = scores.argmax(axis=1)
    accuracy = accuracy_score(truth, predicted)
    report = classification_report(truth, predicted, output_dict=True)
    values = {
        "accuracy": accuracy,
        "Matthews correlation": matthews_corrcoef(truth, predicted),
        "log loss": log_loss(truth, scores),
        "macro ROC AUC": roc_auc_score(truth, scores, multi_class="ovr"),
    }
    for average in ("macro", "weighted"):
        averaged = report[average + " avg"]
        values[average + " precision"] = averaged["precision"]
        values[average + " recall"] = averaged["recall"]
        values[average + " F1"] = averaged["f1-score"]
    return values


def binary_auc(truth, scores):
    return {'ROC AUC of "positive"': roc_auc_score(truth, scores)}


def counts(truth, predicted):
    matrix = confusion_matrix(truth, predicted)
    return {"accuracy": matrix.trace() / matrix.sum()}


def compare(case, work, truth, other):
    seconds = []
    for round_number in range(-WARM_UPS, ROUNDS):
        start = time.perf_counter()
        values = work(truth, other)
        elapsed = time.perf_counter() - start
        if round_number >= 0:
            seconds.append(elapsed)
    median, shortest, longest = statistics.median(seconds), min(seconds), max(seconds)
    print(
        f"time\t{case}\tscikit-learn\t{len(truth)}\t{median:.4f}\t{shortest:.4f}\t{longest:.4f}\t{ROUNDS}",
        flush=True,
    )
    for metric, value in values.items():
        print(f"value\t{case}\tscikit-learn\t{metric}\t{float(value)!r}", flush=True)


def main(directory):
    def read(name, kind):
        return numpy.fromfile(pathlib.Path(directory) / name, dtype=kind)

    print(f"version\tPython\t{sys.version.split()[0]}")
    print(f"version\tscikit-learn\t{sklearn.__version__}")
    print(f"version\tNumPy\t{numpy.__version__}", flush=True)
    truth = read("all-truth.int32", "<i4")
    for name, kind in (("float32", "<f4"), ("float64", "<f8")):
        scores = read("all-scores." + name, kind).reshape(-1, LABELS)
        compare("all-" + name, all_metrics, truth, scores)
    truth = read("auc-truth.int32", "<i4")
    for name, kind in (("float32", "<f4"), ("float64", "<f8")):
        compare("auc-" + name, binary_auc, truth, read("auc-scores." + name, kind))
    compare("counts", counts, read("counts-truth.int32", "<i4"), read("counts-predicted.int32", "<i4"))


if __name__ == "__main__":
    main(sys.argv[1])
