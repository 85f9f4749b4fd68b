package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.Chunks;
import dev.assay.numeric.ExactSum;
import dev.assay.prediction.LabelPredictions;

/** Fills the cells of confusion matrices. */
final class ConfusionCounts {

    /**
     * How many histograms each range of rows has. Runs of rows of one cell would otherwise wait, at each increment, for the
     * store of the one before.
     */
    private static final int HISTOGRAMS = 4;

    /** From this many cells on, rows rarely hit the same one in a row, and more histograms only take more cache. */
    private static final int MANY_CELLS = 1 << 12;

    private ConfusionCounts() {}

    static double[] unweighted(Outcomes outcomes) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        int k = truth.labels().size();
        int cells = Math.multiplyExact(k, k);
        double[] sums = new double[cells];
        for (int[] counts : Chunks.map(outcomes.size(), (from, to) -> count(truth, predictions, k, cells, from, to))) {
            for (int i = 0; i < counts.length; i++) {
                sums[i % cells] += counts[i];
            }
        }
        return sums;
    }

    /** Counts a range of rows; the counts of a cell are the sum of those at every {@code cells}-th place. */
    private static int[] count(LabelTargets truth, LabelPredictions predictions, int k, int cells, int from, int to) {
        if (cells >= MANY_CELLS) {
            int[] counts = new int[cells];
            for (int row = from; row < to; row++) {
                counts[truth.index(row) * k + predictions.index(row)]++;
            }
            return counts;
        }
        int[] counts = new int[HISTOGRAMS * cells];
        int row = from;
        for (; row + HISTOGRAMS <= to; row += HISTOGRAMS) {
            counts[truth.index(row) * k + predictions.index(row)]++;
            counts[cells + truth.index(row + 1) * k + predictions.index(row + 1)]++;
            counts[2 * cells + truth.index(row + 2) * k + predictions.index(row + 2)]++;
            counts[3 * cells + truth.index(row + 3) * k + predictions.index(row + 3)]++;
        }
        for (; row < to; row++) {
            counts[truth.index(row) * k + predictions.index(row)]++;
        }
        return counts;
    }

    /** Returns the sums of all cells, computed once, in a form that can be merged with the sums of other rows. */
    static CellTotals totalsOnce(Outcomes outcomes) {
        return outcomes.once(
                "confusion totals",
                CellTotals.class,
                () -> outcomes.isWeighted() ? totals(outcomes) : totals(outcomes.confusion()));
    }

    private static CellTotals totals(ConfusionMatrix counts) {
        int k = counts.labels().size();
        CellTotals totals = new CellTotals(k * k);
        for (int cell = 0; cell < k * k; cell++) {
            totals.addRows(cell, (long) counts.cell(cell / k, cell % k));
        }
        return totals;
    }

    /** Sums the weights of each cell in a form that can be merged with the sums of other rows. */
    static CellTotals totals(Outcomes outcomes) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        int k = truth.labels().size();
        CellTotals totals = new CellTotals(Math.multiplyExact(k, k));
        for (int row = 0; row < outcomes.size(); row++) {
            totals.add(truth.index(row) * k + predictions.index(row), outcomes.weight(row));
        }
        return totals;
    }

    /** Sums up every {@code step}-th number, rounding once. */
    static double sum(double[] values, int first, int step, int count) {
        if (count < 2) {
            return count == 0 ? 0 : values[first];
        }
        ExactSum sum = new ExactSum();
        sum.addAll(values, first, step, count);
        return sum.value();
    }
}
