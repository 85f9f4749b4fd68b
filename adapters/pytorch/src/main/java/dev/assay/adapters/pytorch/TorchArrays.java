package dev.assay.adapters.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.tensors.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads what a model gives. */
final class TorchArrays {

    private TorchArrays() {}

    /** Finds an output by its name in a dictionary, or the only one. */
    static NDArray find(Path source, NDList outputs, String name) {
        if (name.isEmpty()) {
            if (outputs.size() == 1) {
                return outputs.get(0);
            }
            throw new InvalidPredictionsException(source + " gave " + outputs.size() + " tensors, " + list(outputs)
                    + "; expected one: name it, as in logits(\"name\"), if the model gives a dictionary, else export a"
                    + " model that gives one");
        }
        return outputs.stream()
                .filter(output -> name.equals(output.getName()))
                .findFirst()
                .orElseThrow(() -> new InvalidPredictionsException(
                        source + " gave no output '" + name + "', but " + list(outputs)));
    }

    static Tensor read(Path source, NDArray output) {
        long[] shape = output.getShape().getShape();
        return switch (output.getDataType()) {
            case FLOAT32 -> Tensor.of(output.toFloatArray(), shape);
            case FLOAT64 -> Tensor.of(output.toDoubleArray(), shape);
            case FLOAT16, BFLOAT16 ->
                Tensor.of(output.toType(DataType.FLOAT32, false).toFloatArray(), shape);
            default ->
                throw new InvalidPredictionsException(
                        source + " gave " + describe(output) + "; expected numbers in floating point");
        };
    }

    private static String list(NDList outputs) {
        return outputs.stream().map(TorchArrays::describe).collect(Collectors.joining(", "));
    }

    private static String describe(NDArray output) {
        String name = output.getName() == null ? "" : "'" + output.getName() + "' ";
        return name + output.getDataType() + " "
                + Arrays.toString(output.getShape().getShape());
    }
}
