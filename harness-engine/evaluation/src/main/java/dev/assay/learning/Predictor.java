package dev.assay.learning;

import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
}
