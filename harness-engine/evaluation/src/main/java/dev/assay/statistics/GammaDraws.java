package dev.assay.statistics;

import java.util.random.RandomGenerator;

/**
 * Draws independent gamma variables of given shapes and scale 1, by squeezing a transformed normal variable (Marsaglia and
 * Tsang, "A simple method for generating gamma variables", 2000). Divided by their sum, they are a draw of the Dirichlet
 * distribution of these shapes.
 */
final class GammaDraws {

    private static final double SQUEEZE = 0.0331;

    private final double[] shapes;

    /** Takes shapes, none negative; that of 0 always gives 0. */
    GammaDraws(double[] shapes) {
        this.shapes = shapes.clone();
    }

    void fill(RandomGenerator random, double[] target) {
        for (int i = 0; i < shapes.length; i++) {
            target[i] = draw(random, shapes[i]);
        }
    }

    private static double draw(RandomGenerator random, double shape) {
        if (shape == 0) {
            return 0;
        }
        if (shape == 1) {
            return random.nextExponential();
        }
        return shape > 1
                ? ofLargeShape(random, shape)
                : ofLargeShape(random, shape + 1) * Math.exp(-random.nextExponential() / shape);
    }

    private static double ofLargeShape(RandomGenerator random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double u = 1 - random.nextDouble();
                double x2 = x * x;
                if (u < 1 - SQUEEZE * x2 * x2 || Math.log(u) < x2 / 2 + d * (1 - v + Math.log(v))) {
                    return d * v;
                }
            }
        }
    }
}
