package dev.assay.metric;

import dev.assay.data.Targets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A metric that is one function of outcomes. */
record SimpleMetric(
        String name,
        Direction direction,
        Range range,
        FoldCombination combination,
        TargetKind kind,
        Function<Outcomes, MetricValue> function,
        Function<Outcomes, Optional<Sampling>> samplingFunction)
        implements Metric {

    /** Makes a metric that is averaged over folds. */
    static SimpleMetric averaged(
            String name, TargetKind kind, Direction direction, Range range, Function<Outcomes, MetricValue> function) {
        return new SimpleMetric(
                name, direction, range, FoldCombination.AVERAGED, kind, function, outcomes -> Optional.empty());
    }

    /** Makes a metric that is computed over all rows of a repeat. */
    static SimpleMetric pooled(
            String name, TargetKind kind, Direction direction, Range range, Function<Outcomes, MetricValue> function) {
        return new SimpleMetric(
                name, direction, range, FoldCombination.POOLED, kind, function, outcomes -> Optional.empty());
    }

    SimpleMetric withSampling(Function<Outcomes, Optional<Sampling>> newSampling) {
        return new SimpleMetric(name, direction, range, combination, kind, function, newSampling);
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return function.apply(outcomes);
    }

    @Override
    public Metric resolve(Targets targets) {
        kind.require(this, targets);
        return this;
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        return outcomes.isWeighted() ? Optional.empty() : samplingFunction.apply(outcomes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SimpleMetric that && name.equals(that.name);
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
