package dev.assay.verdict;

import dev.assay.data.Fingerprint;
import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Metrics;
import dev.assay.metric.Outcomes;
import dev.assay.metric.Range;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a baseline of an evaluation. */
final class AcceptedEvaluation {

    /** Predicted numbers of more rows would make the file large and its differences unreadable. */
    private static final int MOST_NUMBERS = 2000;

    private final Evaluation evaluation;

    private AcceptedEvaluation(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * Makes the baseline: the usual metrics, one more, and those that the baseline had before.
     *
     * @param before the names of the metrics that it had
     */
    static Baseline of(Evaluation evaluation, String testClass, Metric asked, Set<String> before) {
        return new AcceptedEvaluation(evaluation).baseline(testClass, metrics(evaluation, asked, before));
    }

    private static List<Metric> metrics(Evaluation evaluation, Metric asked, Set<String> before) {
        List<Metric> metrics =
                new ArrayList<>(Metrics.summary(evaluation.repeats().get(0)));
        metrics.add(asked);
        before.forEach(name -> named(name, evaluation).ifPresent(metrics::add));
        return metrics;
    }

    /** Finds a metric; not one of the user's own, or of a label that there is no more. Whoever asks for that adds it. */
    private static Optional<Metric> named(String name, Evaluation evaluation) {
        try {
            return Optional.of(Metrics.named(name).resolve(evaluation.targets()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Baseline baseline(String testClass, List<Metric> metrics) {
        SortedMap<String, Baseline.Value> values = new TreeMap<>();
        SortedMap<String, List<@Nullable Double>> folds = new TreeMap<>();
        for (Metric metric : metrics) {
            MetricScore score = evaluation.score(metric);
            values.put(score.metric().name(), value(score));
            List<@Nullable Double> ofFolds = new ArrayList<>();
            score.folds().forEach(fold -> ofFolds.add(number(fold)));
            folds.put(score.metric().name(), ofFolds);
        }
        return new Baseline(
                testClass,
                evaluation.candidate(),
                new Baseline.Data(
                        evaluation.size(),
                        evaluation.fingerprint().map(Fingerprint::toString).orElse(null),
                        evaluation.dataName()),
                new Baseline.Split(
                        evaluation.resampling(),
                        evaluation.splitsFingerprint().toString(),
                        evaluation.seed().isPresent() ? evaluation.seed().getAsLong() : null),
                values,
                folds,
                rows(),
                List.of());
    }

    private Baseline.Value value(MetricScore score) {
        Estimate estimate = Uncertainty.of(evaluation, score).estimate().orElse(null);
        Double value = number(score.value());
        if (estimate == null || value == null) {
            return new Baseline.Value(null, null, value);
        }
        // an estimate may have a value of its own, such as that of one repeat; the bounds must be of this one
        double below = estimate.value() - estimate.lowerBound(Baseline.Value.LEVEL);
        double above = estimate.upperBound(Baseline.Value.LEVEL) - estimate.value();
        Range range = score.metric().range();
        return new Baseline.Value(
                Math.min(value, range.clip(value - below)), Math.max(value, range.clip(value + above)), value);
    }

    private static @Nullable Double number(MetricValue value) {
        return value instanceof MetricValue.Defined defined ? defined.value() : null;
    }

    private Baseline.@Nullable Rows rows() {
        int[] tested = evaluation.testedRows(0);
        if (IntStream.range(1, tested.length).anyMatch(i -> tested[i] == tested[i - 1])) {
            return null;
        }
        Outcomes outcomes = evaluation.repeats().get(0);
        if (outcomes.predictions() instanceof LabelPredictions labels) {
            return new Baseline.Rows(
                    ids(evaluation),
                    labels.labels().names(),
                    null,
                    IntStream.range(0, labels.size()).map(labels::index).boxed().toList());
        }
        if (outcomes.predictions() instanceof NumberPredictions numbers && numbers.size() <= MOST_NUMBERS) {
            return new Baseline.Rows(
                    ids(evaluation),
                    null,
                    IntStream.range(0, numbers.size()).mapToObj(numbers::value).toList(),
                    null);
        }
        return null;
    }

    /** Returns the ids of the examples that the first repeat tested; null if they are all positions from 0. */
    static @Nullable List<String> ids(Evaluation evaluation) {
        int[] tested = evaluation.testedRows(0);
        List<String> ids = IntStream.of(tested).mapToObj(evaluation::id).toList();
        boolean arePositions = tested.length == evaluation.size()
                && IntStream.range(0, ids.size()).allMatch(i -> ids.get(i).equals(Integer.toString(i)));
        return arePositions ? null : ids;
    }
}
