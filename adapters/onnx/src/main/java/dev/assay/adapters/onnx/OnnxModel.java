package dev.assay.adapters.onnx;

import dev.assay.data.Labels;
import dev.assay.data.Row;
import dev.assay.learning.InvalidModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model in an ONNX file.
 *
 * <p>Say what goes in, what comes out, and assert on the predictor:
 *
 * <pre>{@code
 * try (OnnxModel model = OnnxModel.read(Path.of("tumours.onnx"))) {
 *     assertThatModel(model.input("X").probabilities("probabilities")).on(tumours).hasF1AtLeast(0.9);
 * }
 * }</pre>
 *
 * <p>One session of ONNX Runtime is behind a model and all its predictors. Threads may share them. The session's native
 * memory is freed when the model, or one of its predictors, is closed.
 */
public final class OnnxModel implements AutoCloseable {

    private final OnnxSession session;

    private OnnxModel(OnnxSession session) {
        this.session = session;
    }

    /**
     * Opens a file.
     *
     * @param file the ONNX file; weights may be in other files beside it
     * @return the model, to be closed
     * @throws InvalidModelException if there is no such file, or ONNX Runtime can't run it; the message says why
     */
    public static OnnxModel read(Path file) {
        return read(file, OnnxOptions.withDefaults());
    }

    /**
     * Opens a file with options.
     *
     * @param file the ONNX file; weights may be in other files beside it
     * @param options how ONNX Runtime is to run it
     * @return the model, to be closed
     * @throws InvalidModelException if there is no such file, or ONNX Runtime can't run it; the message says why
     */
    public static OnnxModel read(Path file, OnnxOptions options) {
        return new OnnxModel(OnnxSession.open(file, options));
    }

    /**
     * Returns the file.
     *
     * @return the path that was given
     */
    public Path file() {
        return session.file();
    }

    /**
     * Returns what the model takes.
     *
     * @return the inputs in the model's order
     */
    public List<OnnxPort> inputs() {
        return List.copyOf(session.inputs().values());
    }

    /**
     * Returns what the model gives.
     *
     * @return the outputs in the model's order
     */
    public List<OnnxPort> outputs() {
        return List.copyOf(session.outputs());
    }

    /**
     * Returns what the exporter wrote into the file beside the model.
     *
     * @return texts by their keys
     */
    public Map<String, String> metadata() {
        return session.metadata();
    }

    /**
     * Returns the label names of the model's metadata: a JSON array under {@code labels}, {@code classes} or
     * {@code class_names}, or a JSON object from index to name under {@code id2label}.
     *
     * @return the labels in the order of scores; empty if there are none
     * @throws InvalidModelException if there is such an entry that can't be read
     */
    public Optional<Labels> labels() {
        return LabelNames.of(session.file(), session.metadata());
    }

    /**
     * Feeds arrays of numbers to the model's only input, row by row: an input of {@code [batch, 1, 8, 8]} takes arrays of
     * 64 numbers. Numbers are converted to the type of the input.
     *
     * @param name the input's name
     * @return what is fed
     * @throws InvalidModelException if there is no such input, it doesn't take numbers, or the model has others as well
     */
    public OnnxFeed<double[]> input(String name) {
        return encodedBy(ArrayEncoder.of(session, name));
    }

    /**
     * Feeds arrays of numbers to the model's only input, whose shape the model leaves open.
     *
     * @param name the input's name
     * @param rowShape the sizes of all dimensions but the first, which is the batch
     * @return what is fed
     * @throws InvalidModelException if there is no such input, it doesn't take numbers or that shape, or the model has
     *     others as well
     */
    public OnnxFeed<double[]> input(String name, long... rowShape) {
        return encodedBy(ArrayEncoder.of(session, name, rowShape));
    }

    /**
     * Feeds each input the column of its name, as data frames that skl2onnx exports want it. Inputs of numbers take columns
     * of numbers, inputs of strings take categories and texts.
     *
     * @return what is fed
     * @throws InvalidModelException if an input takes more than one number or string per row
     */
    public OnnxFeed<Row> columns() {
        return columns(Map.of());
    }

    /**
     * Feeds inputs from named columns, several of which may go into one input; inputs that aren't named take the column of
     * their name.
     *
     * @param columns the columns of inputs, by the inputs' names, in the order in which the model wants them
     * @return what is fed
     * @throws InvalidModelException if there is no such input, or it takes another number of columns
     */
    public OnnxFeed<Row> columns(Map<String, List<String>> columns) {
        return encodedBy(ColumnEncoder.of(session, columns));
    }

    /**
     * Feeds whatever an encoder makes of inputs; for models with several inputs, and for inputs of other types.
     *
     * @param encoder turns batches of inputs into tensors
     * @param <X> the type of inputs
     * @return what is fed
     */
    public <X> OnnxFeed<X> encodedBy(BatchEncoder<X> encoder) {
        return new OnnxFeed<>(session, encoder);
    }

    /** Frees the session's native memory; waits for predictions that are being made. */
    @Override
    public void close() {
        session.close();
    }

    /** Returns the file, and the names and types of inputs and outputs. */
    @Override
    public String toString() {
        return session.file() + ": inputs " + OnnxPort.list(session.inputs().values()) + "; outputs "
                + OnnxPort.list(session.outputs());
    }
}
