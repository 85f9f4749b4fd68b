package dev.assay.metric;

import dev.assay.data.LabelSetTargets;
import dev.assay.prediction.LabelSetPredictions;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
        return ofLabels(totals.values());
    }

    private static List<Counts> ofLabels(double[] cells) {
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

    /**
     * Makes the redrawing of a function of all labels' counts. The prior has the weight of one row, or of one average group,
     * whose answer to each label is any of the four.
     */
    static Redrawing redrawing(Outcomes outcomes, ToDoubleFunction<List<Counts>> function) {
        LabelSetCounts counts = new LabelSetCounts(outcomes);
        int labels = outcomes.labelSetTruth().labels().size();
        byte[] cellOf = new byte[Math.multiplyExact(outcomes.size(), labels)];
        double total = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            total += outcomes.weight(row);
            for (int label = 0; label < labels; label++) {
                cellOf[row * labels + label] = (byte) counts.cell(row, label);
            }
        }
        Units units = Units.of(outcomes);
        double average = total / units.size();
        int pseudoUnits = labels * CELLS;
        return Redrawing.ofUnits(units, pseudoUnits, 1.0 / CELLS, 2L * cellOf.length + 1000, drawn -> {
            double[] cells = new double[pseudoUnits];
            for (int row = 0; row < outcomes.size(); row++) {
                double weight = drawn[units.ofRow(row)] * outcomes.weight(row);
                for (int label = 0; label < labels; label++) {
                    cells[label * CELLS + cellOf[row * labels + label]] += weight;
                }
            }
            for (int cell = 0; cell < pseudoUnits; cell++) {
                cells[cell] += average * drawn[units.size() + cell];
            }
            return function.applyAsDouble(ofLabels(cells));
        });
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
