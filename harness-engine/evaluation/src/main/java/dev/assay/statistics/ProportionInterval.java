package dev.assay.statistics;

import java.util.OptionalInt;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** Two-sided confidence intervals of a proportion of independent trials; none leaves the range from 0 to 1. */
public enum ProportionInterval {
    /**
     * Inverts the score test (Wilson, "Probable inference, the law of succession, and statistical inference", 1927). The
     * usual choice: on average over proportions, it covers as often as its level says.
     */
    WILSON("Wilson", BinomialConfidenceInterval.WILSON_SCORE),

    /**
     * Inverts the binomial test (Clopper and Pearson, "The use of confidence or fiducial limits", 1934). Covers at least as
     * often as its level says, mostly more often.
     */
    CLOPPER_PEARSON("Clopper and Pearson", BinomialConfidenceInterval.CLOPPER_PEARSON),

    /** Takes quantiles of the posterior Beta(successes + 1/2, failures + 1/2) of Jeffreys' prior. */
    JEFFREYS("Jeffreys", BinomialConfidenceInterval.JEFFREYS),

    /**
     * Is the normal interval after adding z²/2 successes and as many failures (Agresti and Coull, "Approximate is better
     * than exact for interval estimation of binomial proportions", 1998).
     */
    AGRESTI_COULL("Agresti and Coull", BinomialConfidenceInterval.AGRESTI_COULL);

    private final String words;
    private final BinomialConfidenceInterval interval;

    ProportionInterval(String words, BinomialConfidenceInterval interval) {
        this.words = words;
        this.interval = interval;
    }

    /**
     * Computes the interval.
     *
     * @param successes how many trials succeeded
     * @param trials how many there were, at least 1
     * @param level the confidence level, above 0 and below 1
     * @return the interval, within 0 and 1
     * @throws IllegalArgumentException if the counts are no proportion, or the level is none
     */
    public Interval of(long successes, long trials, double level) {
        ProportionEstimate proportion = new ProportionEstimate(successes, trials);
        double error = 1 - Levels.requireTwoSided(level);
        return new Interval(
                lower(proportion, error),
                upper(proportion, error),
                level,
                "by " + words + " on " + successes + " of " + trials,
                OptionalInt.empty());
    }

    // Wilson's ends are exactly 0 and 1 where nothing or everything succeeded, which rounding would miss on either
    // side.

    double lower(ProportionEstimate proportion, double error) {
        return this == WILSON && proportion.successes() == 0
                ? 0
                : clip(commons(proportion, error).getLowerBound());
    }

    double upper(ProportionEstimate proportion, double error) {
        return this == WILSON && proportion.successes() == proportion.trials()
                ? 1
                : clip(commons(proportion, error).getUpperBound());
    }

    private org.apache.commons.statistics.interval.Interval commons(ProportionEstimate proportion, double error) {
        return interval.fromErrorRate((int) proportion.trials(), (int) proportion.successes(), error);
    }

    private static double clip(double bound) {
        return Math.max(0, Math.min(1, bound));
    }
}
