package dev.assay.metric;

/**
 * The values that a metric can have.
 *
 * @param minimum the lowest, perhaps negative infinity
 * @param maximum the highest, perhaps infinity
 */
public record Range(double minimum, double maximum) {

    /** From 0 to 1. */
    public static final Range UNIT = new Range(0, 1);

    /** From 0 up. */
    public static final Range NON_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

    /** Checks the order. */
    public Range {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("no range from " + minimum + " to " + maximum);
        }
    }

    /**
     * Tells whether a value is possible.
     *
     * @param value any number
     * @return whether it lies in the range, ends included
     */
    public boolean contains(double value) {
        return value >= minimum && value <= maximum;
    }

    /**
     * Moves a value into the range.
     *
     * @param value any number
     * @return the nearest possible value
     */
    public double clip(double value) {
        return Math.max(minimum, Math.min(maximum, value));
    }

    @Override
    public String toString() {
        return minimum + " to " + maximum;
    }
}
