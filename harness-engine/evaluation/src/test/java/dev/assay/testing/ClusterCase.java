package dev.assay.testing;

import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random labels, clusters and points; some points coincide, some clusters have one point. */
public record ClusterCase(LabelTargets truth, ClusterPredictions predictions) {

    /** Makes a case of 1 to 40 rows whose clusters are better than chance. */
    public static ClusterCase random(SplittableRandom random) {
        return random(random, random.nextInt(1, 41));
    }

    /** Makes a case of so many rows whose clusters are better than chance. */
    public static ClusterCase random(SplittableRandom random, int rows) {
        int labels = random.nextInt(1, 6);
        int dimensions = random.nextInt(1, 5);
        boolean onGrid = random.nextInt(3) == 0;
        int[] truth = random.ints(rows, 0, labels).toArray();
        int[] clusters = new int[rows];
        double[][] points = new double[rows][dimensions];
        for (int row = 0; row < rows; row++) {
            clusters[row] = random.nextInt(3) == 0 ? random.nextInt(-2, 5) : truth[row];
            for (int dimension = 0; dimension < dimensions; dimension++) {
                double coordinate = 2 * truth[row] + random.nextDouble(-2, 2);
                points[row][dimension] = onGrid ? Math.rint(coordinate) : coordinate;
            }
        }
        return new ClusterCase(
                Targets.labels(Examples.vocabulary(labels), truth),
                Predictions.clusters(clusters).withPoints(points));
    }

    /** Puts truth beside predictions. */
    public Outcomes outcomes() {
        return Outcomes.of(truth, predictions);
    }

    /** Puts the rows in a random order. */
    public ClusterCase shuffled(SplittableRandom random) {
        int[] order = Order.random(truth.size(), random);
        return new ClusterCase(truth.select(order), predictions.select(order));
    }

    /** Gives the labels another order, and the clusters other numbers. */
    public ClusterCase renamed(SplittableRandom random) {
        int[] newLabels = Order.random(truth.labels().size(), random);
        int[] newClusters = Order.random(10, random);
        int[] labels = rows().map(row -> newLabels[truth.index(row)]).toArray();
        int[] clusters = rows().map(row -> 1_000_003 * (newClusters[predictions.cluster(row) + 2] - 5))
                .toArray();
        return new ClusterCase(
                Targets.labels(truth.labels(), labels),
                Predictions.clusters(clusters).withPoints(points()));
    }

    /** Takes the labels for clusters, and the clusters for labels. */
    public ClusterCase swapped() {
        List<String> labels =
                rows().mapToObj(row -> "cluster " + predictions.cluster(row)).toList();
        return new ClusterCase(
                Targets.labels(labels),
                Predictions.clusters(rows().map(truth::index).toArray()).withPoints(points()));
    }

    /** Returns the points. */
    public double[][] points() {
        return rows().mapToObj(row -> IntStream.range(0, predictions.dimensions())
                        .mapToDouble(dimension -> predictions.coordinate(row, dimension))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Multiplies all coordinates. */
    public ClusterCase scaled(double factor) {
        double[][] scaled = Arrays.stream(points())
                .map(point -> Arrays.stream(point).map(x -> factor * x).toArray())
                .toArray(double[][]::new);
        return new ClusterCase(
                truth,
                Predictions.clusters(rows().map(predictions::cluster).toArray()).withPoints(scaled));
    }

    private IntStream rows() {
        return IntStream.range(0, truth.size());
    }
}
