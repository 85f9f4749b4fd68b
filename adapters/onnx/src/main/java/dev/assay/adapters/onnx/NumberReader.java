package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxValue;
import dev.assay.prediction.Predictions;

/** Reads a tensor with a number for each row. */
final class NumberReader implements OutputReader {

    private final String source;
    private final double[] values;
    private int filled;

    NumberReader(String source, int total) {
        this.source = source;
        this.values = new double[total];
    }

    @Override
    public void read(OnnxValue value, int rows, int wanted) {
        TensorCells.doubles(TensorCells.require(source, value, rows, 1), values, filled, wanted);
        filled += wanted;
    }

    @Override
    public Predictions predictions() {
        return Predictions.numbers(values);
    }
}
