package dev.assay.adapters.tribuo;

import dev.assay.data.Labels;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.multilabel.MultiLabel;

/**
 * Reads the sets of labels that a model predicts, over the model's own vocabulary, sorted by name. The sets are always
 * those that Tribuo chose; there are scores where the model gives one for each label, which those that join a
 * classifier for each label don't.
 */
final class LabelSetReader implements PredictionReader<MultiLabel> {

    private final Labels labels;

    LabelSetReader(Model<MultiLabel> model) {
        this.labels = Labels.observed(model.getOutputIDInfo().getDomain().stream()
                .map(MultiLabel::getLabelString)
                .toList());
    }

    static TribuoPredictor<MultiLabel> predictor(Model<?> model, KnownFeatures known) {
        Model<MultiLabel> typed = model.castModel(MultiLabel.class);
        return new TribuoPredictor<>(typed, new LabelSetReader(typed), known);
    }

    @Override
    public Class<MultiLabel> type() {
        return MultiLabel.class;
    }

    @Override
    public String kind() {
        return "sets of labels";
    }

    @Override
    public Predictions read(List<Prediction<MultiLabel>> predictions, List<Example<?>> inputs) {
        List<Set<String>> sets = new ArrayList<>(predictions.size());
        for (int row = 0; row < predictions.size(); row++) {
            sets.add(known(predictions.get(row).getOutput().getNameSet(), inputs.get(row), row));
        }
        LabelSetPredictions predicted = Predictions.labelSets(labels, sets);
        return predictions.stream().allMatch(this::isScored) ? predicted.withScores(scores(predictions)) : predicted;
    }

    private Set<String> known(Set<String> set, Example<?> input, int row) {
        for (String label : set) {
            if (!labels.contains(label)) {
                throw new InvalidPredictionsException(RowExample.nameOf(input, row) + ": the model predicts \"" + label
                        + "\", which is not among the labels it was trained on, " + labels);
            }
        }
        return set;
    }

    private boolean isScored(Prediction<MultiLabel> prediction) {
        return prediction.getOutputScores().keySet().containsAll(labels.names());
    }

    private double[] scores(List<Prediction<MultiLabel>> predictions) {
        double[] scores = new double[predictions.size() * labels.size()];
        for (int row = 0; row < predictions.size(); row++) {
            for (int label = 0; label < labels.size(); label++) {
                String name = labels.name(label);
                scores[row * labels.size() + label] =
                        score(predictions.get(row).getOutputScores().get(name), name);
            }
        }
        return scores;
    }

    private static double score(@Nullable MultiLabel scored, String label) {
        return scored == null
                ? Double.NaN
                : scored.getLabelScore(new Label(label)).orElse(Double.NaN);
    }
}
