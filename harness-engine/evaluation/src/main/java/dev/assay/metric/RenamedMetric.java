package dev.assay.metric;

import dev.assay.data.Targets;
import java.util.Optional;

/** A metric under another name. */
record RenamedMetric(String name, Metric metric) implements AdditiveMetric {

    @Override
    public Direction direction() {
        return metric.direction();
    }

    @Override
    public Range range() {
        return metric.range();
    }

    @Override
    public FoldCombination combination() {
        return metric.combination();
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return metric.value(outcomes);
    }

    @Override
    public Metric resolve(Targets targets) {
        return new RenamedMetric(name, metric.resolve(targets));
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        return metric.sampling(outcomes);
    }

    @Override
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        return metric.redrawing(outcomes);
    }

    @Override
    public Optional<Metric> forLabel(String label) {
        return metric.forLabel(label);
    }

    @Override
    public Metric strict() {
        return metric.strict();
    }

    @Override
    public Optional<MetricTotal> newTotal() {
        return metric instanceof AdditiveMetric additive ? additive.newTotal() : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
