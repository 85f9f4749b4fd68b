package dev.assay.metric;

import dev.assay.data.Labels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What each prediction costs, by the true label; negative costs are gains. */
public final class CostMatrix {

    private final Labels labels;
    private final double[][] costs;

    private CostMatrix(Labels labels, double[][] costs) {
        this.labels = labels;
        this.costs = costs;
    }

    /**
     * Makes a cost matrix.
     *
     * @param labels the labels of rows and columns
     * @param costs one row for each true label, with one finite number for each predicted label; copied
     * @return the matrix
     * @throws IllegalArgumentException if there are not as many rows and columns as labels, or a cost is not finite
     */
    public static CostMatrix of(Labels labels, double[]... costs) {
        if (costs.length != labels.size()) {
            throw new IllegalArgumentException(costs.length + " rows of costs for " + labels.size() + " labels");
        }
        double[][] copy = new double[costs.length][];
        for (int truth = 0; truth < costs.length; truth++) {
            if (costs[truth].length != labels.size()) {
                throw new IllegalArgumentException("the row of \"" + labels.name(truth) + "\" has "
                        + costs[truth].length + " costs for " + labels.size() + " labels");
            }
            for (double cost : costs[truth]) {
                if (!Double.isFinite(cost)) {
                    throw new IllegalArgumentException(
                            "a cost of \"" + labels.name(truth) + "\" is " + cost + "; costs must be finite numbers");
                }
            }
            copy[truth] = costs[truth].clone();
        }
        return new CostMatrix(labels, copy);
    }

    static void requireCost(double cost) {
        if (!(cost >= 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException("the cost of an error must be finite and not negative, unlike " + cost);
        }
    }

    /**
     * Returns the vocabulary.
     *
     * @return the labels of rows and columns
     */
    public Labels labels() {
        return labels;
    }

    /**
     * Returns a cost.
     *
     * @param truth the true label's index
     * @param predicted the predicted label's index
     * @return what that prediction costs
     */
    public double cost(int truth, int predicted) {
        return costs[truth][predicted];
    }

    Range range() {
        double lowest =
                Arrays.stream(costs).flatMapToDouble(Arrays::stream).min().orElseThrow();
        double highest =
                Arrays.stream(costs).flatMapToDouble(Arrays::stream).max().orElseThrow();
        return lowest < highest ? new Range(lowest, highest) : new Range(lowest, Math.nextUp(lowest));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CostMatrix that
                && labels.names().equals(that.labels.names())
                && Arrays.deepEquals(costs, that.costs);
    }

    @Override
    public int hashCode() {
        return 31 * labels.names().hashCode() + Arrays.deepHashCode(costs);
    }

    /** Returns the rows, such as {@code [0.0, 1.0], [5.0, 0.0]}. */
    @Override
    public String toString() {
        String rows = Arrays.deepToString(costs);
        return rows.substring(1, rows.length() - 1);
    }
}
