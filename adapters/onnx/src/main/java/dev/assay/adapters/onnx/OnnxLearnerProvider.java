package dev.assay.adapters.onnx;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.LearnerProvider;
import dev.assay.learning.Predictor;

/**
 * Tells whoever gives an {@link OnnxModel} as it is to say what goes in and what comes out; an {@link OnnxPredictor} needs no
 * provider.
 */
public final class OnnxLearnerProvider implements LearnerProvider<Object> {

    /** Creates the provider; called by {@link java.util.ServiceLoader}. */
    public OnnxLearnerProvider() {}

    @Override
    public boolean supports(Object trainerOrModel) {
        return trainerOrModel instanceof OnnxModel;
    }

    @Override
    @SuppressWarnings("unchecked") // a data set of anything is one of objects, since it is immutable
    public Dataset<Object> adapt(Dataset<?> data) {
        return (Dataset<Object>) data;
    }

    /**
     * Refuses, since a model in a file is fitted.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public Learner<Object> learner(Object trainer, Sharing sharing) {
        throw new IllegalArgumentException(
                trainer + " is a fitted model and can't be trained; evaluate it on test data instead");
    }

    /**
     * Refuses, since what an output holds must be said.
     *
     * @throws IllegalArgumentException always; the message shows how to say it
     */
    @Override
    public Predictor<Object> predictor(Object model) {
        throw new IllegalArgumentException("say what the model takes and what its output holds, as in"
                + " model.input(\"X\").probabilities(\"probabilities\") or model.columns().numbers(\"variable\"): "
                + model);
    }
}
