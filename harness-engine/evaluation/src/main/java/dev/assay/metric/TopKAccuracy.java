package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import dev.assay.numeric.Chunks;
import dev.assay.prediction.LabelPredictions;
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
        return obstacle(outcomes).map(MetricValue::undefined).orElseGet(() -> value(ranks(outcomes)));
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

    /** Adds up rows by how many labels come before the true one, once for all k. */
    private static CellTotals ranks(Outcomes outcomes) {
        return outcomes.once(
                "ranks of true labels",
                CellTotals.class,
                () -> Chunks.reduce(outcomes.size(), (from, to) -> ranks(outcomes, from, to), CellTotals::merge));
    }

    private static CellTotals ranks(Outcomes outcomes, int from, int to) {
        LabelTargets truth = outcomes.labelTruth();
        int labels = truth.labels().size();
        CellTotals totals = new CellTotals(labels);
        LabelPredictions predictions = outcomes.labelPredictions();
        double[] scores = new double[labels];
        for (int row = from; row < to; row++) {
            totals.add(rank(truth, predictions, row, scores), outcomes.weight(row));
        }
        return totals;
    }

    private static int rank(LabelTargets truth, LabelPredictions predictions, int row, double[] scores) {
        if (predictions.isByHighestScore() && predictions.index(row) == truth.index(row)) {
            return 0;
        }
        predictions.copyScores(row, row + 1, scores);
        return labelsBefore(scores, truth.index(row));
    }

    private static int labelsBefore(double[] scores, int index) {
        double score = scores[index];
        // sign bits instead of comparisons, whose outcome no processor could guess; adding 0 clears that of -0.0
        int higher = 0;
        int lower = 0;
        for (double other : scores) {
            higher += (int) (Double.doubleToRawLongBits(score - other + 0.0) >>> 63);
            lower += (int) (Double.doubleToRawLongBits(other - score + 0.0) >>> 63);
        }
        boolean tied = higher + lower < scores.length - 1;
        for (int i = 0; i < index && tied; i++) {
            higher += scores[i] == score ? 1 : 0;
        }
        return higher;
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (outcomes.isWeighted() || obstacle(outcomes).isPresent()) {
            return Optional.empty();
        }
        long found = (long) found(ranks(outcomes).values());
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
            found[row] = rank(outcomes.labelTruth(), outcomes.labelPredictions(), row, scores) < k ? 1 : 0;
        }
        return Optional.of(RedrawnMean.ofRows(outcomes, found, range(), DoubleUnaryOperator.identity()));
    }

    @Override
    public Optional<MetricTotal> newTotal() {
        return Optional.of(new LabelledTotal<>(
                TopKAccuracy::obstacle,
                batch -> batch.labelTruth().labels(),
                TopKAccuracy::ranks,
                (labels, ranks) -> value(ranks)));
    }

    @Override
    public String toString() {
        return name();
    }
}
