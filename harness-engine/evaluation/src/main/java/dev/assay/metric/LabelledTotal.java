package dev.assay.metric;

import dev.assay.data.Labels;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sums of several batches over the same labels.
 *
 * @param <T> what is summed up
 */
final class LabelledTotal<T extends Mergeable<T>> implements MetricTotal {

    private final Function<Outcomes, Optional<String>> obstacle;
    private final Function<Outcomes, Labels> labelsOfBatch;
    private final Function<Outcomes, T> sumsOfBatch;
    private final BiFunction<Labels, T, MetricValue> finish;
    private @Nullable Labels labels;
    private @Nullable T sums;
    private Optional<MetricValue> undefined = Optional.empty();

    /**
     * Starts with nothing.
     *
     * @param obstacle tells why a batch makes the metric undefined, if it does
     * @param labelsOfBatch the vocabulary of a batch
     * @param sumsOfBatch computes the sums of a batch, which are not changed
     * @param finish makes the value of all sums
     */
    LabelledTotal(
            Function<Outcomes, Optional<String>> obstacle,
            Function<Outcomes, Labels> labelsOfBatch,
            Function<Outcomes, T> sumsOfBatch,
            BiFunction<Labels, T, MetricValue> finish) {
        this.obstacle = obstacle;
        this.labelsOfBatch = labelsOfBatch;
        this.sumsOfBatch = sumsOfBatch;
        this.finish = finish;
    }

    @Override
    public MetricTotal empty() {
        return new LabelledTotal<>(obstacle, labelsOfBatch, sumsOfBatch, finish);
    }

    @Override
    public void add(Outcomes batch) {
        if (undefined.isEmpty()) {
            undefined = obstacle.apply(batch).map(reason -> MetricValue.undefined("in a batch, " + reason));
        }
        if (undefined.isEmpty()) {
            add(labelsOfBatch.apply(batch), sumsOfBatch.apply(batch));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the same metric makes totals of the same sums
    public void merge(MetricTotal other) {
        LabelledTotal<T> that = (LabelledTotal<T>) other;
        undefined = undefined.or(() -> that.undefined);
        if (that.labels != null && that.sums != null) {
            add(that.labels, that.sums);
        }
    }

    private void add(Labels added, T addedSums) {
        T all = sums;
        if (all == null) {
            all = addedSums.empty();
            sums = all;
            labels = added;
        }
        if (!added.equals(labels)) {
            throw new IllegalArgumentException(
                    "a batch is over the labels " + added + ", those before it over " + labels);
        }
        all.merge(addedSums);
    }

    @Override
    public MetricValue value() {
        return undefined.orElseGet(() -> finish.apply(Objects.requireNonNull(labels), Objects.requireNonNull(sums)));
    }
}
