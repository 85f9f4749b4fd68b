package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.learning.LearnerProvider;
import dev.assay.learning.LearnerProviders;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import java.time.Duration;
import java.util.Map;

/** Evaluates a model that was fitted elsewhere. */
final class FittedModel {

    private FittedModel() {}

    static Evaluation evaluate(String name, Object model, Dataset<?> data) {
        if (model instanceof Predictor<?> predictor) {
            return ofPredictor(name, predictor, data);
        }
        return ofProvider(name, LearnerProviders.of(model), model, data);
    }

    @SuppressWarnings("unchecked") // what inputs a predictor takes shows at its call only
    private static <X> Evaluation ofPredictor(String name, Predictor<X> predictor, Dataset<?> data) {
        return evaluate(name, predictor, (Dataset<X>) data, data, predictor.versions());
    }

    private static <Y> Evaluation ofProvider(String name, LearnerProvider<Y> provider, Object model, Dataset<?> data) {
        return evaluate(name, provider.predictor(model), provider.adapt(data), data, provider.versions());
    }

    private static <Y> Evaluation evaluate(
            String name, Predictor<Y> predictor, Dataset<Y> adapted, Dataset<?> data, Map<String, String> versions) {
        long start = System.nanoTime();
        Predictions predictions = predict(name, predictor, adapted);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return GivenPredictions.ofFittedModel(name, data, predictions, time, versions);
    }

    private static <Y> Predictions predict(String name, Predictor<Y> predictor, Dataset<Y> data) {
        try {
            return predictor.predict(data.inputs());
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new EvaluationException(name + " on " + data.name() + ": " + EvaluationException.reason(e, data), e);
        }
    }
}
