package dev.assay.learning;

import dev.assay.prediction.Predictions;
import java.util.List;

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
}
