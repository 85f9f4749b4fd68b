package dev.assay.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * At which level of the replicates a bound of a given level lies: Φ(z₀ + (z₀ + z) / (1 − a(z₀ + z))), which is the level itself
 * where both are 0 (Efron, "Better bootstrap confidence intervals", 1987).
 *
 * @param bias z₀, the normal quantile of the share of replicates below the value
 * @param acceleration a, a sixth of the skewness of the value's influences
 */
record QuantileLevels(double bias, double acceleration) {

    static final QuantileLevels PLAIN = new QuantileLevels(0, 0);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Finds the bias of sorted replicates, NaNs last; those that equal the value count half. */
    static QuantileLevels of(double value, double[] sorted, int defined, double acceleration) {
        double tolerance = Samples.rounding(value);
        double below = 0;
        for (int i = 0; i < defined; i++) {
            if (sorted[i] < value - tolerance) {
                below++;
            } else if (sorted[i] <= value + tolerance) {
                below += 0.5;
            }
        }
        double share = Math.max(0.5, Math.min(defined - 0.5, below)) / defined;
        return new QuantileLevels(NORMAL.inverseCumulativeProbability(share), acceleration);
    }

    double of(double level) {
        if (bias == 0 && acceleration == 0) {
            return level;
        }
        double z = bias + NORMAL.inverseCumulativeProbability(level);
        double denominator = 1 - acceleration * z;
        if (denominator <= 0) {
            return z > 0 ? 1 : 0;
        }
        return NORMAL.cumulativeProbability(bias + z / denominator);
    }

    /**
     * Computes the acceleration from how far leaving each unit out moves the value, Σd³ / 6(Σd²)^1.5.
     *
     * @param influences how far, with the sign that an additional unit of that kind has
     * @param counts how many units there are of that kind
     */
    static double acceleration(double[] influences, double[] counts) {
        double total = 0;
        double mean = 0;
        for (int i = 0; i < influences.length; i++) {
            total += counts[i];
            mean += counts[i] * influences[i];
        }
        mean /= total;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < influences.length; i++) {
            double d = influences[i] - mean;
            squares += counts[i] * d * d;
            cubes += counts[i] * d * d * d;
        }
        double acceleration = cubes / (6 * Math.pow(squares, 1.5));
        return Double.isFinite(acceleration) ? acceleration : 0;
    }
}
