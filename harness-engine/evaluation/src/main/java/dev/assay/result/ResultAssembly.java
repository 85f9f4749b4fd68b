package dev.assay.result;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.MetricScore;
import dev.assay.leakage.Finding;
import dev.assay.learning.Choice;
import dev.assay.metric.ConfusionMatrix;
import dev.assay.metric.Direction;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the records on disk of an evaluation. */
final class ResultAssembly {

    private final Evaluation evaluation;
    private final boolean withPredictions;

    ResultAssembly(Evaluation evaluation, boolean withPredictions) {
        this.evaluation = evaluation;
        this.withPredictions = withPredictions;
    }

    Result result(String testClass, Map<String, List<Judgement>> judgementsByCheck) {
        return new Result(
                Result.SCHEMA,
                testClass,
                evaluation.candidate(),
                data(),
                new Result.Resampling(
                        evaluation.resampling(),
                        evaluation.seed().isPresent() ? evaluation.seed().getAsLong() : null,
                        evaluation.repeats().size(),
                        evaluation.isOfProcedure()),
                evaluation.versions(),
                metrics(new Intervals(evaluation, judgedAtConfidence(judgementsByCheck))),
                evaluation.confusion().map(ResultAssembly::confusion).orElse(null),
                PlotAssembly.of(evaluation),
                judgements(judgementsByCheck),
                evaluation.remarks(),
                evaluation.findings().stream().map(ResultAssembly::finding).toList(),
                evaluation.folds().stream().map(this::fold).toList());
    }

    Timings timings(String testClass) {
        return new Timings(
                Timings.SCHEMA,
                testClass,
                evaluation.candidate(),
                evaluation.remarksOnRun(),
                evaluation.folds().stream()
                        .map(fold -> new Timings.FoldTiming(
                                fold.split().repeat(),
                                fold.split().fold(),
                                seconds(fold.fitTime()),
                                seconds(fold.predictTime())))
                        .toList());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private Result.Data data() {
        Labels labels = vocabulary(evaluation.targets());
        return new Result.Data(
                evaluation.dataName(),
                evaluation.size(),
                evaluation.fingerprint().map(Object::toString).orElse(null),
                task(evaluation.repeats().get(0).predictions()),
                labels == null ? null : labels.names(),
                labels == null ? null : labels.positive().orElse(null));
    }

    private static @Nullable Labels vocabulary(Targets targets) {
        if (targets instanceof LabelTargets labels) {
            return labels.labels();
        }
        return targets instanceof LabelSetTargets sets ? sets.labels() : null;
    }

    private static Result.Task task(Predictions predictions) {
        if (predictions instanceof LabelPredictions) {
            return Result.Task.CLASSIFICATION;
        }
        if (predictions instanceof NumberPredictions) {
            return Result.Task.REGRESSION;
        }
        return predictions instanceof ClusterPredictions ? Result.Task.CLUSTERING : Result.Task.MULTI_LABEL;
    }

    private static List<String> judgedAtConfidence(Map<String, List<Judgement>> judgementsByCheck) {
        return judgementsByCheck.values().stream()
                .flatMap(List::stream)
                .filter(judgement -> judgement.confidence().isPresent())
                .map(Judgement::metric)
                .toList();
    }

    private List<Result.MetricEntry> metrics(Intervals intervals) {
        return evaluation.scores().stream()
                .map(score -> metric(score, intervals.of(score)))
                .toList();
    }

    private static Result.MetricEntry metric(MetricScore score, Result.IntervalEntry interval) {
        return new Result.MetricEntry(
                score.metric().name(),
                score.metric().direction() == Direction.HIGHER_IS_BETTER,
                number(score.value()),
                score.value() instanceof MetricValue.Undefined undefined ? undefined.reason() : null,
                score.foldsUsed(),
                numbers(score.repeats()),
                numbers(score.folds()),
                interval);
    }

    private static List<@Nullable Double> numbers(List<MetricValue> values) {
        List<@Nullable Double> numbers = new ArrayList<>();
        for (MetricValue value : values) {
            numbers.add(number(value));
        }
        return numbers;
    }

    private static @Nullable Double number(MetricValue value) {
        return value instanceof MetricValue.Defined defined ? defined.value() : null;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Result.Confusion confusion(ConfusionMatrix matrix) {
        int k = matrix.labels().size();
        return new Result.Confusion(
                matrix.labels().names(),
                IntStream.range(0, k)
                        .mapToObj(truth -> IntStream.range(0, k)
                                .mapToObj(predicted -> matrix.cell(truth, predicted))
                                .toList())
                        .toList());
    }

    private static List<Result.JudgementEntry> judgements(Map<String, List<Judgement>> judgementsByCheck) {
        List<Result.JudgementEntry> entries = new ArrayList<>();
        judgementsByCheck.forEach((check, judgements) ->
                judgements.forEach(judgement -> entries.add(new Result.JudgementEntry(
                        check,
                        judgement.criterion(),
                        Result.Outcome.valueOf(judgement.outcome().name()),
                        judgement.metric(),
                        number(judgement.value()),
                        number(judgement.threshold()),
                        number(judgement.confidence()),
                        text(judgement.evidence().finding()),
                        number(judgement.evidence().bound()),
                        number(judgement.evidence().pValue()),
                        number(judgement.evidence().risk().falsePass()),
                        number(judgement.evidence().risk().redAgain()),
                        judgement.tolerated(),
                        text(judgement.message()),
                        text(judgement.remark())))));
        return entries;
    }

    /** Ends lines alike on every system, so that equal runs leave equal files. */
    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text.replace(System.lineSeparator(), "\n");
    }

    private static Result.FindingEntry finding(Finding finding) {
        return new Result.FindingEntry(
                Result.FindingKind.valueOf(finding.kind().name()),
                Result.Severity.valueOf(finding.kind().severity().name()),
                finding.sentence(),
                finding.count(),
                finding.rows(),
                finding.columns(),
                finding.splits());
    }

    private Result.FoldEntry fold(Fold fold) {
        return new Result.FoldEntry(
                fold.split().repeat(),
                fold.split().fold(),
                fold.split().trainSize(),
                fold.split().testSize(),
                fold.choice().map(ResultAssembly::chosen).orElse(null),
                withPredictions ? predictions(fold) : null);
    }

    private static Result.Chosen chosen(Choice choice) {
        return new Result.Chosen(choice.alternative(), choice.metric(), choice.score());
    }

    private List<Result.Prediction> predictions(Fold fold) {
        int[] rows = fold.split().testRows();
        return IntStream.range(0, rows.length)
                .mapToObj(i -> prediction(fold.outcomes(), i, rows[i]))
                .toList();
    }

    private Result.Prediction prediction(Outcomes outcomes, int index, int row) {
        return new Result.Prediction(
                row,
                evaluation.id(row),
                truth(outcomes.truth(), index),
                predicted(outcomes.predictions(), index),
                scores(outcomes.predictions(), index));
    }

    static Object truth(Targets targets, int index) {
        if (targets instanceof LabelTargets labels) {
            return labels.label(index);
        }
        return targets instanceof LabelSetTargets sets
                ? List.copyOf(sets.set(index))
                : ((NumberTargets) targets).value(index);
    }

    static Object predicted(Predictions predictions, int index) {
        if (predictions instanceof LabelPredictions labels) {
            return labels.label(index);
        }
        if (predictions instanceof LabelSetPredictions sets) {
            return List.copyOf(sets.set(index));
        }
        return predictions instanceof ClusterPredictions clusters
                ? clusters.cluster(index)
                : ((NumberPredictions) predictions).value(index);
    }

    private static @Nullable List<Double> scores(Predictions predictions, int index) {
        if (predictions instanceof LabelPredictions labels && labels.scoreKind() != ScoreKind.NONE) {
            return list(labels.labels().size(), label -> labels.score(index, label));
        }
        return predictions instanceof LabelSetPredictions sets && sets.hasScores()
                ? list(sets.labels().size(), label -> sets.score(index, label))
                : null;
    }

    private static List<Double> list(int size, IntToDoubleFunction element) {
        return IntStream.range(0, size).mapToDouble(element).boxed().toList();
    }
}
