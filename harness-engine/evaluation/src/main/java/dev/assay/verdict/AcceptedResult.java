package dev.assay.verdict;

import dev.assay.evaluation.Baseline;
import dev.assay.result.Result;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a baseline of a stored result, so that a run that took long need not be repeated to be accepted. It has no rows, since
 * results keep none in this form: later evaluations are compared with it by fold or by intervals. The full way is to run the
 * tests with {@code -Dassay.baseline=accept}.
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
                null,
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
}
