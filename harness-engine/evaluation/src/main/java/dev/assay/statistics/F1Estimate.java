package dev.assay.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * The F1 of one label. F1 is 2J / (1 + J), where J is the proportion of true positives among all rows that are positive in
 * truth or prediction; the bounds are Wilson's for J (Wilson 1927), carried over.
 *
 * @param truePositives rows that are positive in truth and prediction
 * @param errors rows that are positive in one only
 */
public record F1Estimate(long truePositives, long errors) implements Estimate {

    /** Checks the counts. */
    public F1Estimate {
        if (truePositives < 0
                || errors < 0
                || truePositives + errors < 1
                || truePositives + errors > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(truePositives + " true positives and " + errors + " errors give no F1");
        }
    }

    private int trials() {
        return (int) (truePositives + errors);
    }

    @Override
    public double value() {
        return 2.0 * truePositives / (2.0 * truePositives + errors);
    }

    // Wilson's bounds are exactly 0 and 1 at the ends, which rounding would miss on either side.

    @Override
    public double lowerBound(double level) {
        double bound = f1(wilson(level).getLowerBound());
        return truePositives == 0 ? 0 : bound;
    }

    @Override
    public double upperBound(double level) {
        double bound = f1(wilson(level).getUpperBound());
        return errors == 0 ? 1 : bound;
    }

    private Interval wilson(double level) {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                trials(), (int) truePositives, 2 * (1 - Levels.require(level)));
    }

    private static double f1(double jaccard) {
        return 2 * jaccard / (1 + jaccard);
    }

    @Override
    public double chanceOfAtLeast(double threshold) {
        return threshold > 1
                ? 0
                : ProportionEstimate.chanceOfAtLeast(threshold / (2 - threshold), truePositives, trials());
    }

    @Override
    public double chanceOfAtMost(double threshold) {
        return threshold >= 1
                ? 1
                : ProportionEstimate.chanceOfAtMost(threshold / (2 - threshold), truePositives, trials());
    }

    @Override
    public String method() {
        return "by Wilson on " + truePositives + " true positives and " + errors + " errors";
    }
}
