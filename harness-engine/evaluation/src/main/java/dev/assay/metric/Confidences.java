package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.Chunks;
import dev.assay.prediction.LabelPredictions;

/** What was predicted of each row with which probability, and whether it came true. */
final class Confidences {

    /** The probabilities; with a minus sign where it didn't come true. */
    private final double[] signed;

    private Confidences(double[] signed) {
        this.signed = signed;
    }

    /** Makes room for so many rows, all of probability 0 that came true, until they are set. */
    static Confidences ofRows(int rows) {
        return new Confidences(new double[rows]);
    }

    /** Takes the probability of one label, which comes true where that is the true one. */
    static Confidences ofLabel(Outcomes outcomes, int label) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        int k = truth.labels().size();
        Confidences confidences = ofRows(outcomes.size());
        Chunks.run(
                outcomes.size(),
                (from, to) -> ScoreBlocks.forEach(predictions, from, to, (start, end, scores) -> {
                    for (int row = start; row < end; row++) {
                        int first = (row - start) * k;
                        double scale = ScoreBlocks.scale(predictions, scores, first);
                        confidences.set(row, scores[first + label] * scale, truth.index(row) == label);
                    }
                }));
        return confidences;
    }

    void set(int row, double probability, boolean hit) {
        // adding 0 clears the sign of -0.0
        double value = Math.min(1, probability) + 0.0;
        signed[row] = hit ? value : -value;
    }

    int size() {
        return signed.length;
    }

    double probability(int row) {
        return Math.abs(signed[row]);
    }

    /** Returns 1 if it came true, and 0 if not. */
    int hit(int row) {
        return 1 - (int) (Double.doubleToRawLongBits(signed[row]) >>> 63);
    }
}
