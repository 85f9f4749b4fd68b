package dev.assay.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The distribution of the range of k independent standard normal values, which is the studentized range with infinite degrees
 * of freedom: {@code P(Q ≤ q) = k ∫ φ(z) (Φ(z) − Φ(z − q))ᵏ⁻¹ dz}.
 *
 * <p>The tail is integrated, and not 1 less the rest, so that small probabilities keep their digits:
 * {@code P(Q > q) = k ∫ φ(z) Φ(z)ᵏ⁻¹ (1 − (1 − Φ(z − q)/Φ(z))ᵏ⁻¹) dz}. The integrand is analytic and dies away on both sides, so
 * that the trapezoidal rule converges faster than any power of its step, which is halved until the sum stays the same.
 *
 * @param values how many values there are, k, at least 2
 */
record StudentizedRange(int values) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** Beyond this many standard deviations nothing adds to any sum that a double can tell. */
    private static final double REACH = 10;

    private static final double LARGEST = 60;
    private static final double PRECISION = 1e-14;
    private static final int HALVINGS = 10;

    StudentizedRange {
        if (values < 2) {
            throw new IllegalArgumentException("a range needs at least 2 values, not " + values);
        }
    }

    double survivalProbability(double q) {
        if (q <= 0) {
            return 1;
        }
        if (q > LARGEST) {
            return 0;
        }
        double step = 0.5;
        double sum = sum(q, -REACH, step);
        for (int i = 0; i < HALVINGS; i++) {
            double finer = (sum + sum(q, -REACH + step / 2, step)) / 2;
            step /= 2;
            boolean same = Math.abs(finer - sum) <= PRECISION * finer;
            sum = finer;
            if (same) {
                break;
            }
        }
        return Math.min(1, sum);
    }

    private double sum(double q, double from, double step) {
        double sum = 0;
        double to = q + REACH;
        for (int i = 0; from + i * step <= to; i++) {
            sum += integrand(from + i * step, q);
        }
        return sum * step;
    }

    private double integrand(double z, double q) {
        double below = NORMAL.cumulativeProbability(z);
        double outside = NORMAL.cumulativeProbability(z - q) / below;
        double others = values - 1.0;
        return values * NORMAL.density(z) * Math.pow(below, others) * -Math.expm1(others * Math.log1p(-outside));
    }

    /** Returns the value that is exceeded with a probability above 0 and below 1, by bisection. */
    double inverseSurvivalProbability(double p) {
        double low = 0;
        double high = LARGEST;
        while (true) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                return middle;
            }
            if (survivalProbability(middle) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
