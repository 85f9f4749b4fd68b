package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.Metric;
import dev.assay.metric.Metrics;
import dev.assay.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Judges parts of the data by the headline metric. */
final class SliceTable {

    private static final int MOST_VALUES = 20;
    private static final int MOST_SLICES = 100;

    private SliceTable() {}

    static List<PlotData.SliceEntry> of(Evaluation evaluation) {
        Metric metric = Metrics.headline(evaluation.repeats().get(0));
        Map<String, SortedMap<String, Evaluation>> slices = evaluation.byFewValues(MOST_VALUES, MOST_SLICES);
        int count = slices.values().stream().mapToInt(Map::size).sum();
        List<PlotData.SliceEntry> entries = new ArrayList<>();
        slices.forEach((by, values) -> values.forEach((value, slice) ->
                entries.add(entry(by, value, slice, slice.score(metric), Uncertainty.CHEAP / count))));
        return entries;
    }

    private static PlotData.SliceEntry entry(
            String by, String value, Evaluation slice, MetricScore score, long nanoseconds) {
        Optional<Interval> interval = Uncertainty.ofCheap(slice, score, nanoseconds)
                .estimate()
                .map(estimate -> estimate.interval(Intervals.LEVEL));
        return new PlotData.SliceEntry(
                by,
                value,
                slice.size(),
                score.metric().name(),
                Digits.usual(score.value().asOptional()),
                rounded(interval.map(Interval::lower)),
                rounded(interval.map(Interval::upper)));
    }

    private static @Nullable Double rounded(Optional<Double> bound) {
        return bound.filter(Double::isFinite).map(Digits::usual).orElse(null);
    }
}
