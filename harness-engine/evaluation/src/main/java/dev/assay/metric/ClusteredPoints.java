package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import dev.assay.prediction.ClusterPredictions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Points grouped by cluster, those of a cluster side by side.
 *
 * <p>Coordinates are divided by a power of two so that the largest is about 1: no square overflows, and metrics that don't
 * depend on the unit of length don't show the division, which is exact.
 */
final class ClusteredPoints {

    /** One array for each dimension, all in the same order of points. */
    private final double[][] coordinates;
    /** Where each cluster starts; the last entry is the number of points. */
    private final int[] starts;

    private ClusteredPoints(double[][] coordinates, int[] starts) {
        this.coordinates = coordinates;
        this.starts = starts;
    }

    /** Groups points, which there must be. */
    static ClusteredPoints of(ClusterPredictions predictions) {
        int[] clusterOfRow =
                IntStream.range(0, predictions.size()).map(predictions::cluster).toArray();
        int[] clusters = IntStream.of(clusterOfRow).sorted().distinct().toArray();
        int[] starts = new int[clusters.length + 1];
        int[] codeOfRow = new int[clusterOfRow.length];
        for (int row = 0; row < codeOfRow.length; row++) {
            codeOfRow[row] = Arrays.binarySearch(clusters, clusterOfRow[row]);
            starts[codeOfRow[row] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        double[][] coordinates = new double[predictions.dimensions()][codeOfRow.length];
        for (int row = 0; row < codeOfRow.length; row++) {
            int position = next[codeOfRow[row]]++;
            for (int dimension = 0; dimension < coordinates.length; dimension++) {
                coordinates[dimension][position] = predictions.coordinate(row, dimension);
            }
        }
        scale(coordinates);
        return new ClusteredPoints(coordinates, starts);
    }

    private static void scale(double[]... coordinates) {
        double largest = 0;
        for (double[] dimension : coordinates) {
            for (double coordinate : dimension) {
                largest = Math.max(largest, Math.abs(coordinate));
            }
        }
        double factor = Math.scalb(1.0, -1 - Math.getExponent(largest));
        for (double[] dimension : coordinates) {
            for (int point = 0; point < dimension.length; point++) {
                dimension[point] *= factor;
            }
        }
    }

    /**
     * Sorts the points of each cluster by their coordinates. Whatever is summed up in this order does not depend on the
     * order of rows.
     */
    ClusteredPoints sorted() {
        Integer[] order = IntStream.range(0, size()).boxed().toArray(Integer[]::new);
        Comparator<Integer> byCoordinates = (a, b) -> {
            for (double[] dimension : coordinates) {
                int comparison = Double.compare(dimension[a], dimension[b]);
                if (comparison != 0) {
                    return comparison;
                }
            }
            return 0;
        };
        for (int cluster = 0; cluster < clusters(); cluster++) {
            Arrays.sort(order, start(cluster), end(cluster), byCoordinates);
        }
        double[][] sorted = Arrays.stream(coordinates)
                .map(dimension -> Arrays.stream(order)
                        .mapToDouble(point -> dimension[point])
                        .toArray())
                .toArray(double[][]::new);
        return new ClusteredPoints(sorted, starts);
    }

    /** Returns the number of points. */
    int size() {
        return starts[clusters()];
    }

    /** Returns how many clusters there are. */
    int clusters() {
        return starts.length - 1;
    }

    /** Returns a cluster's first point. */
    int start(int cluster) {
        return starts[cluster];
    }

    /** Returns the point behind a cluster's last. */
    int end(int cluster) {
        return starts[cluster + 1];
    }

    /** Returns how many points a cluster has, at least 1. */
    int size(int cluster) {
        return end(cluster) - start(cluster);
    }

    int dimensions() {
        return coordinates.length;
    }

    /** Returns a coordinate of all points; not to be changed. */
    double[] coordinates(int dimension) {
        return coordinates[dimension];
    }

    /** Returns the mean point of a cluster. */
    double[] centroid(int cluster) {
        return mean(start(cluster), end(cluster));
    }

    /** Returns the mean of all points. */
    double[] centroid() {
        return mean(0, size());
    }

    private double[] mean(int from, int to) {
        double[] mean = new double[coordinates.length];
        for (int dimension = 0; dimension < mean.length; dimension++) {
            mean[dimension] = mean(coordinates[dimension], from, to);
        }
        return mean;
    }

    private static double mean(double[] values, int from, int to) {
        ExactSum sum = new ExactSum();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            sum.add(values[i]);
            lowest = Math.min(lowest, values[i]);
            highest = Math.max(highest, values[i]);
        }
        // the rounded mean of equal values may lie beside them, and a cluster without spread would have some
        return Math.max(lowest, Math.min(highest, sum.value() / (to - from)));
    }

    /** Returns the squared distance of a point from a place. */
    double squaredDistance(int point, double... place) {
        double sum = 0;
        for (int dimension = 0; dimension < place.length; dimension++) {
            double difference = coordinates[dimension][point] - place[dimension];
            sum += difference * difference;
        }
        return sum;
    }
}
