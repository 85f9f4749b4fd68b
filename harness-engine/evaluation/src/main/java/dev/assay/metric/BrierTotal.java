package dev.assay.metric;

import dev.assay.data.Labels;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Brier scores of several batches over the same labels. */
final class BrierTotal implements MetricTotal {

    private final BiFunction<Labels, BrierTotals, MetricValue> finish;
    private @Nullable Labels labels;
    private @Nullable BrierTotals totals;
    private Optional<MetricValue> undefined = Optional.empty();

    BrierTotal(BiFunction<Labels, BrierTotals, MetricValue> finish) {
        this.finish = finish;
    }

    @Override
    public MetricTotal empty() {
        return new BrierTotal(finish);
    }

    @Override
    public void add(Outcomes batch) {
        if (undefined.isEmpty()) {
            undefined = ProbabilityLosses.withoutProbabilities(batch)
                    .map(reason -> MetricValue.undefined("in a batch, " + reason));
        }
        if (undefined.isEmpty()) {
            add(batch.labelTruth().labels(), BrierTotals.of(batch));
        }
    }

    @Override
    public void merge(MetricTotal other) {
        BrierTotal that = (BrierTotal) other;
        undefined = undefined.or(() -> that.undefined);
        if (that.labels != null && that.totals != null) {
            add(that.labels, that.totals);
        }
    }

    private void add(Labels added, BrierTotals addedTotals) {
        BrierTotals sums = totals;
        if (sums == null) {
            // the batch's own totals must not change
            sums = new BrierTotals(added.size());
            totals = sums;
            labels = added;
        }
        if (!added.equals(labels)) {
            throw new IllegalArgumentException(
                    "a batch is over the labels " + added + ", those before it over " + labels);
        }
        sums.merge(addedTotals);
    }

    @Override
    public MetricValue value() {
        return undefined.orElseGet(() -> finish.apply(Objects.requireNonNull(labels), Objects.requireNonNull(totals)));
    }
}
