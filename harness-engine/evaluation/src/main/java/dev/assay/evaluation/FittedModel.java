package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.learning.AdaptedModel;
import dev.assay.learning.ModelAdapter;
import dev.assay.prediction.Predictions;
import dev.assay.serving.ServedModel;
import java.time.Duration;

/** Evaluates a model that was fitted elsewhere. */
final class FittedModel {

    private FittedModel() {}

    static Evaluation evaluate(String name, Object model, Dataset<?> data) {
        ModelAdapter<?> adapter = ModelAdapter.of(model);
        AdaptedModel<?> adapted = adapter.adapt(data);
        long start = System.nanoTime();
        Predictions predictions = predict(name, adapted);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return GivenPredictions.ofFittedModel(
                name, data, predictions, time, adapted.versions(), ServedModel.of(adapter, data));
    }

    private static <Y> Predictions predict(String name, AdaptedModel<Y> model) {
        Dataset<Y> data = model.data();
        try {
            return model.predictor().predict(data.inputs());
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new EvaluationException(name + " on " + data.name() + ": " + EvaluationException.reason(e, data), e);
        }
    }
}
