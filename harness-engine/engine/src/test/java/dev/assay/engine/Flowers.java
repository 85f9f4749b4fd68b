package dev.assay.engine;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;

/** Small data, and learners for them that take no time. */
final class Flowers {

    private static final int SIZE = 30;

    private Flowers() {}

    /** Thirty flowers in two colours, of which the height tells the colour of all but every seventh. */
    static Dataset<double[]> byColour() {
        double[][] heights = new double[SIZE][];
        List<String> colours = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            boolean isRed = i % 3 == 0;
            heights[i] = new double[] {(isRed == (i % 7 != 6) ? 10 : 20) + i * 0.1};
            colours.add(isRed ? "red" : "blue");
        }
        return Dataset.of(heights, Targets.labels(colours)).withPositive("red");
    }

    /** The same flowers; their weight is to be told. */
    static Dataset<double[]> byWeight() {
        double[] weights = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            weights[i] = 3 * i + (i % 5);
        }
        return byColour().map(Flowers::same).withTargets(Targets.numbers(weights));
    }

    private static double[] same(double[] input) {
        return input;
    }

    /** Takes short flowers for red ones. */
    static Learner<double[]> rule() {
        return new Rule();
    }

    private record Rule() implements Learner<double[]> {

        @Override
        public Predictor<double[]> fit(Training<double[]> training) {
            Labels labels = training.labels();
            int red = labels.indexOf("red");
            int blue = labels.indexOf("blue");
            return inputs -> Predictions.labels(
                    labels,
                    inputs.stream().mapToInt(x -> x[0] < 15 ? red : blue).toArray());
        }
    }

    /** Fails in every fold. */
    static Learner<double[]> broken() {
        return training -> {
            throw new IllegalStateException("out of water");
        };
    }
}
