package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxValue;
import dev.assay.data.Labels;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreMeaning;

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
        return meaning.ofOne(labels, scored, scores);
    }
}
