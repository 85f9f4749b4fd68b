package dev.assay.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Student's noncentral t distribution: (Z + δ) / S with Z standard normal and S = √(V/ν), V of χ² with ν degrees of freedom
 * (Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", volume 2, 1995, chapter 31).
 */
final class NoncentralT {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double NEGLIGIBLE = 1e-14;

    /** Even, as Simpson's rule needs; probabilities are good to 1e-9 with so many. */
    private static final int STEPS = 1000;

    private NoncentralT() {}

    /** Returns the probability of exceeding t, for t ≥ 0: that of the normal part, integrated over S. */
    static double survivalProbability(double t, double degreesOfFreedom, double noncentrality) {
        if (Double.isInfinite(noncentrality)) {
            return noncentrality > 0 ? 1 : 0;
        }
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(degreesOfFreedom);
        double from = root(chiSquared.inverseCumulativeProbability(NEGLIGIBLE), degreesOfFreedom);
        double to = root(chiSquared.inverseSurvivalProbability(NEGLIGIBLE), degreesOfFreedom);
        double width = (to - from) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double s = from + i * width;
            double density = s == 0 ? 0 : 2 * degreesOfFreedom * s * chiSquared.density(degreesOfFreedom * s * s);
            double weight = i == 0 || i == STEPS ? 1 : (i % 2 == 1 ? 4 : 2);
            sum += weight * density * NORMAL.cumulativeProbability(noncentrality - t * s);
        }
        return Math.max(0, Math.min(1, sum * width / 3));
    }

    private static double root(double v, double degreesOfFreedom) {
        return Math.sqrt(v / degreesOfFreedom);
    }
}
