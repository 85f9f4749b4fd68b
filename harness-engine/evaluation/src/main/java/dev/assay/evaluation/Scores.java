package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.metric.FoldCombination;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Metrics;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.Predictions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Computes metrics of folds and combines them: within a repeat first, pooled or averaged as the metric demands (Forman and
 * Scholz 2010), then over the repeats. Each metric is computed once.
 */
final class Scores {

    private final Dataset<?> data;
    private final List<Fold> folds;
    /** The numbers of the repeats that have folds. */
    private final List<Integer> repeatNumbers;
    /** The folds of each repeat as one, rows in the order of the data. */
    private final List<Outcomes> repeats;

    private final Map<Metric, MetricScore> known = new ConcurrentHashMap<>();
    private final Map<Metric, Uncertainty.Costed> uncertainties = new ConcurrentHashMap<>();

    Scores(Dataset<?> data, List<Fold> folds) {
        this.data = data;
        this.folds = folds;
        Map<Integer, List<Fold>> byRepeat = new TreeMap<>();
        for (Fold fold : folds) {
            byRepeat.computeIfAbsent(fold.split().repeat(), repeat -> new ArrayList<>())
                    .add(fold);
        }
        this.repeatNumbers = List.copyOf(byRepeat.keySet());
        this.repeats = byRepeat.values().stream().map(this::pooled).toList();
    }

    /** A row that several folds tested, as when two are left out at a time, is there as often as that. */
    private Outcomes pooled(List<Fold> ofRepeat) {
        if (ofRepeat.size() == 1) {
            // its rows are in the order of the data already; a copy of many scores would be a large one
            return ofRepeat.get(0).outcomes();
        }
        List<int[]> tested =
                ofRepeat.stream().map(fold -> fold.split().testRows()).toList();
        int[] end = new int[data.size()];
        tested.forEach(rows -> IntStream.of(rows).forEach(row -> end[row]++));
        for (int row = 1; row < end.length; row++) {
            end[row] += end[row - 1];
        }
        int[] rows = new int[end[end.length - 1]];
        int[] place = new int[rows.length];
        int last = rows.length;
        for (int fold = tested.size() - 1; fold >= 0; fold--) {
            int[] ofFold = tested.get(fold);
            for (int i = ofFold.length - 1; i >= 0; i--) {
                int at = --end[ofFold[i]];
                rows[at] = ofFold[i];
                place[at] = --last;
            }
        }
        Predictions predictions = Predictions.concatenate(ofRepeat.stream()
                        .map(fold -> fold.outcomes().predictions())
                        .toList())
                .select(place);
        return Outcomes.of(data.select(rows), predictions);
    }

    List<Outcomes> repeats() {
        return repeats;
    }

    /** Returns which rows the outcomes of a repeat are of, in their order. */
    int[] rows(int repeat) {
        int number = repeatNumbers.get(repeat);
        return folds.stream()
                .filter(fold -> fold.split().repeat() == number)
                .flatMapToInt(fold -> IntStream.of(fold.split().testRows()))
                .sorted()
                .toArray();
    }

    MetricScore of(Metric metric) {
        Metric resolved = metric.resolve(data.targets());
        return known.computeIfAbsent(resolved, this::compute);
    }

    /** Estimates what wasn't estimated, or would have cost too much and has to be known now. */
    Uncertainty.Costed uncertainty(Metric metric, Supplier<Uncertainty.Costed> estimation) {
        Uncertainty.Costed costed = uncertainties.get(metric);
        if (costed != null && costed.result().isPresent()) {
            return costed;
        }
        // not within the map's own computation, which must not wait for other threads
        return uncertainties.merge(
                metric, estimation.get(), (earlier, later) -> earlier.result().isPresent() ? earlier : later);
    }

    List<MetricScore> all() {
        List<MetricScore> usual =
                Metrics.summary(repeats.get(0)).stream().map(this::of).toList();
        List<MetricScore> all = new ArrayList<>(usual);
        known.values().stream()
                .filter(score -> !usual.contains(score))
                .sorted(Comparator.comparing(score -> score.metric().name()))
                .forEach(all::add);
        return all;
    }

    private MetricScore compute(Metric metric) {
        List<MetricValue> foldValues =
                folds.stream().map(fold -> metric.value(fold.outcomes())).toList();
        boolean pooled = metric.combination() == FoldCombination.POOLED;
        List<MetricValue> repeatValues = IntStream.range(0, repeats.size())
                .mapToObj(repeat -> pooled ? metric.value(repeats.get(repeat)) : averaged(repeat, foldValues))
                .toList();
        int used = pooled
                ? folds.size()
                : (int) foldValues.stream()
                        .filter(MetricValue.Defined.class::isInstance)
                        .count();
        return new MetricScore(metric, mean(repeatValues), repeatValues, foldValues, used);
    }

    private MetricValue averaged(int repeat, List<MetricValue> foldValues) {
        int number = repeatNumbers.get(repeat);
        return mean(IntStream.range(0, folds.size())
                .filter(fold -> folds.get(fold).split().repeat() == number)
                .mapToObj(foldValues::get)
                .toList());
    }

    /** Rounds once, so that equal values have themselves as their mean and no order of folds is better than another. */
    private static double exactMean(double[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Leaves undefined values out; undefined with the first reason if there is no other. */
    private static MetricValue mean(List<MetricValue> values) {
        double[] defined = values.stream()
                .flatMapToDouble(value -> value.asOptional().stream())
                .toArray();
        if (defined.length == 0) {
            return values.get(0);
        }
        return MetricValue.of(exactMean(defined));
    }
}
