package dev.assay.statistics;

import java.util.random.RandomGenerator;

/**
 * Draws binomial variables in a time that does not grow with their trials: few expected successes by inversion, many by
 * transformed rejection (Hörmann, "The generation of binomial random variates", 1993, algorithm BTRS).
 */
final class BinomialDraws {

    private static final double FEW = 10;

    private BinomialDraws() {}

    /**
     * Draws the number of successes.
     *
     * @param trials how many, not negative
     * @param probability of each success, clipped to 0 and 1
     */
    static long draw(RandomGenerator random, long trials, double probability) {
        if (trials == 0 || probability <= 0) {
            return 0;
        }
        if (probability >= 1) {
            return trials;
        }
        if (probability > 0.5) {
            return trials - draw(random, trials, 1 - probability);
        }
        return trials * probability < FEW
                ? byInversion(random, trials, probability)
                : byRejection(random, trials, probability);
    }

    private static long byInversion(RandomGenerator random, long trials, double probability) {
        double odds = probability / (1 - probability);
        double none = Math.exp(trials * Math.log1p(-probability));
        while (true) {
            double u = random.nextDouble();
            double mass = none;
            for (long k = 0; k <= trials && mass > 0; k++) {
                if (u < mass) {
                    return k;
                }
                u -= mass;
                mass *= odds * (trials - k) / (k + 1);
            }
        }
    }

    private static long byRejection(RandomGenerator random, long n, double p) {
        double spread = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = n * p + 0.5;
        double alpha = (2.83 + 5.1 / b) * spread;
        double sure = 0.92 - 4.2 / b;
        double logOdds = Math.log(p / (1 - p));
        long mode = (long) ((n + 1) * p);
        double ofMode = logFactorial(mode) + logFactorial(n - mode);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = 1 - random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double position = Math.floor((2 * a / us + b) * u + c);
            if (!(position >= 0 && position <= n)) {
                continue;
            }
            long k = (long) position;
            if (us >= 0.07 && v <= sure) {
                return k;
            }
            double height = Math.log(v * alpha / (a / (us * us) + b));
            if (height <= ofMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) {
                return k;
            }
        }
    }

    /** Returns ln n!, by Stirling's series with three terms, which from 10 on is right to 1e-12. */
    private static double logFactorial(long n) {
        if (n < SMALL.length) {
            return SMALL[(int) n];
        }
        double x = n + 1.0;
        double inverseSquare = 1 / (x * x);
        double series = (1.0 / 12 - inverseSquare * (1.0 / 360 - inverseSquare / 1260)) / x;
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
    }

    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
    private static final double[] SMALL = small();

    private static double[] small() {
        double[] logs = new double[32];
        for (int n = 2; n < logs.length; n++) {
            logs[n] = logs[n - 1] + Math.log(n);
        }
        return logs;
    }
}
