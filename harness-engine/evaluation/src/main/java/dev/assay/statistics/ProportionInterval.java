package dev.assay.statistics;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BetaDistribution;
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

    /**
     * Takes quantiles of the posterior Beta(successes + 1/2, failures + 1/2) of Jeffreys' prior, also where nothing or
     * everything succeeded, as statsmodels does; the proportion itself is then just outside.
     */
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

    double lower(ProportionEstimate proportion, double error) {
        return switch (this) {
            // exactly 0 or 1 at the ends, which rounding would miss on either side
            case WILSON ->
                proportion.successes() == 0
                        ? 0
                        : clip(commons(proportion, error).getLowerBound());
            // the library's is widened at the ends
            case JEFFREYS -> posterior(proportion).inverseCumulativeProbability(error / 2);
            default -> clip(commons(proportion, error).getLowerBound());
        };
    }

    double upper(ProportionEstimate proportion, double error) {
        return switch (this) {
            case WILSON ->
                proportion.successes() == proportion.trials()
                        ? 1
                        : clip(commons(proportion, error).getUpperBound());
            case JEFFREYS -> posterior(proportion).inverseSurvivalProbability(error / 2);
            default -> clip(commons(proportion, error).getUpperBound());
        };
    }

    private static BetaDistribution posterior(ProportionEstimate proportion) {
        long failures = proportion.trials() - proportion.successes();
        return BetaDistribution.of(proportion.successes() + 0.5, failures + 0.5);
    }

    private org.apache.commons.statistics.interval.Interval commons(ProportionEstimate proportion, double error) {
        return interval.fromErrorRate((int) proportion.trials(), (int) proportion.successes(), error);
    }

    private static double clip(double bound) {
        return Math.max(0, Math.min(1, bound));
    }
}
