package dev.assay.statistics;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The bootstrap test of a difference between two models on the same rows: rows are drawn with replacement, both models' results
 * together, and {@code p = (b + 1)/(m + 1)}, where b of m replicates lie at least as far from the observed difference as that
 * lies from 0 (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 16; the added ones: Davison and Hinkley,
 * Bootstrap Methods and their Application, 1997, section 4.4).
 *
 * <p>It compares fitted models on one test set whose rows are independent. It is approximate and too easily convinced by few
 * rows, where {@link PermutationTest} is exact. The p-value is never below 1/(m + 1): take 10,000 replicates or so. Equal
 * data and seeds give bitwise the same result.
 *
 * @param difference the observed one
 * @param replicates how many there are, m
 * @param seed from which rows were drawn
 * @param pValue two-sided
 * @param remark what is special about the data, or empty
 */
public record PairedBootstrap(double difference, int replicates, long seed, double pValue, String remark)
        implements SignificanceTest {

    /**
     * Tests whether the mean difference over rows is 0.
     *
     * @param differences of at least two rows, paired
     * @param replicates how many to draw, at least 1
     * @param seed of the draws
     * @return the result
     * @throws IllegalArgumentException if there are fewer than two differences, one is not finite, or there are no replicates
     */
    public static PairedBootstrap of(double[] differences, int replicates, long seed) {
        Differences.require("a paired bootstrap", differences);
        Replicates.require(replicates);
        int exponent = Differences.exponent(differences);
        double[] scaled = Differences.scaled(exponent, differences);
        double mean = Samples.mean(scaled);
        if (Samples.allEqual(scaled)) {
            // no replicate differs from what was observed
            double p = mean == 0 ? 1 : 1 / (replicates + 1.0);
            return new PairedBootstrap(
                    differences[0] + 0.0, replicates, seed, p, mean == 0 ? Differences.NONE : Differences.SAME);
        }
        int n = scaled.length;
        Replicates counted = new Replicates(mean, 1);
        SplittableRandom random = new SplittableRandom(seed);
        for (int replicate = 0; replicate < replicates; replicate++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += scaled[random.nextInt(n)] - mean;
            }
            counted.add(sum / n);
        }
        return new PairedBootstrap(Math.scalb(mean, exponent), replicates, seed, counted.pValue(), "");
    }

    /**
     * Tests whether a difference that is no mean over rows is 0, such as that of two F1 or of two areas under ROC curves.
     * Replicates for which it is undefined count as extreme, and the remark tells how many.
     *
     * @param rows how many rows there are, at least 2
     * @param difference gives that of the two models over the rows it is told the indices of, some of them repeatedly; NaN if
     *     it is undefined. The array is used again: it must be neither kept nor changed
     * @param replicates how many to draw, at least 1
     * @param seed of the draws
     * @return the result
     * @throws IllegalArgumentException if there are too few rows or replicates, or the difference over all rows is undefined
     */
    public static PairedBootstrap of(int rows, ToDoubleFunction<int[]> difference, int replicates, long seed) {
        if (rows < 2) {
            throw new IllegalArgumentException("a paired bootstrap needs at least 2 rows, not " + rows);
        }
        Replicates.require(replicates);
        int[] drawn = new int[rows];
        for (int i = 0; i < rows; i++) {
            drawn[i] = i;
        }
        double observed = Replicates.requireObserved(difference.applyAsDouble(drawn));
        Replicates counted = new Replicates(observed, Math.abs(observed));
        SplittableRandom random = new SplittableRandom(seed);
        for (int replicate = 0; replicate < replicates; replicate++) {
            for (int i = 0; i < rows; i++) {
                drawn[i] = random.nextInt(rows);
            }
            counted.add(difference.applyAsDouble(drawn) - observed);
        }
        return new PairedBootstrap(observed, replicates, seed, counted.pValue(), counted.remark(""));
    }
}
