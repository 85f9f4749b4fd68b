package dev.assay.evaluation;

import dev.assay.data.Targets;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One test set with two models' predictions, of which tests exchange or draw parts: rows, or groups where there are any. */
final class PairedTestSet {

    private static final int MOST_REPLICATES = 1999;
    private static final int FEWEST_REPLICATES = 199;
    /** So many rows are evaluated in all, which takes some seconds. */
    private static final int ROWS_OF_ALL_REPLICATES = 200_000_000;

    private final Metric metric;
    private final Targets truth;
    /** The first model's predictions, and behind them the other's. */
    private final Predictions both;

    private final Outcomes outcomes;
    private final Optional<List<String>> groups;
    /** The rows of each part. */
    private final List<int[]> units;

    PairedTestSet(Metric metric, Outcomes first, Predictions second, Optional<List<String>> groups) {
        this.metric = metric;
        this.truth = first.truth();
        this.both = Predictions.concatenate(List.of(first.predictions(), second));
        this.outcomes = first;
        this.groups = groups;
        this.units = groups.map(PairedTestSet::rowsOfGroups)
                .orElseGet(() -> IntStream.range(0, first.size())
                        .mapToObj(row -> new int[] {row})
                        .toList());
    }

    private static List<int[]> rowsOfGroups(List<String> names) {
        Map<String, List<Integer>> byGroup = new LinkedHashMap<>();
        for (int row = 0; row < names.size(); row++) {
            byGroup.computeIfAbsent(names.get(row), group -> new ArrayList<>()).add(row);
        }
        return byGroup.values().stream()
                .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    int units() {
        return units.size();
    }

    int replicates() {
        return Math.max(FEWEST_REPLICATES, Math.min(MOST_REPLICATES, ROWS_OF_ALL_REPLICATES / truth.size()));
    }

    /** Returns the difference after the two models' predictions of some parts were exchanged; NaN if it is undefined. */
    double differenceAfterExchange(boolean[] exchanged) {
        int rows = truth.size();
        int[] ofFirst = IntStream.range(0, rows).toArray();
        int[] ofSecond = IntStream.range(rows, 2 * rows).toArray();
        for (int unit = 0; unit < exchanged.length; unit++) {
            for (int row : exchanged[unit] ? units.get(unit) : new int[0]) {
                ofFirst[row] = row + rows;
                ofSecond[row] = row;
            }
        }
        int[] all = IntStream.range(0, rows).toArray();
        return value(all, ofFirst, groups) - value(all, ofSecond, groups);
    }

    /** Returns the difference over parts that were drawn, some of them repeatedly; NaN if it is undefined. */
    double differenceOfDrawn(int[] drawn) {
        int[] rows = IntStream.of(drawn)
                .flatMap(unit -> IntStream.of(units.get(unit)))
                .toArray();
        int[] ofSecond = IntStream.of(rows).map(row -> row + truth.size()).toArray();
        // a query that is drawn twice is two queries
        Optional<List<String>> names = groups.map(known -> IntStream.range(0, drawn.length)
                .boxed()
                .flatMap(draw -> IntStream.of(units.get(drawn[draw])).mapToObj(row -> String.valueOf(draw)))
                .toList());
        return value(rows, rows, names) - value(rows, ofSecond, names);
    }

    /** Draws all replicates, and returns those whose difference is defined. */
    double[] differencesOfDrawn(SplittableRandom random) {
        return differencesOfDrawn(random, replicates());
    }

    /** Draws so many replicates, and returns those whose difference is defined. */
    double[] differencesOfDrawn(SplittableRandom random, int replicates) {
        int[] drawn = new int[units()];
        return IntStream.range(0, replicates)
                .mapToDouble(replicate -> {
                    Arrays.setAll(drawn, draw -> random.nextInt(units()));
                    return differenceOfDrawn(drawn);
                })
                .filter(Double::isFinite)
                .toArray();
    }

    private double value(int[] rows, int[] predicted, Optional<List<String>> names) {
        Outcomes plain = Outcomes.of(truth.select(rows), both.select(predicted));
        Outcomes grouped = names.map(plain::withGroups).orElse(plain);
        Outcomes weighted = outcomes.isWeighted()
                ? grouped.withWeights(
                        IntStream.of(rows).mapToDouble(outcomes::weight).toArray())
                : grouped;
        return metric.value(weighted) instanceof MetricValue.Defined defined ? defined.value() : Double.NaN;
    }
}
