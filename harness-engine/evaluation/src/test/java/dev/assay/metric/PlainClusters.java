package dev.assay.metric;

import dev.assay.testing.ClusterCase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The internal metrics written down as they are defined, with no thought of speed. */
record PlainClusters(List<List<double[]>> clusters) {

    static PlainClusters of(ClusterCase clusterCase) {
        double[][] points = clusterCase.points();
        return new PlainClusters(List.copyOf(IntStream.range(0, points.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        row -> clusterCase.predictions().cluster(row),
                        Collectors.mapping(row -> points[row], Collectors.toList())))
                .values()));
    }

    boolean areTooFewOrTooMany() {
        return clusters.size() < 2 || clusters.stream().allMatch(cluster -> cluster.size() == 1);
    }

    double silhouette() {
        return clusters.stream()
                .flatMapToDouble(cluster -> cluster.stream().mapToDouble(point -> silhouette(point, cluster)))
                .average()
                .orElseThrow();
    }

    private double silhouette(double[] point, List<double[]> own) {
        if (own.size() == 1) {
            return 0;
        }
        double a = sumOfDistances(point, own) / (own.size() - 1);
        double b = clusters.stream()
                .filter(cluster -> cluster != own)
                .mapToDouble(cluster -> sumOfDistances(point, cluster) / cluster.size())
                .min()
                .orElseThrow();
        return a == b ? 0 : (b - a) / Math.max(a, b);
    }

    private static double sumOfDistances(double[] point, List<double[]> cluster) {
        return cluster.stream().mapToDouble(other -> distance(point, other)).sum();
    }

    double daviesBouldin() {
        return clusters.stream()
                .mapToDouble(cluster -> clusters.stream()
                        .filter(other -> other != cluster)
                        .mapToDouble(other -> similarity(cluster, other))
                        .max()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    private static double similarity(List<double[]> cluster, List<double[]> other) {
        double distance = distance(centroid(cluster), centroid(other));
        return distance == 0 ? 0 : (spread(cluster) + spread(other)) / distance;
    }

    private static double spread(List<double[]> cluster) {
        return sumOfDistances(centroid(cluster), cluster) / cluster.size();
    }

    double calinskiHarabasz() {
        double[] middle = centroid(clusters.stream().flatMap(List::stream).toList());
        double between = clusters.stream()
                .mapToDouble(cluster -> cluster.size() * Math.pow(distance(centroid(cluster), middle), 2))
                .sum();
        double within = clusters.stream()
                .flatMapToDouble(cluster ->
                        cluster.stream().mapToDouble(point -> Math.pow(distance(point, centroid(cluster)), 2)))
                .sum();
        int points = clusters.stream().mapToInt(List::size).sum();
        return within == 0 ? 1 : between * (points - clusters.size()) / (within * (clusters.size() - 1));
    }

    private static double[] centroid(List<double[]> points) {
        return IntStream.range(0, points.get(0).length)
                .mapToDouble(dimension ->
                        points.stream().mapToDouble(point -> point[dimension]).sum() / points.size())
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(dimension -> (a[dimension] - b[dimension]) * (a[dimension] - b[dimension]))
                .sum());
    }

    @Override
    public String toString() {
        return clusters.stream()
                .map(cluster -> cluster.stream().map(Arrays::toString).toList().toString())
                .collect(Collectors.joining(" | "));
    }
}
