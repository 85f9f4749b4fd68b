package dev.assay.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The value of a training procedure, from the folds of a (repeated) cross-validation.
 *
 * <p>The variance of the mean is {@code s²(1/n + testSize/trainSize)} with the folds' variance s² and n − 1 degrees of
 * freedom: folds share training data, so that the plain {@code s²/n} is far too small (Nadeau and Bengio, "Inference for
 * the generalization error", Machine Learning 52, 2003).
 *
 * @param value the combined value over all folds
 * @param standardError the corrected standard error, positive
 * @param degreesOfFreedom the number of folds less one
 * @param minimum the lowest possible value
 * @param maximum the highest possible value
 */
public record FoldsEstimate(double value, double standardError, double degreesOfFreedom, double minimum, double maximum)
        implements Estimate {

    /** Checks that there is a spread to reason from. */
    public FoldsEstimate {
        if (!(standardError > 0)) {
            throw new IllegalArgumentException("folds without spread say nothing about uncertainty");
        }
    }

    /**
     * Returns the corrected standard error of a mean over folds.
     *
     * @param folds the values of at least two folds
     * @param testToTrain the size of a fold's test part over that of its training part
     * @return the standard error, 0 if all folds have the same value
     */
    public static double standardError(double[] folds, double testToTrain) {
        return Math.sqrt(Samples.variance(folds) * (1.0 / folds.length + testToTrain));
    }

    /**
     * Makes the estimate.
     *
     * @param value the combined value over all folds
     * @param folds the values of at least two folds, not all the same
     * @param testToTrain the size of a fold's test part over that of its training part
     * @param minimum the lowest possible value
     * @param maximum the highest possible value
     * @return the estimate
     */
    public static FoldsEstimate of(double value, double[] folds, double testToTrain, double minimum, double maximum) {
        return new FoldsEstimate(value, standardError(folds, testToTrain), folds.length - 1.0, minimum, maximum);
    }

    @Override
    public double lowerBound(double level) {
        return Math.max(minimum, value - quantile(level) * standardError);
    }

    @Override
    public double upperBound(double level) {
        return Math.min(maximum, value + quantile(level) * standardError);
    }

    private double quantile(double level) {
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(Levels.require(level));
    }

    /**
     * Makes the estimate that another number of folds would give, with the same value and variance: repeats with other splits
     * of the same examples. However many there are, the variance stays above {@code s² · testSize/trainSize}.
     *
     * @param folds their number, at least 2
     * @param testToTrain the size of a fold's test part over that of its training part
     * @return the estimate
     */
    public FoldsEstimate ofFolds(double folds, double testToTrain) {
        double variance = standardError * standardError / (1 / (degreesOfFreedom + 1) + testToTrain);
        return new FoldsEstimate(value, Math.sqrt(variance * (1 / folds + testToTrain)), folds - 1, minimum, maximum);
    }

    /** Lets the standard error, not the bound, which the range clips, shrink by the square root of the size. */
    @Override
    public double growthToSeparate(double threshold, double level) {
        return Growth.ofDistances(quantile(level) * standardError, threshold - value);
    }

    @Override
    public double chanceOfAtLeast(double threshold) {
        return TDistribution.of(degreesOfFreedom).survivalProbability((threshold - value) / standardError);
    }

    /** Takes the mean over folds as normal, and their variance as χ², so that the studentized mean is noncentral t. */
    @Override
    public double chanceOfLowerBound(double threshold, double level, Prospect prospect) {
        double quantile = quantile(level);
        return threshold <= minimum
                ? 1
                : chance((prospect.truth() - threshold) / prospect.scaled(standardError), quantile);
    }

    @Override
    public double chanceOfUpperBound(double threshold, double level, Prospect prospect) {
        double quantile = quantile(level);
        return threshold >= maximum
                ? 1
                : chance((threshold - prospect.truth()) / prospect.scaled(standardError), quantile);
    }

    private double chance(double distance, double quantile) {
        return NoncentralT.survivalProbability(quantile, degreesOfFreedom, distance);
    }

    @Override
    public String method() {
        return "by the spread of folds after Nadeau and Bengio";
    }
}
