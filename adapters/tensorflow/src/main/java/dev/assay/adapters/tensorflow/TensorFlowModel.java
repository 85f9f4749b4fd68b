package dev.assay.adapters.tensorflow;

import dev.assay.learning.InvalidModelException;
import dev.assay.tensors.TensorFeed;
import dev.assay.tensors.TensorModel;
import dev.assay.tensors.TensorPort;
import java.nio.file.Path;
import java.util.List;

/**
 * A TensorFlow model in a SavedModel folder, as Keras' {@code model.export(folder)} and {@code tf.saved_model.save} write it.
 *
 * <p>Say what goes in and what comes out, and assert on the predictor:
 *
 * <pre>{@code
 * try (TensorFlowModel model = TensorFlowModel.read(Path.of("wine-mlp"))) {
 *     assertThatModel(model.input("features").withLabels("red", "white").probabilities("probabilities"))
 *             .on(wine)
 *             .hasAccuracyAtLeast(0.9);
 * }
 * }</pre>
 *
 * <p>One session of TensorFlow is behind a model and all its predictors. Threads may share them. The session's native memory
 * is freed when the model, or one of its predictors, is closed.
 */
public final class TensorFlowModel implements AutoCloseable {

    private final Path folder;
    private final SignaturePorts ports;
    private final TensorModel model;

    private TensorFlowModel(SavedModelRuntime runtime, Path folder) {
        this.folder = folder;
        this.ports = runtime.ports();
        this.model = TensorModel.of(runtime);
    }

    /**
     * Opens a folder.
     *
     * @param folder the folder with {@code saved_model.pb} and {@code variables}
     * @return the model, to be closed
     * @throws InvalidModelException if there is no such folder, or TensorFlow can't run what is in it, or it has no signature
     *     {@code serving_default}, or TensorFlow's native libraries for this platform are missing; the message says why
     */
    public static TensorFlowModel read(Path folder) {
        return read(folder, TensorFlowOptions.withDefaults());
    }

    /**
     * Opens a folder with options.
     *
     * @param folder the folder with {@code saved_model.pb} and {@code variables}
     * @param options which part of the model is run, and how
     * @return the model, to be closed
     * @throws InvalidModelException if there is no such folder, or TensorFlow can't run what is in it, or it has no such
     *     signature, or TensorFlow's native libraries for this platform are missing; the message says why
     */
    public static TensorFlowModel read(Path folder, TensorFlowOptions options) {
        return new TensorFlowModel(SavedModelRuntime.open(folder, options), folder);
    }

    /**
     * Returns the folder.
     *
     * @return the path that was given
     */
    public Path folder() {
        return folder;
    }

    /**
     * Returns what the signature takes.
     *
     * @return the inputs, by their names
     */
    public List<TensorPort> inputs() {
        return ports.inputs();
    }

    /**
     * Returns what the signature gives.
     *
     * @return the outputs, by their names
     */
    public List<TensorPort> outputs() {
        return ports.outputs();
    }

    /**
     * Feeds arrays of numbers to the signature's only input, row by row: an input of {@code [batch, 8, 8, 1]} takes arrays of
     * 64 numbers. Numbers are converted to the type of the input.
     *
     * @param name the input's name
     * @return what is fed
     * @throws InvalidModelException if there is no such input, it takes other than float32 or float64, its shape is open, or
     *     there are others as well
     */
    public TensorFeed input(String name) {
        return model.feed(ports.onlyInput(name));
    }

    /**
     * Feeds arrays of numbers to the signature's only input, whose shape the signature leaves open.
     *
     * @param name the input's name
     * @param rowShape the sizes of all dimensions but the first, which is the batch
     * @return what is fed
     * @throws InvalidModelException if there is no such input, it takes other than float32 or float64 or that shape, or there
     *     are others as well
     */
    public TensorFeed input(String name, long... rowShape) {
        return model.feed(ports.onlyInput(name, rowShape));
    }

    /** Frees the session's native memory; waits for predictions that are being made. */
    @Override
    public void close() {
        model.close();
    }

    /** Returns the folder, and the names and types of inputs and outputs. */
    @Override
    public String toString() {
        return folder + ": inputs " + SignaturePorts.list(inputs()) + "; outputs " + SignaturePorts.list(outputs());
    }
}
