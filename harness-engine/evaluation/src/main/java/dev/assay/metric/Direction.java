package dev.assay.metric;

/** Which values of a metric are better. */
public enum Direction {
    /** Higher values are better. */
    HIGHER_IS_BETTER,
    /** Lower values are better. */
    LOWER_IS_BETTER;

    /**
     * Compares two values.
     *
     * @param a a value
     * @param b another
     * @return whether a is strictly better than b
     */
    public boolean isBetter(double a, double b) {
        return this == HIGHER_IS_BETTER ? a > b : a < b;
    }
}
