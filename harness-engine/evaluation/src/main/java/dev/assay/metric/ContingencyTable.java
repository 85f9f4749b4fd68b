package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.Chunks;
import dev.assay.prediction.ClusterPredictions;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many examples have each pair of label and cluster. Only pairs that occur take memory, and only labels and clusters
 * that occur are counted.
 */
final class ContingencyTable {

    private final int total;
    /** One entry for each pair that occurs. */
    private final int[] cells;

    private final int[] labelOfCell;
    private final int[] clusterOfCell;
    private final int[] labelSizes;
    private final int[] clusterSizes;

    private ContingencyTable(CellCounts counts, int total) {
        long[] keys = counts.sortedKeys();
        this.total = total;
        this.cells = LongStream.of(keys).mapToInt(counts::count).toArray();
        this.labelOfCell = codes(LongStream.of(keys).mapToInt(CellCounts::first).toArray());
        this.clusterOfCell =
                codes(LongStream.of(keys).mapToInt(CellCounts::second).toArray());
        this.labelSizes = sums(labelOfCell);
        this.clusterSizes = sums(clusterOfCell);
    }

    static ContingencyTable of(Outcomes outcomes) {
        LabelTargets truth = outcomes.labelTruth();
        ClusterPredictions predictions = outcomes.clusterPredictions();
        CellCounts all = new CellCounts();
        Chunks.map(outcomes.size(), (from, to) -> {
                    CellCounts counts = new CellCounts();
                    for (int row = from; row < to; row++) {
                        counts.add(truth.index(row), predictions.cluster(row));
                    }
                    return counts;
                })
                .forEach(all::addAll);
        return new ContingencyTable(all, outcomes.size());
    }

    /** Numbers the different values from 0. */
    private static int[] codes(int... values) {
        int[] distinct = IntStream.of(values).sorted().distinct().toArray();
        return IntStream.of(values)
                .map(value -> Arrays.binarySearch(distinct, value))
                .toArray();
    }

    private int[] sums(int... codeOfCell) {
        int[] sums = new int[IntStream.of(codeOfCell).max().orElseThrow() + 1];
        for (int cell = 0; cell < cells.length; cell++) {
            sums[codeOfCell[cell]] += cells[cell];
        }
        return sums;
    }

    /** Returns the number of examples, at least 1. */
    int total() {
        return total;
    }

    /** Returns how many pairs of label and cluster occur. */
    int cells() {
        return cells.length;
    }

    /** Returns how many examples have a cell's pair, at least 1. */
    int cell(int cell) {
        return cells[cell];
    }

    /** Returns how many examples have the label of a cell. */
    int labelSize(int cell) {
        return labelSizes[labelOfCell[cell]];
    }

    /** Returns how many examples have the cluster of a cell. */
    int clusterSize(int cell) {
        return clusterSizes[clusterOfCell[cell]];
    }

    /** Returns the number of examples of each label that occurs. */
    IntStream labelSizes() {
        return IntStream.of(labelSizes);
    }

    /** Returns the number of examples of each cluster that occurs. */
    IntStream clusterSizes() {
        return IntStream.of(clusterSizes);
    }

    /** Tells whether there is no cluster whose examples differ in their label. */
    boolean isHomogeneous() {
        return cells.length == clusterSizes.length;
    }

    /** Tells whether there is no label whose examples are in different clusters. */
    boolean isComplete() {
        return cells.length == labelSizes.length;
    }

    /** Tells whether the clusters are the labels under other names. */
    boolean isPerfect() {
        return isHomogeneous() && isComplete();
    }

    /** Returns the share of examples whose label is the most frequent one of their cluster. */
    double purity() {
        int[] largest = new int[clusterSizes.length];
        for (int cell = 0; cell < cells.length; cell++) {
            largest[clusterOfCell[cell]] = Math.max(largest[clusterOfCell[cell]], cells[cell]);
        }
        return (double) IntStream.of(largest).sum() / total;
    }
}
