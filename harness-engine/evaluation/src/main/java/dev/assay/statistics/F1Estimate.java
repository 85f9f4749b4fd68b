package dev.assay.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The F1 of one label. F1 is 2J / (1 + J), where J is the proportion of true positives among all rows that are positive in
 * truth or prediction; the bounds are Wilson's for J (Wilson 1927), carried over.
 *
 * @param truePositives rows that are positive in truth and prediction
 * @param errors rows that are positive in one only
 */
public record F1Estimate(long truePositives, long errors) implements Estimate {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

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

    @Override
    public double lowerBound(double level) {
        return f1(ProportionInterval.WILSON.lower(jaccard(), 2 * (1 - Levels.require(level))));
    }

    @Override
    public double upperBound(double level) {
        return f1(ProportionInterval.WILSON.upper(jaccard(), 2 * (1 - Levels.require(level))));
    }

    private ProportionEstimate jaccard() {
        return new ProportionEstimate(truePositives, trials());
    }

    private static double f1(double jaccard) {
        return 2 * jaccard / (1 + jaccard);
    }

    /** Solves Wilson's score equation, {@code |J − J₀| = z √(J₀(1 − J₀)/n)} at the threshold's J₀, for n. */
    @Override
    public double growthToSeparate(double threshold, double level) {
        double z = NORMAL.inverseCumulativeProbability(Levels.require(level));
        double limit = threshold / (2 - threshold);
        double distance = z * Math.sqrt(limit * (1 - limit) / trials());
        return Growth.ofDistances(distance, limit - jaccard().value());
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

    /** Solves Wilson's score equation for the true positives at which the bound is the threshold. */
    @Override
    public double chanceOfLowerBound(double threshold, double level, Prospect prospect) {
        double z = NORMAL.inverseCumulativeProbability(Levels.require(level));
        if (threshold <= 0 || threshold >= 1) {
            return threshold <= 0 ? 1 : 0;
        }
        int size = prospect.scaled(trials());
        double limit = jaccardOf(threshold);
        double needed = size * limit + z * Math.sqrt(size * limit * (1 - limit));
        return needed > size ? 0 : fresh(size, prospect).survivalProbability((int) Math.ceil(needed) - 1);
    }

    @Override
    public double chanceOfUpperBound(double threshold, double level, Prospect prospect) {
        double z = NORMAL.inverseCumulativeProbability(Levels.require(level));
        if (threshold <= 0 || threshold >= 1) {
            return threshold <= 0 ? 0 : 1;
        }
        int size = prospect.scaled(trials());
        double limit = jaccardOf(threshold);
        double allowed = size * limit - z * Math.sqrt(size * limit * (1 - limit));
        return allowed < 0 ? 0 : fresh(size, prospect).cumulativeProbability((int) Math.floor(allowed));
    }

    private static BinomialDistribution fresh(int size, Prospect prospect) {
        return BinomialDistribution.of(size, jaccardOf(prospect.truth()));
    }

    private static double jaccardOf(double f1) {
        return f1 / (2 - f1);
    }

    @Override
    public String method() {
        return "by Wilson on " + truePositives + " true positives and " + errors + " errors";
    }
}
