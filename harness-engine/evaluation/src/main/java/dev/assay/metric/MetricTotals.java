package dev.assay.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Metrics of a stream: outcomes are added batch by batch, in constant memory, and totals of several streams are merged. The
 * values are bitwise those of all outcomes at once, in whichever order batches came and totals were merged.
 *
 * <pre>{@code
 * MetricTotals totals = MetricTotals.of(F1.macro(), LOG_LOSS);
 * for (Outcomes batch : batches) {
 *     totals.add(batch);
 * }
 * double logLoss = totals.value(LOG_LOSS).asOptional().orElseThrow();
 * }</pre>
 *
 * <p>Metrics of counts, and means over rows or queries, can be computed so; a query must not be spread over batches. Metrics
 * that rank rows need all of them at once; for the area under the ROC curve, {@link RocAucBounds} does with a histogram. Not
 * safe for use by several threads at once: each fills totals of its own, which are then merged.
 */
public final class MetricTotals {

    private final List<Metric> metrics;
    private final Map<Metric, MetricTotal> totals = new LinkedHashMap<>();
    private long rows;

    private MetricTotals(List<Metric> metrics) {
        this.metrics = metrics;
    }

    /**
     * Starts with nothing.
     *
     * @param metrics metrics of counts, or means over rows
     * @return empty totals
     */
    public static MetricTotals of(Metric... metrics) {
        return of(List.of(metrics));
    }

    /**
     * Starts with nothing.
     *
     * @param metrics metrics of counts, or means over rows
     * @return empty totals
     */
    public static MetricTotals of(List<Metric> metrics) {
        return new MetricTotals(List.copyOf(metrics));
    }

    /**
     * Adds a batch.
     *
     * @param batch truth and predictions of any number of rows, over the labels of all other batches
     * @throws IllegalArgumentException if a metric doesn't fit the targets or can't be computed batch by batch, or if the batch
     *     is over other labels than those before it
     */
    public void add(Outcomes batch) {
        if (totals.isEmpty()) {
            metrics.forEach(metric -> totals.put(metric, newTotal(metric, batch)));
        }
        totals.values().forEach(total -> total.add(batch));
        rows += batch.size();
    }

    private static MetricTotal newTotal(Metric metric, Outcomes batch) {
        return totalOf(metric.resolve(batch.truth()))
                .orElseThrow(() -> new IllegalArgumentException(metric.name()
                        + " needs all rows at once; batch by batch, there are metrics of counts, means over rows, and"
                        + " RocAucBounds"));
    }

    private static Optional<MetricTotal> totalOf(Metric metric) {
        if (metric instanceof AdditiveMetric additive) {
            return additive.newTotal();
        }
        if (metric instanceof LabelSetMetric ofSets) {
            return Optional.of(ofSets.newTotal());
        }
        if (metric instanceof ScoreMetric score) {
            return score.newTotal();
        }
        return metric instanceof GainMetric gain ? Optional.of(gain.newTotal()) : Optional.empty();
    }

    /**
     * Adds all batches of other totals.
     *
     * @param other totals of the same metrics, which stay as they are
     * @throws IllegalArgumentException if they are of other metrics, or over other labels
     */
    public void merge(MetricTotals other) {
        if (!metrics.equals(other.metrics)) {
            throw new IllegalArgumentException(
                    "totals of " + other.metrics + " can't be merged into totals of " + metrics);
        }
        if (totals.isEmpty()) {
            other.totals.forEach((metric, total) -> totals.put(metric, total.empty()));
        }
        other.totals.forEach(
                (metric, total) -> Objects.requireNonNull(totals.get(metric)).merge(total));
        rows += other.rows;
    }

    /**
     * Returns how many rows were added.
     *
     * @return the sizes of all batches
     */
    public long rows() {
        return rows;
    }

    /**
     * Computes a metric of all batches.
     *
     * @param metric one of those given at the start
     * @return the value, bitwise that of all rows at once, or undefined with the reason
     * @throws IllegalArgumentException if it wasn't given
     * @throws IllegalStateException if nothing was added yet
     */
    public MetricValue value(Metric metric) {
        if (!metrics.contains(metric)) {
            throw new IllegalArgumentException("these are totals of " + metrics + ", not of " + metric);
        }
        MetricTotal total = totals.get(metric);
        if (total == null) {
            throw new IllegalStateException("there are no rows to judge predictions by");
        }
        return total.value();
    }
}
