package dev.assay.statistics;

import java.util.OptionalInt;

/**
 * A two-sided confidence interval: in about the share {@code level} of all samples, such an interval covers the true value.
 *
 * @param lower the lower end
 * @param upper the upper end, not below the lower one
 * @param level the confidence level, above 0 and below 1
 * @param method how it was found, as a phrase for messages such as "by Wilson on 9 of 10"
 * @param replicates how many replicates were drawn for it; empty if it is a formula
 */
public record Interval(double lower, double upper, double level, String method, OptionalInt replicates) {

    /** Checks the order of the ends, and the level. */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("no interval from " + lower + " to " + upper);
        }
        Levels.requireTwoSided(level);
    }

    /**
     * Tells whether a value lies in the interval.
     *
     * @param value any number
     * @return whether it does, ends included
     */
    public boolean covers(double value) {
        return value >= lower && value <= upper;
    }
}
