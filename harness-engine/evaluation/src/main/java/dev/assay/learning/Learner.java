package dev.assay.learning;

import java.util.Map;

/**
 * A training procedure.
 *
 * <p>A learner keeps nothing from one call to the next and may be called by several threads at once; whatever is random
 * in it comes from the training's seed.
 *
 * @param <X> the type of inputs
 */
@FunctionalInterface
public interface Learner<X> {

    /**
     * Fits a model.
     *
     * @param training the examples to learn from, and the seed
     * @return the fitted model
     * @throws Exception if fitting fails; the message reaches whoever reads the test's result
     */
    Predictor<X> fit(Training<X> training) throws Exception;

    /**
     * Puts a transform before this learner. Each fit fits the transform too, to the training part and nothing else; the
     * validation part and whatever is to be predicted are transformed by what was learned there.
     *
     * <pre>{@code
     * Learner<double[]> svm = Learners.of(() -> new LibLinearTrainer()).after(Transforms.standardScaling());
     * }</pre>
     *
     * @param transform makes inputs that this learner takes
     * @param <W> the type of inputs that the transform takes
     * @return both as one learner
     */
    default <W> Learner<W> after(Transform<W, ? extends X> transform) {
        return new TransformingLearner<>(transform, this);
    }

    /**
     * Names the versions that results depend on.
     *
     * @return the name and version of the library that does the work, none if unknown
     */
    default Map<String, String> versions() {
        return Map.of();
    }
}
