package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxValue;
import dev.assay.data.Labels;
import dev.assay.prediction.Predictions;

/** Reads the only score of a model of two labels. */
final class SingleScoreReader implements OutputReader {

    private final String source;
    private final ScoreMeaning meaning;
    private final Labels labels;
    private final int scored;
    private final double[] scores;
    private int filled;

    SingleScoreReader(String source, ScoreMeaning meaning, Labels labels, int scored, int total) {
        this.source = source;
        this.meaning = meaning;
        this.labels = labels;
        this.scored = scored;
        this.scores = new double[total];
    }

    @Override
    public void read(OnnxValue value, int rows, int wanted) {
        TensorCells.doubles(TensorCells.require(source, value, rows, 1), scores, filled, wanted);
        filled += wanted;
    }

    @Override
    public Predictions predictions() {
        double[] both = new double[2 * scores.length];
        for (int row = 0; row < scores.length; row++) {
            double probability = meaning.probability(scores[row]);
            both[2 * row + scored] = probability;
            both[2 * row + 1 - scored] = 1 - probability;
        }
        return Predictions.probabilities(labels, both);
    }
}
