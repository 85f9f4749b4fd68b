package dev.assay.verdict;

import dev.assay.evaluation.Baseline;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a baseline of a stored result, so that a run that took long need not be repeated to be accepted. Where the result keeps
 * no predictions, the baseline has no rows: later evaluations are compared with it by fold or by intervals. Tests that run with
 * {@code -Dassay.baseline=accept} keep rows in any case.
 */
public final class AcceptedResult {

    private AcceptedResult() {}

    /**
     * Makes the baseline.
     *
     * @param result a stored result
     * @return a baseline of all its metrics, judged by the checks that the result names
     * @throws IllegalArgumentException if the result doesn't tell which rows its folds had
     */
    public static Baseline of(Result result) {
        String digest = result.resampling().digest();
        if (digest == null) {
            throw new IllegalArgumentException("the result of \"" + result.candidate() + "\" of " + result.testClass()
                    + " doesn't tell which rows its folds had, so that nothing could be compared with it");
        }
        SortedMap<String, Baseline.Value> values = new TreeMap<>();
        SortedMap<String, List<@Nullable Double>> folds = new TreeMap<>();
        for (Result.MetricEntry entry : result.metrics()) {
            values.put(entry.name(), value(entry));
            folds.put(entry.name(), entry.folds());
        }
        return new Baseline(
                result.testClass(),
                result.candidate(),
                new Baseline.Data(
                        result.data().examples(),
                        result.data().fingerprint(),
                        result.data().name()),
                new Baseline.Split(
                        result.resampling().description(),
                        digest,
                        result.resampling().seed()),
                values,
                folds,
                rows(result),
                result.judgements().stream().map(Result.JudgementEntry::check).toList());
    }

    private static Baseline.Value value(Result.MetricEntry entry) {
        Double value = entry.value();
        RecordedBounds bounds = new RecordedBounds(entry);
        if (value == null || bounds.unknown() != null) {
            return new Baseline.Value(null, null, value);
        }
        // bounds may be of a value of their own, such as that of one repeat; they must be on both sides of this one
        return new Baseline.Value(
                finite(Math.min(value, bounds.lower(Baseline.Value.LEVEL))),
                finite(Math.max(value, bounds.upper(Baseline.Value.LEVEL))),
                Objects.requireNonNull(value));
    }

    /** A bound without end is none that a file could hold. */
    private static @Nullable Double finite(double bound) {
        return Double.isFinite(bound) ? bound : null;
    }

    /** Returns what the first repeat predicted, in the order of the data; null unless all predictions were kept. */
    private static Baseline.@Nullable Rows rows(Result result) {
        List<Result.Prediction> predictions = new ArrayList<>();
        for (Result.FoldEntry fold : result.folds()) {
            if (fold.repeat() == 0) {
                if (fold.predictions() == null) {
                    return null;
                }
                predictions.addAll(fold.predictions());
            }
        }
        predictions.sort(Comparator.comparingInt(Result.Prediction::row));
        boolean areDistinct = IntStream.range(1, predictions.size())
                .allMatch(i -> predictions.get(i - 1).row() < predictions.get(i).row());
        if (!areDistinct || predictions.isEmpty()) {
            return null;
        }
        List<String> labels = result.data().labels();
        return switch (result.data().task()) {
            case CLASSIFICATION ->
                labels == null
                        ? null
                        : new Baseline.Rows(
                                ids(result, predictions),
                                labels,
                                null,
                                predictions.stream()
                                        .map(prediction -> labels.indexOf(prediction.predicted()))
                                        .toList());
            case REGRESSION ->
                predictions.size() > AcceptedEvaluation.MOST_NUMBERS
                        ? null
                        : new Baseline.Rows(
                                ids(result, predictions),
                                null,
                                predictions.stream()
                                        .map(prediction -> ((Number) prediction.predicted()).doubleValue())
                                        .toList(),
                                null);
            case MULTI_LABEL, CLUSTERING -> null;
        };
    }

    /** Returns the ids; null if they are all positions from 0. */
    private static @Nullable List<String> ids(Result result, List<Result.Prediction> predictions) {
        boolean arePositions = predictions.size() == result.data().examples()
                && IntStream.range(0, predictions.size())
                        .allMatch(i -> predictions.get(i).id().equals(Integer.toString(i)));
        return arePositions
                ? null
                : predictions.stream().map(Result.Prediction::id).toList();
    }
}
