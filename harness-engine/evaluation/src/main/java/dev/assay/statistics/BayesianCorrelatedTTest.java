package dev.assay.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The posterior of the mean difference between two procedures over the folds of a (repeated) cross-validation: a Student
 * distribution with n − 1 degrees of freedom, location d̄ and squared scale {@code (1/n + ρ/(1 − ρ)) s²}, where ρ is the
 * correlation of folds that share training data (Benavoli, Corani, Demšar and Zaffalon, "Time for a change: a tutorial for
 * comparing multiple classifiers through Bayesian analysis", Journal of Machine Learning Research 18, 2017, section 3).
 *
 * <p>The three probabilities add up to 1. They are about the first minus the second, where higher is better.
 *
 * @param meanDifference the mean of the differences, the location of the posterior
 * @param scale the scale of the posterior; 0 if all differences are the same
 * @param degreesOfFreedom the number of differences less one
 * @param rope the half-width of the region of practical equivalence, in units of the differences
 * @param worse how probably the first is worse: the difference lies below −rope
 * @param equivalent how probably the two are practically equivalent: the difference lies from −rope to rope
 * @param better how probably the first is better: the difference lies above rope
 * @param remark what is special about the data, or empty
 */
public record BayesianCorrelatedTTest(
        double meanDifference,
        double scale,
        double degreesOfFreedom,
        double rope,
        double worse,
        double equivalent,
        double better,
        String remark) {

    /**
     * Computes the posterior. Differences without any spread give a single point, which lies in one of the three regions
     * for certain, with a remark.
     *
     * @param differences of at least two folds, paired, first minus second
     * @param correlation of two folds' differences, from 0 to below 1; the share of the data that a fold tests, 1/k
     * @param rope the half-width of the region of practical equivalence, at least 0
     * @return the posterior
     * @throws IllegalArgumentException if there are fewer than two differences, or a number is out of its range
     */
    public static BayesianCorrelatedTTest of(double[] differences, double correlation, double rope) {
        Differences.require("a Bayesian correlated t test", differences);
        Differences.requireRope(rope);
        if (!(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException("a correlation of folds lies from 0 to below 1, not at " + correlation);
        }
        double df = differences.length - 1.0;
        int exponent = Differences.exponent(differences);
        double[] scaled = Differences.scaled(exponent, differences);
        if (Samples.allEqual(scaled)) {
            return point(differences[0], df, rope);
        }
        double mean = Samples.mean(scaled);
        double variance = Samples.variance(scaled) * (1.0 / differences.length + correlation / (1 - correlation));
        double scale = Math.sqrt(variance);
        double half = Math.scalb(rope, -exponent);
        TDistribution student = TDistribution.of(df);
        double worse = student.cumulativeProbability((-half - mean) / scale);
        double better = student.survivalProbability((half - mean) / scale);
        return new BayesianCorrelatedTTest(
                Math.scalb(mean, exponent),
                Math.scalb(scale, exponent),
                df,
                rope,
                worse,
                Math.max(0, 1 - (worse + better)),
                better,
                "");
    }

    private static BayesianCorrelatedTTest point(double difference, double df, double rope) {
        return new BayesianCorrelatedTTest(
                difference,
                0,
                df,
                rope,
                difference < -rope ? 1 : 0,
                Math.abs(difference) <= rope ? 1 : 0,
                difference > rope ? 1 : 0,
                difference == 0 ? Differences.NONE : Differences.SAME);
    }
}
