package dev.assay.learning;

import java.util.List;

/**
 * What a {@link Transform} learned from a training part.
 *
 * @param <X> the type of inputs
 * @param <Y> the type of inputs that the learner takes
 */
@FunctionalInterface
public interface FittedTransform<X, Y> {

    /**
     * Transforms one input; called for those of the training, the validation and the test part alike.
     *
     * @param input the input, which must not be changed
     * @return a new input
     * @throws dev.assay.data.InvalidDataException if the input is unlike those it was fitted to
     * @throws Exception if it fails for another reason
     */
    Y apply(X input) throws Exception;

    /**
     * Names the features that it makes.
     *
     * @return one distinct name for each feature, or none
     */
    default List<String> featureNames() {
        return List.of();
    }
}
