package dev.assay.statistics;

import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The combined F test over five repeats of a two-fold cross-validation: {@code F = ΣΣp² / (2Σsᵢ²)} with 10 and 5 degrees of
 * freedom, where p are the ten differences and {@code sᵢ²} the variance of the two differences of repeat i (Alpaydın,
 * "Combined 5×2 cv F test for comparing supervised classification learning algorithms", Neural Computation 11, 1999).
 *
 * @param meanDifference the mean of all ten differences, which tells the direction
 * @param statistic the F statistic, at least 0; infinite if the folds of each repeat agree and not all differences are 0
 * @param pValue of such a statistic or a higher one
 * @param remark what is special about the data, or empty
 */
public record FiveByTwoFTest(double meanDifference, double statistic, double pValue, String remark)
        implements SignificanceTest {

    private static final FDistribution DISTRIBUTION = FDistribution.of(10, 5);

    /**
     * Tests whether the differences are 0.
     *
     * @param differences paired, five rows of two: those of each repeat's folds
     * @return the result
     * @throws IllegalArgumentException if there are not five rows of two finite numbers
     */
    public static FiveByTwoFTest of(double[][] differences) {
        FiveByTwoDifferences scaled = new FiveByTwoDifferences(differences);
        if (scaled.areAllZero()) {
            return new FiveByTwoFTest(0, 0, 1, Differences.NONE);
        }
        double variances = scaled.sumOfVariances();
        if (variances == 0) {
            return new FiveByTwoFTest(
                    scaled.mean(),
                    Double.POSITIVE_INFINITY,
                    0,
                    "both folds of each repeat have the same difference: its spread is unknown");
        }
        double f = scaled.sumOfSquares() / (2 * variances);
        // far out, where the division overflows, the distribution has no more tail
        double p = f == Double.POSITIVE_INFINITY ? 0 : DISTRIBUTION.survivalProbability(f);
        return new FiveByTwoFTest(scaled.mean(), f, p, "");
    }
}
