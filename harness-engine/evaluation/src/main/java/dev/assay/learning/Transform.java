package dev.assay.learning;

import dev.assay.data.Dataset;

/**
 * A preparation of inputs that is itself learned, such as scaling by means and deviations.
 *
 * <p>{@link Learner#after} fits it to the training part only, fold by fold: what it learns from test rows would make every
 * evaluation too good. Those that come with Assay are in {@link Transforms}. Like a learner, a transform keeps nothing from
 * one call to the next and may be called by several threads at once.
 *
 * @param <X> the type of inputs
 * @param <Y> the type of inputs that the learner takes
 */
@FunctionalInterface
public interface Transform<X, Y> {

    /**
     * Fits the transform.
     *
     * @param training the training part, at least one example
     * @return what transforms each input
     * @throws dev.assay.data.InvalidDataException if it can't be fitted to these; the message names feature or column
     * @throws Exception if fitting fails for another reason
     */
    FittedTransform<X, Y> fit(Dataset<X> training) throws Exception;

    /**
     * Puts another transform behind this one; it is fitted to what this one makes of the training part.
     *
     * @param next the second step
     * @param <Z> the type of inputs that it makes
     * @return both as one
     */
    default <Z> Transform<X, Z> then(Transform<Y, Z> next) {
        return training -> {
            FittedTransform<X, Y> first = fit(training);
            FittedTransform<Y, Z> second = next.fit(Transformed.data(first, training));
            return new FittedSteps<>(first, second);
        };
    }
}
