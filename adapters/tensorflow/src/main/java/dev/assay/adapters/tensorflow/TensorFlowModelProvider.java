package dev.assay.adapters.tensorflow;

import dev.assay.learning.UnreadyModelProvider;

/**
 * Tells whoever gives a {@link TensorFlowModel} as it is to say what goes in and what comes out; the predictor that this makes
 * needs no provider.
 */
public final class TensorFlowModelProvider extends UnreadyModelProvider {

    /** Creates the provider; called by {@link java.util.ServiceLoader}. */
    public TensorFlowModelProvider() {
        super(
                TensorFlowModel.class,
                "say what the model takes and what its output holds, as in"
                        + " model.input(\"x\").withLabels(…).probabilities(\"y\") or model.input(\"x\").numbers(\"y\")");
    }
}
