package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.LearnerProvider;
import dev.assay.learning.Predictor;
import java.util.Map;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Trainer;
import org.tribuo.Tribuo;

/**
 * Evaluates Tribuo's trainers and fitted models as they are.
 *
 * <p>Inputs may be {@code double[]}, {@link dev.assay.data.Row}, {@code Map<String, ? extends Number>} or Tribuo's own
 * {@link Example}:
 *
 * <ul>
 *   <li>An array's features have the data set's feature names; without names, {@code f0}, {@code f1} and so on, padded
 *       with zeros so that Tribuo, which sorts features by name, keeps their order. Zeros are features too.
 *   <li>A row's columns of numbers are features of their names, and of each categorical column the feature
 *       {@code column=value} is 1. Columns of text are refused.
 *   <li>A map's entries are features, and so are an example's, which is used itself where that is safe.
 * </ul>
 *
 * <p>What a trainer learns decides what becomes of the targets:
 *
 * <ul>
 *   <li>Labels, numbers and sets of labels are learned from targets of that kind. Sets have scores where the model gives
 *       one for each label.
 *   <li>Clusters are found without a look at the targets, which are the labels that the clusters are compared with. The
 *       features are added as points if all rows have all of them, for metrics such as the silhouette. The noise of
 *       HDBSCAN is the cluster 0.
 *   <li>Anomalies are told from what is expected by two labels: {@code ANOMALOUS} and {@code EXPECTED}, or any two of
 *       which the positive one is the anomaly. A model is trained on the expected rows only. The scores are margins, for
 *       models of LibSVM and LibLinear; those of others are left out.
 * </ul>
 *
 * <p>Weights of the data set become weights of the examples; Tribuo keeps them in 32 bits. Without weights, Tribuo's
 * own examples keep theirs.
 *
 * <p>The seed of the evaluation doesn't reach Tribuo: a trainer has the seed it was made with. Nor do its threads belong
 * to the evaluation's: XGBoost, for one, takes four for each fit unless told otherwise.
 */
public final class TribuoLearnerProvider implements LearnerProvider<Example<?>> {

    /** Creates the provider; called by {@link java.util.ServiceLoader}. */
    public TribuoLearnerProvider() {}

    @Override
    public boolean supports(Object trainerOrModel) {
        return trainerOrModel instanceof Trainer || trainerOrModel instanceof Model;
    }

    @Override
    public Dataset<Example<?>> adapt(Dataset<?> data) {
        return ExampleAdapter.adapt(data);
    }

    /**
     * Turns a trainer into a learner. A shared trainer is copied for each fit through the configuration in its
     * provenance, so that no fit advances the random generator of another; that is possible for trainers that consist
     * of Tribuo's own classes.
     *
     * @throws IllegalArgumentException if it is not a trainer, or is shared and cannot be copied; the message says why
     *     and what to do
     */
    @Override
    public Learner<Example<?>> learner(Object trainer, Sharing sharing) {
        if (!(trainer instanceof Trainer<?> known)) {
            throw new IllegalArgumentException(trainer.getClass().getName() + " is not a Tribuo trainer"
                    + (trainer instanceof Model ? " but a fitted model; evaluate it on test data instead" : ""));
        }
        if (sharing == Sharing.EXCLUSIVE) {
            return new TribuoLearner(() -> known);
        }
        TrainerTemplate template = TrainerTemplate.of(known);
        return new TribuoLearner(template::copy);
    }

    /** Describes one of Tribuo's own trainers by its provenance; what others keep may not show there. */
    @Override
    public Optional<String> configuration(Object trainer) {
        return trainer instanceof Trainer<?> known ? TrainerTemplate.describe(known) : Optional.empty();
    }

    /**
     * Turns a fitted model into a predictor of labels or sets of labels, over the model's labels sorted by name, of numbers,
     * of clusters, or of the labels {@code ANOMALOUS} and {@code EXPECTED}.
     *
     * @throws IllegalArgumentException if it is not a fitted model, or one of several numbers or another kind of outputs
     */
    @Override
    public Predictor<Example<?>> predictor(Object model) {
        if (!(model instanceof Model<?> known)) {
            throw new IllegalArgumentException(model.getClass().getName() + " is not a fitted Tribuo model"
                    + (model instanceof Trainer ? " but a trainer; cross-validate it, or train it first" : ""));
        }
        return TribuoPredictor.ofFittedModel(known);
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("tribuo", Tribuo.VERSION);
    }
}
