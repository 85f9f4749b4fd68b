package dev.assay.metric;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.Targets;

/** A metric of labels and one of sets of labels that have the same name; until targets decide, it is like the former. */
record HomonymousMetric(Metric ofLabels, Metric ofLabelSets) implements Metric {

    @Override
    public String name() {
        return ofLabels.name();
    }

    @Override
    public Direction direction() {
        return ofLabels.direction();
    }

    @Override
    public Range range() {
        return ofLabels.range();
    }

    @Override
    public FoldCombination combination() {
        return ofLabels.combination();
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return resolve(outcomes.truth()).value(outcomes);
    }

    @Override
    public Metric resolve(Targets targets) {
        return (targets instanceof LabelSetTargets ? ofLabelSets : ofLabels).resolve(targets);
    }

    @Override
    public String toString() {
        return name();
    }
}
