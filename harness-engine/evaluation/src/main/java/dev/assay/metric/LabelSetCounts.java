package dev.assay.metric;

import dev.assay.data.LabelSetTargets;
import dev.assay.numeric.ExactSum;
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
    private final Outcomes outcomes;

    private LabelSetCounts(Outcomes outcomes) {
        this.truth = outcomes.labelSetTruth();
        this.predictions = outcomes.labelSetPredictions();
        this.outcomes = outcomes;
    }

    /** Counts the rows of each label of the vocabulary, in one pass. */
    static List<Counts> ofLabels(Outcomes outcomes) {
        return new LabelSetCounts(outcomes)
                .ofLabels(0, outcomes.labelSetTruth().labels().size());
    }

    /** Counts the rows of one label. */
    static Counts ofLabel(Outcomes outcomes, int label) {
        return new LabelSetCounts(outcomes).ofLabels(label, label + 1).get(0);
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

    private List<Counts> ofLabels(int from, int to) {
        double[] cells = outcomes.isWeighted() ? weights(from, to) : numbers(from, to);
        return IntStream.range(0, to - from).mapToObj(i -> counts(cells, i)).toList();
    }

    private static Counts counts(double[] cells, int index) {
        int first = index * CELLS;
        return new Counts(cells[first + TRUE_POSITIVE], cells[first + FALSE_POSITIVE], cells[first + FALSE_NEGATIVE]);
    }

    /** Tells what a row's label is to be counted as. */
    private int cell(int row, int label) {
        return (truth.contains(row, label) ? FALSE_NEGATIVE : 0)
                + (predictions.contains(row, label) ? FALSE_POSITIVE : 0);
    }

    private double[] numbers(int from, int to) {
        double[] cells = new double[(to - from) * CELLS];
        for (int row = 0; row < outcomes.size(); row++) {
            for (int label = from; label < to; label++) {
                cells[(label - from) * CELLS + cell(row, label)]++;
            }
        }
        return cells;
    }

    private double[] weights(int from, int to) {
        ExactSum[] sums = new ExactSum[(to - from) * CELLS];
        for (int row = 0; row < outcomes.size(); row++) {
            for (int label = from; label < to; label++) {
                int cell = cell(row, label);
                // most labels are in neither set, and what is not needed needn't be summed up
                if (cell != 0) {
                    int index = (label - from) * CELLS + cell;
                    if (sums[index] == null) {
                        sums[index] = new ExactSum();
                    }
                    sums[index].add(outcomes.weight(row));
                }
            }
        }
        double[] cells = new double[sums.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = sums[i] == null ? 0 : sums[i].value();
        }
        return cells;
    }
}
