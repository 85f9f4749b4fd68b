package dev.assay.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The t test of paired differences over the folds of a (repeated) cross-validation, corrected for the training data that
 * folds share: {@code t = d̄ / √(s²(1/n + testSize/trainSize))} with n − 1 degrees of freedom (Nadeau and Bengio, "Inference
 * for the generalization error", Machine Learning 52, 2003).
 *
 * @param meanDifference the mean of the differences
 * @param statistic the t statistic; infinite if all differences are the same and not 0, 0 if all are 0
 * @param degreesOfFreedom the number of differences less one
 * @param pValue two-sided
 * @param remark what is special about the data, or empty
 */
public record CorrectedResampledTTest(
        double meanDifference, double statistic, double degreesOfFreedom, double pValue, String remark) {

    /**
     * Tests whether the mean difference is 0.
     *
     * @param differences of at least two folds, paired
     * @param testToTrain the size of a fold's test part over that of its training part; for k folds 1/(k − 1)
     * @return the result
     */
    public static CorrectedResampledTTest of(double[] differences, double testToTrain) {
        if (differences.length < 2) {
            throw new IllegalArgumentException("a t test needs at least 2 differences, not " + differences.length);
        }
        double mean = Samples.mean(differences);
        double df = differences.length - 1.0;
        if (Samples.allEqual(differences)) {
            return differences[0] == 0
                    ? new CorrectedResampledTTest(0, 0, df, 1, "all differences are 0: no evidence")
                    : new CorrectedResampledTTest(
                            differences[0],
                            differences[0] > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY,
                            df,
                            0,
                            "all differences are the same: their spread is unknown");
        }
        double t = mean / FoldsEstimate.standardError(differences, testToTrain);
        double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
        return new CorrectedResampledTTest(mean, t, df, p, "");
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
