package dev.assay.adapters.onnx;

import java.util.List;

/**
 * Turns inputs into tensors.
 *
 * @param <X> the type of inputs
 */
@FunctionalInterface
public interface BatchEncoder<X> {

    /**
     * Puts a tensor for each input of the model. Threads may call this at once.
     *
     * @param rows the inputs, at least one
     * @param batch takes the tensors, whose first dimension is {@code rows.size()}
     */
    void encode(List<? extends X> rows, OnnxBatch batch);
}
