package dev.assay.learning;

import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A fitted model.
 *
 * @param <X> the type of inputs
 */
@FunctionalInterface
public interface Predictor<X> {

    /**
     * Predicts a batch.
     *
     * @param inputs any number of inputs
     * @return one prediction for each input, in their order
     * @throws Exception if predicting fails; the message reaches whoever reads the test's result
     */
    Predictions predict(List<X> inputs) throws Exception;

    /**
     * Puts preprocessing before this model, so that models which were trained on different forms of the same inputs are
     * evaluated on one data set, and can be compared:
     *
     * <pre>{@code
     * network.input("input").logits("logits").after(pixels -> scaled(pixels))
     * }</pre>
     *
     * @param preprocessing turns an input of the data into one that this model takes, without regard to other inputs; the model
     *     may ask for an input more than once
     * @param <W> the type of inputs of the data
     * @return both as one model; closing this model is left to the caller
     */
    default <W> Predictor<W> after(Function<? super W, ? extends X> preprocessing) {
        return new PreprocessingPredictor<>(preprocessing, this);
    }

    /**
     * Tells which alternative was chosen, where fitting meant to choose among several.
     *
     * @return the choice; empty if there was none
     */
    default Optional<Choice> choice() {
        return Optional.empty();
    }

    /**
     * Names the versions that predictions depend on.
     *
     * @return the name and version of the library that does the work, none if unknown
     */
    default Map<String, String> versions() {
        return Map.of();
    }

    /**
     * Tells how large the model is as it is deployed: the files that it was read from, or what its library would write.
     *
     * @return bytes; empty if that is not known
     */
    default OptionalLong sizeInBytes() {
        return OptionalLong.empty();
    }

    /**
     * Names the class of the model, for messages.
     *
     * @return the name of this class, unless it stands before another model
     */
    default String typeName() {
        return getClass().getName();
    }
}
