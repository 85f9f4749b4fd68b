package dev.assay.testing;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Random truth, predictions and weights of a classification. Scores are often tied. */
public record LabelCase(LabelTargets truth, LabelPredictions predictions, List<Double> weights) {

    private static final int MOST_ROWS = 40;

    /** Numbers at which formats, signs and comparisons change. */
    private static final List<Double> EXTREMES = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            -Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE);

    /**
     * Makes a case of 2 to 5 labels and up to 40 rows whose predictions are better than chance and have probabilities, those
     * of some cases as floats. Weights are whole numbers.
     */
    public static LabelCase random(SplittableRandom random) {
        Labels labels = Examples.vocabulary(random.nextInt(2, 6));
        int rows = random.nextInt(1, MOST_ROWS + 1);
        int[] truth = random.ints(rows, 0, labels.size()).toArray();
        double[] votes = votes(truth, labels.size(), random);
        LabelPredictions predictions = random.nextInt(4) == 0
                ? Predictions.probabilities(labels, floats(votes))
                : Predictions.probabilities(labels, votes);
        return of(truth, sometimesOthers(predictions, random), wholeWeights(rows, random));
    }

    /**
     * Makes a case of 1 to 12 labels, of which some may never be the truth, and up to 40 rows, with any kind of scores in
     * either precision or none. Weights are whole numbers, tenths or of any magnitude; some may be 0.
     */
    public static LabelCase any(SplittableRandom random) {
        Labels labels = Examples.vocabulary(Math.min(random.nextInt(1, 13), random.nextInt(1, 13)));
        int rows = random.nextInt(1, MOST_ROWS + 1);
        int[] truth = random.ints(rows, 0, random.nextInt(1, labels.size() + 1)).toArray();
        return of(truth, sometimesOthers(anyPredictions(labels, truth, random), random), anyWeights(rows, random));
    }

    /** Makes such a case whose weights are whole numbers, some of them 0. */
    public static LabelCase anyWithWholeWeights(SplittableRandom random) {
        LabelCase any = any(random);
        return new LabelCase(
                any.truth, any.predictions, boxed(sometimesZero(wholeWeights(any.truth.size(), random), random)));
    }

    private static LabelCase of(int[] truth, LabelPredictions predictions, double... weights) {
        Labels labels = predictions.labels();
        return new LabelCase(
                Targets.labels(
                        labels, Arrays.stream(truth).mapToObj(labels::name).toList()),
                predictions,
                boxed(weights));
    }

    private static List<Double> boxed(double... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** Makes probabilities that are quotients of small integers, more for the truth. */
    private static double[] votes(int[] truth, int k, SplittableRandom random) {
        double[] probabilities = new double[truth.length * k];
        for (int row = 0; row < truth.length; row++) {
            int[] votes = random.ints(k, 1, 6).toArray();
            votes[truth[row]] += random.nextInt(4);
            int sum = Arrays.stream(votes).sum();
            for (int label = 0; label < k; label++) {
                probabilities[row * k + label] = (double) votes[label] / sum;
            }
        }
        return probabilities;
    }

    /** Makes probabilities near 0 and 1 that sum to 1 as nearly as they must. */
    private static double[] sure(int rows, int k, SplittableRandom random) {
        double[] probabilities = new double[rows * k];
        for (int row = 0; row < rows; row++) {
            double[] powers = random.doubles(k, -20, 20).map(Math::exp).toArray();
            double sum = DoubleStream.of(powers).sum() * (1 + random.nextInt(-1, 2) * 9e-7);
            for (int label = 0; label < k; label++) {
                probabilities[row * k + label] = powers[label] / sum;
            }
        }
        return probabilities;
    }

    private static LabelPredictions anyPredictions(Labels labels, int[] truth, SplittableRandom random) {
        int k = labels.size();
        int scores = truth.length * k;
        return switch (random.nextInt(8)) {
            case 0 -> Predictions.labels(labels, truth);
            case 1 -> Predictions.probabilities(labels, votes(truth, k, random));
            case 2 -> Predictions.probabilities(labels, floats(votes(truth, k, random)));
            case 3 -> Predictions.probabilities(labels, sure(truth.length, k, random));
            case 4 -> Predictions.probabilities(labels, floats(sure(truth.length, k, random)));
            case 5 ->
                Predictions.margins(
                        labels,
                        random.ints(scores, -3, 4)
                                .mapToDouble(i -> i == 0 && random.nextBoolean() ? -0.0 : i)
                                .toArray());
            case 6 ->
                Predictions.margins(
                        labels,
                        random.doubles(scores).map(i -> anyNumber(random)).toArray());
            default ->
                Predictions.margins(
                        labels,
                        floats(random.doubles(scores)
                                .map(i -> anyNumber(random))
                                .map(score -> Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, score)))
                                .toArray()));
        };
    }

    private static double anyNumber(SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return EXTREMES.get(random.nextInt(EXTREMES.size()));
        }
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : 0;
    }

    private static LabelPredictions sometimesOthers(LabelPredictions predictions, SplittableRandom random) {
        return random.nextInt(4) == 0
                ? predictions.withPredicted(
                        random.ints(predictions.size(), 0, predictions.labels().size())
                                .toArray())
                : predictions;
    }

    private static double[] wholeWeights(int rows, SplittableRandom random) {
        return random.ints(rows, 1, 5).asDoubleStream().toArray();
    }

    private static double[] anyWeights(int rows, SplittableRandom random) {
        double[] weights = wholeWeights(rows, random);
        switch (random.nextInt(4)) {
            case 0 -> Arrays.setAll(weights, row -> weights[row] / 10);
            case 1 -> Arrays.setAll(weights, row -> random.nextDouble());
            case 2 -> Arrays.setAll(weights, row -> Math.pow(10, random.nextDouble(-20, 20)));
            default -> {}
        }
        return sometimesZero(weights, random);
    }

    /** Sets some weights to 0, but never all. */
    private static double[] sometimesZero(double[] weights, SplittableRandom random) {
        if (random.nextBoolean()) {
            for (int row = 1; row < weights.length; row++) {
                weights[row] = random.nextInt(3) == 0 ? 0 : weights[row];
            }
        }
        return weights;
    }

    /** Puts truth beside predictions, without weights. */
    public Outcomes outcomes() {
        return Outcomes.of(truth, predictions);
    }

    /** Puts truth beside predictions, with weights. */
    public Outcomes weightedOutcomes() {
        return outcomes()
                .withWeights(weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Picks rows, in that order. */
    public LabelCase select(int... rows) {
        return new LabelCase(
                truth.select(rows),
                predictions.select(rows),
                Arrays.stream(rows).mapToObj(weights::get).toList());
    }

    /** Puts the rows in a random order. */
    public LabelCase shuffled(SplittableRandom random) {
        return select(Order.random(truth.size(), random));
    }

    /** Repeats each row as often as its weight, a whole number, says. */
    public LabelCase repeated() {
        return select(IntStream.range(0, truth.size())
                .flatMap(row -> IntStream.range(0, weights.get(row).intValue()).map(i -> row))
                .toArray());
    }

    /** Picks the rows whose weight isn't 0. */
    public LabelCase ofPositiveWeight() {
        return select(IntStream.range(0, truth.size())
                .filter(row -> weights.get(row) > 0)
                .toArray());
    }

    /** Puts the same labels in another order. */
    public LabelCase withLabelsShuffled(SplittableRandom random) {
        Labels labels = Labels.of(Arrays.stream(Order.random(truth.labels().size(), random))
                .mapToObj(truth.labels()::name)
                .toList());
        return new LabelCase(truth.over(labels), predictions.over(labels), weights);
    }
}
