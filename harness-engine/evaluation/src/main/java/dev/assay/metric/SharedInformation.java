package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * What labels tell of clusters and clusters of labels, in nats (natural logarithms).
 *
 * @param table the counts
 * @param ofLabels the entropy of the labels, −Σ aᵢ/n · ln(aᵢ/n) over the sizes aᵢ of labels
 * @param ofClusters the entropy of the clusters, the same over the sizes bⱼ of clusters
 * @param mutual the mutual information, Σ nᵢⱼ/n · ln(n·nᵢⱼ / (aᵢ·bⱼ)) over the pairs that occur
 */
record SharedInformation(ContingencyTable table, double ofLabels, double ofClusters, double mutual) {

    /** From which ratio to its inverse a logarithm is taken of the difference from 1, which then has more digits. */
    private static final double NEAR_ONE = 0.5;

    static SharedInformation of(ContingencyTable table) {
        return new SharedInformation(
                table,
                entropy(table.labelSizes(), table.total()),
                entropy(table.clusterSizes(), table.total()),
                mutualInformation(table));
    }

    private static double entropy(IntStream sizes, int total) {
        ExactSum sum = new ExactSum();
        for (PrimitiveIterator.OfInt size = sizes.iterator(); size.hasNext(); ) {
            int next = size.nextInt();
            sum.addProduct(next, Math.log((double) total / next));
        }
        return sum.value() / total;
    }

    private static double mutualInformation(ContingencyTable table) {
        ExactSum sum = new ExactSum();
        for (int cell = 0; cell < table.cells(); cell++) {
            long observed = (long) table.total() * table.cell(cell);
            long independent = (long) table.labelSize(cell) * table.clusterSize(cell);
            sum.addProduct(table.cell(cell), logOfRatio(observed, independent));
        }
        return Math.max(0, sum.value() / table.total());
    }

    /** Returns ln(a/b), exactly 0 for equal numbers. */
    static double logOfRatio(long a, long b) {
        double ratio = (double) a / b;
        return ratio > NEAR_ONE && ratio < 1 / NEAR_ONE ? Math.log1p((double) (a - b) / b) : Math.log(ratio);
    }

    /** Returns how much of the labels' entropy the clusters explain; 1 where there is one label. */
    double homogeneity() {
        return table.isHomogeneous() ? 1 : share(mutual, ofLabels);
    }

    /** Returns how much of the clusters' entropy the labels explain; 1 where there is one cluster. */
    double completeness() {
        return table.isComplete() ? 1 : share(mutual, ofClusters);
    }

    /** Returns the harmonic mean of homogeneity and completeness; 0 where both are 0. */
    double vMeasure() {
        double homogeneity = homogeneity();
        double completeness = completeness();
        double sum = homogeneity + completeness;
        return sum == 0 ? 0 : 2 * homogeneity * completeness / sum;
    }

    /** Returns the mutual information in proportion to the mean entropy; 1 where there is one label and one cluster. */
    double normalised() {
        return table.isPerfect() ? 1 : share(mutual, meanEntropy());
    }

    /**
     * Returns the mutual information above its expectation, in proportion to the highest possible. Where every example is
     * alone on both sides, chance can't be worse than perfect: 1 as of any perfect clustering, but 0 of two examples.
     */
    double adjusted() {
        if (table.isPerfect()) {
            return table.cells() == 2 && table.total() == 2 ? 0 : 1;
        }
        if (ofLabels == 0 || ofClusters == 0) {
            return 0;
        }
        double expected = ExpectedInformation.of(table);
        return (mutual - expected) / (meanEntropy() - expected);
    }

    private double meanEntropy() {
        return (ofLabels + ofClusters) / 2;
    }

    private static double share(double part, double whole) {
        return part == 0 ? 0 : Math.min(1, part / whole);
    }
}
