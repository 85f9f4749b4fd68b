package dev.assay.verdict;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.Metric;
import dev.assay.metric.Metrics;
import dev.assay.result.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A metric that a stored result keeps.
 *
 * @param entry what is kept
 * @param known the metric itself; empty if it is one of the user's own
 */
record RecordedMetric(Result.MetricEntry entry, Optional<Metric> known) {

    /**
     * Finds a metric by the name that the result has for it, or by any by which {@link Metrics#named} knows it.
     *
     * @param name the name; null for the headline metric
     * @throws IllegalArgumentException if there is no such metric, or the result doesn't keep it
     */
    static RecordedMetric of(Result result, @Nullable String name) {
        if (name == null) {
            if (result.metrics().isEmpty()) {
                throw new IllegalArgumentException(of(result) + " keeps no metric");
            }
            Result.MetricEntry headline = result.metrics().get(0);
            return new RecordedMetric(headline, resolved(result, headline.name()));
        }
        return find(result, name)
                .map(entry -> new RecordedMetric(entry, resolved(result, entry.name())))
                .orElseGet(() -> named(result, name));
    }

    private static RecordedMetric named(Result result, String name) {
        Metric metric;
        try {
            metric = Metrics.named(name).resolve(targets(result.data()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; " + kept(result), e);
        }
        return find(result, metric.name())
                .map(entry -> new RecordedMetric(entry, Optional.of(metric)))
                .orElseThrow(() -> new IllegalArgumentException(of(result) + " doesn't keep " + metric.name() + "; "
                        + kept(result) + "; results also keep what a check judges"));
    }

    private static Optional<Metric> resolved(Result result, String name) {
        try {
            return Optional.of(Metrics.named(name).resolve(targets(result.data())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Result.MetricEntry> find(Result result, String name) {
        return result.metrics().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst();
    }

    private static String of(Result result) {
        return "the result of \"" + result.candidate() + "\" of " + result.testClass();
    }

    private static String kept(Result result) {
        return of(result) + " keeps "
                + result.metrics().stream().map(Result.MetricEntry::name).collect(Collectors.joining(", "));
    }

    /** Makes targets like those that were predicted, which is all that resolving a metric needs. */
    private static Targets targets(Result.Data data) {
        List<String> names = data.labels();
        if (names == null || names.isEmpty()) {
            return Targets.numbers(0);
        }
        Labels labels = Labels.of(names);
        Labels vocabulary = data.positive() == null ? labels : labels.withPositive(data.positive());
        return data.task() == Result.Task.MULTI_LABEL
                ? Targets.labelSets(vocabulary, List.of(Set.of(names.get(0))))
                : Targets.labels(vocabulary, 0);
    }
}
