package dev.assay.metric;

/** Losses of one truth and prediction. */
final class NumberLosses {

    /** The least number that is added to 1 without being lost, twice the largest relative rounding error. */
    private static final double MACHINE_EPSILON = 0x1p-52;

    private NumberLosses() {}

    static double absolute(double truth, double predicted) {
        return Math.abs(truth - predicted);
    }

    static double squared(double truth, double predicted) {
        double error = truth - predicted;
        return error * error;
    }

    static double squaredLog(double truth, double predicted) {
        return squared(Math.log1p(truth), Math.log1p(predicted));
    }

    static double percentage(double truth, double predicted) {
        return absolute(truth, predicted) / Math.max(Math.abs(truth), MACHINE_EPSILON);
    }

    static double symmetricPercentage(double truth, double predicted) {
        double total = Math.abs(truth) + Math.abs(predicted);
        if (total == 0 || Double.isInfinite(total)) {
            return total;
        }
        return 2 * (absolute(truth, predicted) / total);
    }
}
