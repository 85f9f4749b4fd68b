package dev.assay.adapters.onnx;

import dev.assay.learning.UnreadyModelProvider;

/**
 * Tells whoever gives an {@link OnnxModel} as it is to say what goes in and what comes out; an {@link OnnxPredictor} needs no
 * provider.
 */
public final class OnnxModelProvider extends UnreadyModelProvider {

    /** Creates the provider; called by {@link java.util.ServiceLoader}. */
    public OnnxModelProvider() {
        super(
                OnnxModel.class,
                "say what the model takes and what its output holds, as in"
                        + " model.input(\"X\").probabilities(\"probabilities\") or model.columns().numbers(\"variable\")");
    }
}
