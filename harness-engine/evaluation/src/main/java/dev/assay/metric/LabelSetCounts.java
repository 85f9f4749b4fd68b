package dev.assay.metric;

import dev.assay.data.LabelSetTargets;
import dev.assay.prediction.LabelSetPredictions;
import java.util.List;
import java.util.stream.IntStream;

/** Counts in true and predicted sets of labels. */
final class LabelSetCounts {

    private static final int FALSE_NEGATIVE = 1;
    private static final int FALSE_POSITIVE = 2;
    private static final int TRUE_POSITIVE = 3;
    private static final int CELLS = 4;

    private final LabelSetTargets truth;
    private final LabelSetPredictions predictions;

    private LabelSetCounts(Outcomes outcomes) {
        this.truth = outcomes.labelSetTruth();
        this.predictions = outcomes.labelSetPredictions();
    }

    /** Counts the rows of each label of the vocabulary, in one pass; the totals of one label are four cells. */
    private static CellTotals totals(Outcomes outcomes) {
        LabelSetCounts counts = new LabelSetCounts(outcomes);
        int labels = outcomes.labelSetTruth().labels().size();
        CellTotals totals = new CellTotals(labels * CELLS);
        for (int row = 0; row < outcomes.size(); row++) {
            for (int label = 0; label < labels; label++) {
                totals.add(label * CELLS + counts.cell(row, label), outcomes.weight(row));
            }
        }
        return totals;
    }

    /** Reads each label's counts from totals. */
    static List<Counts> ofLabels(CellTotals totals) {
        double[] cells = totals.values();
        return IntStream.range(0, cells.length / CELLS)
                .mapToObj(label -> counts(cells, label))
                .toList();
    }

    /** Counts the rows of each label of the vocabulary, once. */
    static List<Counts> ofLabels(Outcomes outcomes) {
        return ofLabels(totalsOnce(outcomes));
    }

    /** Returns the totals of all labels, computed once. */
    static CellTotals totalsOnce(Outcomes outcomes) {
        return outcomes.once("counts of label sets", CellTotals.class, () -> totals(outcomes));
    }

    /** Counts the labels of one row, whatever its weight. */
    static Counts ofRow(Outcomes outcomes, int row) {
        LabelSetCounts counts = new LabelSetCounts(outcomes);
        double[] cells = new double[CELLS];
        for (int label = 0; label < counts.truth.labels().size(); label++) {
            cells[counts.cell(row, label)]++;
        }
        return counts(cells, 0);
    }

    private static Counts counts(double[] cells, int index) {
        int first = index * CELLS;
        return new Counts(
                cells[first + TRUE_POSITIVE],
                cells[first + FALSE_POSITIVE],
                cells[first + FALSE_NEGATIVE],
                cells[first]);
    }

    /** Tells what a row's label is to be counted as; true negatives are cell 0. */
    private int cell(int row, int label) {
        return (truth.contains(row, label) ? FALSE_NEGATIVE : 0)
                + (predictions.contains(row, label) ? FALSE_POSITIVE : 0);
    }
}
