package dev.assay.metric;

import java.util.Optional;
import java.util.function.Function;

/** A mean over the rows, or groups of rows, of several batches. */
final class MeanTotal implements MetricTotal {

    private final Function<Outcomes, Optional<String>> obstacle;
    private final Function<Outcomes, WeightedMean> meanOfBatch;
    private final Function<WeightedMean, MetricValue> finish;
    private final WeightedMean mean = new WeightedMean();
    private Optional<MetricValue> undefined = Optional.empty();

    /**
     * Starts with nothing.
     *
     * @param obstacle tells why a batch makes the metric undefined, if it does
     * @param meanOfBatch computes the mean of a batch
     * @param finish makes the value of the mean
     */
    MeanTotal(
            Function<Outcomes, Optional<String>> obstacle,
            Function<Outcomes, WeightedMean> meanOfBatch,
            Function<WeightedMean, MetricValue> finish) {
        this.obstacle = obstacle;
        this.meanOfBatch = meanOfBatch;
        this.finish = finish;
    }

    @Override
    public MetricTotal empty() {
        return new MeanTotal(obstacle, meanOfBatch, finish);
    }

    @Override
    public void add(Outcomes batch) {
        if (undefined.isEmpty()) {
            undefined = obstacle.apply(batch).map(reason -> MetricValue.undefined("in a batch, " + reason));
        }
        if (undefined.isEmpty()) {
            mean.merge(meanOfBatch.apply(batch));
        }
    }

    @Override
    public void merge(MetricTotal other) {
        MeanTotal that = (MeanTotal) other;
        undefined = undefined.or(() -> that.undefined);
        mean.merge(that.mean);
    }

    @Override
    public MetricValue value() {
        return undefined.orElseGet(() -> finish.apply(mean));
    }
}
