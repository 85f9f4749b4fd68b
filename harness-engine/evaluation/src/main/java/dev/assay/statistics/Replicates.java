package dev.assay.statistics;

/** Counts replicates of a statistic that are at least as far from 0 as the observed one. */
final class Replicates {

    /** Sums of the same numbers in other orders or with other signs differ by rounding and are ties. */
    private static final double ROUNDING = 1e-12;

    private final double threshold;
    private int count;
    private int extreme;
    private int undefined;

    /**
     * Starts to count.
     *
     * @param observed the statistic of the data as they are
     * @param size how large the numbers are that the statistic was computed from
     */
    Replicates(double observed, double size) {
        threshold = Math.abs(observed) - ROUNDING * size;
    }

    static int require(int replicates) {
        if (replicates < 1) {
            throw new IllegalArgumentException("a p-value needs at least 1 replicate, not " + replicates);
        }
        return replicates;
    }

    static double requireObserved(double difference) {
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("the difference of the data as they are is " + difference);
        }
        return difference;
    }

    /** Adds a replicate; one that is not a number counts as extreme, since it must not make a p-value smaller. */
    void add(double replicate) {
        count++;
        if (Double.isNaN(replicate)) {
            undefined++;
        }
        if (!(Math.abs(replicate) < threshold)) {
            extreme++;
        }
    }

    /** Returns (b + 1)/(m + 1). */
    double pValue() {
        return (extreme + 1.0) / (count + 1.0);
    }

    String remark(String otherwise) {
        return undefined == 0
                ? otherwise
                : undefined + " of " + count + " replicates are undefined and count as extreme";
    }
}
