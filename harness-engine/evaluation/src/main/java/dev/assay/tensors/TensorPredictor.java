package dev.assay.tensors;

import dev.assay.learning.InvalidModelException;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import dev.assay.serving.ModelFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A model of which is known what goes in and what comes out. Threads may use it at once. */
public final class TensorPredictor implements Predictor<double[]>, AutoCloseable {

    private final TensorModel model;
    private final TensorPort input;
    private final TensorPort output;
    private final OutputReading reading;
    private final int batchSize;

    TensorPredictor(TensorModel model, TensorPort input, TensorPort output, OutputReading reading, int batchSize) {
        this.model = model;
        this.input = input;
        this.output = output;
        this.reading = reading;
        this.batchSize = batchSize;
    }

    /**
     * Predicts rows, in batches.
     *
     * @param inputs any number of rows, as many numbers each as the input takes
     * @return one prediction for each row, in their order
     * @throws dev.assay.data.InvalidDataException if rows don't fit the model; the message names the row
     * @throws dev.assay.prediction.InvalidPredictionsException if what comes out isn't what was said
     * @throws InvalidModelException if the model fails
     * @throws IllegalStateException if the model was closed
     * @throws InterruptedException if the thread was interrupted between batches
     */
    @Override
    public Predictions predict(List<double[]> inputs) throws InterruptedException {
        RowCells cells = new RowCells(model.runtime().source().toString(), input);
        OutputCells gathered = new OutputCells(this.toString(), reading, inputs.size());
        long fixed = input.shape().get(0);
        int size = fixed > 0 ? Math.toIntExact(fixed) : batchSize;
        for (int from = 0; from < inputs.size(); from += size) {
            int to = Math.min(inputs.size(), from + size);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int rows = fixed > 0 ? size : to - from;
            // a copy, since inputs that are made when asked for must not be made twice
            Tensor batch = cells.of(new ArrayList<>(inputs.subList(from, to)), from, rows);
            gathered.add(run(batch, from, to), rows, to - from);
        }
        return reading.predictions().apply(gathered);
    }

    private Tensor run(Tensor batch, int from, int to) {
        try {
            return model.run(batch, input, output);
        } catch (InvalidModelException e) {
            throw new InvalidModelException(
                    model.runtime().source() + ": " + model.runtime().library() + " failed on rows " + from + " to "
                            + (to - 1) + ", a tensor " + batch + ": " + e.getMessage(),
                    e);
        }
    }

    /**
     * Adds up the files of the model.
     *
     * @return bytes
     * @throws IllegalArgumentException if they are not there any more
     */
    @Override
    public OptionalLong sizeInBytes() {
        return OptionalLong.of(ModelFiles.size(model.runtime().source()));
    }

    @Override
    public Map<String, String> versions() {
        return model.runtime().versions();
    }

    /** Frees the native memory of the model, and of all of its predictors; waits for predictions that are being made. */
    @Override
    public void close() {
        model.close();
    }

    /** Returns the file and the output. */
    @Override
    public String toString() {
        return TensorFeed.source(model, output);
    }
}
