package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.assay.data.Labels;
import dev.assay.learning.InvalidModelException;
import dev.assay.prediction.ScoreMeaning;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A model with what goes in; what comes out is still to be said. Where a model gives both labels and scores, take the scores:
 * the label of the highest one is predicted.
 *
 * @param <X> the type of inputs
 */
public final class OnnxFeed<X> {

    private static final int BATCH_SIZE = 256;

    private final OnnxSession session;
    private final BatchEncoder<X> encoder;
    private final @Nullable Labels stated;
    private final int batchSize;

    OnnxFeed(OnnxSession session, BatchEncoder<X> encoder) {
        this(session, encoder, null, BATCH_SIZE);
    }

    private OnnxFeed(OnnxSession session, BatchEncoder<X> encoder, @Nullable Labels stated, int batchSize) {
        this.session = session;
        this.encoder = encoder;
        this.stated = stated;
        this.batchSize = batchSize;
    }

    /**
     * Names the labels, in place of those in the model's metadata.
     *
     * @param labels the names in the order of the model's scores
     * @return the same with these labels
     */
    public OnnxFeed<X> withLabels(String... labels) {
        return withLabels(Labels.of(labels));
    }

    /**
     * Names the labels, in place of those in the model's metadata.
     *
     * @param labels the labels in the order of the model's scores
     * @return the same with these labels
     */
    public OnnxFeed<X> withLabels(Labels labels) {
        return new OnnxFeed<>(session, encoder, labels, batchSize);
    }

    /**
     * Sets how many rows are run at once, 256 unless told otherwise. A model that was exported for batches of a fixed size
     * gets these, the last one filled up.
     *
     * @param rows at least 1
     * @return the same with that size
     */
    public OnnxFeed<X> withBatchSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a batch has at least 1 row, not " + rows);
        }
        return new OnnxFeed<>(session, encoder, stated, rows);
    }

    /**
     * Predicts labels from an output that holds probabilities: a tensor of one for each label, or maps from label to
     * probability, as skl2onnx gives them unless {@code zipmap} is off.
     *
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if there is no such output, it holds anything else, or there are no labels or another
     *     number of them
     */
    public OnnxPredictor<X> probabilities(String output) {
        return scores(output, ScoreMeaning.PROBABILITIES);
    }

    /**
     * Predicts labels from an output that holds logits; softmax makes probabilities of them.
     *
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if there is no such output, it holds anything else, or there are no labels or another
     *     number of them
     */
    public OnnxPredictor<X> logits(String output) {
        return scores(output, ScoreMeaning.LOGITS);
    }

    /**
     * Predicts labels from an output that holds scores which are neither, such as votes or distances; they rank examples,
     * but have no log loss.
     *
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if there is no such output, it holds anything else, or there are no labels or another
     *     number of them
     */
    public OnnxPredictor<X> margins(String output) {
        return scores(output, ScoreMeaning.MARGINS);
    }

    /**
     * Predicts one of two labels from an output that holds the probability of one of them.
     *
     * @param label the label
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if there is no such output, it holds anything else, or there are not two labels with
     *     that one among them
     */
    public OnnxPredictor<X> probabilityOf(String label, String output) {
        return singleScore(label, output, ScoreMeaning.PROBABILITIES);
    }

    /**
     * Predicts one of two labels from an output that holds the logit of one of them, from which the logistic function makes
     * its probability.
     *
     * @param label the label
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if there is no such output, it holds anything else, or there are not two labels with
     *     that one among them
     */
    public OnnxPredictor<X> logitOf(String label, String output) {
        return singleScore(label, output, ScoreMeaning.LOGITS);
    }

    /**
     * Predicts labels without scores from an output that holds a label for each row: its name, or a number, which is a name
     * where all labels are whole numbers, and otherwise the label's index. ONNX Runtime's label of a two-class tree ensemble
     * may contradict its scores, so take these if there are any.
     *
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if there is no such output, it holds anything else, or there are no label names
     */
    public OnnxPredictor<X> labels(String output) {
        OnnxPort port = session.output(output);
        requireOnePerRow(
                port,
                port.tensor().filter(tensor -> tensor.type == OnnxJavaType.STRING || TensorCells.isWhole(tensor.type)),
                "labels");
        Labels labels = requireLabels();
        String source = source(port);
        return predictor(output, total -> new LabelReader(source, labels, total));
    }

    /**
     * Predicts numbers.
     *
     * @param output the name of an output that holds a number for each row
     * @return the predictor
     * @throws InvalidModelException if there is no such output, or it holds anything else
     */
    public OnnxPredictor<X> numbers(String output) {
        OnnxPort port = session.output(output);
        requireOnePerRow(
                port,
                port.tensor().filter(tensor -> TensorCells.isFraction(tensor.type) || TensorCells.isWhole(tensor.type)),
                "numbers");
        String source = source(port);
        return predictor(output, total -> new NumberReader(source, total));
    }

    private OnnxPredictor<X> scores(String output, ScoreMeaning meaning) {
        OnnxPort port = session.output(output);
        String source = source(port);
        if (port.isSequenceOfMaps()) {
            Optional<Labels> known = knownLabels();
            return predictor(output, total -> new MapReader(source, meaning, known, total));
        }
        TensorInfo tensor = requireFractions(port);
        Labels labels = requireLabels();
        long[] shape = tensor.getShape();
        long width = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a < 0 || b < 0 ? -1 : a * b);
        if (width == 1 && labels.size() == 2) {
            throw new InvalidModelException(source + " has one score for each row, but there are 2 labels, " + labels
                    + "; say whose score it is: probabilityOf(label, output) or logitOf(label, output)");
        }
        if (width >= 0 && width != labels.size()) {
            throw new InvalidModelException(source + " has " + width + (width == 1 ? " score" : " scores")
                    + " for each row, but there are " + labels.size() + " labels: " + labels);
        }
        return predictor(output, total -> new ScoreReader(source, meaning, labels, total));
    }

    private OnnxPredictor<X> singleScore(String label, String output, ScoreMeaning meaning) {
        OnnxPort port = session.output(output);
        requireOnePerRow(port, Optional.of(requireFractions(port)), "one score");
        Labels labels = requireLabels();
        if (labels.size() != 2 || !labels.contains(label)) {
            throw new InvalidModelException(source(port) + " is said to hold a score of \"" + label
                    + "\", for which there must be two labels with this one among them; they are " + labels);
        }
        String source = source(port);
        int scored = labels.indexOf(label);
        return predictor(output, total -> new SingleScoreReader(source, meaning, labels, scored, total));
    }

    private OnnxPredictor<X> predictor(String output, IntFunction<OutputReader> readers) {
        return new OnnxPredictor<>(session, encoder, output, batchSize, readers);
    }

    private TensorInfo requireFractions(OnnxPort port) {
        return port.tensor()
                .filter(tensor -> TensorCells.isFraction(tensor.type))
                .orElseThrow(() -> new InvalidModelException(
                        source(port) + " holds no scores; outputs are " + OnnxPort.list(session.outputs())));
    }

    private void requireOnePerRow(OnnxPort port, Optional<TensorInfo> tensor, String what) {
        if (tensor.isEmpty() || !isOnePerRow(tensor.get().getShape())) {
            throw new InvalidModelException(source(port) + " doesn't hold " + what + ", one for each row; outputs are "
                    + OnnxPort.list(session.outputs()));
        }
    }

    /** A dimension of open size may turn out to be 1. */
    private static boolean isOnePerRow(long[] shape) {
        return shape.length > 0 && Arrays.stream(shape).skip(1).allMatch(size -> size < 0 || size == 1);
    }

    private Optional<Labels> knownLabels() {
        return stated == null ? LabelNames.of(session.file(), session.metadata()) : Optional.of(stated);
    }

    private Labels requireLabels() {
        return knownLabels().orElseThrow(() -> LabelNames.missing(session.file(), session.metadata()));
    }

    private String source(OnnxPort port) {
        return session.file() + ": output " + port;
    }
}
