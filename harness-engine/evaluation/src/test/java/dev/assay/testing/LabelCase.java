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
import java.util.stream.IntStream;

/** Random truth, predictions and whole-numbered weights of a classification. Scores are often tied. */
public record LabelCase(LabelTargets truth, LabelPredictions predictions, List<Integer> weights) {

    /** Makes a case of 2 to 5 labels and up to 40 rows whose predictions are better than chance. */
    public static LabelCase random(SplittableRandom random) {
        Labels labels = Examples.vocabulary(random.nextInt(2, 6));
        int rows = random.nextInt(1, 41);
        int k = labels.size();
        int[] truth = random.ints(rows, 0, k).toArray();
        double[] probabilities = new double[rows * k];
        for (int row = 0; row < rows; row++) {
            int[] votes = random.ints(k, 1, 6).toArray();
            votes[truth[row]] += random.nextInt(4);
            int sum = Arrays.stream(votes).sum();
            for (int label = 0; label < k; label++) {
                probabilities[row * k + label] = (double) votes[label] / sum;
            }
        }
        LabelPredictions predictions = Predictions.probabilities(labels, probabilities);
        if (random.nextInt(4) == 0) {
            predictions = predictions.withPredicted(random.ints(rows, 0, k).toArray());
        }
        return new LabelCase(
                Targets.labels(
                        labels, Arrays.stream(truth).mapToObj(labels::name).toList()),
                predictions,
                random.ints(rows, 1, 5).boxed().toList());
    }

    /** Puts truth beside predictions, without weights. */
    public Outcomes outcomes() {
        return Outcomes.of(truth, predictions);
    }

    /** Puts truth beside predictions, with weights. */
    public Outcomes weightedOutcomes() {
        return outcomes()
                .withWeights(weights.stream().mapToDouble(Integer::doubleValue).toArray());
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

    /** Repeats each row as often as its weight says. */
    public LabelCase repeated() {
        return select(IntStream.range(0, truth.size())
                .flatMap(row -> IntStream.range(0, weights.get(row)).map(i -> row))
                .toArray());
    }
}
