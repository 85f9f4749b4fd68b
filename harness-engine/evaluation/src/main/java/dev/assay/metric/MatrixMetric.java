package dev.assay.metric;

import dev.assay.data.Targets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A metric that is one function of the confusion matrix. */
record MatrixMetric(
        String name,
        Direction direction,
        Range range,
        Function<ConfusionMatrix, MetricValue> function,
        Function<ConfusionMatrix, Optional<Sampling>> samplingFunction)
        implements CountMetric {

    static MatrixMetric of(
            String name, Direction direction, Range range, Function<ConfusionMatrix, MetricValue> function) {
        return new MatrixMetric(name, direction, range, function, matrix -> Optional.empty());
    }

    MatrixMetric withSampling(Function<ConfusionMatrix, Optional<Sampling>> newSampling) {
        return new MatrixMetric(name, direction, range, function, newSampling);
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return value(outcomes.confusion());
    }

    @Override
    public MetricValue value(ConfusionMatrix matrix) {
        MetricValue value = function.apply(matrix);
        // fractional weights are rounded, and that mustn't lead out of the range
        return value instanceof MetricValue.Defined defined ? MetricValue.of(range.clip(defined.value())) : value;
    }

    @Override
    public Metric resolve(Targets targets) {
        TargetKind.LABELS.require(this, targets);
        return this;
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        return outcomes.isWeighted() ? Optional.empty() : samplingFunction.apply(outcomes.confusion());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MatrixMetric that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
