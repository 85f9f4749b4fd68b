package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the labels whose scores are drawn. */
final class PlottedLabels {

    private static final int MOST = 20;

    /** Each label's scores are sorted: so many rows take about a second. */
    private static final int MOST_ROWS = 5_000_000;

    private PlottedLabels() {}

    /** Returns the positive label or else the most frequent ones, the most frequent first; none without scores. */
    static List<String> of(Evaluation evaluation) {
        Outcomes outcomes = evaluation.repeats().get(0);
        if (!(outcomes.predictions() instanceof LabelPredictions predictions)
                || predictions.scoreKind() == ScoreKind.NONE) {
            return List.of();
        }
        return predictions
                .labels()
                .positive()
                .map(List::of)
                .orElseGet(() -> frequent(
                        outcomes, outcomes.size() * (long) evaluation.repeats().size()));
    }

    private static List<String> frequent(Outcomes outcomes, long rows) {
        int[] counts = outcomes.labelTruth().counts();
        return IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0)
                .boxed()
                .sorted(Comparator.comparing(label -> -counts[label]))
                .limit(Math.max(1, Math.min(MOST, MOST_ROWS / rows)))
                .map(label -> outcomes.labelTruth().labels().name(label))
                .toList();
    }
}
