package dev.assay.prediction;

import dev.assay.data.Labels;

/** Makes probabilities of logits: the exponential of each over the sum of those of its row. */
final class Softmax {

    private Softmax() {}

    /** Makes predictions of logits; the array is changed and kept. */
    static LabelPredictions of(Labels labels, double[] logits) {
        int size = labels.size();
        for (int from = 0; from + size <= logits.length; from += size) {
            if (!replace(logits, from, from + size)) {
                // says what is wrong with the logits, and not with what would be made of them
                return LabelPredictions.of(labels, ScoreKind.MARGINS, new ScoreMatrix(size, logits));
            }
        }
        return LabelPredictions.of(labels, ScoreKind.PROBABILITIES, new ScoreMatrix(size, logits));
    }

    /** Replaces a row, unless a logit is not finite. */
    private static boolean replace(double[] cells, int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, cells[i]);
            lowest = Math.min(lowest, cells[i]);
        }
        if (!Double.isFinite(highest) || !Double.isFinite(lowest)) {
            return false;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            // less the highest, so that no power overflows
            cells[i] = StrictMath.exp(cells[i] - highest);
            sum += cells[i];
        }
        for (int i = from; i < to; i++) {
            cells[i] /= sum;
        }
        return true;
    }
}
