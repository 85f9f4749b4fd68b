package dev.assay.tensors;

import dev.assay.data.Labels;
import dev.assay.learning.InvalidModelException;
import dev.assay.prediction.ScoreMeaning;
import org.jspecify.annotations.Nullable;

/**
 * A model with what goes in; what comes out is still to be said. Each way to say it comes with the name of an output, and
 * without for models that have but one.
 */
public final class TensorFeed {

    private static final int BATCH_SIZE = 256;

    private static final String ONLY = "";

    private final TensorModel model;
    private final TensorPort input;
    private final @Nullable Labels labels;
    private final int batchSize;

    TensorFeed(TensorModel model, TensorPort input) {
        this(model, input, null, BATCH_SIZE);
    }

    private TensorFeed(TensorModel model, TensorPort input, @Nullable Labels labels, int batchSize) {
        this.model = model;
        this.input = input;
        this.labels = labels;
        this.batchSize = batchSize;
    }

    /**
     * Names the labels.
     *
     * @param names the names in the order of the model's scores
     * @return the same with these labels
     */
    public TensorFeed withLabels(String... names) {
        return withLabels(Labels.of(names));
    }

    /**
     * Names the labels.
     *
     * @param named the labels in the order of the model's scores
     * @return the same with these labels
     */
    public TensorFeed withLabels(Labels named) {
        return new TensorFeed(model, input, named, batchSize);
    }

    /**
     * Sets how many rows are run at once, 256 unless told otherwise. A model that takes batches of a fixed size gets these,
     * the last one filled up.
     *
     * @param rows at least 1
     * @return the same with that size
     */
    public TensorFeed withBatchSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a batch has at least 1 row, not " + rows);
        }
        return new TensorFeed(model, input, labels, rows);
    }

    /**
     * Predicts labels from the only output, which holds a probability for each label.
     *
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or labels are missing or don't fit it
     */
    public TensorPredictor probabilities() {
        return probabilities(ONLY);
    }

    /**
     * Predicts labels from an output that holds a probability for each label.
     *
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or labels are missing or don't fit it
     */
    public TensorPredictor probabilities(String output) {
        return scores(output, ScoreMeaning.PROBABILITIES);
    }

    /**
     * Predicts labels from the only output, which holds a logit for each label; softmax makes probabilities of them.
     *
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or labels are missing or don't fit it
     */
    public TensorPredictor logits() {
        return logits(ONLY);
    }

    /**
     * Predicts labels from an output that holds a logit for each label; softmax makes probabilities of them.
     *
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or labels are missing or don't fit it
     */
    public TensorPredictor logits(String output) {
        return scores(output, ScoreMeaning.LOGITS);
    }

    /**
     * Predicts labels from the only output, which holds scores that are neither, such as votes or distances; they rank
     * examples, but have no log loss.
     *
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or labels are missing or don't fit it
     */
    public TensorPredictor margins() {
        return margins(ONLY);
    }

    /**
     * Predicts labels from an output that holds scores which are neither, such as votes or distances; they rank examples,
     * but have no log loss.
     *
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or labels are missing or don't fit it
     */
    public TensorPredictor margins(String output) {
        return scores(output, ScoreMeaning.MARGINS);
    }

    /**
     * Predicts one of two labels from the only output, which holds the probability of one of them.
     *
     * @param label that label
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or there are not two labels with that one
     *     among them
     */
    public TensorPredictor probabilityOf(String label) {
        return probabilityOf(label, ONLY);
    }

    /**
     * Predicts one of two labels from an output that holds the probability of one of them.
     *
     * @param label that label
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or there are not two labels with that one
     *     among them
     */
    public TensorPredictor probabilityOf(String label, String output) {
        return score(label, output, ScoreMeaning.PROBABILITIES);
    }

    /**
     * Predicts one of two labels from the only output, which holds the logit of one of them, from which the logistic function
     * makes its probability.
     *
     * @param label that label
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or there are not two labels with that one
     *     among them
     */
    public TensorPredictor logitOf(String label) {
        return logitOf(label, ONLY);
    }

    /**
     * Predicts one of two labels from an output that holds the logit of one of them, from which the logistic function makes
     * its probability.
     *
     * @param label that label
     * @param output the output's name
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another, or there are not two labels with that one
     *     among them
     */
    public TensorPredictor logitOf(String label, String output) {
        return score(label, output, ScoreMeaning.LOGITS);
    }

    /**
     * Predicts numbers from the only output, which holds one for each row.
     *
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another
     */
    public TensorPredictor numbers() {
        return numbers(ONLY);
    }

    /**
     * Predicts numbers.
     *
     * @param output the name of an output that holds a number for each row
     * @return the predictor
     * @throws InvalidModelException if it is known that the output is another
     */
    public TensorPredictor numbers(String output) {
        return predictor(model.runtime().output(output), OutputReading.numbers());
    }

    private TensorPredictor scores(String name, ScoreMeaning meaning) {
        TensorPort output = model.runtime().output(name);
        Labels named = requireLabels();
        if (output.width() == 1 && named.size() == 2) {
            throw new InvalidModelException(
                    source(model, output) + " has one score for each row, but there are 2 labels, " + named
                            + "; say whose score it is: probabilityOf(label) or logitOf(label)");
        }
        return predictor(output, OutputReading.scores(meaning, named));
    }

    private TensorPredictor score(String label, String name, ScoreMeaning meaning) {
        TensorPort output = model.runtime().output(name);
        Labels named = requireLabels();
        if (named.size() != 2 || !named.contains(label)) {
            throw new InvalidModelException(source(model, output) + " is said to hold a score of \"" + label
                    + "\", for which there must be two labels with this one among them; they are " + named);
        }
        return predictor(output, OutputReading.score(meaning, named, named.indexOf(label)));
    }

    private TensorPredictor predictor(TensorPort output, OutputReading reading) {
        if (!output.isFraction() || (output.width() >= 0 && output.width() != reading.width())) {
            throw new InvalidModelException(source(model, output) + " doesn't fit; expected " + reading.expected());
        }
        return new TensorPredictor(model, input, output, reading, batchSize);
    }

    private Labels requireLabels() {
        if (labels == null) {
            throw new InvalidModelException(
                    model.runtime().source() + " names no labels; name them in the order of the scores: withLabels(…)");
        }
        return labels;
    }

    /** Names an output for messages. */
    static String source(TensorModel model, TensorPort output) {
        return (model.runtime().source() + ": output " + output).strip();
    }
}
