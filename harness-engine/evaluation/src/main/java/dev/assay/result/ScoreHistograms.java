package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Counts the first repeat's scores of labels in bins: over 0 to 1 for probabilities, over their range for others. */
final class ScoreHistograms {

    private static final int BINS = 20;

    private ScoreHistograms() {}

    static List<PlotData.ScoreHistogram> of(Evaluation evaluation, List<String> labels) {
        return labels.stream()
                .map(label -> of(evaluation.repeats().get(0), label))
                .toList();
    }

    private static PlotData.ScoreHistogram of(Outcomes outcomes, String label) {
        LabelPredictions predictions = outcomes.labelPredictions();
        int index = predictions.labels().indexOf(label);
        double from = 0;
        double to = 1;
        if (predictions.scoreKind() == ScoreKind.MARGINS) {
            from = IntStream.range(0, outcomes.size())
                    .mapToDouble(row -> predictions.score(row, index))
                    .min()
                    .orElseThrow();
            to = IntStream.range(0, outcomes.size())
                    .mapToDouble(row -> predictions.score(row, index))
                    .max()
                    .orElseThrow();
            if (from == to) {
                // a bin needs a width
                to = Math.max(from + 1, Math.nextUp(from));
            }
        }
        int[] have = new int[BINS];
        int[] others = new int[BINS];
        for (int row = 0; row < outcomes.size(); row++) {
            int[] counts = outcomes.labelTruth().index(row) == index ? have : others;
            counts[bin(predictions.score(row, index), from, to)]++;
        }
        return new PlotData.ScoreHistogram(label, Digits.usual(from), Digits.usual(to), list(have), list(others));
    }

    /** Halves what might be too far apart for a difference. */
    private static int bin(double score, double from, double to) {
        double share = (score / 2 - from / 2) / (to / 2 - from / 2);
        return Math.max(0, Math.min(BINS - 1, (int) (share * BINS)));
    }

    private static List<Integer> list(int... counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
