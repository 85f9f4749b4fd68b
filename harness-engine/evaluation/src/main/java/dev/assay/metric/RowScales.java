package dev.assay.metric;

import dev.assay.numeric.Chunks;
import dev.assay.prediction.LabelPredictions;

/**
 * What the scores of each row have to be multiplied by to be probabilities: those that came as floats may miss a sum of 1.
 */
final class RowScales {

    private final double[] scales;

    private RowScales(double[] scales) {
        this.scales = scales;
    }

    static RowScales of(Outcomes outcomes) {
        return outcomes.once("row scales", RowScales.class, () -> compute(outcomes.labelPredictions()));
    }

    private static RowScales compute(LabelPredictions predictions) {
        if (!predictions.hasFloatScores()) {
            return new RowScales(new double[0]);
        }
        double[] scales = new double[predictions.size()];
        int k = predictions.labels().size();
        Chunks.run(
                scales.length,
                (from, to) -> ScoreBlocks.forEach(predictions, from, to, (start, end, scores) -> {
                    for (int row = start; row < end; row++) {
                        double sum = 0;
                        for (int i = (row - start) * k; i < (row - start + 1) * k; i++) {
                            sum += scores[i];
                        }
                        scales[row] = 1 / sum;
                    }
                }));
        return new RowScales(scales);
    }

    double of(int row) {
        return scales.length == 0 ? 1 : scales[row];
    }
}
