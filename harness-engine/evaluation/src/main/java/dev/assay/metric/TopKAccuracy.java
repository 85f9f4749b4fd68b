package dev.assay.metric;

import dev.assay.data.Targets;
import dev.assay.prediction.ScoreKind;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The share of rows whose true label is among the k with the highest scores; of equal scores, the first labels come first. */
record TopKAccuracy(int k) implements AdditiveMetric {

    @Override
    public String name() {
        return "top-" + k + " accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
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
        return obstacle(outcomes)
                .map(MetricValue::undefined)
                .orElseGet(() -> value(RowScores.of(outcomes).ranks()));
    }

    private static Optional<String> obstacle(Outcomes outcomes) {
        return outcomes.labelPredictions().scoreKind() == ScoreKind.NONE
                ? Optional.of("the model gives labels without scores that rank labels")
                : Optional.empty();
    }

    private MetricValue value(CellTotals ranks) {
        double[] weights = ranks.values();
        return MetricValue.of(found(weights) / ConfusionCounts.sum(weights, 0, 1, weights.length));
    }

    private double found(double[] weightsByRank) {
        return ConfusionCounts.sum(weightsByRank, 0, 1, Math.min(k, weightsByRank.length));
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (outcomes.isWeighted() || obstacle(outcomes).isPresent()) {
            return Optional.empty();
        }
        long found = (long) found(RowScores.of(outcomes).ranks().values());
        return Optional.of(new Sampling.Proportion(found, outcomes.size()));
    }

    @Override
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        if (obstacle(outcomes).isPresent()) {
            return Optional.empty();
        }
        double[] scores = new double[outcomes.labelTruth().labels().size()];
        double[] found = new double[outcomes.size()];
        for (int row = 0; row < found.length; row++) {
            found[row] = RowScores.rank(outcomes, row, scores) < k ? 1 : 0;
        }
        return Optional.of(RedrawnMean.ofRows(outcomes, found, range(), DoubleUnaryOperator.identity()));
    }

    @Override
    public Optional<MetricTotal> newTotal() {
        return Optional.of(new LabelledTotal<>(
                TopKAccuracy::obstacle,
                batch -> batch.labelTruth().labels(),
                batch -> RowScores.of(batch).ranks(),
                (labels, ranks) -> value(ranks)));
    }

    @Override
    public String toString() {
        return name();
    }
}
