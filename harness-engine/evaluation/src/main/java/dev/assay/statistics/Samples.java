package dev.assay.statistics;

/** Moments of small samples. */
final class Samples {

    private Samples() {}

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double correction = 0;
        for (double value : values) {
            correction += value - mean;
        }
        return mean + correction / values.length;
    }

    /** Returns the variance with n − 1; exactly 0 if all values are the same. */
    static double variance(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("the variance of " + values.length + " values is undefined");
        }
        if (allEqual(values)) {
            return 0;
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    static boolean allEqual(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
