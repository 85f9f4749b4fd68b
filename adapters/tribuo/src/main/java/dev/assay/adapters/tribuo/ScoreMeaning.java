package dev.assay.adapters.tribuo;

import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.ScoreKind;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.transform.TransformedModel;

/**
 * Tells what a model's scores are. Predictions say themselves whether they are probabilities; what the model says
 * ({@code generatesProbabilities}) is wrong for decision trees. Three kinds of models need more:
 *
 * <ul>
 *   <li>LibSVM without probabilities counts votes of pairwise classifiers, which don't rank examples.
 *   <li>AdaBoost calls shares of weighted votes probabilities. Members worse than chance weigh less than nothing, so
 *       that a share may be negative or above 1. It happens in some folds only, but all must have one kind of scores.
 *   <li>Ensembles that average their members' margins call the result probabilities, too, after dividing it by the sum
 *       of each row, which may be of either sign or 0. What remains doesn't rank examples.
 * </ul>
 */
final class ScoreMeaning {

    /** By name, since most users don't have this library. */
    private static final String LIBSVM = "org.tribuo.classification.libsvm.LibSVMClassificationModel";

    /** Leaves room for 32-bit arithmetic over many labels, as in XGBoost. */
    private static final double SUM_TOLERANCE = 1e-3;

    private static final double RANGE_TOLERANCE = 1e-6;

    private final boolean libSvm;
    private final boolean boosted;
    private final boolean ensemble;

    ScoreMeaning(Model<Label> model) {
        Model<Label> core = core(model);
        this.libSvm = core.getClass().getName().equals(LIBSVM);
        this.boosted =
                core.getProvenance().getTrainerProvenance().getClassName().equals(AdaBoostTrainer.class.getName());
        this.ensemble = core instanceof WeightedEnsembleModel;
    }

    /** Returns the model that predicts, without the transformations around it. */
    static <T extends Output<T>> Model<T> core(Model<T> model) {
        Model<T> core = model;
        while (core instanceof TransformedModel<T> transformed) {
            core = transformed.getInnerModel();
        }
        return core;
    }

    /**
     * Tells what the scores of a batch are.
     *
     * @throws InvalidPredictionsException if they aren't the same for all rows
     */
    ScoreKind kind(List<Prediction<Label>> predictions, List<Example<?>> inputs) {
        if (predictions.isEmpty()) {
            return ScoreKind.NONE;
        }
        ScoreKind kind = claimed(predictions.get(0));
        for (int row = 1; row < predictions.size(); row++) {
            ScoreKind other = claimed(predictions.get(row));
            if (other != kind) {
                throw new InvalidPredictionsException(RowExample.nameOf(inputs.get(row), row) + ": its scores are "
                        + other + ", but those of " + RowExample.nameOf(inputs.get(0), 0) + " are " + kind
                        + "; a model must give all rows the same");
            }
        }
        if (kind != ScoreKind.PROBABILITIES || predictions.stream().allMatch(ScoreMeaning::isDistribution)) {
            return kind;
        }
        return ensemble ? ScoreKind.NONE : ScoreKind.MARGINS;
    }

    private ScoreKind claimed(Prediction<Label> prediction) {
        if (prediction.getOutputScores().isEmpty() || (libSvm && !prediction.hasProbabilities())) {
            return ScoreKind.NONE;
        }
        return prediction.hasProbabilities() && !boosted ? ScoreKind.PROBABILITIES : ScoreKind.MARGINS;
    }

    private static boolean isDistribution(Prediction<Label> prediction) {
        Map<String, Label> scores = prediction.getOutputScores();
        double sum = 0;
        for (Label label : scores.values()) {
            double score = label.getScore();
            if (!(score >= 0 && score <= 1 + RANGE_TOLERANCE)) {
                return false;
            }
            sum += score;
        }
        return Math.abs(sum - 1) <= SUM_TOLERANCE;
    }
}
