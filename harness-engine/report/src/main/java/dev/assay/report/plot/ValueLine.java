package dev.assay.report.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line through values with a band around it; where a value is undefined, both are interrupted. */
final class ValueLine {

    private final Axes axes;
    private final Series series;
    private final String name;
    private final List<Point> points = new ArrayList<>();

    ValueLine(Axes axes, Series series, String name) {
        this.axes = axes;
        this.series = series;
        this.name = name;
    }

    private record Point(
            double x,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            String tooltip) {

        boolean hasValue() {
            return value != null && Double.isFinite(value);
        }

        boolean hasBand() {
            return lower != null && upper != null && Double.isFinite(lower) && Double.isFinite(upper);
        }
    }

    /** Adds a point. */
    void add(double x, @Nullable Double value, @Nullable Double lower, @Nullable Double upper, String tooltip) {
        points.add(new Point(x, value, lower, upper, tooltip));
    }

    /** Draws the band. */
    void drawBand(Canvas canvas) {
        PathData band = new PathData();
        List<double[]> upper = new ArrayList<>();
        List<double[]> lower = new ArrayList<>();
        for (Point point : points) {
            Double low = point.lower();
            Double high = point.upper();
            if (point.hasBand() && low != null && high != null) {
                upper.add(new double[] {axes.x().at(point.x()), axes.y().at(high)});
                lower.add(new double[] {axes.x().at(point.x()), axes.y().at(low)});
            } else {
                close(band, upper, lower);
            }
        }
        close(band, upper, lower);
        canvas.path(band, series.fill(canvas) + " fill-opacity=\".13\"", "");
    }

    private static void close(PathData band, List<double[]> upper, List<double[]> lower) {
        if (upper.size() > 1) {
            Curves.band(band, upper, lower);
        } else if (upper.size() == 1) {
            double x = upper.get(0)[0];
            band.rectangle(x - 3, upper.get(0)[1], 6, lower.get(0)[1] - upper.get(0)[1]);
        }
        upper.clear();
        lower.clear();
    }

    /** Draws the line and its points. */
    void draw(Canvas canvas) {
        PathData line = new PathData();
        boolean drawing = false;
        for (Point point : points) {
            Double value = point.value();
            if (value == null || !Double.isFinite(value)) {
                drawing = false;
                continue;
            }
            double x = axes.x().at(point.x());
            double y = axes.y().at(value);
            if (drawing) {
                line.line(x, y);
            } else {
                line.move(x, y);
            }
            drawing = true;
        }
        canvas.path(line, series.stroke(canvas) + " fill=\"none\" stroke-width=\"1.8\"" + series.dashes(), name);
        double radius = points.size() > 20 ? 2.5 : 3.5;
        for (Point point : points) {
            Double value = point.value();
            if (value != null && point.hasValue()) {
                series.point(canvas, axes.x().at(point.x()), axes.y().at(value), radius, point.tooltip());
            }
        }
    }
}
