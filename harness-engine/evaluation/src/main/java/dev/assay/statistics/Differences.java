package dev.assay.statistics;

/** Checks and scales paired differences. */
final class Differences {

    static final String NONE = "all differences are 0: no evidence";
    static final String SAME = "all differences are the same: their spread is unknown";

    private Differences() {}

    /** Checks that there are at least two differences, and that they are numbers. */
    static double[] require(String test, double... differences) {
        if (differences.length < 2) {
            throw new IllegalArgumentException(test + " needs at least 2 differences, not " + differences.length);
        }
        for (int i = 0; i < differences.length; i++) {
            if (!Double.isFinite(differences[i])) {
                throw new IllegalArgumentException("difference " + i + " is " + differences[i]);
            }
        }
        return differences;
    }

    static double requireRope(double rope) {
        if (!(rope >= 0 && rope < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the half-width of a region of practical equivalence is at least 0, not " + rope);
        }
        return rope;
    }

    /** Returns the exponent of the largest difference, as {@link Math#getExponent} counts it. */
    static int exponent(double... differences) {
        double largest = 0;
        for (double difference : differences) {
            largest = Math.max(largest, Math.abs(difference));
        }
        return Math.getExponent(largest);
    }

    /**
     * Divides by a power of two, after which squares neither overflow nor vanish. It rounds nothing that matters, so
     * that statistics that don't depend on the unit stay bitwise what they were.
     */
    static double[] scaled(int exponent, double... differences) {
        double[] scaled = new double[differences.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(differences[i], -exponent);
        }
        return scaled;
    }

    static boolean areAllZero(double... differences) {
        for (double difference : differences) {
            if (difference != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns a statistic that is infinite because nothing varies. */
    static double infinite(double difference) {
        return difference > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
