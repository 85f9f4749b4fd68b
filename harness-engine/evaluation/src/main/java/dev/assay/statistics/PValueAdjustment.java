package dev.assay.statistics;

import java.util.stream.IntStream;

/**
 * Adjusts the p-values of a family of m tests, so that each can be compared with the level that is to hold for the whole family.
 * In what follows {@code p₍ᵢ₎} is the i-th smallest of them. No p-value gets smaller, and none exceeds 1.
 */
public enum PValueAdjustment {

    /**
     * Bounds the chance of any false finding, whatever the tests depend on:
     * {@code max over j ≤ i of (m − j + 1) p₍ⱼ₎} (Holm, "A simple sequentially rejective multiple test procedure", Scandinavian
     * Journal of Statistics 6, 1979).
     */
    HOLM {
        @Override
        void adjustAscending(double[] pValues) {
            double highest = 0;
            for (int i = 0; i < pValues.length; i++) {
                highest = Math.max(highest, (pValues.length - i) * pValues[i]);
                pValues[i] = Math.min(1, highest);
            }
        }
    },

    /**
     * Bounds the chance of any false finding for independent or positively dependent tests:
     * {@code min over j ≥ i of (m − j + 1) p₍ⱼ₎} (Hochberg, "A sharper Bonferroni procedure for multiple tests of significance",
     * Biometrika 75, 1988).
     */
    HOCHBERG {
        @Override
        void adjustAscending(double[] pValues) {
            double lowest = 1;
            for (int i = pValues.length - 1; i >= 0; i--) {
                lowest = Math.min(lowest, (pValues.length - i) * pValues[i]);
                pValues[i] = lowest;
            }
        }
    },

    /**
     * Bounds the expected share of findings that are false, for independent or positively dependent tests:
     * {@code min over j ≥ i of m p₍ⱼ₎ / j} (Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal
     * Statistical Society B 57, 1995).
     */
    BENJAMINI_HOCHBERG {
        @Override
        void adjustAscending(double[] pValues) {
            double lowest = 1;
            for (int i = pValues.length - 1; i >= 0; i--) {
                lowest = Math.min(lowest, pValues.length * pValues[i] / (i + 1));
                pValues[i] = lowest;
            }
        }
    };

    /** Adjusts p-values that are in order, in place. */
    abstract void adjustAscending(double[] pValues);

    /**
     * Adjusts p-values.
     *
     * @param pValues those of the whole family, each 0 to 1, in any order
     * @return the adjusted ones, in the same order
     * @throws IllegalArgumentException if one is not a number from 0 to 1
     */
    public double[] adjust(double... pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p-value lies from 0 to 1, not at " + p);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending = IntStream.of(order).mapToDouble(i -> pValues[i]).toArray();
        adjustAscending(ascending);
        double[] adjusted = new double[pValues.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = ascending[i];
        }
        return adjusted;
    }
}
