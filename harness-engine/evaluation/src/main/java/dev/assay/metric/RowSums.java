package dev.assay.metric;

import dev.assay.numeric.Chunks;
import dev.assay.prediction.LabelPredictions;

/** What the probabilities of each row have to be divided by: those that came as floats may miss a sum of 1. */
final class RowSums {

    private final double[] sums;

    private RowSums(double[] sums) {
        this.sums = sums;
    }

    static RowSums of(Outcomes outcomes) {
        return outcomes.once("row sums", RowSums.class, () -> compute(outcomes.labelPredictions()));
    }

    private static RowSums compute(LabelPredictions predictions) {
        if (!predictions.hasFloatScores()) {
            return new RowSums(new double[0]);
        }
        double[] sums = new double[predictions.size()];
        int k = predictions.labels().size();
        Chunks.run(sums.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                double sum = 0;
                for (int label = 0; label < k; label++) {
                    sum += predictions.score(row, label);
                }
                sums[row] = sum;
            }
        });
        return new RowSums(sums);
    }

    double of(int row) {
        return sums.length == 0 ? 1 : sums[row];
    }
}
