package dev.assay.metric;

import java.util.stream.IntStream;

/**
 * How many ordered pairs of different examples agree, from which indices such as Rand's follow. Whole numbers below 2⁶²
 * for any number of rows; products of two of them are exact in 128 bits.
 *
 * @param all all pairs, n(n − 1)
 * @param together pairs of the same label and the same cluster
 * @param sameLabel pairs of the same label
 * @param sameCluster pairs of the same cluster
 */
record PairCounts(long all, long together, long sameLabel, long sameCluster) {

    private static final double TWO_TO_THE_64 = 0x1p64;

    static PairCounts of(ContingencyTable table) {
        return new PairCounts(
                pairs(IntStream.of(table.total())),
                pairs(IntStream.range(0, table.cells()).map(table::cell)),
                pairs(table.labelSizes()),
                pairs(table.clusterSizes()));
    }

    private static long pairs(IntStream sizes) {
        return sizes.mapToLong(size -> (long) size * (size - 1)).sum();
    }

    private boolean isPerfect() {
        return together == sameLabel && together == sameCluster;
    }

    /** Returns the share of pairs that are together, or apart, on both sides; 1 for a single example. */
    double randIndex() {
        if (isPerfect()) {
            return 1;
        }
        long apart = all - sameLabel - sameCluster + together;
        return (double) (together + apart) / all;
    }

    /**
     * Returns the Rand index above its expectation for clusters of these sizes, in proportion to the highest possible: (together −
     * expected) / ((sameLabel + sameCluster) / 2 − expected), where expected = sameLabel · sameCluster / all. Both
     * parts are multiplied by all; near independence the numerator is a small difference of large products.
     */
    double adjustedRandIndex() {
        if (isPerfect()) {
            return 1;
        }
        double aboveExpectation = differenceOfProducts(all, together, sameLabel, sameCluster);
        double twiceTheHighest = (double) sameLabel * (all - sameCluster) + (double) sameCluster * (all - sameLabel);
        return 2 * aboveExpectation / twiceTheHighest;
    }

    /** Returns the geometric mean of the pairs' precision and recall; 0 where no pair is together on both sides. */
    double fowlkesMallowsIndex() {
        if (together == 0) {
            return 0;
        }
        return Math.sqrt((double) together / sameCluster) * Math.sqrt((double) together / sameLabel);
    }

    /** Returns ab − cd, which is exact until it is rounded to a double. */
    private static double differenceOfProducts(long a, long b, long c, long d) {
        long lowOfFirst = a * b;
        long lowOfSecond = c * d;
        long low = lowOfFirst - lowOfSecond;
        long borrow = Long.compareUnsigned(lowOfFirst, lowOfSecond) < 0 ? 1 : 0;
        long high = Math.multiplyHigh(a, b) - Math.multiplyHigh(c, d) - borrow;
        // negated as a whole, since the halves of a small negative number are large and nearly cancel
        return high < 0 ? -magnitude(~high + (low == 0 ? 1 : 0), -low) : magnitude(high, low);
    }

    private static double magnitude(long high, long low) {
        double unsignedLow = low >= 0 ? low : 2.0 * ((low >>> 1) | (low & 1));
        return high * TWO_TO_THE_64 + unsignedLow;
    }
}
