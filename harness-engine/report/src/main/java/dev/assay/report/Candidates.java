package dev.assay.report;

import dev.assay.result.Result;
import dev.assay.result.Result.MetricEntry;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The results of a class's candidates, asked by metric.
 *
 * @param results the results
 */
record Candidates(List<Result> results) {

    private static final int FEW_LABELS = 2;

    static Optional<MetricEntry> metric(Result result, String name) {
        return result.metric(name);
    }

    /** Returns a metric of all candidates that have it. */
    List<MetricEntry> metrics(String name) {
        return results.stream().flatMap(result -> metric(result, name).stream()).toList();
    }

    /** Returns the names of all metrics but those of single labels where there are many, the headline first. */
    List<String> sharedMetrics() {
        Set<String> names = new LinkedHashSet<>();
        for (Result result : results) {
            List<MetricEntry> metrics = result.metrics();
            for (int i = 0; i < metrics.size(); i++) {
                String name = metrics.get(i).name();
                if (i == 0 || !isOfOneOfManyLabels(result, name)) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean isOfOneOfManyLabels(Result result, String name) {
        List<String> labels = result.data().labels();
        return labels != null
                && labels.size() > FEW_LABELS
                && labels.stream().anyMatch(label -> name.contains(" of \"" + label + "\""));
    }

    /** Tells whether no candidate has a better value, where there are several. */
    boolean isBest(MetricEntry entry) {
        List<Double> values = metrics(entry.name()).stream()
                .flatMap(each -> Stream.ofNullable(each.value()))
                .toList();
        Double value = entry.value();
        return value != null
                && values.size() > 1
                && values.stream().allMatch(other -> entry.higherIsBetter() ? value >= other : value <= other);
    }

    /** Returns the result that is best by the headline metric, the first of equals. */
    Optional<Result> best() {
        return results.stream()
                .filter(result -> headline(result).isPresent())
                .max(Comparator.comparingDouble(result -> {
                    MetricEntry entry = headline(result).orElseThrow();
                    double value = entry.value() == null ? Double.NEGATIVE_INFINITY : entry.value();
                    return entry.value() != null && !entry.higherIsBetter() ? -value : value;
                }));
    }

    static Optional<MetricEntry> headline(Result result) {
        return result.metrics().stream().findFirst();
    }
}
