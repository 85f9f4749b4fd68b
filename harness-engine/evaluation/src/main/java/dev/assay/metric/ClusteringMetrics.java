package dev.assay.metric;

import dev.assay.prediction.ClusterPredictions;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of clustering.
 *
 * <p>External metrics compare the clusters with labels; neither the numbers of clusters nor the names of labels matter.
 * Internal ones (silhouette, Davies–Bouldin, Calinski–Harabasz) judge the clusters by how the points lie, without a
 * look at the labels; they need {@link ClusterPredictions#withPoints points}, at least two clusters and fewer clusters
 * than examples, and are undefined otherwise. They take Euclidean distances and do not depend on the unit of length.
 *
 * <p>Special cases follow scikit-learn. All are averaged over folds, since the clusters of different models have nothing
 * to do with each other, and undefined for weighted rows, of which none of the definitions knows.
 *
 * <p>In the formulas, n examples have nᵢⱼ of label i in cluster j, aᵢ of label i and bⱼ in cluster j; H is entropy and I
 * mutual information.
 */
public final class ClusteringMetrics {

    /**
     * Adjusted Rand index (Hubert and Arabie, "Comparing partitions", 1985): the number of pairs of examples that are
     * together on both sides, less what is expected of clusters of these sizes, in proportion to the highest it could be. 1 is
     * perfect, 0 what chance gives, −0.5 the lowest possible. 1 if there is one label and one cluster, or if every
     * example is alone on both sides.
     */
    public static final Metric ADJUSTED_RAND_INDEX =
            ofPairs("adjusted Rand index", new Range(-0.5, 1), PairCounts::adjustedRandIndex);

    /**
     * Rand index (Rand, "Objective criteria for the evaluation of clustering methods", 1971): the share of pairs of
     * examples that are together on both sides or apart on both. From 0 to 1; 1 for a single example.
     */
    public static final Metric RAND_INDEX = ofPairs("Rand index", Range.UNIT, PairCounts::randIndex);

    /**
     * Fowlkes–Mallows index ("A method for comparing two hierarchical clusterings", 1983): of pairs of examples,
     * √(TP / (TP + FP) · TP / (TP + FN)), where TP are together on both sides, FP in the clusters only and FN in the
     * labels only. From 0 to 1; 0 if no pair is together on both sides, even if every example is alone on both.
     */
    public static final Metric FOWLKES_MALLOWS_INDEX =
            ofPairs("Fowlkes–Mallows index", Range.UNIT, PairCounts::fowlkesMallowsIndex);

    /**
     * Mutual information in nats: Σ nᵢⱼ/n · ln(n·nᵢⱼ / (aᵢ·bⱼ)), what labels and clusters tell of each other. From 0 up to
     * the smaller of both entropies; more clusters can only raise it.
     */
    public static final Metric MUTUAL_INFORMATION =
            ofInformation("mutual information", Range.NON_NEGATIVE, SharedInformation::mutual);

    /**
     * Normalised mutual information: I / ((H(labels) + H(clusters)) / 2), the same as the {@link #V_MEASURE}. From 0 to 1; 1
     * if there is one label and one cluster, 0 if there is one of one and several of the other.
     */
    public static final Metric NORMALISED_MUTUAL_INFORMATION =
            ofInformation("normalised mutual information", Range.UNIT, SharedInformation::normalised);

    /**
     * Adjusted mutual information (Vinh, Epps and Bailey, "Information theoretic measures for clusterings comparison", 2010):
     * (I − E[I]) / ((H(labels) + H(clusters)) / 2 − E[I]), where E[I] is exactly what is expected of clusters of these sizes.
     * 1 is perfect, 0 what chance gives, and less is possible. 1 if there is one label and one cluster, 0 if there is one of
     * one and several of the other. If every example is alone on both sides, chance is perfect too: 1, but 0 of two
     * examples (as scikit-learn 1.2; 1.9 gives 1).
     */
    public static final Metric ADJUSTED_MUTUAL_INFORMATION = ofInformation(
            "adjusted mutual information", new Range(Double.NEGATIVE_INFINITY, 1), SharedInformation::adjusted);

    /**
     * Homogeneity (Rosenberg and Hirschberg, "V-measure", 2007): I / H(labels), how far each cluster has examples of one
     * label only. From 0 to 1; 1 if there is one label.
     */
    public static final Metric HOMOGENEITY = ofInformation("homogeneity", Range.UNIT, SharedInformation::homogeneity);

    /**
     * Completeness (Rosenberg and Hirschberg 2007): I / H(clusters), how far each label has its examples in one cluster
     * only. From 0 to 1; 1 if there is one cluster.
     */
    public static final Metric COMPLETENESS =
            ofInformation("completeness", Range.UNIT, SharedInformation::completeness);

    /**
     * V-measure (Rosenberg and Hirschberg 2007): the harmonic mean of homogeneity and completeness. From 0 to 1; 0 if both
     * are 0.
     */
    public static final Metric V_MEASURE = ofInformation("V-measure", Range.UNIT, SharedInformation::vMeasure);

    /**
     * Purity (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 2008, section 16.3): the share of
     * examples that have the most frequent label of their cluster. Above 0, up to 1; more clusters can only raise it.
     */
    public static final Metric PURITY = external("purity", Range.UNIT, ContingencyTable::purity);

    /**
     * Silhouette (Rousseeuw, "Silhouettes", 1987): the mean of (b − a) / max(a, b) over all examples, where a is the mean
     * distance to the others of the cluster and b that to the examples of the nearest other cluster; 0 for an example alone
     * in its cluster, and where a = b. From −1 to 1. Takes time proportional to the square of the number of examples, and
     * is therefore in no summary.
     */
    public static final Metric SILHOUETTE =
            internal("silhouette", Direction.HIGHER_IS_BETTER, new Range(-1, 1), Silhouette::of);

    /**
     * Davies–Bouldin index ("A cluster separation measure", 1979): with the mean distance sᵢ of a cluster's examples from
     * its centroid and the distance dᵢⱼ of two centroids, the mean over all clusters of the highest (sᵢ + sⱼ) / dᵢⱼ. From 0
     * up, less is better. Clusters with the same centroid are not compared, so that it is 0 if all have the same one.
     */
    public static final Metric DAVIES_BOULDIN_INDEX = internal(
            "Davies–Bouldin index", Direction.LOWER_IS_BETTER, Range.NON_NEGATIVE, CentroidMetrics::daviesBouldin);

    /**
     * Calinski–Harabasz index ("A dendrite method for cluster analysis", 1974), the variance ratio: (B / (k − 1)) / (W / (n −
     * k)) of k clusters, where W is the sum of squared distances of examples from the centroid of their cluster, and B that
     * of these centroids from the mean of all, each counted once for each example. From 0 up; 1 if W = 0.
     */
    public static final Metric CALINSKI_HARABASZ_INDEX = internal(
            "Calinski–Harabasz index",
            Direction.HIGHER_IS_BETTER,
            Range.NON_NEGATIVE,
            CentroidMetrics::calinskiHarabasz);

    private static final MetricValue WEIGHTED = MetricValue.undefined(
            "the rows have weights, but clusters are judged by numbers of rows; take data without weights");

    private static final MetricValue WITHOUT_POINTS = MetricValue.undefined(
            "the points that were clustered are not known; let the model add them by withPoints(…)");

    private ClusteringMetrics() {}

    /**
     * Returns the metrics that summaries show, the headline first.
     *
     * @return the metrics
     */
    static List<Metric> summary() {
        return List.of(ADJUSTED_RAND_INDEX, ADJUSTED_MUTUAL_INFORMATION, V_MEASURE, HOMOGENEITY, COMPLETENESS);
    }

    private static Metric ofPairs(String name, Range range, ToDoubleFunction<PairCounts> function) {
        return external(name, range, table -> function.applyAsDouble(PairCounts.of(table)));
    }

    private static Metric ofInformation(String name, Range range, ToDoubleFunction<SharedInformation> function) {
        return external(name, range, table -> function.applyAsDouble(SharedInformation.of(table)));
    }

    private static Metric external(String name, Range range, ToDoubleFunction<ContingencyTable> function) {
        return SimpleMetric.averaged(
                name,
                TargetKind.LABELS,
                Direction.HIGHER_IS_BETTER,
                range,
                outcomes -> outcomes.isWeighted()
                        ? WEIGHTED
                        : MetricValue.of(range.clip(function.applyAsDouble(ContingencyTable.of(outcomes)))));
    }

    private static Metric internal(
            String name, Direction direction, Range range, ToDoubleFunction<ClusteredPoints> function) {
        // a point that is drawn twice has a neighbour at distance 0, which no fresh point has
        return SimpleMetric.averaged(name, TargetKind.LABELS, direction, range, outcomes -> {
                    ClusterPredictions predictions = outcomes.clusterPredictions();
                    if (outcomes.isWeighted()) {
                        return WEIGHTED;
                    }
                    return predictions.hasPoints()
                            ? ofPoints(ClusteredPoints.of(predictions), range, function)
                            : WITHOUT_POINTS;
                })
                .withoutRedrawing();
    }

    private static MetricValue ofPoints(
            ClusteredPoints points, Range range, ToDoubleFunction<ClusteredPoints> function) {
        if (points.clusters() < 2) {
            return MetricValue.undefined("all examples are in one cluster; it takes at least two clusters");
        }
        if (points.clusters() == points.size()) {
            return MetricValue.undefined(
                    "every example is alone in its cluster; it takes fewer clusters than examples");
        }
        double value = range.clip(function.applyAsDouble(points));
        return Double.isFinite(value) ? MetricValue.of(value) : MetricValue.undefined("the quotient overflows");
    }
}
