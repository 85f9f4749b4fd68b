package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.NumberPredictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses rows of the first repeat, evenly spread over the sorted truth. */
final class FitPlot {

    private static final int MOST_ROWS = 400;

    private FitPlot() {}

    static Optional<PlotData.Fit> of(Evaluation evaluation) {
        Outcomes outcomes = evaluation.repeats().get(0);
        return outcomes.predictions() instanceof NumberPredictions predictions
                ? Optional.of(of(outcomes, predictions))
                : Optional.empty();
    }

    private static PlotData.Fit of(Outcomes outcomes, NumberPredictions predictions) {
        int size = outcomes.size();
        // sorted as numbers, and not rows by their numbers, which takes ten times as long
        double[] sorted = IntStream.range(0, size)
                .mapToDouble(row -> outcomes.numberTruth().value(row))
                .toArray();
        Arrays.parallelSort(sorted);
        int chosen = Math.min(size, MOST_ROWS);
        double[] truths = IntStream.range(0, chosen)
                .mapToDouble(i -> sorted[chosen == 1 ? 0 : (int) ((long) i * (size - 1) / (chosen - 1))])
                .toArray();
        Map<Double, Places> places = places(sorted, truths);
        for (int row = 0; row < size; row++) {
            Places ofTruth = places.get(outcomes.numberTruth().value(row));
            if (ofTruth != null) {
                ofTruth.pass(predictions.value(row));
            }
        }
        return new PlotData.Fit(
                size,
                Arrays.stream(truths).map(Digits::usual).boxed().toList(),
                // equal truths are neighbours
                Arrays.stream(truths)
                        .distinct()
                        .boxed()
                        .flatMap(truth -> Stream.ofNullable(places.get(truth)))
                        .flatMap(ofTruth -> ofTruth.chosen.stream())
                        .toList());
    }

    private static Map<Double, Places> places(double[] sorted, double... truths) {
        Map<Double, Places> places = new HashMap<>();
        for (double truth : truths) {
            places.computeIfAbsent(truth, key -> new Places()).wanted++;
        }
        for (double truth : sorted) {
            Places ofTruth = places.get(truth);
            if (ofTruth != null) {
                ofTruth.rows++;
            }
        }
        return places;
    }

    /** The rows of one truth, of which some are chosen, evenly spread. */
    private static final class Places {

        private final List<Double> chosen = new ArrayList<>();
        private int wanted;
        private int rows;
        private int passed;

        void pass(double predicted) {
            if (chosen.size() < wanted && passed >= (long) chosen.size() * rows / wanted) {
                chosen.add(Digits.usual(predicted));
            }
            passed++;
        }
    }
}
