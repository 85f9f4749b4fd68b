package dev.assay.prediction;

import dev.assay.data.Labels;
import java.util.Collection;
import java.util.List;

/** One prediction for each example, in the examples' order. */
public sealed interface Predictions
        permits LabelPredictions, NumberPredictions, LabelSetPredictions, ClusterPredictions {

    /**
     * Makes predictions of labels without scores.
     *
     * @param labels the vocabulary
     * @param predicted one label's index for each example; copied
     * @return the predictions
     * @throws InvalidPredictionsException if an index is outside the vocabulary; the message names the row
     */
    static LabelPredictions labels(Labels labels, int... predicted) {
        return LabelPredictions.of(labels, predicted.clone());
    }

    /**
     * Makes predictions of labels from probabilities: the label of the highest one, the first of equals.
     *
     * @param labels the vocabulary
     * @param probabilities {@code labels.size()} numbers from 0 to 1 for each example, one example after another;
     *     copied. Those of an example must sum to 1 within 1e-6.
     * @return the predictions
     * @throws InvalidPredictionsException if the numbers are not so; the message names the row
     */
    static LabelPredictions probabilities(Labels labels, double... probabilities) {
        return LabelPredictions.of(
                labels, ScoreKind.PROBABILITIES, new ScoreMatrix(labels.size(), probabilities.clone()));
    }

    /**
     * Makes predictions of labels from probabilities in single precision: the label of the highest one, the first of equals.
     *
     * @param labels the vocabulary
     * @param probabilities {@code labels.size()} numbers from 0 to 1 for each example, one example after another;
     *     copied, and kept as floats. Those of an example must sum to 1 within 1e-3; metrics of probabilities, such as the
     *     log loss, divide them by their sum.
     * @return the predictions
     * @throws InvalidPredictionsException if the numbers are not so; the message names the row
     */
    static LabelPredictions probabilities(Labels labels, float... probabilities) {
        return LabelPredictions.of(
                labels, ScoreKind.PROBABILITIES, new ScoreMatrix(labels.size(), probabilities.clone()));
    }

    /**
     * Makes predictions of labels from logits, of which softmax makes probabilities: the label of the highest probability, the
     * first of equals.
     *
     * @param labels the vocabulary
     * @param logits {@code labels.size()} finite numbers for each example, natural logarithms of odds but for one constant an
     *     example, one example after another
     * @return the predictions, with probabilities in double precision
     * @throws InvalidPredictionsException if the numbers are not so; the message names the row
     */
    static LabelPredictions logits(Labels labels, double... logits) {
        return Softmax.of(labels, new ScoreMatrix(labels.size(), logits));
    }

    /**
     * Makes predictions of labels from logits in single precision, of which softmax makes probabilities in double precision:
     * the label of the highest probability, the first of equals.
     *
     * @param labels the vocabulary
     * @param logits {@code labels.size()} finite numbers for each example, natural logarithms of odds but for one constant an
     *     example, one example after another
     * @return the predictions, with probabilities in double precision
     * @throws InvalidPredictionsException if the numbers are not so; the message names the row
     */
    static LabelPredictions logits(Labels labels, float... logits) {
        return Softmax.of(labels, new ScoreMatrix(labels.size(), logits));
    }

    /**
     * Makes predictions of labels from margins: the label of the highest one, the first of equals.
     *
     * @param labels the vocabulary
     * @param margins {@code labels.size()} finite numbers for each example, one example after another; copied
     * @return the predictions
     * @throws InvalidPredictionsException if the numbers are not so; the message names the row
     */
    static LabelPredictions margins(Labels labels, double... margins) {
        return LabelPredictions.of(labels, ScoreKind.MARGINS, new ScoreMatrix(labels.size(), margins.clone()));
    }

    /**
     * Makes predictions of labels from margins in single precision: the label of the highest one, the first of equals.
     *
     * @param labels the vocabulary
     * @param margins {@code labels.size()} finite numbers for each example, one example after another; copied, and kept as
     *     floats
     * @return the predictions
     * @throws InvalidPredictionsException if the numbers are not so; the message names the row
     */
    static LabelPredictions margins(Labels labels, float... margins) {
        return LabelPredictions.of(labels, ScoreKind.MARGINS, new ScoreMatrix(labels.size(), margins.clone()));
    }

    /**
     * Makes predictions of numbers.
     *
     * @param values one finite number for each example; copied
     * @return the predictions
     * @throws InvalidPredictionsException if a value is not finite; the message names the row
     */
    static NumberPredictions numbers(double... values) {
        return NumberPredictions.of(values.clone());
    }

    /**
     * Makes predictions of sets of labels, without scores.
     *
     * @param labels the vocabulary
     * @param sets the predicted labels of each example
     * @return the predictions
     * @throws InvalidPredictionsException if a label is not in the vocabulary; the message names the row
     */
    static LabelSetPredictions labelSets(Labels labels, List<? extends Collection<String>> sets) {
        return LabelSetPredictions.of(labels, sets);
    }

    /**
     * Makes predictions of sets of labels from scores: all labels whose score is not below a threshold.
     *
     * @param labels the vocabulary
     * @param threshold the lowest score of a predicted label
     * @param scores {@code labels.size()} finite numbers for each example, one example after another; copied
     * @return the predictions
     * @throws InvalidPredictionsException if the numbers are not so; the message names the row
     */
    static LabelSetPredictions labelSetScores(Labels labels, double threshold, double... scores) {
        return LabelSetPredictions.ofScores(labels, threshold, scores);
    }

    /**
     * Makes predictions of clusters.
     *
     * @param clusters one cluster's number for each example, any numbers; copied
     * @return the predictions
     */
    static ClusterPredictions clusters(int... clusters) {
        return ClusterPredictions.of(clusters.clone());
    }

    /**
     * Puts predictions one after another.
     *
     * @param parts predictions of one kind over the same labels, at least one; where one part has no scores, or another
     *     kind of them, the whole has none, and likewise no quantiles where one part has none or at other levels, and no
     *     points where one part has none or of another dimension
     * @return all predictions in order
     */
    static Predictions concatenate(List<? extends Predictions> parts) {
        Predictions first = parts.get(0);
        if (first instanceof LabelPredictions) {
            return LabelPredictions.concatenated(all(parts, LabelPredictions.class));
        }
        if (first instanceof NumberPredictions) {
            return NumberPredictions.concatenated(all(parts, NumberPredictions.class));
        }
        return first instanceof LabelSetPredictions
                ? LabelSetPredictions.concatenated(all(parts, LabelSetPredictions.class))
                : ClusterPredictions.concatenated(all(parts, ClusterPredictions.class));
    }

    private static <P extends Predictions> List<P> all(List<? extends Predictions> parts, Class<P> type) {
        return parts.stream().map(type::cast).toList();
    }

    /**
     * Returns the number of examples.
     *
     * @return how many predictions there are
     */
    int size();

    /**
     * Says what the predictions are, as messages do.
     *
     * @return such as "labels"
     */
    String kind();

    /**
     * Picks some of the predictions.
     *
     * @param rows positions, each from 0 to {@code size() - 1}, in any order
     * @return the predictions at those positions, in that order
     */
    Predictions select(int... rows);
}
