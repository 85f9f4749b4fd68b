package dev.assay.adapters.tribuo;

import dev.assay.data.Labels;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/**
 * Reads the labels that a model predicts, over the model's own vocabulary, sorted by name. The label is always the one
 * that Tribuo chose, also where another has the same score.
 */
final class LabelReader implements PredictionReader<Label> {

    /** How far from 1 the sum of a row's probabilities may be without being made 1: half of what Assay allows. */
    private static final double TOLERANCE = 5e-7;

    private final Labels labels;
    private final ScoreMeaning meaning;

    LabelReader(Model<Label> model) {
        this.labels = Labels.observed(model.getOutputIDInfo().getDomain().stream()
                .map(Label::getLabel)
                .toList());
        this.meaning = new ScoreMeaning(model);
    }

    @Override
    public Class<Label> type() {
        return Label.class;
    }

    @Override
    public String kind() {
        return "labels";
    }

    @Override
    public Predictions read(List<Prediction<Label>> predictions, List<Example<?>> inputs) {
        int[] predicted = new int[predictions.size()];
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] = index(predictions.get(row).getOutput(), inputs.get(row), row);
        }
        ScoreKind kind = meaning.kind(predictions, inputs);
        if (kind == ScoreKind.NONE) {
            return Predictions.labels(labels, predicted);
        }
        double[] scores = scores(predictions, kind);
        return kind == ScoreKind.MARGINS
                ? Predictions.margins(labels, scores).withPredicted(predicted)
                : Predictions.probabilities(labels, scores).withPredicted(predicted);
    }

    private int index(@Nullable Label label, Example<?> input, int row) {
        if (label == null) {
            throw new InvalidPredictionsException(RowExample.nameOf(input, row)
                    + ": the model gives no label, as happens when its scores are NaN because training diverged");
        }
        if (!labels.contains(label.getLabel())) {
            throw new InvalidPredictionsException(RowExample.nameOf(input, row) + ": the model predicts \""
                    + label.getLabel() + "\", which is not among the labels it was trained on, " + labels);
        }
        return labels.indexOf(label.getLabel());
    }

    private double[] scores(List<Prediction<Label>> predictions, ScoreKind kind) {
        double[] scores = new double[predictions.size() * labels.size()];
        // one value for all rows: one that differs from row to row would rank them by a label that nobody scored
        double absent = kind == ScoreKind.MARGINS ? lowest(predictions) - 1 : 0;
        for (int row = 0; row < predictions.size(); row++) {
            Map<String, Label> given = predictions.get(row).getOutputScores();
            double divisor = kind == ScoreKind.PROBABILITIES ? divisor(given.values()) : 1;
            for (int label = 0; label < labels.size(); label++) {
                Label scored = given.get(labels.name(label));
                scores[row * labels.size() + label] = scored == null ? absent : scored.getScore() / divisor;
            }
        }
        return scores;
    }

    private static double lowest(List<Prediction<Label>> predictions) {
        return predictions.stream()
                .flatMap(prediction -> prediction.getOutputScores().values().stream())
                .mapToDouble(Label::getScore)
                .min()
                .orElse(0);
    }

    /** Leaves probabilities as they are, unless 32-bit arithmetic has made their sum another than 1. */
    private static double divisor(Collection<Label> scored) {
        double sum = scored.stream().mapToDouble(Label::getScore).sum();
        return Math.abs(sum - 1) <= TOLERANCE ? 1 : sum;
    }
}
