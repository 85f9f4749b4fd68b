package dev.assay.metric;

import dev.assay.numeric.Chunks;
import dev.assay.numeric.ExactSum;

/** How far points are from the centroids of their clusters, and these from each other. */
final class CentroidMetrics {

    /** Below this many pairs of centroids, handing work over costs more than it saves. */
    private static final int FEWEST_PAIRS = 1 << 16;

    private final ClusteredPoints points;
    private final double[][] centroids;

    private CentroidMetrics(ClusteredPoints points) {
        this.points = points;
        this.centroids = new double[points.clusters()][];
        for (int cluster = 0; cluster < centroids.length; cluster++) {
            centroids[cluster] = points.centroid(cluster);
        }
    }

    static double daviesBouldin(ClusteredPoints points) {
        return new CentroidMetrics(points).daviesBouldin();
    }

    static double calinskiHarabasz(ClusteredPoints points) {
        return new CentroidMetrics(points).calinskiHarabasz();
    }

    private double daviesBouldin() {
        double[] spreads = new double[centroids.length];
        for (int cluster = 0; cluster < spreads.length; cluster++) {
            spreads[cluster] = spread(cluster);
        }
        ExactSum sum = new ExactSum();
        Chunks.map(centroids.length, 1 + FEWEST_PAIRS / centroids.length, (from, to) -> {
                    ExactSum part = new ExactSum();
                    for (int cluster = from; cluster < to; cluster++) {
                        part.add(worstSimilarity(cluster, spreads));
                    }
                    return part;
                })
                .forEach(sum::merge);
        return sum.value() / centroids.length;
    }

    /** Returns the mean distance of a cluster's points from its centroid. */
    private double spread(int cluster) {
        ExactSum sum = new ExactSum();
        for (int point = points.start(cluster); point < points.end(cluster); point++) {
            sum.add(Math.sqrt(points.squaredDistance(point, centroids[cluster])));
        }
        return sum.value() / points.size(cluster);
    }

    private double worstSimilarity(int cluster, double... spreads) {
        double worst = 0;
        for (int other = 0; other < centroids.length; other++) {
            double distance = Math.sqrt(squaredDistance(centroids[cluster], centroids[other]));
            // 0 for the cluster itself, too
            if (distance > 0) {
                worst = Math.max(worst, (spreads[cluster] + spreads[other]) / distance);
            }
        }
        return worst;
    }

    private double calinskiHarabasz() {
        double[] middle = points.centroid();
        ExactSum between = new ExactSum();
        ExactSum within = new ExactSum();
        for (int cluster = 0; cluster < centroids.length; cluster++) {
            between.addProduct(points.size(cluster), squaredDistance(centroids[cluster], middle));
            for (int point = points.start(cluster); point < points.end(cluster); point++) {
                within.add(points.squaredDistance(point, centroids[cluster]));
            }
        }
        if (within.value() == 0) {
            return 1;
        }
        return between.value() / (centroids.length - 1) / (within.value() / (points.size() - centroids.length));
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int dimension = 0; dimension < a.length; dimension++) {
            double difference = a[dimension] - b[dimension];
            sum += difference * difference;
        }
        return sum;
    }
}
