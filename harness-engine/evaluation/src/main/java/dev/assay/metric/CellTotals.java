package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import org.jspecify.annotations.Nullable;

/** Rows, or their weights, added up by the cell that they belong to. Sums don't round, so that totals merge in any order. */
final class CellTotals implements Mergeable<CellTotals> {

    private final long[] counts;
    private final @Nullable ExactSum[] weights;

    CellTotals(int cells) {
        counts = new long[cells];
        weights = new ExactSum[cells];
    }

    @Override
    public CellTotals empty() {
        return new CellTotals(counts.length);
    }

    /** Adds as many rows of weight 1. */
    void addRows(int cell, long rows) {
        counts[cell] += rows;
    }

    void add(int cell, double weight) {
        if (weight == 1) {
            counts[cell]++;
        } else {
            weights(cell).add(weight);
        }
    }

    private ExactSum weights(int cell) {
        ExactSum known = weights[cell];
        if (known == null) {
            known = new ExactSum();
            weights[cell] = known;
        }
        return known;
    }

    @Override
    public void merge(CellTotals other) {
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] += other.counts[cell];
            ExactSum added = other.weights[cell];
            if (added != null) {
                weights(cell).merge(added);
            }
        }
    }

    /** Returns the sum of each cell, rounded once. */
    double[] values() {
        double[] values = new double[counts.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = value(cell);
        }
        return values;
    }

    private double value(int cell) {
        ExactSum ofWeights = weights[cell];
        if (ofWeights == null) {
            return (double) counts[cell];
        }
        ExactSum sum = new ExactSum();
        sum.merge(ofWeights);
        sum.add((double) counts[cell]);
        return sum.value();
    }
}
