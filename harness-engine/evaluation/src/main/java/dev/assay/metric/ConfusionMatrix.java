package dev.assay.metric;

import dev.assay.data.Labels;
import dev.assay.numeric.ExactSum;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often each true label was predicted as each label: counts, or sums of weights. */
public final class ConfusionMatrix {

    private final Labels labels;
    /** Row-major, rows are the truth. */
    private final double[] cells;

    private final double[] supports;
    private final double[] predicted;
    private final double total;
    /** Whether sums round no more than once, which takes longer than all else. */
    private final boolean exact;

    private ConfusionMatrix(Labels labels, double[] cells) {
        this(labels, cells, true);
    }

    private ConfusionMatrix(Labels labels, double[] cells, boolean exact) {
        this.labels = labels;
        this.cells = cells;
        this.exact = exact;
        int k = labels.size();
        this.supports = new double[k];
        this.predicted = new double[k];
        for (int label = 0; label < k; label++) {
            supports[label] = sum(label * k, 1, k);
            predicted[label] = sum(label, k, k);
        }
        this.total = sum(0, 1, cells.length);
    }

    private double sum(int first, int step, int count) {
        if (exact) {
            return ConfusionCounts.sum(cells, first, step, count);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += cells[first + i * step];
        }
        return sum;
    }

    static ConfusionMatrix of(Outcomes outcomes) {
        return new ConfusionMatrix(
                outcomes.labelTruth().labels(),
                outcomes.isWeighted()
                        ? ConfusionCounts.totals(outcomes).values()
                        : ConfusionCounts.unweighted(outcomes));
    }

    /** Wraps; the array is not copied. */
    static ConfusionMatrix ofCells(Labels labels, double[] cells) {
        return new ConfusionMatrix(labels, cells);
    }

    /**
     * Wraps cells that were drawn at random; the array is not copied. Sums of whole numbers are still exact, others are as good
     * as any draw.
     */
    static ConfusionMatrix ofDrawnCells(Labels labels, double[] cells) {
        return new ConfusionMatrix(labels, cells, false);
    }

    /**
     * Averages matrices over the same labels.
     *
     * @param matrices at least one matrix
     * @return the mean of each cell
     */
    public static ConfusionMatrix mean(Iterable<ConfusionMatrix> matrices) {
        Labels labels = matrices.iterator().next().labels;
        double[] cells = new double[labels.size() * labels.size()];
        int count = 0;
        for (ConfusionMatrix matrix : matrices) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] += matrix.cells[i];
            }
            count++;
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] /= count;
        }
        return new ConfusionMatrix(labels, cells);
    }

    /**
     * Returns the vocabulary.
     *
     * @return the labels in the order of rows and columns
     */
    public Labels labels() {
        return labels;
    }

    /**
     * Returns a cell.
     *
     * @param truth the true label's index
     * @param predicted the predicted label's index
     * @return the count, or sum of weights
     */
    public double cell(int truth, int predicted) {
        return cells[truth * labels.size() + predicted];
    }

    /**
     * Returns the sum of all cells.
     *
     * @return the number of rows, or sum of their weights
     */
    public double total() {
        return total;
    }

    /**
     * Returns the sum of the diagonal.
     *
     * @return the number of correct rows, or sum of their weights
     */
    public double correct() {
        return sum(0, labels.size() + 1, labels.size());
    }

    /** Returns the total less two numbers. */
    double totalWithout(double one, double other) {
        return exact ? ExactSum.of(total, -one, -other) : total - one - other;
    }

    /**
     * Returns how much of the truth a label is.
     *
     * @param label the label's index
     * @return the sum of its row
     */
    public double support(int label) {
        return supports[label];
    }

    /**
     * Returns how much was predicted as a label.
     *
     * @param label the label's index
     * @return the sum of its column
     */
    public double predicted(int label) {
        return predicted[label];
    }

    /**
     * Tells whether a label occurs in the truth or the predictions.
     *
     * @param label the label's index
     * @return whether its row or column has a positive cell
     */
    public boolean isObserved(int label) {
        return support(label) > 0 || predicted(label) > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfusionMatrix that && labels.equals(that.labels) && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return labels + " " + Arrays.toString(cells);
    }
}
