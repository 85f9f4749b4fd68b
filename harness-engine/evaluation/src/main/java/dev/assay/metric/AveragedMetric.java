package dev.assay.metric;

import dev.assay.data.Targets;
import java.util.Optional;

/** A metric that is computed in each fold and averaged, whatever is usual for it. */
record AveragedMetric(Metric metric) implements Metric {

    @Override
    public String name() {
        return metric.name() + " (averaged over folds)";
    }

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
        return FoldCombination.AVERAGED;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return metric.value(outcomes);
    }

    @Override
    public Metric resolve(Targets targets) {
        return new AveragedMetric(metric.resolve(targets));
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
    public Metric averagedOverFolds() {
        return this;
    }

    @Override
    public Optional<Metric> forLabel(String label) {
        return metric.forLabel(label).map(AveragedMetric::new);
    }

    @Override
    public Metric strict() {
        return metric.strict();
    }

    @Override
    public String toString() {
        return name();
    }
}
