package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.numeric.ExactSum;

/** The mean cost of predictions. */
record ExpectedCost(CostMatrix costs) implements CountMetric {

    @Override
    public String name() {
        return "expected cost by " + costs;
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return costs.range();
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public Metric resolve(Targets targets) {
        TargetKind.LABELS.require(this, targets);
        requireLabels(((LabelTargets) targets).labels());
        return this;
    }

    private void requireLabels(Labels labels) {
        if (!labels.names().equals(costs.labels().names())) {
            throw new IllegalArgumentException(
                    "the costs are of the labels " + costs.labels() + ", the data have " + labels);
        }
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return value(outcomes.confusion());
    }

    @Override
    public MetricValue value(ConfusionMatrix matrix) {
        requireLabels(matrix.labels());
        ExactSum sum = new ExactSum();
        for (int truth = 0; truth < matrix.labels().size(); truth++) {
            for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
                sum.addProduct(matrix.cell(truth, predicted), costs.cost(truth, predicted));
            }
        }
        double mean = sum.value() / matrix.total();
        return Double.isFinite(mean) ? MetricValue.of(range().clip(mean)) : MetricValue.undefined("the costs overflow");
    }

    @Override
    public String toString() {
        return name();
    }
}
