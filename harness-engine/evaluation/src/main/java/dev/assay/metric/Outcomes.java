package dev.assay.metric;

import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import org.jspecify.annotations.Nullable;

/** Truth beside prediction, row by row, with optional weights: what metrics are computed from. */
public final class Outcomes {

    private final Targets truth;
    private final Predictions predictions;
    private final double @Nullable [] weights;
    private volatile @Nullable ConfusionMatrix confusion;

    private Outcomes(Targets truth, Predictions predictions, double @Nullable [] weights) {
        this.truth = truth;
        this.predictions = predictions;
        this.weights = weights;
    }

    /**
     * Puts truth beside predictions.
     *
     * @param truth the targets, at least one
     * @param predictions one prediction for each target, of the same kind and over the same labels
     * @return the outcomes, unweighted
     * @throws InvalidPredictionsException if sizes, kinds or labels differ
     */
    public static Outcomes of(Targets truth, Predictions predictions) {
        if (truth.size() == 0) {
            throw new InvalidDataException("there are no examples to judge predictions by");
        }
        if (truth.size() != predictions.size()) {
            throw new InvalidPredictionsException(
                    predictions.size() + " predictions for " + truth.size() + " examples");
        }
        if (truth instanceof LabelTargets labels && predictions instanceof LabelPredictions predicted) {
            if (!labels.labels().names().equals(predicted.labels().names())) {
                throw new InvalidPredictionsException("the predictions are over the labels " + predicted.labels()
                        + ", the data over " + labels.labels());
            }
        } else if (!(truth instanceof NumberTargets && predictions instanceof NumberPredictions)) {
            throw new InvalidPredictionsException(
                    truth instanceof LabelTargets
                            ? "the data have labels, but the model predicts numbers"
                            : "the data have numbers, but the model predicts labels");
        }
        return new Outcomes(truth, predictions, null);
    }

    /**
     * Weights the rows.
     *
     * @param rowWeights one finite, non-negative number for each row; copied
     * @return the same outcomes with these weights
     * @throws InvalidDataException if the weights are not so; the message names the row
     */
    public Outcomes withWeights(double... rowWeights) {
        if (rowWeights.length != size()) {
            throw new InvalidDataException(rowWeights.length + " weights for " + size() + " examples");
        }
        for (int row = 0; row < rowWeights.length; row++) {
            if (!(rowWeights[row] >= 0) || Double.isInfinite(rowWeights[row])) {
                throw new InvalidDataException("row " + row + ": the weight is " + rowWeights[row]
                        + "; weights must be finite and not negative");
            }
        }
        return new Outcomes(truth, predictions, rowWeights.clone());
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 1
     */
    public int size() {
        return truth.size();
    }

    /**
     * Returns the truth.
     *
     * @return one target for each row
     */
    public Targets truth() {
        return truth;
    }

    /**
     * Returns the predictions.
     *
     * @return one prediction for each row
     */
    public Predictions predictions() {
        return predictions;
    }

    /**
     * Tells whether rows have weights.
     *
     * @return false if each counts as 1
     */
    public boolean isWeighted() {
        return weights != null;
    }

    /**
     * Returns the weight of a row.
     *
     * @param row from 0 to {@code size() - 1}
     * @return 1 if there are no weights
     */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /**
     * Counts the outcomes.
     *
     * @return the confusion matrix, computed once
     * @throws IllegalArgumentException if the targets are not labels
     */
    public ConfusionMatrix confusion() {
        ConfusionMatrix known = confusion;
        if (known == null) {
            known = ConfusionMatrix.of(this);
            confusion = known;
        }
        return known;
    }

    LabelTargets labelTruth() {
        if (truth instanceof LabelTargets labels) {
            return labels;
        }
        throw new IllegalArgumentException("this metric judges labels, but the targets are numbers");
    }

    LabelPredictions labelPredictions() {
        if (predictions instanceof LabelPredictions labels) {
            return labels;
        }
        throw new IllegalArgumentException("this metric judges labels, but the targets are numbers");
    }

    NumberTargets numberTruth() {
        if (truth instanceof NumberTargets numbers) {
            return numbers;
        }
        throw new IllegalArgumentException("this metric judges numbers, but the targets are labels");
    }

    NumberPredictions numberPredictions() {
        if (predictions instanceof NumberPredictions numbers) {
            return numbers;
        }
        throw new IllegalArgumentException("this metric judges numbers, but the targets are labels");
    }
}
