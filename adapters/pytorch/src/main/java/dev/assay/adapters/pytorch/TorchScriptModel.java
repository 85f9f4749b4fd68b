package dev.assay.adapters.pytorch;

import dev.assay.learning.InvalidModelException;
import dev.assay.tensors.TensorFeed;
import dev.assay.tensors.TensorModel;
import dev.assay.tensors.TensorPort;
import java.nio.file.Path;

/**
 * A PyTorch model in a TorchScript file, as {@code torch.jit.trace(…).save(…)} and {@code torch.jit.script(…).save(…)} write
 * it.
 *
 * <p>Such a file tells neither the shapes of inputs nor names of labels. Say what goes in and what comes out, and assert on
 * the predictor:
 *
 * <pre>{@code
 * try (TorchScriptModel model = TorchScriptModel.read(Path.of("digits-cnn.pt"))) {
 *     assertThatModel(model.input(1, 8, 8).withLabels("0", "1", …).logits()).on(digits).hasAccuracyAtLeast(0.9);
 * }
 * }</pre>
 *
 * <p>The model runs on the processor, in inference mode. Threads may share it and its predictors. Its native memory is freed
 * when it, or one of its predictors, is closed.
 */
public final class TorchScriptModel implements AutoCloseable {

    private final Path file;
    private final TensorModel model;

    private TorchScriptModel(Path file, TensorModel model) {
        this.file = file;
        this.model = model;
    }

    /**
     * Opens a file.
     *
     * @param file the TorchScript file
     * @return the model, to be closed
     * @throws InvalidModelException if there is no such file, or PyTorch can't run it, or its native libraries for this
     *     platform are missing; the message says why
     */
    public static TorchScriptModel read(Path file) {
        return new TorchScriptModel(file, TensorModel.of(TorchRuntime.open(file)));
    }

    /**
     * Returns the file.
     *
     * @return the path that was given
     */
    public Path file() {
        return file;
    }

    /**
     * Feeds arrays of numbers to the only input, row by row, in single precision.
     *
     * @param rowShape the sizes of all dimensions but the first, which is the batch: {@code input(1, 8, 8)} takes arrays of
     *     64 numbers
     * @return what is fed
     * @throws IllegalArgumentException if there is no size, or one is less than 1
     */
    public TensorFeed input(long... rowShape) {
        return feed(TensorPort.FLOAT32, rowShape);
    }

    /**
     * Feeds arrays of numbers to the only input, row by row, in double precision, for models whose weights are doubles.
     *
     * @param rowShape the sizes of all dimensions but the first, which is the batch
     * @return what is fed
     * @throws IllegalArgumentException if there is no size, or one is less than 1
     */
    public TensorFeed inputInDoublePrecision(long... rowShape) {
        return feed(TensorPort.FLOAT64, rowShape);
    }

    private TensorFeed feed(String type, long... rowShape) {
        long[] shape = new long[rowShape.length + 1];
        shape[0] = -1;
        for (int i = 0; i < rowShape.length; i++) {
            if (rowShape[i] < 1) {
                throw new IllegalArgumentException("the size of a dimension is at least 1, not " + rowShape[i]);
            }
            shape[i + 1] = rowShape[i];
        }
        if (rowShape.length == 0) {
            throw new IllegalArgumentException(file
                    + ": say the shape of a row, all sizes but that of the batch, such as input(13) or input(1, 8, 8)");
        }
        return model.feed(TensorPort.of("", type, shape));
    }

    /** Frees the model's native memory; waits for predictions that are being made. */
    @Override
    public void close() {
        model.close();
    }

    /** Returns the file. */
    @Override
    public String toString() {
        return file.toString();
    }
}
