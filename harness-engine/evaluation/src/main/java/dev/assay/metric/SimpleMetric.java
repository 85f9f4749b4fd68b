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
        Function<Outcomes, Optional<Sampling>> samplingFunction,
        boolean canBeRedrawn)
        implements Metric {

    /** Makes a metric that is averaged over folds. */
    static SimpleMetric averaged(
            String name, TargetKind kind, Direction direction, Range range, Function<Outcomes, MetricValue> function) {
        return new SimpleMetric(
                name, direction, range, FoldCombination.AVERAGED, kind, function, outcomes -> Optional.empty(), true);
    }

    /** Makes a metric that is computed over all rows of a repeat. */
    static SimpleMetric pooled(
            String name, TargetKind kind, Direction direction, Range range, Function<Outcomes, MetricValue> function) {
        return new SimpleMetric(
                name, direction, range, FoldCombination.POOLED, kind, function, outcomes -> Optional.empty(), true);
    }

    SimpleMetric withSampling(Function<Outcomes, Optional<Sampling>> newSampling) {
        return new SimpleMetric(name, direction, range, combination, kind, function, newSampling, canBeRedrawn);
    }

    /** Says that rows drawn from those that there are tell nothing of how the metric varies. */
    SimpleMetric withoutRedrawing() {
        return new SimpleMetric(name, direction, range, combination, kind, function, samplingFunction, false);
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
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        return canBeRedrawn ? Redrawing.ofRows(this, outcomes) : Optional.empty();
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
