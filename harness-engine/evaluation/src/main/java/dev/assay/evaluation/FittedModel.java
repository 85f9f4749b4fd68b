package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.learning.LearnerProvider;
import dev.assay.learning.LearnerProviders;
import dev.assay.learning.Predictor;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.Split;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

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
        return evaluate(name, predictor, (Dataset<X>) data, data, Map.of());
    }

    private static <Y> Evaluation ofProvider(String name, LearnerProvider<Y> provider, Object model, Dataset<?> data) {
        return evaluate(name, provider.predictor(model), provider.adapt(data), data, provider.versions());
    }

    private static <Y> Evaluation evaluate(
            String name, Predictor<Y> predictor, Dataset<Y> adapted, Dataset<?> data, Map<String, String> versions) {
        long start = System.nanoTime();
        Predictions predictions = predict(name, predictor, adapted);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Dataset<?> known = withLabelsOf(predictions, data);
        try {
            int[] rows = IntStream.range(0, known.size()).toArray();
            Fold fold = new Fold(
                    Split.of(0, known.size(), rows),
                    Scores.outcomes(known, predictions),
                    Duration.ZERO,
                    time,
                    null,
                    null);
            return new Evaluation(new Evaluation.Facts(
                    name,
                    known,
                    "one fitted model on " + known.size() + " test examples",
                    OptionalLong.empty(),
                    false,
                    false,
                    Splits.testToTrain(List.of(fold)),
                    List.of(fold),
                    List.of(),
                    List.of(),
                    List.of(),
                    Provenance.versions(versions),
                    new Scores(known, List.of(fold))));
        } catch (InvalidPredictionsException e) {
            throw new EvaluationException(name + " on " + data.name() + ": " + EvaluationException.reason(e, known), e);
        }
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

    /** A test set may lack labels that the model knows: they join the vocabulary, behind the data's own. */
    private static <X> Dataset<X> withLabelsOf(Predictions predictions, Dataset<X> data) {
        if (!(predictions instanceof LabelPredictions labels) || !(data.targets() instanceof LabelTargets truth)) {
            return data;
        }
        List<String> names = new ArrayList<>(truth.labels().names());
        labels.labels().names().stream().filter(label -> !names.contains(label)).forEach(names::add);
        if (names.size() == truth.labels().size()) {
            return data;
        }
        Labels union =
                truth.labels().positive().map(Labels.of(names)::withPositive).orElse(Labels.of(names));
        return data.withTargets(truth.over(union));
    }
}
