package dev.assay.metric;

import dev.assay.data.Labels;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A metric of the confusion matrix as a function of its cells or, where rows have weights or groups, of the rows or groups that
 * fill them.
 *
 * <p>The prior has the weight of one row, or of one average group, spread evenly over the cells that can occur: of labels
 * that are in the truth, taken for labels that are in the truth or the predictions. Where all labels occur, that is 1/K² for
 * each cell; a label that occurs nowhere must not enter averages by its prior.
 */
final class RedrawnCells {

    /** About how many nanoseconds a cell takes to be drawn and counted. */
    private static final long NANOSECONDS = 60;

    private final CountMetric metric;
    private final Labels labels;
    /** Which cells can occur. */
    private final int[] possible;

    private RedrawnCells(CountMetric metric, ConfusionMatrix matrix) {
        this.metric = metric;
        this.labels = matrix.labels();
        int k = labels.size();
        this.possible = IntStream.range(0, k * k)
                .filter(cell -> matrix.support(cell / k) > 0 && matrix.isObserved(cell % k))
                .toArray();
    }

    static Redrawing of(CountMetric metric, Outcomes outcomes) {
        ConfusionMatrix matrix = outcomes.confusion();
        RedrawnCells cells = new RedrawnCells(metric, matrix);
        return outcomes.isWeighted() || outcomes.groups().isPresent()
                ? cells.ofUnits(outcomes)
                : cells.ofMatrix(matrix);
    }

    private Redrawing ofMatrix(ConfusionMatrix matrix) {
        int k = labels.size();
        double[] counts = new double[k * k];
        Arrays.setAll(counts, cell -> matrix.cell(cell / k, cell % k));
        double[] prior = new double[counts.length];
        Arrays.stream(possible).forEach(cell -> prior[cell] = 1.0 / possible.length);
        String things = String.format(java.util.Locale.ROOT, "the confusion matrix of %,d rows", (long) matrix.total());
        return Redrawing.ofCells(counts, prior, things, NANOSECONDS * counts.length, this::value);
    }

    private double value(double[] cells) {
        return Redrawing.number(metric.value(ConfusionMatrix.ofDrawnCells(labels, cells)));
    }

    private Redrawing ofUnits(Outcomes outcomes) {
        Units units = Units.of(outcomes);
        int k = labels.size();
        int[] cellOfRow = new int[outcomes.size()];
        Arrays.setAll(
                cellOfRow,
                row -> outcomes.labelTruth().index(row) * k
                        + outcomes.labelPredictions().index(row));
        double average = outcomes.confusion().total() / units.size();
        return Redrawing.ofUnits(
                units, possible.length, 1.0 / possible.length, NANOSECONDS * k * k + 10L * outcomes.size(), weights -> {
                    double[] cells = new double[k * k];
                    for (int row = 0; row < cellOfRow.length; row++) {
                        cells[cellOfRow[row]] += weights[units.ofRow(row)] * outcomes.weight(row);
                    }
                    for (int i = 0; i < possible.length; i++) {
                        cells[possible[i]] += average * weights[units.size() + i];
                    }
                    return value(cells);
                });
    }
}
