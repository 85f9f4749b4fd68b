package dev.assay.statistics;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws of a {@link BayesianSignedRankTest}, each in O(n): which pairs' sums lie beyond the region of practical equivalence is
 * the same for all draws, and with values in order they are the ends of it.
 */
final class SignedRankPosterior {

    private final SplittableRandom random;
    /** Indices of values from the lowest to the highest; the pseudo-observation is value 0. */
    private final int[] order;
    /** For each place in that order, how many of the lowest values make a sum below −2·rope with it. */
    private final int[] lower;
    /** The same, how many of the highest make a sum above 2·rope. */
    private final int[] upper;

    private final double[] weights;
    private final double[] sums;
    private double worse;
    private double equivalent;
    private double better;

    SignedRankPosterior(double[] differences, double rope, long seed) {
        random = new SplittableRandom(seed);
        double[] values = new double[differences.length + 1];
        System.arraycopy(differences, 0, values, 1, differences.length);
        order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int n = values.length;
        lower = new int[n];
        upper = new int[n];
        // halved, since sums of finite numbers may be infinite
        for (int place = 0; place < n; place++) {
            double half = values[order[place]] / 2;
            while (lower[place] < n && half + values[order[lower[place]]] / 2 < -rope) {
                lower[place]++;
            }
            while (upper[place] < n && half + values[order[n - 1 - upper[place]]] / 2 > rope) {
                upper[place]++;
            }
        }
        weights = new double[n];
        sums = new double[n + 1];
    }

    void draw() {
        double total = drawWeights();
        double all = total * total;
        double below = pairsFromTheLowest();
        double above = pairsFromTheHighest();
        count(below, all - below - above, above);
    }

    /** Draws what makes a Dirichlet distribution after division by the sum: gamma variables of shape ½ and 1. */
    private double drawWeights() {
        double normal = random.nextGaussian();
        weights[0] = normal * normal / 2;
        double total = weights[0];
        for (int i = 1; i < weights.length; i++) {
            weights[i] = random.nextExponential();
            total += weights[i];
        }
        return total;
    }

    private double pairsFromTheLowest() {
        int n = weights.length;
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + weights[order[i]];
        }
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            pairs += weights[order[i]] * sums[lower[i]];
        }
        return pairs;
    }

    /** Mirrors the lowest step by step, so that swapping the two procedures mirrors the result. */
    private double pairsFromTheHighest() {
        int n = weights.length;
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + weights[order[n - 1 - i]];
        }
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            pairs += weights[order[n - 1 - i]] * sums[upper[n - 1 - i]];
        }
        return pairs;
    }

    /** Gives the draw to the largest of the three; those that are equally large share it. */
    private void count(double below, double inside, double above) {
        double largest = Math.max(below, Math.max(inside, above));
        double share = 1.0 / ((below == largest ? 1 : 0) + (inside == largest ? 1 : 0) + (above == largest ? 1 : 0));
        worse += below == largest ? share : 0;
        equivalent += inside == largest ? share : 0;
        better += above == largest ? share : 0;
    }

    double worse() {
        return worse;
    }

    double equivalent() {
        return equivalent;
    }

    double better() {
        return better;
    }
}
