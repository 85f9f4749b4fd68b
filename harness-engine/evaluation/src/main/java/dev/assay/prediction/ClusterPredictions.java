package dev.assay.prediction;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Predicted clusters: numbers that only say which examples belong together, with the points that were clustered where they
 * are known. The same number in predictions of another model means nothing.
 */
public final class ClusterPredictions implements Predictions {

    private final int[] clusters;
    private final double @Nullable [][] points;

    private ClusterPredictions(int[] clusters, double @Nullable [][] points) {
        this.clusters = clusters;
        this.points = points;
    }

    /** Wraps; the array is not copied. */
    static ClusterPredictions of(int[] clusters) {
        return new ClusterPredictions(clusters, null);
    }

    static ClusterPredictions concatenated(List<ClusterPredictions> parts) {
        int[] all = parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.clusters))
                .toArray();
        boolean located = parts.stream().allMatch(ClusterPredictions::hasPoints);
        return new ClusterPredictions(all, located ? concatenatedPoints(parts) : null);
    }

    /** Returns nothing for points of different dimensions, which are not of one space. */
    private static double @Nullable [][] concatenatedPoints(List<ClusterPredictions> parts) {
        double[][] all = parts.stream()
                .flatMap(part -> Arrays.stream(part.requirePoints()))
                .toArray(double[][]::new);
        return Arrays.stream(all).allMatch(point -> point.length == all[0].length) ? all : null;
    }

    /**
     * Adds the points that were clustered, by which metrics such as the silhouette judge.
     *
     * @param newPoints one point for each example, all of the same length, at least 1, and finite; copied
     * @return the same clusters with these points
     * @throws InvalidPredictionsException if the points are not so; the message names the row
     */
    public ClusterPredictions withPoints(double[]... newPoints) {
        if (newPoints.length != clusters.length) {
            throw new InvalidPredictionsException(newPoints.length + " points for " + clusters.length + " examples");
        }
        double[][] copy = new double[newPoints.length][];
        for (int row = 0; row < newPoints.length; row++) {
            copy[row] = newPoints[row].clone();
            requirePoint(row, copy[row], copy[0].length);
        }
        return new ClusterPredictions(clusters, copy);
    }

    private static void requirePoint(int row, double[] point, int dimensions) {
        if (point.length == 0) {
            throw new InvalidPredictionsException(row, "the point has no coordinates");
        }
        if (point.length != dimensions) {
            throw new InvalidPredictionsException(
                    row, "the point has " + point.length + " coordinates, that of row 0 has " + dimensions);
        }
        for (double coordinate : point) {
            if (!Double.isFinite(coordinate)) {
                throw new InvalidPredictionsException(
                        row, "a coordinate is " + coordinate + "; coordinates must be finite numbers");
            }
        }
    }

    @Override
    public String kind() {
        return "clusters";
    }

    @Override
    public int size() {
        return clusters.length;
    }

    /**
     * Returns an example's cluster.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the cluster's number
     */
    public int cluster(int row) {
        return clusters[row];
    }

    /**
     * Tells whether the points are known.
     *
     * @return whether there are points
     */
    public boolean hasPoints() {
        return points != null;
    }

    /**
     * Returns the number of coordinates.
     *
     * @return how many each point has; 0 if there are no examples
     * @throws IllegalStateException if there are no points
     */
    public int dimensions() {
        double[][] known = requirePoints();
        return known.length == 0 ? 0 : known[0].length;
    }

    /**
     * Returns a coordinate of an example's point.
     *
     * @param row from 0 to {@code size() - 1}
     * @param dimension from 0 to {@code dimensions() - 1}
     * @return a finite number
     * @throws IllegalStateException if there are no points
     */
    public double coordinate(int row, int dimension) {
        return requirePoints()[row][dimension];
    }

    private double[][] requirePoints() {
        if (points == null) {
            throw new IllegalStateException("these clusters have no points");
        }
        return points;
    }

    @Override
    public ClusterPredictions select(int... rows) {
        double[][] known = points;
        return new ClusterPredictions(
                Arrays.stream(rows).map(row -> clusters[row]).toArray(),
                known == null
                        ? null
                        : Arrays.stream(rows).mapToObj(row -> known[row]).toArray(double[][]::new));
    }
}
