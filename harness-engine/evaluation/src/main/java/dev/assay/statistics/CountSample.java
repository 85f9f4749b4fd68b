package dev.assay.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each of several things was counted, and a statistic of these counts: the cells of a confusion matrix and macro F1,
 * or rows that count once each and a mean.
 *
 * <p>The statistic takes one number for each thing, none negative and not all 0: whole numbers with the sum of the counts in
 * a bootstrap, and any others in Dirichlet draws, whose sum is that of the counts as well. It must not keep or change the
 * array, is called by several threads at once, and gives NaN where it is undefined.
 */
public final class CountSample {

    /** With more things that count once each, the jackknife leaves out blocks of them. */
    private static final int MANY = 400;

    private static final int BLOCKS = 200;

    private final double[] counts;
    private final double[] prior;
    private final ToDoubleFunction<double[]> statistic;
    private final double minimum;
    private final double maximum;
    private final String things;

    private CountSample(
            double[] counts,
            double[] prior,
            ToDoubleFunction<double[]> statistic,
            double minimum,
            double maximum,
            String things) {
        this.counts = counts;
        this.prior = prior;
        this.statistic = statistic;
        this.minimum = minimum;
        this.maximum = maximum;
        this.things = things;
    }

    /**
     * Makes a sample.
     *
     * @param counts whole numbers, none negative and not all 0; copied
     * @param statistic see {@link CountSample}
     * @return the sample, whose prior gives all things together the weight of one count, and whose statistic is any number
     * @throws IllegalArgumentException if the counts are not so, or sum to more than an int holds
     */
    public static CountSample of(double[] counts, ToDoubleFunction<double[]> statistic) {
        if (!MultinomialDraws.suits(counts)) {
            throw new IllegalArgumentException(
                    "counts must be whole numbers from 0 up, with a sum above 0 that an int can hold");
        }
        double[] prior = new double[counts.length];
        Arrays.fill(prior, 1.0 / counts.length);
        return new CountSample(
                counts.clone(),
                prior,
                statistic,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                counts.length + " counts");
    }

    /**
     * Makes the sample of the difference of a statistic between two models on the same rows, the first less the second. It is
     * drawn from the joint table of truth and both predictions, so that what both models get wrong on the same rows cancels.
     *
     * @param labels how many labels there are, K
     * @param joint K³ counts; those of rows of truth t that the models take for a and b at index {@code (t · K + a) · K + b};
     *     copied
     * @param statistic of a confusion matrix: K² numbers, those of truth t that is taken for p at index {@code t · K + p}
     * @return the sample
     * @throws IllegalArgumentException if these are not K³ counts
     */
    public static CountSample ofDifference(int labels, double[] joint, ToDoubleFunction<double[]> statistic) {
        if (joint.length != labels * labels * labels) {
            throw new IllegalArgumentException(
                    joint.length + " counts are no joint table of " + labels + " labels, which has " + labels + "³");
        }
        return of(joint, table -> {
            double[] first = new double[labels * labels];
            double[] second = new double[labels * labels];
            for (int i = 0; i < table.length; i++) {
                int truth = i / (labels * labels);
                first[i / labels] += table[i];
                second[truth * labels + i % labels] += table[i];
            }
            return statistic.applyAsDouble(first) - statistic.applyAsDouble(second);
        });
    }

    /**
     * Replaces the prior of Dirichlet draws.
     *
     * @param pseudoCounts what is added to each count, none negative; 0 keeps a thing that was not counted at 0. Copied.
     * @return the same sample with that prior
     */
    public CountSample withPrior(double... pseudoCounts) {
        if (pseudoCounts.length != counts.length || !Arrays.stream(pseudoCounts).allMatch(each -> each >= 0)) {
            throw new IllegalArgumentException("a prior has one number for each count, none negative");
        }
        return new CountSample(counts, pseudoCounts.clone(), statistic, minimum, maximum, things);
    }

    /**
     * Says which values the statistic can have.
     *
     * @param newMinimum the lowest, perhaps negative infinity
     * @param newMaximum the highest, perhaps infinity
     * @return the same sample, whose bounds stay within that range
     */
    public CountSample within(double newMinimum, double newMaximum) {
        return new CountSample(counts, prior, statistic, newMinimum, newMaximum, things);
    }

    /**
     * Names what is counted, for {@link Estimate#method}.
     *
     * @param newThings such as "the confusion matrix of 200 rows"
     * @return the same sample under that name
     */
    public CountSample named(String newThings) {
        return new CountSample(counts, prior, statistic, minimum, maximum, newThings);
    }

    /**
     * Returns the statistic of the counts.
     *
     * @return NaN if it is undefined
     */
    public double value() {
        return statistic.applyAsDouble(counts.clone());
    }

    /**
     * Estimates by draws of the true shares from their posterior, the Dirichlet distribution of counts plus prior. Unlike
     * those of a bootstrap, these draws differ even where nothing was counted that makes the statistic worse, so that gates
     * may rest on them. With a prior of 0 and counts of 1 it is the Bayesian bootstrap (Rubin 1981).
     *
     * <p>A statistic that bends with the counts, such as macro F1, is biased: on average over fresh data it is off what it is of
     * their true shares, and off by as much again over draws of these. How much, multinomial draws of the same size from the
     * counts tell; draws are moved back by twice that.
     *
     * <p>The chance that fresh data reach a threshold is that of multinomial draws of the same size.
     *
     * @param replication how many draws, and from which seed
     * @return the estimate
     * @throws IllegalArgumentException if the statistic of the counts is undefined
     */
    public DrawsEstimate dirichlet(Replication replication) {
        double[] shapes = new double[counts.length];
        Arrays.setAll(shapes, i -> counts[i] + prior[i]);
        GammaDraws gammas = new GammaDraws(shapes);
        double total = Arrays.stream(counts).sum();
        double[] sorted = sorted(replication, (random, target) -> {
            gammas.fill(random, target);
            double scale = total / Arrays.stream(target).sum();
            for (int i = 0; i < target.length; i++) {
                target[i] *= scale;
            }
        });
        double value = requireValue();
        double[] fresh = resampled(replication.other(1));
        double twiceBias = 2 * (mean(fresh) - value);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] -= twiceBias;
        }
        return new DrawsEstimate(
                value,
                minimum,
                maximum,
                "by " + number(replication) + " Dirichlet draws over " + things,
                sorted,
                QuantileLevels.PLAIN,
                fresh);
    }

    /** Averages what is defined. */
    private static double mean(double[] sorted) {
        return Arrays.stream(sorted, 0, DrawsEstimate.defined(sorted)).average().orElse(Double.NaN);
    }

    /**
     * Estimates by a bootstrap: as many as were counted are drawn from them with replacement. Where the counts are of cells,
     * a replicate takes as long as there are cells, however many rows they count.
     *
     * <p><b>No gate should rest on it</b> where errors may be few: with none at all, every replicate is perfect.
     *
     * @param method how bounds are read off the replicates
     * @param replication how many replicates, and from which seed
     * @return the estimate
     * @throws IllegalArgumentException if the statistic of the counts is undefined
     */
    public DrawsEstimate bootstrap(BootstrapMethod method, Replication replication) {
        double value = requireValue();
        double[] sorted = resampled(replication);
        int defined = DrawsEstimate.defined(sorted);
        QuantileLevels levels = method == BootstrapMethod.PERCENTILE || defined == 0
                ? QuantileLevels.PLAIN
                : QuantileLevels.of(value, sorted, defined, acceleration(value, replication.seed()));
        return new DrawsEstimate(
                value,
                minimum,
                maximum,
                "by " + method.words + " bootstrap of " + things + ", " + number(replication) + " replicates",
                sorted,
                levels,
                sorted);
    }

    private double requireValue() {
        double value = value();
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("the statistic of the counts is undefined");
        }
        return value;
    }

    private static String number(Replication replication) {
        return String.format(java.util.Locale.ROOT, "%,d", replication.replicates());
    }

    private double[] resampled(Replication replication) {
        return sorted(replication, new MultinomialDraws(counts)::fill);
    }

    /** Fills an array with numbers that are drawn at random. */
    private interface Filling {
        void fill(java.util.random.RandomGenerator random, double[] target);
    }

    private double[] sorted(Replication replication, Filling filling) {
        double[] numbers = replication.draw(() -> {
            double[] target = new double[counts.length];
            return random -> {
                filling.fill(random, target);
                return statistic.applyAsDouble(target);
            };
        });
        Arrays.sort(numbers);
        return numbers;
    }

    private double acceleration(double value, long seed) {
        int[] there =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        boolean onceEach = Arrays.stream(there).allMatch(i -> counts[i] == 1);
        return there.length > MANY && onceEach ? ofBlocks(value, there, seed) : ofEach(value, there);
    }

    private double ofEach(double value, int[] there) {
        return acceleration(
                value,
                IntStream.range(0, there.length)
                        .mapToObj(i -> new int[] {there[i]})
                        .toArray(int[][]::new));
    }

    /** Leaves out blocks of things that were put together at random: their influences add up, and so do their cubes on average. */
    private double ofBlocks(double value, int[] there, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] shuffled = there.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = kept;
        }
        int[][] blocks = IntStream.range(0, BLOCKS)
                .mapToObj(block -> Arrays.copyOfRange(shuffled, (int) ((long) shuffled.length * block / BLOCKS), (int)
                        ((long) shuffled.length * (block + 1) / BLOCKS)))
                .toArray(int[][]::new);
        return acceleration(value, blocks);
    }

    private double acceleration(double value, int[][] blocks) {
        double[] weights = new double[blocks.length];
        double[] influences = new double[blocks.length];
        IntStream.range(0, blocks.length).parallel().forEach(block -> {
            double[] rest = counts.clone();
            for (int i : blocks[block]) {
                rest[i]--;
            }
            double without =
                    Arrays.stream(rest).anyMatch(each -> each > 0) ? statistic.applyAsDouble(rest) : Double.NaN;
            // what can't be left out has no known influence
            weights[block] = Double.isNaN(without) ? 0 : counts[blocks[block][0]];
            influences[block] = Double.isNaN(without) ? 0 : value - without;
        });
        return QuantileLevels.acceleration(influences, weights);
    }
}
