package dev.assay.testing;

import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Random truth, predictions with quantiles, and whole-numbered weights of a regression. */
public record NumberCase(NumberTargets truth, NumberPredictions predictions, List<Integer> weights) {

    /** The levels of the quantiles. */
    private static final double[] LEVELS = {0.1, 0.25, 0.5, 0.75, 0.9};

    /** Makes a case of 2 to 40 rows. */
    public static NumberCase random(SplittableRandom random) {
        return random(random, -10, value -> value + random.nextDouble(-3, 3));
    }

    /** Makes a case of 2 to 40 rows with positive truth and predictions. */
    public static NumberCase positive(SplittableRandom random) {
        return random(random, 0.1, value -> value * Math.exp(random.nextDouble(-1, 1)));
    }

    private static NumberCase random(SplittableRandom random, double least, DoubleUnaryOperator prediction) {
        int rows = random.nextInt(2, 41);
        double[] truth = random.doubles(rows, least, 10).toArray();
        double[] predicted = Arrays.stream(truth).map(prediction).toArray();
        List<Integer> weights = random.ints(rows, 1, 5).boxed().toList();
        double[] quantiles = Arrays.stream(predicted)
                .flatMap(value ->
                        random.doubles(LEVELS.length, value - 4, value + 4).sorted())
                .toArray();
        return new NumberCase(
                Targets.numbers(truth), Predictions.numbers(predicted).withQuantiles(LEVELS, quantiles), weights);
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
