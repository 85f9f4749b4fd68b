package dev.assay.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A proportion of independent trials; its one-sided bounds are those of Clopper and Pearson 1934, which never miss more
 * often than their level allows, and its interval is Wilson's.
 *
 * @param successes how many trials succeeded
 * @param trials how many there were, at least 1
 */
public record ProportionEstimate(long successes, long trials) implements Estimate {

    /** Checks the counts. */
    public ProportionEstimate {
        if (trials < 1 || successes < 0 || successes > trials || trials > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(successes + " of " + trials + " trials is no proportion");
        }
    }

    @Override
    public double value() {
        return (double) successes / trials;
    }

    @Override
    public double lowerBound(double level) {
        return ProportionInterval.CLOPPER_PEARSON.lower(this, 2 * (1 - Levels.require(level)));
    }

    @Override
    public double upperBound(double level) {
        return ProportionInterval.CLOPPER_PEARSON.upper(this, 2 * (1 - Levels.require(level)));
    }

    /** Returns Wilson's interval, which is narrower than that between the bounds and covers as often as it says. */
    @Override
    public Interval interval(double level) {
        return ProportionInterval.WILSON.of(successes, trials, level);
    }

    /** Solves for the size at which Clopper and Pearson's bound, a quantile of a beta distribution, is the threshold. */
    @Override
    public double growthToSeparate(double threshold, double level) {
        double error = 1 - Levels.require(level);
        return Growth.solve(value(), threshold, growth -> {
            double more = growth * successes;
            double all = growth * trials;
            return threshold < value()
                    ? BetaDistribution.of(more, all - more + 1).cumulativeProbability(threshold) <= error
                    : BetaDistribution.of(more + 1, all - more).survivalProbability(threshold) <= error;
        });
    }

    @Override
    public double chanceOfAtLeast(double threshold) {
        return chanceOfAtLeast(threshold, successes, trials);
    }

    /** Returns the chance that a binomial proportion reaches a threshold, which may be off by rounding alone. */
    static double chanceOfAtLeast(double threshold, long successes, long trials) {
        double needed = Math.ceil(threshold * trials * (1 - 0x1p-50));
        if (needed <= 0) {
            return 1;
        }
        return needed > trials
                ? 0
                : BinomialDistribution.of((int) trials, (double) successes / trials)
                        .survivalProbability((int) needed - 1);
    }

    @Override
    public double chanceOfAtMost(double threshold) {
        return chanceOfAtMost(threshold, successes, trials);
    }

    /** Returns the chance that a binomial proportion stays within a threshold, which may be off by rounding alone. */
    static double chanceOfAtMost(double threshold, long successes, long trials) {
        double allowed = Math.floor(threshold * trials * (1 + 0x1p-50));
        if (allowed < 0) {
            return 0;
        }
        return allowed >= trials
                ? 1
                : BinomialDistribution.of((int) trials, (double) successes / trials)
                        .cumulativeProbability((int) allowed);
    }

    /** Counts the successes whose bound is the threshold: as many as at the threshold are too rare for the level. */
    @Override
    public double chanceOfLowerBound(double threshold, double level, Prospect prospect) {
        double error = 1 - Levels.require(level);
        if (threshold <= 0 || threshold >= 1) {
            return threshold <= 0 ? 1 : 0;
        }
        int size = prospect.scaled(trials);
        BinomialDistribution atThreshold = BinomialDistribution.of(size, threshold);
        int needed = atThreshold.inverseSurvivalProbability(error) + 1;
        return BinomialDistribution.of(size, prospect.truth()).survivalProbability(needed - 1);
    }

    @Override
    public double chanceOfUpperBound(double threshold, double level, Prospect prospect) {
        ProportionEstimate failures = new ProportionEstimate(trials - successes, trials);
        Prospect mirrored = new Prospect(1 - prospect.truth(), prospect.growth());
        return failures.chanceOfLowerBound(1 - threshold, level, mirrored);
    }

    @Override
    public String method() {
        return "by Clopper and Pearson on " + successes + " of " + trials;
    }
}
