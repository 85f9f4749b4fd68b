package dev.assay.metric;

import dev.assay.numeric.Chunks;
import dev.assay.numeric.ExactSum;

/**
 * The weighted mean of a number of each row, from sums that don't round: whatever the order of the rows, however they came
 * in batches and however many threads summed them up, it is bitwise the same.
 */
final class WeightedMean {

    /** How many rows' numbers are computed at a time; as many as stay in the processor's nearest cache. */
    private static final int BATCH = 1024;

    private final ExactSum sum = new ExactSum();
    private final ExactSum weights = new ExactSum();

    /** Computes the mean over all rows. */
    static WeightedMean of(Outcomes outcomes, RowLoss loss) {
        loss.prepare(outcomes);
        return Chunks.reduce(
                outcomes.size(), (from, to) -> new WeightedMean().add(outcomes, loss, from, to), WeightedMean::merge);
    }

    private WeightedMean add(Outcomes outcomes, RowLoss loss, int from, int to) {
        double[] losses = new double[Math.min(BATCH, to - from)];
        for (int start = from; start < to; start += BATCH) {
            int end = Math.min(to, start + BATCH);
            loss.fill(outcomes, start, end, losses);
            if (outcomes.isWeighted()) {
                for (int row = start; row < end; row++) {
                    add(losses[row - start], outcomes.weight(row));
                }
            } else {
                sum.addAll(losses, 0, end - start);
                weights.add(end - start);
            }
        }
        return this;
    }

    /** Adds the number of one row. A row that doesn't count mustn't make the mean infinite either. */
    void add(double loss, double weight) {
        if (weight > 0) {
            sum.addProduct(weight, loss);
            weights.add(weight);
        }
    }

    void merge(WeightedMean other) {
        sum.merge(other.sum);
        weights.merge(other.weights);
    }

    /** Returns the sum of the weights, or the number of rows. */
    double weight() {
        return weights.value();
    }

    /** Returns the sum of the numbers times their weights. */
    double sum() {
        return sum.value();
    }

    /** Returns the mean; not finite if numbers or their sum overflow. */
    double value() {
        return sum() / weight();
    }
}
