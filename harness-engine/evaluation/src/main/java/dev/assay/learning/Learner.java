package dev.assay.learning;

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
}
