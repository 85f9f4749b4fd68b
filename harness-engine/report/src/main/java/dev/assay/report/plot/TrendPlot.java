package dev.assay.report.plot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a metric changed over builds. */
public final class TrendPlot {

    private static final int MOST_BUILDS = 60;
    private static final double HEIGHT = 200;

    private final String subject;
    private final String metric;
    private final List<String> builds;
    private final List<Line> lines;
    private final String remark;

    private TrendPlot(String subject, String metric, List<String> builds, List<Line> lines, String remark) {
        this.subject = subject;
        this.metric = metric;
        this.builds = builds;
        this.lines = lines;
        this.remark = remark;
    }

    /**
     * A candidate.
     *
     * @param candidate its name
     * @param points one for each build
     */
    public record Line(String candidate, List<Point> points) {}

    /**
     * A value with its interval and the threshold of a gate, each perhaps null.
     *
     * @param value the value
     * @param lower the lower end
     * @param upper the upper end
     * @param threshold the threshold
     */
    public record Point(
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double threshold) {}

    /** Draws the last builds, and as many candidates as can be told apart. */
    public static Figure of(String name, String subject, String metric, List<String> builds, List<Line> lines) {
        int from = Math.max(0, builds.size() - MOST_BUILDS);
        List<Line> drawn = lines.subList(0, Math.min(Series.MOST, lines.size())).stream()
                .map(line -> new Line(
                        line.candidate(),
                        line.points().subList(from, line.points().size())))
                .toList();
        String remark = (from == 0 ? "" : "The last " + MOST_BUILDS + " of " + builds.size() + " builds. ")
                + (drawn.size() == lines.size()
                        ? ""
                        : "The first " + drawn.size() + " of " + lines.size() + " candidates. ");
        return new TrendPlot(subject, metric, builds.subList(from, builds.size()), drawn, remark).draw(name);
    }

    private Figure draw(String name) {
        String title = metric + " over builds";
        boolean bands = lines.stream().flatMap(line -> line.points().stream()).anyMatch(point -> point.lower() != null);
        boolean gates =
                lines.stream().flatMap(line -> line.points().stream()).anyMatch(point -> point.threshold() != null);
        String subtitle = (subject.isEmpty() ? "" : subject + ". ") + remark + (bands ? "Bands: intervals. " : "")
                + (gates ? "Thin dashes: gate. " : "") + "Numbers: last value.";
        Canvas canvas = new Canvas(name, title, subtitle);
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            entries.add(new Legend.Entry(
                    Series.of(i), Legend.Kind.POINTED_LINE, lines.get(i).candidate(), Words.value(last(lines.get(i)))));
        }
        Legend.draw(canvas, entries);
        Ticks ticks = Ticks.of(domain(), 5);
        Domain across = new Domain(-0.3, Math.max(0, builds.size() - 1) + 0.3);
        Axes axes = Axes.upOnly(canvas, across, domain(), ticks, Axes.leftOf(ticks), "", HEIGHT);
        List<ValueLine> drawn = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            drawGate(canvas, axes, Series.of(i), lines.get(i));
            drawn.add(line(axes, Series.of(i), lines.get(i)));
        }
        drawn.forEach(line -> line.drawBand(canvas));
        drawn.forEach(line -> line.draw(canvas));
        drawBuilds(canvas, axes);
        return canvas.finish(alternative(title));
    }

    private Domain domain() {
        List<Double> values = lines.stream()
                .flatMap(line -> line.points().stream())
                .flatMap(point -> Stream.of(point.value(), point.lower(), point.upper(), point.threshold())
                        .filter(Objects::nonNull))
                .toList();
        return Domain.around(values).withinUnit(values);
    }

    private static @Nullable Double last(Line line) {
        return line.points().isEmpty()
                ? null
                : line.points().get(line.points().size() - 1).value();
    }

    private ValueLine line(Axes axes, Series series, Line line) {
        ValueLine drawn = new ValueLine(axes, series, line.candidate());
        for (int i = 0; i < line.points().size(); i++) {
            Point point = line.points().get(i);
            Double lower = point.lower();
            Double upper = point.upper();
            String interval = lower == null || upper == null ? "" : " " + Num.interval(lower, upper);
            drawn.add(
                    i,
                    point.value(),
                    lower,
                    upper,
                    line.candidate() + ", " + builds.get(i) + ": " + Words.value(point.value()) + interval);
        }
        return drawn;
    }

    private static void drawGate(Canvas canvas, Axes axes, Series series, Line line) {
        PathData path = new PathData();
        Set<String> thresholds = new LinkedHashSet<>();
        for (int i = 0; i < line.points().size(); i++) {
            Double threshold = line.points().get(i).threshold();
            if (threshold != null && Double.isFinite(threshold)) {
                double y = axes.y().at(threshold);
                path.move(axes.x().at(i - 0.5), y).line(axes.x().at(i + 0.5), y);
                thresholds.add(Num.value(threshold));
            }
        }
        String attributes = series.stroke(canvas) + " stroke-dasharray=\"4 2\"";
        canvas.path(path, attributes, "gate of " + line.candidate() + ": " + String.join(", ", thresholds));
    }

    /** Names as many builds as there is room for, the last one always. */
    private void drawBuilds(Canvas canvas, Axes axes) {
        double bottom = axes.y().start();
        canvas.axis(axes.x().start(), bottom, axes.x().end(), bottom);
        for (int step = 1; step <= builds.size(); step++) {
            List<Double> places = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int i = (builds.size() - 1) % step; i < builds.size(); i += step) {
                places.add(axes.x().at(i));
                names.add(builds.get(i));
            }
            if (!Axes.touch(places, names)) {
                places.forEach(place -> canvas.axis(place, bottom, place, bottom + 3));
                Axes.labels(canvas, places, names, bottom + 14);
                break;
            }
        }
        canvas.extendTo(bottom + 18);
    }

    private String alternative(String title) {
        List<String> words = lines.stream().map(this::words).toList();
        return title + (subject.isEmpty() ? "" : " in " + subject) + ", " + Words.count(builds.size(), "build") + ". "
                + remark + Words.few(words, Series.MOST, " ");
    }

    private String words(Line line) {
        List<Double> defined = line.points().stream()
                .map(Point::value)
                .filter(Objects::nonNull)
                .toList();
        if (defined.isEmpty()) {
            return line.candidate() + ": never defined.";
        }
        return line.candidate() + ": first " + Num.value(defined.get(0)) + ", lowest "
                + Num.value(
                        defined.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN)) + ", highest "
                + Num.value(
                        defined.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN)) + ", last "
                + Words.value(last(line)) + ".";
    }
}
