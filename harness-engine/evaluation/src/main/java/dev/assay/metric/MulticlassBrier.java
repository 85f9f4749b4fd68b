package dev.assay.metric;

import dev.assay.data.Targets;
import java.util.Arrays;
import java.util.Optional;

/** The Brier score over all labels. */
record MulticlassBrier() implements AdditiveMetric {

    private static final Range RANGE = new Range(0, 2);

    @Override
    public String name() {
        return "multiclass Brier score";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return RANGE;
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public Metric resolve(Targets targets) {
        TargetKind.LABELS.require(this, targets);
        return this;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return ProbabilityLosses.withoutProbabilities(outcomes)
                .map(MetricValue::undefined)
                .orElseGet(() -> value(BrierTotals.of(outcomes)));
    }

    private static MetricValue value(BrierTotals totals) {
        return MetricValue.of(RANGE.clip(totals.ofAllLabels()));
    }

    @Override
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        if (ProbabilityLosses.withoutProbabilities(outcomes).isPresent()) {
            return Optional.empty();
        }
        double[] sums = new double[outcomes.size()];
        for (int label = 0; label < outcomes.labelTruth().labels().size(); label++) {
            double[] squares = ProbabilityLosses.squares(outcomes, label);
            Arrays.setAll(sums, row -> sums[row] + squares[row]);
        }
        return Optional.of(RedrawnMean.ofRows(outcomes, sums, RANGE, RANGE::clip));
    }

    @Override
    public Optional<MetricTotal> newTotal() {
        return Optional.of(BrierTotals.newTotal((labels, totals) -> value(totals)));
    }

    @Override
    public String toString() {
        return name();
    }
}
