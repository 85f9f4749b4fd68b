package dev.assay.report.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Leaves out points of a polyline that nobody would miss (Ramer, Douglas and Peucker). */
final class Curves {

    /** By how many pixels a line may be off. */
    private static final double OF_LINE = 0.5;

    /** By how many the edge of a band may be. */
    private static final double OF_BAND = 1.2;

    private Curves() {}

    /**
     * Thins a line.
     *
     * @param points pairs of x and y in pixels
     * @param tolerance by how many pixels the line may be off
     * @return those that are left, ends among them
     */
    static List<double[]> thinned(List<double[]> points, double tolerance) {
        if (points.size() < 3) {
            return points;
        }
        boolean[] kept = new boolean[points.size()];
        kept[0] = true;
        kept[points.size() - 1] = true;
        List<int[]> open = new ArrayList<>(List.of(new int[] {0, points.size() - 1}));
        while (!open.isEmpty()) {
            int[] part = open.remove(open.size() - 1);
            int farthest = farthest(points, part[0], part[1], tolerance);
            if (farthest > 0) {
                kept[farthest] = true;
                open.add(new int[] {part[0], farthest});
                open.add(new int[] {farthest, part[1]});
            }
        }
        List<double[]> left = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                left.add(points.get(i));
            }
        }
        return left;
    }

    private static int farthest(List<double[]> points, int from, int to, double tolerance) {
        double most = tolerance;
        int farthest = 0;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(points.get(i), points.get(from), points.get(to));
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double distance(double[] point, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / square;
        double share = Math.max(0, Math.min(1, along));
        double x = point[0] - from[0] - share * dx;
        double y = point[1] - from[1] - share * dy;
        return Math.sqrt(x * x + y * y);
    }

    /** Adds a thinned line to a path. */
    static void draw(PathData path, List<double[]> points) {
        connect(path, thinned(points, OF_LINE));
    }

    /** Adds the closed area between two lines to a path. */
    static void band(PathData path, List<double[]> upper, List<double[]> lower) {
        List<double[]> around = new ArrayList<>(thinned(upper, OF_BAND));
        List<double[]> back = new ArrayList<>(thinned(lower, OF_BAND));
        Collections.reverse(back);
        around.addAll(back);
        connect(path, around);
        path.close();
    }

    private static void connect(PathData path, List<double[]> points) {
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            if (i == 0) {
                path.move(point[0], point[1]);
            } else {
                path.line(point[0], point[1]);
            }
        }
    }
}
