package dev.assay.result;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.EstimatedDifference;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.statistics.Interval;
import dev.assay.statistics.PValueAdjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares the best candidate by the headline metric with the others, of which there may be very many. */
final class ClassDifferences {

    private static final int MOST_ENTRIES = 50;
    private static final int MOST_REPLICATES = 1999;
    private static final int FEWEST_REPLICATES = 199;

    /** So many rows are evaluated in all where replicates are drawn, which takes about a second. */
    private static final long ROWS_OF_ALL_REPLICATES = 20_000_000;

    private final Comparison comparison;
    private final Metric metric;

    private ClassDifferences(Comparison comparison) {
        this.comparison = comparison;
        this.metric = comparison.headline();
    }

    /** Returns nothing if there is but one, the metric is undefined for all, or they were not evaluated on the same splits. */
    static Optional<ClassResult.Differences> of(List<Evaluation> evaluations) {
        if (evaluations.size() < 2) {
            return Optional.empty();
        }
        try {
            return new ClassDifferences(Comparison.of(evaluations)).differences();
        } catch (IllegalArgumentException e) {
            // such as after folds of one candidate failed; results can still be read one by one
            return Optional.empty();
        }
    }

    private Optional<ClassResult.Differences> differences() {
        List<Evaluation> ranked = comparison.ranking(metric).stream()
                .filter(evaluation -> evaluation.value(metric) instanceof MetricValue.Defined)
                .limit(1 + MOST_ENTRIES)
                .toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        String best = ranked.get(0).candidate();
        List<Evaluation> others = ranked.subList(1, ranked.size());
        List<Optional<EstimatedDifference>> estimates = estimates(best, others);
        return Optional.of(new ClassResult.Differences(
                ranked.get(0).score(metric).metric().name(),
                metric.direction() == Direction.HIGHER_IS_BETTER,
                best,
                estimates.stream()
                        .flatMap(Optional::stream)
                        .map(EstimatedDifference::method)
                        .findFirst()
                        .orElse(null),
                entries(ranked.get(0), others, estimates)));
    }

    /** Leaves out what would take long: the last ones of many, or all of very large test sets. */
    private List<Optional<EstimatedDifference>> estimates(String best, List<Evaluation> others) {
        boolean drawn = comparison.evaluations().get(0).folds().size() == 1;
        long rows = 2L * comparison.evaluations().get(0).size();
        long affordable = drawn ? ROWS_OF_ALL_REPLICATES / (FEWEST_REPLICATES * rows) : others.size();
        long count = Math.min(others.size(), affordable);
        int replicates =
                (int) Math.min(MOST_REPLICATES, ROWS_OF_ALL_REPLICATES / Math.max(1, rows * Math.max(1, count)));
        return IntStream.range(0, others.size())
                .mapToObj(i -> i < count
                        ? comparison.estimate(
                                metric, best, others.get(i).candidate(), Intervals.LEVEL, Math.max(1, replicates))
                        : Optional.<EstimatedDifference>empty())
                .toList();
    }

    private List<ClassResult.DifferenceEntry> entries(
            Evaluation best, List<Evaluation> others, List<Optional<EstimatedDifference>> estimates) {
        double[] adjusted = PValueAdjustment.HOLM.adjust(estimates.stream()
                .flatMap(Optional::stream)
                .mapToDouble(EstimatedDifference::pValue)
                .toArray());
        List<ClassResult.DifferenceEntry> entries = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < others.size(); i++) {
            Optional<EstimatedDifference> estimate = estimates.get(i);
            Optional<Interval> interval = estimate.flatMap(EstimatedDifference::interval);
            entries.add(new ClassResult.DifferenceEntry(
                    others.get(i).candidate(),
                    estimate.map(EstimatedDifference::value).orElse(number(best) - number(others.get(i))),
                    finite(interval.map(Interval::lower)),
                    finite(interval.map(Interval::upper)),
                    estimate.isPresent() ? adjusted[tested++] : null));
        }
        return entries;
    }

    private double number(Evaluation evaluation) {
        return evaluation.value(metric).asOptional().orElseThrow();
    }

    private static @Nullable Double finite(Optional<Double> bound) {
        return bound.filter(Double::isFinite).orElse(null);
    }
}
