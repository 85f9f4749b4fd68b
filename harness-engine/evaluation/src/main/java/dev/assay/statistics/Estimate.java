package dev.assay.statistics;

import java.util.OptionalInt;

/** A value with what is known of its uncertainty: bounds, an interval, and the method behind them. */
public sealed interface Estimate
        permits FoldsEstimate, ProportionEstimate, F1Estimate, RocAreaEstimate, DrawsEstimate, QuantileEstimate {

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
     * Returns how much larger a sample with the same value would have to be for a one-sided bound to separate the value from a
     * threshold: the lower bound of a value above it, the upper one of a value below.
     *
     * <p>Unless an estimate knows better, the distance between value and bound shrinks by the square root of the size.
     *
     * @param threshold any number
     * @param level the confidence level, above 0.5 and below 1
     * @return by what the size is to be multiplied, at least 1; infinity if no size will do, as where the value is the threshold
     */
    default double growthToSeparate(double threshold, double level) {
        double bound = threshold < value() ? lowerBound(level) : upperBound(level);
        return Growth.ofDistances(bound - value(), threshold - value());
    }

    /**
     * Returns the chance that the lower bound that another sample would give is at least a threshold.
     *
     * @param threshold any number
     * @param level the confidence level, above 0.5 and below 1
     * @param prospect the other sample
     * @return a probability
     */
    double chanceOfLowerBound(double threshold, double level, Prospect prospect);

    /**
     * Returns the chance that the upper bound that another sample would give is at most a threshold.
     *
     * @param threshold any number
     * @param level the confidence level, above 0.5 and below 1
     * @param prospect the other sample
     * @return a probability
     */
    double chanceOfUpperBound(double threshold, double level, Prospect prospect);

    /**
     * Names the method.
     *
     * @return a phrase for messages, such as "by Wilson on 9 true positives and 1 errors"
     */
    String method();

    /**
     * Tells how many replicates were drawn.
     *
     * @return their number; empty if bounds are formulas
     */
    default OptionalInt replicates() {
        return OptionalInt.empty();
    }

    /**
     * Returns a two-sided interval. Its method may be another than that of the one-sided bounds, since these must not miss
     * more often than they say on one side alone.
     *
     * @param level the confidence level, above 0 and below 1
     * @return the interval, within the value's range
     */
    default Interval interval(double level) {
        double oneSided = (1 + Levels.requireTwoSided(level)) / 2;
        return new Interval(lowerBound(oneSided), upperBound(oneSided), level, method(), replicates());
    }
}
