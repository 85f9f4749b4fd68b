package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.numeric.Chunks;
import dev.assay.numeric.ColumnSums;
import dev.assay.numeric.ExactSum;
import java.util.Arrays;
import java.util.function.BiFunction;

/** The squared distances of each label's probability from 1 where it is the truth and 0 elsewhere, summed over rows. */
final class BrierTotals implements Mergeable<BrierTotals> {

    private final ExactSum[] squares;
    private final ExactSum weight = new ExactSum();

    private BrierTotals(int labels) {
        squares = ExactSum.several(labels);
    }

    /** Sums up all labels' squares in one pass, once. */
    static BrierTotals of(Outcomes outcomes) {
        return outcomes.once("Brier", BrierTotals.class, () -> compute(outcomes));
    }

    private static BrierTotals compute(Outcomes outcomes) {
        int labels = outcomes.labelTruth().labels().size();
        return Chunks.reduce(
                outcomes.size(), (from, to) -> new BrierTotals(labels).add(outcomes, from, to), BrierTotals::merge);
    }

    /** Starts a total of batches, of which a metric is made. */
    static MetricTotal newTotal(BiFunction<Labels, BrierTotals, MetricValue> finish) {
        return new LabelledTotal<>(
                ProbabilityLosses::withoutProbabilities,
                batch -> batch.labelTruth().labels(),
                BrierTotals::of,
                finish);
    }

    private BrierTotals add(Outcomes outcomes, int from, int to) {
        RowScales scales = RowScales.of(outcomes);
        ColumnSums sums = new ColumnSums(squares.length, ScoreBlocks.mostRows(squares.length));
        ScoreBlocks.forEach(outcomes.labelPredictions(), from, to, (start, end, scores) -> {
            square(outcomes.labelTruth(), start, end, scores, scales);
            if (outcomes.isWeighted()) {
                addWeighted(outcomes, start, end, scores);
            } else {
                sums.add(scores, end - start);
            }
        });
        if (!outcomes.isWeighted()) {
            sums.addTo(squares);
            weight.add(to - from);
        }
        return this;
    }

    /** Puts squared distances in the place of scores. */
    private void square(LabelTargets truth, int from, int to, double[] scores, RowScales scales) {
        int k = squares.length;
        for (int row = from; row < to; row++) {
            double scale = scales.of(row);
            int first = (row - from) * k;
            for (int i = first; i < first + k; i++) {
                scores[i] *= scale;
            }
            scores[first + truth.index(row)] -= 1;
        }
        for (int i = 0; i < (to - from) * k; i++) {
            scores[i] *= scores[i];
        }
    }

    private void addWeighted(Outcomes outcomes, int from, int to, double[] losses) {
        int k = squares.length;
        for (int row = from; row < to; row++) {
            weight.add(outcomes.weight(row));
            for (int label = 0; label < k; label++) {
                squares[label].addProduct(outcomes.weight(row), losses[(row - from) * k + label]);
            }
        }
    }

    @Override
    public BrierTotals empty() {
        return new BrierTotals(squares.length);
    }

    @Override
    public void merge(BrierTotals other) {
        weight.merge(other.weight);
        for (int label = 0; label < squares.length; label++) {
            squares[label].merge(other.squares[label]);
        }
    }

    /** Returns the mean square of a label; at most 1, though probabilities may exceed 1 by as much as their sum. */
    double ofLabel(int label) {
        return Math.min(1, squares[label].value() / weight.value());
    }

    /** Returns the mean over rows of the sum of all labels' squares. */
    double ofAllLabels() {
        ExactSum sum = new ExactSum();
        Arrays.stream(squares).forEach(sum::merge);
        return sum.value() / weight.value();
    }
}
