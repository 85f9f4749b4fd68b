package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.Uncertainty;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.Interval;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the records of metrics' uncertainty. */
final class Intervals {

    /** The levels of one-sided bounds. */
    static final List<Double> LEVELS = List.of(0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999);

    static final double LEVEL = 0.95;

    private final Evaluation evaluation;
    private final Set<String> judged;

    /**
     * Says which intervals must be known. It is by what was judged and not by what is known already, so that equal runs leave
     * equal files.
     *
     * @param evaluation the evaluation
     * @param judged the names of the metrics that were judged at a confidence
     */
    Intervals(Evaluation evaluation, Collection<String> judged) {
        this.evaluation = evaluation;
        this.judged = Set.copyOf(judged);
    }

    Result.IntervalEntry of(MetricScore score) {
        Uncertainty uncertainty = judged.contains(score.metric().name())
                ? Uncertainty.of(evaluation, score)
                : Uncertainty.ofCheap(evaluation, score, Uncertainty.CHEAP);
        return uncertainty
                .estimate()
                .map(estimate -> known(estimate, uncertainty.question()))
                .orElseGet(() -> new Result.IntervalEntry(uncertainty.reason(), null, null, null, null, List.of()));
    }

    private static Result.IntervalEntry known(Estimate estimate, String question) {
        Interval interval = estimate.interval(LEVEL);
        return new Result.IntervalEntry(
                null,
                question,
                interval.method(),
                finite(interval.lower()),
                finite(interval.upper()),
                LEVELS.stream()
                        .map(level -> new Result.BoundEntry(
                                level, finite(estimate.lowerBound(level)), finite(estimate.upperBound(level))))
                        .toList());
    }

    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
