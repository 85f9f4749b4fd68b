package dev.assay.testing;

import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random truth, predictions and whole-numbered weights of a regression. */
public record NumberCase(NumberTargets truth, NumberPredictions predictions, List<Integer> weights) {

    /** Makes a case of 2 to 40 rows. */
    public static NumberCase random(SplittableRandom random) {
        int rows = random.nextInt(2, 41);
        double[] truth = random.doubles(rows, -10, 10).toArray();
        double[] predicted = Arrays.stream(truth)
                .map(value -> value + random.nextDouble(-3, 3))
                .toArray();
        return new NumberCase(
                Targets.numbers(truth),
                Predictions.numbers(predicted),
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
    public NumberCase select(int... rows) {
        return new NumberCase(
                truth.select(rows),
                predictions.select(rows),
                Arrays.stream(rows).mapToObj(weights::get).toList());
    }

    /** Puts the rows in a random order. */
    public NumberCase shuffled(SplittableRandom random) {
        return select(Order.random(truth.size(), random));
    }

    /** Repeats each row as often as its weight says. */
    public NumberCase repeated() {
        return select(IntStream.range(0, truth.size())
                .flatMap(row -> IntStream.range(0, weights.get(row)).map(i -> row))
                .toArray());
    }
}
