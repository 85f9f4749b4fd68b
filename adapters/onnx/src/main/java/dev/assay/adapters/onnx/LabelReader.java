package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import dev.assay.data.Labels;
import dev.assay.prediction.Predictions;

/** Reads a tensor with a label for each row, by name or by index. */
final class LabelReader implements OutputReader {

    private final String source;
    private final Labels labels;
    private final int[] predicted;
    private int filled;

    LabelReader(String source, Labels labels, int total) {
        this.source = source;
        this.labels = labels;
        this.predicted = new int[total];
    }

    @Override
    public void read(OnnxValue value, int rows, int wanted) throws OrtException {
        OnnxTensor tensor = TensorCells.require(source, value, rows, 1);
        if (tensor.getInfo().type == OnnxJavaType.STRING) {
            String[] names = TensorCells.strings(tensor);
            for (int row = 0; row < wanted; row++) {
                predicted[filled++] = LabelNames.index(source, labels, names[row]);
            }
        } else {
            for (long number : TensorCells.longs(tensor, wanted)) {
                predicted[filled++] = LabelNames.index(source, labels, number);
            }
        }
    }

    @Override
    public Predictions predictions() {
        return Predictions.labels(labels, predicted);
    }
}
