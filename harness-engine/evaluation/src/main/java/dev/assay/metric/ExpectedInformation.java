package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The mutual information to expect of labels and clusters of given sizes that are dealt out at random (Vinh, Epps and
 * Bailey, "Information theoretic measures for clusterings comparison", 2010, equation 24a).
 *
 * <p>Of a label of a examples and a cluster of b, the number m of examples in both is hypergeometric: P(m) is
 * proportional to 1 / (m! (a − m)! (b − m)! (n − a − b + m)!). Each pair adds E[m/n · ln(n·m / (a·b))]. Probabilities are
 * built up from that of the mode by their ratios and divided by their sum, rather than from log-factorials, which have lost
 * seven digits when n is 10⁸. Pairs of equal sizes are computed once.
 */
final class ExpectedInformation {

    /** Probabilities below this part of the mode's add nothing to a double: they fall ever faster. */
    private static final double NEGLIGIBLE = 1e-30;

    private final long total;
    private final long labelSize;
    private final long clusterSize;
    private double weights;
    private double weighted;

    private ExpectedInformation(long total, long labelSize, long clusterSize) {
        this.total = total;
        this.labelSize = labelSize;
        this.clusterSize = clusterSize;
    }

    /** Returns the expected mutual information in nats. */
    static double of(ContingencyTable table) {
        Map<Integer, Long> labels = frequencies(table.labelSizes());
        Map<Integer, Long> clusters = frequencies(table.clusterSizes());
        ExactSum sum = new ExactSum();
        labels.forEach((labelSize, labelCount) -> clusters.forEach((clusterSize, clusterCount) -> sum.addProduct(
                (double) labelCount * clusterCount,
                new ExpectedInformation(table.total(), labelSize, clusterSize).value())));
        return sum.value() / table.total();
    }

    private static Map<Integer, Long> frequencies(IntStream sizes) {
        return sizes.boxed().collect(Collectors.groupingBy(size -> size, TreeMap::new, Collectors.counting()));
    }

    /** Returns E[m · ln(n·m / (a·b))]. */
    private double value() {
        long lowest = Math.max(0, labelSize + clusterSize - total);
        long highest = Math.min(labelSize, clusterSize);
        long mode = (labelSize + 1) * (clusterSize + 1) / (total + 2);
        add(mode, 1);
        double weight = 1;
        for (long shared = mode; shared < highest && weight > NEGLIGIBLE; shared++) {
            weight *= ratioToNext(shared);
            add(shared + 1, weight);
        }
        weight = 1;
        for (long shared = mode; shared > lowest && weight > NEGLIGIBLE; shared--) {
            weight /= ratioToNext(shared - 1);
            add(shared - 1, weight);
        }
        return weighted / weights;
    }

    /** Returns P(m + 1) / P(m). */
    private double ratioToNext(long shared) {
        return (double) ((labelSize - shared) * (clusterSize - shared))
                / ((shared + 1) * (total - labelSize - clusterSize + shared + 1));
    }

    private void add(long shared, double weight) {
        weights += weight;
        if (shared > 0) {
            weighted += weight * shared * SharedInformation.logOfRatio(total * shared, labelSize * clusterSize);
        }
    }
}
