package dev.assay.adapters.pytorch;

import dev.assay.learning.UnreadyModelProvider;

/**
 * Tells whoever gives a {@link TorchScriptModel} as it is to say what goes in and what comes out; the predictor that this
 * makes needs no provider.
 */
public final class TorchScriptModelProvider extends UnreadyModelProvider {

    /** Creates the provider; called by {@link java.util.ServiceLoader}. */
    public TorchScriptModelProvider() {
        super(
                TorchScriptModel.class,
                "say what the model takes and what it gives, as in model.input(1, 8, 8).withLabels(…).logits() or"
                        + " model.input(13).numbers()");
    }
}
