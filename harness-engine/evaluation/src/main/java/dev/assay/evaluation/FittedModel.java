package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.learning.AdaptedModel;
import dev.assay.prediction.Predictions;
import dev.assay.serving.ServedModel;
import java.time.Duration;

/** Evaluates a model that was fitted elsewhere. */
final class FittedModel {

    private FittedModel() {}

    static Evaluation evaluate(String name, Object model, Dataset<?> data) {
        AdaptedModel<?> adapted = AdaptedModel.of(model, data);
        long start = System.nanoTime();
        Predictions predictions = predict(name, adapted);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return GivenPredictions.ofFittedModel(
                name, data, predictions, time, adapted.versions(), new ServedModel(adapted));
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
