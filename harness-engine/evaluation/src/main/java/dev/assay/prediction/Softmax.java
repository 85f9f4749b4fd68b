package dev.assay.prediction;

import dev.assay.data.Labels;
import dev.assay.numeric.Chunks;
import java.util.List;

/** Makes probabilities of logits: the exponential of each over the sum of those of its row. */
final class Softmax {

    /** How many rows are worth being handed over to another thread. */
    private static final int FEWEST_ROWS = 1 << 12;

    /** How many logits are looked at together; as many as stay in the nearest cache. */
    private static final int BATCH = 2048;

    private final ScoreMatrix logits;
    private final int size;
    private final double[] probabilities;
    private final int[] highest;

    private Softmax(Labels labels, ScoreMatrix logits) {
        this.logits = logits;
        this.size = labels.size();
        this.probabilities = new double[logits.length()];
        this.highest = new int[logits.rows()];
    }

    static LabelPredictions of(Labels labels, ScoreMatrix logits) {
        ScoreCheck.requireWholeRows(labels, logits);
        Softmax softmax = new Softmax(labels, logits);
        List<Boolean> areFinite = Chunks.map(logits.rows(), FEWEST_ROWS, softmax::compute);
        if (areFinite.contains(false)) {
            // says what is wrong with the logits, and not with what was made of them
            return LabelPredictions.of(labels, ScoreKind.MARGINS, logits);
        }
        return LabelPredictions.of(
                labels, ScoreKind.PROBABILITIES, new ScoreMatrix(softmax.size, softmax.probabilities), softmax.highest);
    }

    /** Computes a range of rows; tells whether all of its logits are finite. */
    private boolean compute(int from, int to) {
        int batch = Math.max(1, BATCH / size);
        double[] copy = new double[batch * size];
        for (int start = from; start < to; start += batch) {
            int end = Math.min(to, start + batch);
            logits.copy(start, end, copy);
            for (int row = start; row < end; row++) {
                if (!compute(copy, (row - start) * size, row)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean compute(double[] copy, int from, int row) {
        double greatest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < from + size; i++) {
            greatest = Math.max(greatest, copy[i]);
            least = Math.min(least, copy[i]);
        }
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            // less the greatest, so that no power overflows
            copy[i] = Math.exp(copy[i] - greatest);
            sum += copy[i];
        }
        int first = row * size;
        int best = 0;
        for (int label = 0; label < size; label++) {
            double probability = copy[from + label] / sum;
            probabilities[first + label] = probability;
            if (probability > probabilities[first + best]) {
                best = label;
            }
        }
        highest[row] = best;
        return Double.isFinite(greatest) && Double.isFinite(least);
    }
}
