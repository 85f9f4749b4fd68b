package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.Split;
import dev.assay.serving.ServedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Evaluates predictions that are there already. */
final class GivenPredictions {

    private GivenPredictions() {}

    /** Evaluates what one fitted model predicted for test data. */
    static Evaluation ofFittedModel(
            String name,
            Dataset<?> data,
            Predictions predictions,
            Duration time,
            Map<String, String> versions,
            @Nullable ServedModel model) {
        Dataset<?> known = withLabelsOf(predictions, data);
        try {
            int[] rows = IntStream.range(0, known.size()).toArray();
            Fold fold = new Fold(
                    Split.of(0, known.size(), rows), Outcomes.of(known, predictions), Duration.ZERO, time, null, null);
            return new Evaluation(facts(
                    name,
                    known,
                    "one fitted model on " + known.size() + " test examples",
                    false,
                    false,
                    List.of(fold),
                    Provenance.versions(versions),
                    model));
        } catch (InvalidPredictionsException e) {
            throw new EvaluationException(name + " on " + data.name() + ": " + EvaluationException.reason(e, known), e);
        }
    }

    /** Evaluates what the models of several folds predicted. */
    static Evaluation ofFolds(String name, Dataset<?> data, String resampling, List<PredictedFold> predicted) {
        if (predicted.isEmpty()) {
            throw new EvaluationException(name + " on " + data.name() + ": there are no folds");
        }
        List<Fold> folds = new ArrayList<>();
        for (PredictedFold each : predicted) {
            Dataset<?> tested = data.select(each.split().testRows());
            try {
                folds.add(new Fold(
                        each.split(),
                        Outcomes.of(tested, each.predictions()),
                        Duration.ZERO,
                        Duration.ZERO,
                        null,
                        null));
            } catch (InvalidPredictionsException e) {
                throw new EvaluationException(
                        name + " on " + data.name() + ", " + each.split() + ": "
                                + EvaluationException.reason(e, tested),
                        e);
            }
        }
        boolean repeated = folds.stream().mapToInt(Fold::repeat).distinct().count() > 1;
        return new Evaluation(
                facts(name, data, resampling, folds.size() > 1, repeated, folds, Provenance.versions(Map.of()), null));
    }

    private static Evaluation.Facts facts(
            String name,
            Dataset<?> data,
            String resampling,
            boolean ofProcedure,
            boolean repeatable,
            List<Fold> folds,
            SortedMap<String, String> versions,
            @Nullable ServedModel model) {
        return new Evaluation.Facts(
                name,
                data,
                resampling,
                OptionalLong.empty(),
                ofProcedure,
                repeatable,
                Splits.testToTrain(folds),
                List.copyOf(folds),
                List.of(),
                List.of(),
                List.of(),
                versions,
                new Scores(data, folds),
                model);
    }

    /** A test set may lack labels that the model knows: they join the vocabulary, behind the data's own. */
    private static <X> Dataset<X> withLabelsOf(Predictions predictions, Dataset<X> data) {
        if (predictions instanceof LabelPredictions predicted && data.targets() instanceof LabelTargets truth) {
            return joined(truth.labels(), predicted.labels())
                    .map(truth::over)
                    .map(data::withTargets)
                    .orElse(data);
        }
        if (predictions instanceof LabelSetPredictions predicted && data.targets() instanceof LabelSetTargets truth) {
            return joined(truth.labels(), predicted.labels())
                    .map(truth::over)
                    .map(data::withTargets)
                    .orElse(data);
        }
        return data;
    }

    private static Optional<Labels> joined(Labels own, Labels others) {
        List<String> names = new ArrayList<>(own.names());
        others.names().stream().filter(label -> !names.contains(label)).forEach(names::add);
        return names.size() == own.size()
                ? Optional.empty()
                : Optional.of(own.positive().map(Labels.of(names)::withPositive).orElse(Labels.of(names)));
    }
}
