package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import java.util.Optional;
import java.util.function.Function;

/** A metric that is one function of outcomes. */
record SimpleMetric(
        String name,
        Direction direction,
        Range range,
        FoldCombination combination,
        boolean judgesLabels,
        Function<Outcomes, MetricValue> function,
        Function<Outcomes, Optional<Sampling>> samplingFunction)
        implements Metric {

    static SimpleMetric ofLabels(
            String name,
            Direction direction,
            Range range,
            FoldCombination combination,
            Function<Outcomes, MetricValue> function) {
        return new SimpleMetric(name, direction, range, combination, true, function, outcomes -> Optional.empty());
    }

    static SimpleMetric ofNumbers(
            String name,
            Direction direction,
            Range range,
            FoldCombination combination,
            Function<Outcomes, MetricValue> function) {
        return new SimpleMetric(name, direction, range, combination, false, function, outcomes -> Optional.empty());
    }

    SimpleMetric withSampling(Function<Outcomes, Optional<Sampling>> newSampling) {
        return new SimpleMetric(name, direction, range, combination, judgesLabels, function, newSampling);
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return function.apply(outcomes);
    }

    @Override
    public Metric resolve(Targets targets) {
        if (judgesLabels != targets instanceof LabelTargets) {
            throw new IllegalArgumentException(name + " judges " + (judgesLabels ? "labels" : "numbers")
                    + ", but the targets are " + (judgesLabels ? "numbers" : "labels"));
        }
        return this;
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        return outcomes.isWeighted() ? Optional.empty() : samplingFunction.apply(outcomes);
    }

    @Override
    public String toString() {
        return name;
    }
}
