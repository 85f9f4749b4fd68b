package dev.assay.statistics;

/** Moments of small samples. */
final class Samples {

    private static final int ROUNDING_ULPS = 8;

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

    /** Returns the variance with n − 1; exactly 0 if all values are the same but for rounding. */
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

    /** Returns how far numbers may be off such a one by rounding alone. */
    static double rounding(double value) {
        return ROUNDING_ULPS * Math.ulp(value);
    }

    /** Tells whether values are the same but for rounding: differences of some last digits are no spread. */
    static boolean allEqual(double[] values) {
        double lowest = values[0];
        double highest = values[0];
        for (double value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return highest - lowest <= rounding(Math.max(Math.abs(lowest), Math.abs(highest)));
    }
}
