package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import dev.assay.data.Labels;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreMeaning;

/** Reads a tensor with a score for each label. */
final class ScoreReader implements OutputReader {

    private final String source;
    private final ScoreMeaning meaning;
    private final Labels labels;
    private final int total;
    /** One of these two is used, by the type of the first batch. */
    private float[] singles = new float[0];

    private double[] doubles = new double[0];
    private int filled;

    ScoreReader(String source, ScoreMeaning meaning, Labels labels, int total) {
        this.source = source;
        this.meaning = meaning;
        this.labels = labels;
        this.total = total;
    }

    @Override
    public void read(OnnxValue value, int rows, int wanted) {
        OnnxTensor tensor = TensorCells.require(source, value, rows, labels.size());
        boolean single = TensorCells.isSingle(tensor.getInfo().type);
        int count = wanted * labels.size();
        if (filled == 0) {
            int size = Math.multiplyExact(total, labels.size());
            singles = single ? new float[size] : singles;
            doubles = single ? doubles : new double[size];
        }
        if (single) {
            TensorCells.floats(tensor, singles, filled, count);
        } else {
            TensorCells.doubles(tensor, doubles, filled, count);
        }
        filled += count;
    }

    @Override
    public Predictions predictions() {
        return singles.length > 0 ? meaning.of(labels, singles) : meaning.of(labels, doubles);
    }
}
