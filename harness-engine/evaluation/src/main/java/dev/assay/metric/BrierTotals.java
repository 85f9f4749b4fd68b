package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.numeric.ColumnSums;
import dev.assay.numeric.ExactSum;
import java.util.Arrays;
import java.util.function.BiFunction;

/** The squared distances of each label's probability from 1 where it is the truth and 0 elsewhere, summed over rows. */
final class BrierTotals implements Mergeable<BrierTotals> {

    private final ExactSum[] squares;
    private final ExactSum weight = new ExactSum();

    BrierTotals(int labels) {
        squares = ExactSum.several(labels);
    }

    /** Returns the squares of all labels, summed up in one pass with what else is asked of probabilities. */
    static BrierTotals of(Outcomes outcomes) {
        return RowScores.of(outcomes).brier();
    }

    /** Starts a total of batches, of which a metric is made. */
    static MetricTotal newTotal(BiFunction<Labels, BrierTotals, MetricValue> finish) {
        return new LabelledTotal<>(
                ProbabilityLosses::withoutProbabilities,
                batch -> batch.labelTruth().labels(),
                BrierTotals::of,
                finish);
    }

    /** Sums up a range of rows, block by block. */
    static final class Pass {

        private final Outcomes outcomes;
        private final LabelTargets truth;
        private final int labels;
        private final BrierTotals totals;
        private final ColumnSums sums;

        Pass(Outcomes outcomes) {
            this.outcomes = outcomes;
            this.truth = outcomes.labelTruth();
            this.labels = truth.labels().size();
            this.totals = new BrierTotals(labels);
            this.sums = new ColumnSums(labels, ScoreBlocks.mostRows(labels));
        }

        /**
         * Adds a block.
         *
         * @param from its first row
         * @param to the row behind its last
         * @param scores the scores of these rows; used up
         * @param scales by what the scores of each row are multiplied
         */
        void add(int from, int to, double[] scores, double[] scales) {
            square(from, to, scores, scales);
            if (outcomes.isWeighted()) {
                addWeighted(from, to, scores);
            } else {
                sums.add(scores, to - from);
                totals.weight.add(to - from);
            }
        }

        /** Puts squared distances in the place of scores. */
        private void square(int from, int to, double[] scores, double[] scales) {
            for (int row = from; row < to; row++) {
                double scale = scales[row - from];
                int first = (row - from) * labels;
                for (int i = first; i < first + labels; i++) {
                    scores[i] *= scale;
                }
                scores[first + truth.index(row)] -= 1;
            }
            for (int i = 0; i < (to - from) * labels; i++) {
                scores[i] *= scores[i];
            }
        }

        private void addWeighted(int from, int to, double[] squares) {
            for (int row = from; row < to; row++) {
                totals.weight.add(outcomes.weight(row));
                for (int label = 0; label < labels; label++) {
                    totals.squares[label].addProduct(outcomes.weight(row), squares[(row - from) * labels + label]);
                }
            }
        }

        BrierTotals totals() {
            sums.addTo(totals.squares);
            return totals;
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
