package dev.assay.files;

import dev.assay.data.Labels;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreMeaning;
import java.util.List;
import java.util.Map;

/** The scores of a file. */
final class Scoring {

    /** Doubles whose sum misses 1 by more were rounded. */
    private static final double SUM_TOLERANCE = 1e-6;

    private static final double SUM_TOLERANCE_OF_ROUNDED = 1e-3;

    private final ScoreMeaning meaning;
    private final FileColumns columns;
    private final List<NumberColumn> scores;

    Scoring(ScoreMeaning meaning, FileColumns columns, Map<String, NumberColumn> scores) {
        this.meaning = meaning;
        this.columns = columns;
        this.scores = List.copyOf(scores.values());
    }

    /** Tells whether rows have scores: all of them or none. */
    boolean hasScores(int... rows) {
        if (scores.isEmpty()) {
            return false;
        }
        boolean first = !scores.get(0).isMissing(rows[0]);
        for (NumberColumn column : scores) {
            for (int row : rows) {
                if (column.isMissing(row) == first) {
                    int empty = first ? row : rows[0];
                    throw columns.places()
                            .fault(
                                    empty,
                                    first ? column : scores.get(0),
                                    "the score is missing; a fold has scores of all labels in all of its rows, or none");
                }
            }
        }
        return first;
    }

    /** Returns the scores of rows, one row after another. */
    double[] rowMajor(int... rows) {
        int k = scores.size();
        double[] all = new double[Math.multiplyExact(rows.length, k)];
        for (int label = 0; label < k; label++) {
            NumberColumn column = scores.get(label);
            for (int i = 0; i < rows.length; i++) {
                all[i * k + label] = column.get(rows[i]);
            }
        }
        return all;
    }

    LabelPredictions predictions(Labels labels, int... rows) {
        double[] all = rowMajor(rows);
        if (meaning == ScoreMeaning.LOGITS) {
            return Predictions.logits(labels, all);
        }
        boolean single = areFloats(all);
        if (meaning == ScoreMeaning.MARGINS) {
            return single ? Predictions.margins(labels, floats(all)) : Predictions.margins(labels, all);
        }
        return single || areRounded(all, labels.size())
                ? Predictions.probabilities(labels, floats(all))
                : Predictions.probabilities(labels, all);
    }

    /** Tells whether nothing is lost by keeping floats, as nothing is where they were floats before. */
    private static boolean areFloats(double... numbers) {
        for (double number : numbers) {
            if ((float) number != number) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether sums miss 1 by as much as those of floats do, but by no more. */
    private static boolean areRounded(double[] all, int k) {
        double most = 0;
        for (int first = 0; first < all.length; first += k) {
            double sum = 0;
            for (int i = first; i < first + k; i++) {
                sum += all[i];
            }
            most = Math.max(most, Math.abs(sum - 1));
        }
        return most > SUM_TOLERANCE && most <= SUM_TOLERANCE_OF_ROUNDED;
    }

    private static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
