package dev.assay.metric;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A metric, from 0 to 1, of the positive label, which only the targets tell; until then, it is like another one. */
record PositiveLabelMetric(String name, Metric metric, Function<String, Metric> ofLabel) implements Metric {

    @Override
    public Direction direction() {
        return metric.direction();
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public FoldCombination combination() {
        return metric.combination();
    }

    @Override
    public Metric resolve(Targets targets) {
        Labels labels = LabelChoice.UNRESOLVED.require(this, targets);
        return ofLabel.apply(labels.positive()
                .orElseThrow(() -> new IllegalArgumentException(name
                        + ": the data declare no positive label; say which of " + labels
                        + " the anomalies are with Dataset.withPositive")));
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return resolve(outcomes.truth()).value(outcomes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PositiveLabelMetric that && name.equals(that.name);
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
