package dev.assay.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The t test over five repeats of a two-fold cross-validation: {@code t = p₁⁽¹⁾ / √(⅕ Σsᵢ²)} with 5 degrees of freedom,
 * where {@code p₁⁽¹⁾} is the difference in the first fold of the first repeat and {@code sᵢ²} the variance of the two
 * differences of repeat i (Dietterich, "Approximate statistical tests for comparing supervised classification learning
 * algorithms", Neural Computation 10, 1998).
 *
 * <p>The statistic rests on one of the ten differences; {@link FiveByTwoFTest} uses them all and has more power.
 *
 * @param meanDifference the mean of all ten differences
 * @param statistic the t statistic; infinite if the folds of each repeat agree and the first difference is not 0
 * @param degreesOfFreedom 5
 * @param pValue two-sided
 * @param remark what is special about the data, or empty
 */
public record FiveByTwoTTest(
        double meanDifference, double statistic, double degreesOfFreedom, double pValue, String remark)
        implements SignificanceTest {

    private static final double REPEATS = 5;

    /**
     * Tests whether the difference is 0.
     *
     * @param differences paired, five rows of two: those of each repeat's folds
     * @return the result
     * @throws IllegalArgumentException if there are not five rows of two finite numbers
     */
    public static FiveByTwoTTest of(double[][] differences) {
        FiveByTwoDifferences scaled = new FiveByTwoDifferences(differences);
        if (scaled.areAllZero()) {
            return new FiveByTwoTTest(0, 0, REPEATS, 1, Differences.NONE);
        }
        double variances = scaled.sumOfVariances();
        if (variances == 0) {
            boolean zero = scaled.first() == 0;
            double t = zero ? 0 : Differences.infinite(scaled.first());
            return new FiveByTwoTTest(
                    scaled.mean(),
                    t,
                    REPEATS,
                    zero ? 1 : 0,
                    "both folds of each repeat have the same difference: its spread is unknown");
        }
        double t = scaled.first() / Math.sqrt(variances / REPEATS);
        double p = Math.min(1, 2 * TDistribution.of(REPEATS).survivalProbability(Math.abs(t)));
        return new FiveByTwoTTest(scaled.mean(), t, REPEATS, p, "");
    }
}
