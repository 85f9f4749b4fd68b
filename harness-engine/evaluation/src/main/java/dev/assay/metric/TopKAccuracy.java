package dev.assay.metric;

import dev.assay.data.Targets;
import dev.assay.numeric.Chunks;
import dev.assay.prediction.ScoreKind;
import java.util.Optional;
import java.util.stream.IntStream;

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
        double found = ConfusionCounts.sum(weights, 0, 1, Math.min(k, weights.length));
        return MetricValue.of(found / ConfusionCounts.sum(weights, 0, 1, weights.length));
    }

    /** Adds up rows by how many labels come before the true one, once for all k. */
    private static CellTotals ranks(Outcomes outcomes) {
        return outcomes.once("ranks of true labels", CellTotals.class, () -> {
            int labels = outcomes.labelTruth().labels().size();
            CellTotals all = new CellTotals(labels);
            Chunks.map(outcomes.size(), (from, to) -> {
                        CellTotals totals = new CellTotals(labels);
                        ScoreBlocks.forEach(outcomes.labelPredictions(), from, to, (start, end, scores) -> {
                            for (int row = start; row < end; row++) {
                                int first = (row - start) * labels;
                                int before = labelsBefore(
                                        scores,
                                        first,
                                        labels,
                                        outcomes.labelTruth().index(row));
                                totals.add(before, outcomes.weight(row));
                            }
                        });
                        return totals;
                    })
                    .forEach(all::merge);
            return all;
        });
    }

    private static int labelsBefore(double[] scores, int first, int labels, int index) {
        double score = scores[first + index];
        // sign bits instead of comparisons, whose outcome no processor could guess; adding 0 clears that of -0.0
        int higher = 0;
        int lower = 0;
        for (int i = first; i < first + labels; i++) {
            higher += (int) (Double.doubleToRawLongBits(score - scores[i] + 0.0) >>> 63);
            lower += (int) (Double.doubleToRawLongBits(scores[i] - score + 0.0) >>> 63);
        }
        boolean tied = higher + lower < labels - 1;
        for (int i = first; i < first + index && tied; i++) {
            higher += scores[i] == score ? 1 : 0;
        }
        return higher;
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (outcomes.isWeighted() || obstacle(outcomes).isPresent()) {
            return Optional.empty();
        }
        double[] counts = ranks(outcomes).values();
        double found = IntStream.range(0, Math.min(k, counts.length))
                .mapToDouble(rank -> counts[rank])
                .sum();
        return Optional.of(new Sampling.Proportion((long) found, outcomes.size()));
    }

    @Override
    public Optional<MetricTotal> newTotal() {
        return Optional.of(CountTotal.ofRanks(TopKAccuracy::obstacle, TopKAccuracy::ranks, this::value));
    }

    @Override
    public String toString() {
        return name();
    }
}
