package dev.assay.statistics;

/** A value with what is known of its uncertainty. */
public sealed interface Estimate permits FoldsEstimate, ProportionEstimate, F1Estimate, RocAreaEstimate {

    /**
     * Returns the value itself.
     *
     * @return the point estimate
     */
    double value();

    /**
     * Returns a one-sided bound: in at least that share of all samples, the true value is not below it.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the lower bound, within the value's range
     */
    double lowerBound(double level);

    /**
     * Returns a one-sided bound: in at least that share of all samples, the true value is not above it.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the upper bound, within the value's range
     */
    double upperBound(double level);

    /**
     * Returns the chance that a fresh sample of the same size gives at least a threshold, if this value is the true one.
     *
     * @param threshold any number
     * @return a probability
     */
    double chanceOfAtLeast(double threshold);

    /**
     * Returns the chance that a fresh sample of the same size gives at most a threshold, if this value is the true one.
     *
     * @param threshold any number
     * @return a probability
     */
    default double chanceOfAtMost(double threshold) {
        return 1 - chanceOfAtLeast(threshold);
    }

    /**
     * Names the method.
     *
     * @return a phrase for messages, such as "by Wilson on 9 true positives and 1 errors"
     */
    String method();
}
