package dev.assay.testing;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Random truth, predictions and whole-numbered weights of a multi-label classification. Scores are often tied. */
public record LabelSetCase(LabelSetTargets truth, LabelSetPredictions predictions, List<Integer> weights) {

    /** Makes a case of 1 to 6 labels and up to 30 rows; some sets are empty, and some have all labels. */
    public static LabelSetCase random(SplittableRandom random) {
        Labels labels = Examples.vocabulary(random.nextInt(1, 7));
        int rows = random.nextInt(1, 31);
        double share = random.nextDouble();
        double[] scores = random.ints((long) rows * labels.size(), -2, 5)
                .mapToDouble(score -> score / 4.0)
                .toArray();
        List<List<String>> sets = sets(
                rows,
                row -> labels.names().stream()
                        .filter(label -> random.nextDouble() < share)
                        .toList());
        LabelSetPredictions predictions = Predictions.labelSetScores(labels, 0.5, scores);
        if (random.nextInt(4) == 0) {
            List<List<String>> others = sets(
                    rows,
                    row -> labels.names().stream()
                            .filter(label -> random.nextBoolean())
                            .toList());
            predictions = Predictions.labelSets(labels, others).withScores(scores);
        }
        return new LabelSetCase(
                Targets.labelSets(labels, sets),
                predictions,
                random.ints(rows, 1, 5).boxed().toList());
    }

    private static <T> List<T> sets(int rows, IntFunction<T> set) {
        return IntStream.range(0, rows).mapToObj(set).toList();
    }

    /** Makes a case of sets of one label each from a classification. */
    public static LabelSetCase of(LabelCase single) {
        Labels labels = single.truth().labels();
        int rows = single.truth().size();
        return new LabelSetCase(
                Targets.labelSets(
                        labels, sets(rows, row -> Set.of(single.truth().label(row)))),
                Predictions.labelSets(
                        labels, sets(rows, row -> Set.of(single.predictions().label(row)))),
                single.weights().stream().map(Double::intValue).toList());
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
    public LabelSetCase select(int... rows) {
        return new LabelSetCase(
                truth.select(rows),
                predictions.select(rows),
                Arrays.stream(rows).mapToObj(weights::get).toList());
    }

    /** Puts the rows in a random order. */
    public LabelSetCase shuffled(SplittableRandom random) {
        return select(Order.random(truth.size(), random));
    }

    /** Repeats each row as often as its weight says. */
    public LabelSetCase repeated() {
        return select(IntStream.range(0, truth.size())
                .flatMap(row -> IntStream.range(0, weights.get(row)).map(i -> row))
                .toArray());
    }

    /** Declares the labels in a random order. */
    public LabelSetCase relabelled(SplittableRandom random) {
        int[] order = Order.random(truth.labels().size(), random);
        Labels labels =
                Labels.of(Arrays.stream(order).mapToObj(truth.labels()::name).toList());
        double[] scores = IntStream.range(0, truth.size())
                .mapToObj(row -> Arrays.stream(order).mapToDouble(label -> predictions.score(row, label)))
                .flatMapToDouble(row -> row)
                .toArray();
        return new LabelSetCase(
                Targets.labelSets(labels, sets(truth.size(), truth::set)),
                Predictions.labelSets(labels, sets(truth.size(), predictions::set))
                        .withScores(scores),
                weights);
    }
}
