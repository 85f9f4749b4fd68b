package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import dev.assay.prediction.Predictions;

/** Gathers what an output gives, batch by batch. Used by one thread. */
interface OutputReader {

    /**
     * Reads a batch.
     *
     * @param value what the output gave
     * @param rows how many rows it must have
     * @param wanted how many of these, from the first, are wanted; the others fill a batch of a fixed size
     */
    void read(OnnxValue value, int rows, int wanted) throws OrtException;

    /** Returns the predictions of all batches. */
    Predictions predictions();
}
