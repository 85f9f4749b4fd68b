package dev.assay.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The permutation test of a difference between two models on the same rows: if they are equally good, then exchanging their
 * results on any rows changes nothing. Each replicate exchanges them on each row with probability ½, and
 * {@code p = (b + 1)/(m + 1)}, where b of m replicates are at least as far from 0 as the observed difference (Fisher, The Design of
 * Experiments, 1935; the added ones: Phipson and Smyth, "Permutation p-values should never be zero", Statistical
 * Applications in Genetics and Molecular Biology 9, 2010).
 *
 * <p>It compares fitted models on one test set, or procedures over several data sets: rows must be independent, which folds of a
 * cross-validation are not. The test is exact for any number of rows. Where all differences are the same, the p-value is
 * about that of so many signs that agree. Equal data and seeds give bitwise the same result.
 *
 * @param difference the observed one
 * @param replicates how many there are, m
 * @param seed from which exchanges were drawn
 * @param pValue two-sided
 * @param remark what is special about the data, or empty
 */
public record PermutationTest(double difference, int replicates, long seed, double pValue, String remark)
        implements SignificanceTest {

    /**
     * Tests whether the mean difference is 0, by exchanging signs.
     *
     * @param differences of at least two rows, paired
     * @param replicates how many to draw, at least 1
     * @param seed of the draws
     * @return the result
     * @throws IllegalArgumentException if there are fewer than two differences, one is not finite, or there are no replicates
     */
    public static PermutationTest of(double[] differences, int replicates, long seed) {
        Differences.require("a permutation test", differences);
        Replicates.require(replicates);
        int exponent = Differences.exponent(differences);
        // signs of zeros change nothing, and correct predictions give many
        double[] signed = Arrays.stream(Differences.scaled(exponent, differences))
                .filter(difference -> difference != 0)
                .toArray();
        if (signed.length == 0) {
            return new PermutationTest(0, replicates, seed, 1, Differences.NONE);
        }
        Replicates counted = new Replicates(sum(signed), sizes(signed));
        SplittableRandom random = new SplittableRandom(seed);
        for (int replicate = 0; replicate < replicates; replicate++) {
            counted.add(withRandomSigns(signed, random));
        }
        return new PermutationTest(
                Math.scalb(sum(signed) / differences.length, exponent),
                replicates,
                seed,
                counted.pValue(),
                Samples.allEqual(differences) ? "all differences are the same" : "");
    }

    private static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double sizes(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static double withRandomSigns(double[] values, SplittableRandom random) {
        double sum = 0;
        long bits = 0;
        for (int i = 0; i < values.length; i++) {
            if (i % Long.SIZE == 0) {
                bits = random.nextLong();
            }
            // without a branch, which no processor could foresee
            sum += values[i] * (1 - 2 * (bits & 1));
            bits >>>= 1;
        }
        return sum;
    }

    /**
     * Tests whether a difference that is no mean over rows is 0, such as that of two F1, by exchanging the two models'
     * predictions. Scores may be exchanged only if both models' mean the same, such as probabilities do. Replicates for which
     * the difference is undefined count as extreme, and the remark tells how many.
     *
     * @param rows how many rows there are, at least 2
     * @param difference gives that of the two models after their predictions were exchanged in the rows for which it is told
     *     true; NaN if it is undefined. The array is used again: it must be neither kept nor changed
     * @param replicates how many to draw, at least 1
     * @param seed of the draws
     * @return the result
     * @throws IllegalArgumentException if there are too few rows or replicates, or the difference as it is is undefined
     */
    public static PermutationTest of(int rows, ToDoubleFunction<boolean[]> difference, int replicates, long seed) {
        if (rows < 2) {
            throw new IllegalArgumentException("a permutation test needs at least 2 rows, not " + rows);
        }
        Replicates.require(replicates);
        boolean[] exchanged = new boolean[rows];
        double observed = Replicates.requireObserved(difference.applyAsDouble(exchanged));
        Replicates counted = new Replicates(observed, Math.abs(observed));
        SplittableRandom random = new SplittableRandom(seed);
        for (int replicate = 0; replicate < replicates; replicate++) {
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                if (i % Long.SIZE == 0) {
                    bits = random.nextLong();
                }
                exchanged[i] = (bits & 1) != 0;
                bits >>>= 1;
            }
            counted.add(difference.applyAsDouble(exchanged));
        }
        return new PermutationTest(observed, replicates, seed, counted.pValue(), counted.remark(""));
    }

    /**
     * Tests a difference that depends only on how many rows there are of each kind, in a time that hardly grows with the rows:
     * kinds are rows with the same truth and the same two predictions. Of each kind, a binomial number of rows is exchanged.
     *
     * @param rowsOfKind how many rows there are of each kind; only kinds whose two predictions differ need be told
     * @param difference gives that of the two models after so many rows of each kind were exchanged; NaN if it is undefined.
     *     The array is used again: it must be neither kept nor changed
     * @param replicates how many to draw, at least 1
     * @param seed of the draws
     * @return the result
     * @throws IllegalArgumentException if there are no replicates, or the difference as it is is undefined
     */
    public static PermutationTest ofKinds(
            int[] rowsOfKind, ToDoubleFunction<int[]> difference, int replicates, long seed) {
        Replicates.require(replicates);
        int[] exchanged = new int[rowsOfKind.length];
        double observed = Replicates.requireObserved(difference.applyAsDouble(exchanged));
        if (Arrays.stream(rowsOfKind).allMatch(rows -> rows == 0)) {
            return new PermutationTest(observed, replicates, seed, 1, Differences.NONE);
        }
        Replicates counted = new Replicates(observed, Math.abs(observed));
        SplittableRandom random = new SplittableRandom(seed);
        for (int replicate = 0; replicate < replicates; replicate++) {
            for (int kind = 0; kind < exchanged.length; kind++) {
                exchanged[kind] = heads(rowsOfKind[kind], random);
            }
            counted.add(difference.applyAsDouble(exchanged));
        }
        return new PermutationTest(observed, replicates, seed, counted.pValue(), counted.remark(""));
    }

    /** Tosses fair coins, many at a time. */
    private static int heads(int coins, SplittableRandom random) {
        int heads = 0;
        int left = coins;
        for (; left >= Long.SIZE; left -= Long.SIZE) {
            heads += Long.bitCount(random.nextLong());
        }
        return left == 0 ? heads : heads + Long.bitCount(random.nextLong() >>> (Long.SIZE - left));
    }

    /**
     * Returns the one-sided p-value for a difference below 0. If both models are equally good, then exchanging all that was
     * not exchanged turns every difference round, so that half of the extreme ones lie on either side.
     *
     * @return the chance of such a difference or a lower one
     */
    public double pLess() {
        return difference < 0 ? pValue / 2 : 1 - pValue / 2;
    }
}
