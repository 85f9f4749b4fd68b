package dev.assay.metric;

import dev.assay.numeric.Chunks;
import dev.assay.numeric.ExactSum;
import java.util.Arrays;

/**
 * The silhouettes of a range of points. Takes time proportional to the square of the number of points, and memory for a
 * copy of them.
 *
 * <p>Distances of a point to a cluster are summed up in the order of the sorted points, so neither the order of rows, nor
 * that of clusters, nor the cut into ranges shows. Rows are taken some at a time, and clusters in blocks that stay in the
 * processor's cache; loops over a block run several distances at once.
 */
final class Silhouette {

    /** About how many coordinates fit into the fastest cache. */
    private static final int BLOCK_COORDINATES = 1 << 12;

    private static final int FEWEST_POINTS_OF_BLOCK = 64;
    private static final int POINTS_AT_A_TIME = 32;

    /** Below this many distances, handing work over costs more than it saves. */
    private static final int FEWEST_DISTANCES = 1 << 18;

    private final ClusteredPoints points;
    private final double[] block;
    /** Of each point taken, its summed distances to the cluster that is visited. */
    private final double[] sums = new double[POINTS_AT_A_TIME];
    /** Of each point taken, its mean distance to the others of its cluster; negative if there are none. */
    private final double[] own = new double[POINTS_AT_A_TIME];
    /** Of each point taken, its mean distance to the nearest other cluster. */
    private final double[] nearest = new double[POINTS_AT_A_TIME];

    private final ExactSum total = new ExactSum();

    private Silhouette(ClusteredPoints points) {
        this.points = points;
        this.block = new double[Math.max(FEWEST_POINTS_OF_BLOCK, BLOCK_COORDINATES / points.dimensions())];
    }

    /** Returns the mean silhouette of points in at least two clusters. */
    static double of(ClusteredPoints points) {
        ClusteredPoints sorted = points.sorted();
        ExactSum total = new ExactSum();
        Chunks.map(
                        points.size(),
                        1 + FEWEST_DISTANCES / points.size(),
                        (from, to) -> new Silhouette(sorted).sum(from, to))
                .forEach(total::merge);
        return total.value() / points.size();
    }

    private ExactSum sum(int from, int to) {
        for (int first = from; first < to; first += POINTS_AT_A_TIME) {
            addSilhouettes(first, Math.min(to, first + POINTS_AT_A_TIME));
        }
        return total;
    }

    private void addSilhouettes(int from, int to) {
        Arrays.fill(own, 0);
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int cluster = 0; cluster < points.clusters(); cluster++) {
            sumDistances(from, to, cluster);
            for (int point = from; point < to; point++) {
                keepMean(point, point - from, cluster);
            }
        }
        for (int i = 0; i < to - from; i++) {
            // a point alone in its cluster has silhouette 0, and so has one that is as far from another (0/0 perhaps)
            if (own[i] >= 0 && own[i] != nearest[i]) {
                total.add((nearest[i] - own[i]) / Math.max(own[i], nearest[i]));
            }
        }
    }

    private void keepMean(int point, int i, int cluster) {
        boolean isOwn = point >= points.start(cluster) && point < points.end(cluster);
        if (!isOwn) {
            nearest[i] = Math.min(nearest[i], sums[i] / points.size(cluster));
        } else if (points.size(cluster) == 1) {
            own[i] = -1;
        } else {
            own[i] = sums[i] / (points.size(cluster) - 1);
        }
    }

    private void sumDistances(int from, int to, int cluster) {
        Arrays.fill(sums, 0);
        for (int start = points.start(cluster); start < points.end(cluster); start += block.length) {
            int size = Math.min(block.length, points.end(cluster) - start);
            for (int point = from; point < to; point++) {
                distances(point, start, size);
                sums[point - from] += sumOfBlock(size);
            }
        }
    }

    /** Fills the block with the distances of a point to others that lie side by side. */
    private void distances(int point, int start, int size) {
        Arrays.fill(block, 0, size, 0);
        for (int dimension = 0; dimension < points.dimensions(); dimension++) {
            double[] coordinates = points.coordinates(dimension);
            addSquares(block, coordinates, coordinates[point], start, size);
        }
        takeRoots(block, size);
    }

    private static void takeRoots(double[] squares, int size) {
        for (int i = 0; i < size; i++) {
            squares[i] = Math.sqrt(squares[i]);
        }
    }

    private static void addSquares(double[] squares, double[] coordinates, double from, int start, int size) {
        for (int i = 0; i < size; i++) {
            double difference = coordinates[start + i] - from;
            squares[i] += difference * difference;
        }
    }

    /** Sums up in four strands, which don't wait for each other. */
    private double sumOfBlock(int size) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < size; i += 4) {
            a += block[i];
            b += block[i + 1];
            c += block[i + 2];
            d += block[i + 3];
        }
        for (; i < size; i++) {
            a += block[i];
        }
        return (a + b) + (c + d);
    }
}
