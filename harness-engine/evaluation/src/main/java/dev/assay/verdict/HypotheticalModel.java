package dev.assay.verdict;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A model that nobody has trained yet: what it would predict for known targets, were it as good as expected. One number says
 * how good it is, from 0, which is perfect, to 1.
 */
interface HypotheticalModel {

    /** Deals errors to rows; which rows they hit must not depend on the order of the data. */
    long SEED = 0x5eed;

    /** Predicts the targets with that much noise. */
    Predictions predict(double noise);

    /**
     * Returns the models that may be asked, the simplest first.
     *
     * @param rows the examples that will be tested
     * @return none for targets of which nothing can be supposed; none with scores where there are no two labels to tell apart
     */
    static List<HypotheticalModel> of(Dataset<?> rows) {
        List<HypotheticalModel> models = new ArrayList<>();
        if (rows.targets() instanceof LabelTargets labels) {
            models.add(new PriorGuesses(labels));
            if (labels.labels().size() == 2 && Arrays.stream(labels.counts()).allMatch(count -> count > 0)) {
                models.add(new NormalScores(labels));
            }
        }
        if (rows.targets() instanceof NumberTargets numbers) {
            models.add(new NormalErrors(numbers));
        }
        return models;
    }

    /** Returns the places of a label's rows in random order. */
    private static int[] shuffled(int[] places) {
        int[] shuffled = places.clone();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        return shuffled;
    }

    private static int[] shuffledRows(LabelTargets targets, int label) {
        return shuffled(IntStream.range(0, targets.size())
                .filter(row -> targets.index(row) == label)
                .toArray());
    }

    /** Returns the normal quantiles in the middle of so many equal parts. */
    private static double[] normalQuantiles(int size) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return IntStream.range(0, size)
                .mapToDouble(i -> normal.inverseCumulativeProbability((i + 0.5) / size))
                .toArray();
    }

    /**
     * Knows the label of most rows, and guesses that of the others by the labels' frequencies; the share of these is the noise.
     * It predicts each label as often as it occurs, and its kappa is 1 less the noise.
     */
    record PriorGuesses(LabelTargets targets) implements HypotheticalModel {

        @Override
        public Predictions predict(double noise) {
            int[] counts = targets.counts();
            int[] predicted = new int[targets.size()];
            for (int label = 0; label < counts.length; label++) {
                int[] cells = cells(counts, label, noise);
                int[] rows = shuffledRows(targets, label);
                int next = 0;
                for (int guess = 0; guess < cells.length; guess++) {
                    for (int i = 0; i < cells[guess]; i++) {
                        predicted[rows[next++]] = guess;
                    }
                }
            }
            return Predictions.labels(targets.labels(), predicted);
        }

        /** Rounds the cells of a true label to whole rows, those with the largest remainders up. */
        private int[] cells(int[] counts, int label, double noise) {
            double[] exact = new double[counts.length];
            for (int guess = 0; guess < counts.length; guess++) {
                double guessed = noise * counts[label] * counts[guess] / targets.size();
                exact[guess] = guessed + (guess == label ? (1 - noise) * counts[label] : 0);
            }
            int[] cells = Arrays.stream(exact).mapToInt(cell -> (int) cell).toArray();
            int missing = counts[label] - Arrays.stream(cells).sum();
            IntStream.range(0, cells.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(exact[b] - cells[b], exact[a] - cells[a]))
                    .limit(missing)
                    .forEach(cell -> cells[cell]++);
            return cells;
        }
    }

    /**
     * Scores the rows of two labels by normal distributions of equal spread, whose distance falls from 8 standard deviations to 0
     * with the noise. Probabilities are the true ones, so that the model is calibrated.
     */
    record NormalScores(LabelTargets targets) implements HypotheticalModel {

        private static final double FARTHEST = 8;

        @Override
        public Predictions predict(double noise) {
            double distance = FARTHEST * (1 - noise);
            int[] counts = targets.counts();
            double prior = Math.log((double) counts[1] / counts[0]);
            double[] probabilities = new double[2 * targets.size()];
            for (int label = 0; label < 2; label++) {
                int[] rows = shuffledRows(targets, label);
                double[] quantiles = normalQuantiles(rows.length);
                for (int i = 0; i < rows.length; i++) {
                    double score = quantiles[i] + label * distance;
                    double odds = prior + distance * score - distance * distance / 2;
                    probabilities[2 * rows[i]] = 1 / (1 + Math.exp(odds));
                    probabilities[2 * rows[i] + 1] = 1 / (1 + Math.exp(-odds));
                }
            }
            return Predictions.probabilities(targets.labels(), probabilities);
        }
    }

    /** Misses numbers by normal errors, whose spread is to that of the targets as the noise is to what is left to 1. */
    record NormalErrors(NumberTargets targets) implements HypotheticalModel {

        private static final double MOST = 0.999;

        @Override
        public Predictions predict(double noise) {
            double most = Math.min(noise, MOST);
            double spread = spread() * most / (1 - most);
            double[] quantiles = normalQuantiles(targets.size());
            int[] rows = shuffled(IntStream.range(0, targets.size()).toArray());
            double[] predicted = new double[targets.size()];
            for (int i = 0; i < rows.length; i++) {
                predicted[rows[i]] = targets.value(rows[i]) + spread * quantiles[i];
            }
            return Predictions.numbers(predicted);
        }

        private double spread() {
            double mean = IntStream.range(0, targets.size())
                    .mapToDouble(targets::value)
                    .average()
                    .orElseThrow();
            double variance = IntStream.range(0, targets.size())
                    .mapToDouble(row -> (targets.value(row) - mean) * (targets.value(row) - mean))
                    .average()
                    .orElseThrow();
            return variance == 0 ? 1 : Math.sqrt(variance);
        }
    }
}
