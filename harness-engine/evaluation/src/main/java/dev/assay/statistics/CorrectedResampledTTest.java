package dev.assay.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The t test of paired differences over the folds of a (repeated) cross-validation, corrected for the training data that
 * folds share: {@code t = d̄ / √(s²(1/n + testSize/trainSize))} with n − 1 degrees of freedom (Nadeau and Bengio, "Inference
 * for the generalization error", Machine Learning 52, 2003).
 *
 * <p>With a ratio of 0 it is the plain paired t test, which is right for differences that share nothing, such as those
 * over several data sets, and far too easily convinced by folds.
 *
 * <p>The correction is approximate. In simulations of two equally good procedures over 10 folds × 10 repeats it found a
 * difference at α = 0.05 in 3 to 5 % of data sets for stable procedures (nearest mean), where the plain test found one in more
 * than half; for procedures whose models jump when a few training examples change (a single threshold) in 8 to 16 %.
 *
 * @param meanDifference the mean of the differences
 * @param statistic the t statistic; infinite if all differences are the same and not 0, 0 if all are 0
 * @param degreesOfFreedom the number of differences less one
 * @param pValue two-sided
 * @param remark what is special about the data, or empty
 */
public record CorrectedResampledTTest(
        double meanDifference, double statistic, double degreesOfFreedom, double pValue, String remark)
        implements SignificanceTest {

    /**
     * Tests whether the mean difference is 0.
     *
     * @param differences of at least two folds, paired
     * @param testToTrain the size of a fold's test part over that of its training part; for k folds 1/(k − 1)
     * @return the result
     * @throws IllegalArgumentException if there are fewer than two differences, one is not finite, or the ratio is not
     *     a number of at least 0
     */
    public static CorrectedResampledTTest of(double[] differences, double testToTrain) {
        Differences.require("a t test", differences);
        if (!(testToTrain >= 0 && testToTrain < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the test part is at least 0 times as large as the training part, not " + testToTrain);
        }
        double df = differences.length - 1.0;
        int exponent = Differences.exponent(differences);
        double[] scaled = Differences.scaled(exponent, differences);
        if (Samples.allEqual(scaled)) {
            double same = differences[0];
            return same == 0
                    ? new CorrectedResampledTTest(0, 0, df, 1, Differences.NONE)
                    : new CorrectedResampledTTest(same, Differences.infinite(same), df, 0, Differences.SAME);
        }
        double mean = Samples.mean(scaled);
        double t = mean / FoldsEstimate.standardError(scaled, testToTrain);
        double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
        return new CorrectedResampledTTest(Math.scalb(mean, exponent), t, df, p, "");
    }

    /**
     * Returns the one-sided p-value for a mean difference above 0.
     *
     * @return the chance of such a statistic or a higher one if the true difference is 0
     */
    public double pGreater() {
        return statistic > 0 ? pValue / 2 : 1 - pValue / 2;
    }

    /**
     * Returns the one-sided p-value for a mean difference below 0.
     *
     * @return the chance of such a statistic or a lower one if the true difference is 0
     */
    public double pLess() {
        return statistic < 0 ? pValue / 2 : 1 - pValue / 2;
    }
}
