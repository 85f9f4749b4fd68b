package dev.assay.report.plot;

import dev.assay.result.PlotData.Reliability;
import dev.assay.result.PlotData.ReliabilityBin;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether probabilities are what they claim to be: a reliability diagram with a histogram of probabilities beneath. */
final class ReliabilityPlot {

    private static final double HEIGHT = 240;
    private static final double HISTOGRAM = 44;

    private final String name;
    private final String title;
    private final String remark;
    private final List<Line> lines;

    private ReliabilityPlot(String name, String title, String remark, List<Line> lines) {
        this.name = name;
        this.title = title;
        this.remark = remark;
        this.lines = lines;
    }

    private record Line(String candidate, Series series, Reliability reliability) {

        double weight() {
            return reliability.bins().stream()
                    .mapToDouble(ReliabilityBin::weight)
                    .sum();
        }
    }

    /** Draws those of all candidates over each other, unless fewer than two have probabilities. */
    static Optional<Figure> of(List<Result> all) {
        List<Result> results = Candidates.best(all, Series.MOST);
        List<Line> lines = lines(results);
        if (lines.size() < 2) {
            return Optional.empty();
        }
        String remark = Candidates.left(all.size(), results.size());
        return Optional.of(new ReliabilityPlot("reliability", title(lines), remark, lines).draw());
    }

    /** Draws that of a candidate, unless it has no probabilities. */
    static Optional<Figure> of(Result one) {
        List<Line> lines = lines(List.of(one));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReliabilityPlot(
                                "reliability--" + Slug.of(one.candidate()), title(lines), one.candidate() + ". ", lines)
                        .draw());
    }

    private static String title(List<Line> lines) {
        return "Reliability of the probability of " + lines.get(0).reliability().of();
    }

    private static List<Line> lines(List<Result> results) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Reliability reliability = results.get(i).plots().reliability();
            if (reliability != null && !reliability.bins().isEmpty()) {
                lines.add(new Line(results.get(i).candidate(), Series.of(i), reliability));
            }
        }
        return lines;
    }

    private boolean single() {
        return lines.size() == 1;
    }

    private Figure draw() {
        String subtitle = remark
                + (single()
                        ? "Expected calibration error "
                                + Num.value(lines.get(0).reliability().expectedError())
                                + ". Bars: 95 % intervals of the frequency. Beneath: share of rows."
                        : "Numbers: expected calibration error. Beneath: share of rows.");
        Canvas canvas = new Canvas(name, title, subtitle);
        if (!single()) {
            Legend.draw(canvas, lines.stream().map(ReliabilityPlot::entry).toList());
        }
        Ticks ticks = Ticks.of(Domain.UNIT, 5);
        Domain shares = new Domain(0, mostShare());
        Ticks shareTicks =
                new Ticks(List.of(0.0, shares.to()), List.of("0", Num.percent(Math.rint(shares.to() * 1000) / 1000)));
        double left = Math.max(Axes.leftOf(ticks), Axes.leftOf(shareTicks));
        Axes upper = Axes.upOnly(canvas, Domain.UNIT, Domain.UNIT, ticks, left, "how often it was true", HEIGHT);
        drawDiagonal(canvas, upper);
        lines.forEach(line -> drawLine(canvas, upper, line));
        canvas.extendTo(canvas.bottom() + 8);
        Axes lower = Axes.upOnly(canvas, Domain.UNIT, shares, shareTicks, left, "", HISTOGRAM);
        lines.forEach(line -> drawHistogram(canvas, lower, line));
        Axes.across(canvas, lower.x(), lower.y().end(), lower.y().start(), "predicted probability");
        return canvas.finish(alternative());
    }

    private static Legend.Entry entry(Line line) {
        return new Legend.Entry(
                line.series(),
                Legend.Kind.POINTED_LINE,
                line.candidate(),
                Num.value(line.reliability().expectedError()));
    }

    private double mostShare() {
        return lines.stream()
                .flatMap(line -> line.reliability().bins().stream().map(bin -> bin.weight() / line.weight()))
                .mapToDouble(Double::doubleValue)
                .filter(share -> share > 0)
                .max()
                .orElse(1);
    }

    private static void drawDiagonal(Canvas canvas, Axes axes) {
        PathData diagonal = new PathData()
                .move(axes.x().at(0), axes.y().at(0))
                .line(axes.x().at(1), axes.y().at(1));
        canvas.axis(diagonal, "stroke-dasharray=\"3 3\"", "as often as predicted");
    }

    private void drawLine(Canvas canvas, Axes axes, Line line) {
        PathData path = new PathData();
        PathData bars = new PathData();
        for (ReliabilityBin bin : line.reliability().bins()) {
            double x = axes.x().at(bin.probability());
            if (path.isEmpty()) {
                path.move(x, axes.y().at(bin.frequency()));
            } else {
                path.line(x, axes.y().at(bin.frequency()));
            }
            bars.move(x, axes.y().at(bin.lower())).line(x, axes.y().at(bin.upper()));
        }
        if (single()) {
            canvas.path(bars, line.series().stroke(canvas) + " stroke-width=\"1.4\" stroke-opacity=\".6\"", "");
        }
        String attributes = line.series().stroke(canvas) + " fill=\"none\" stroke-width=\"1.6\""
                + line.series().dashes();
        canvas.path(path, attributes, line.candidate());
        if (single()) {
            drawTold(canvas, axes, line);
        } else {
            List<double[]> points = line.reliability().bins().stream()
                    .map(bin -> new double[] {
                        axes.x().at(bin.probability()), axes.y().at(bin.frequency())
                    })
                    .toList();
            line.series().points(canvas, points, 3.5, line.candidate());
        }
    }

    /** Draws points that tell their numbers. */
    private static void drawTold(Canvas canvas, Axes axes, Line line) {
        canvas.open(line.series().stroke(canvas) + " stroke-width=\"7\" stroke-linecap=\"round\"");
        for (ReliabilityBin bin : line.reliability().bins()) {
            String tooltip = "predicted " + Num.value(bin.probability()) + ", true " + Num.value(bin.frequency()) + " "
                    + Num.interval(bin.lower(), bin.upper()) + ", " + Num.count(bin.weight()) + " rows";
            canvas.path(
                    new PathData().dot(axes.x().at(bin.probability()), axes.y().at(bin.frequency())), "", tooltip);
        }
        canvas.close();
    }

    private void drawHistogram(Canvas canvas, Axes axes, Line line) {
        PathData path = new PathData();
        double floor = axes.y().at(0);
        double end = Double.NaN;
        for (ReliabilityBin bin : line.reliability().bins()) {
            double left = axes.x().at(bin.from());
            double top = axes.y().at(bin.weight() / line.weight());
            if (left != end) {
                path.move(left, floor);
            }
            end = axes.x().at(bin.to());
            path.line(left, top).line(end, top);
            if (single() || bin.to() == 1) {
                path.line(end, floor);
            }
        }
        canvas.path(
                path,
                single()
                        ? line.series().outlined(canvas) + " fill-opacity=\".45\""
                        : line.series().stroke(canvas) + " fill=\"none\" stroke-width=\"1.2\""
                                + line.series().dashes(),
                line.candidate());
    }

    private String alternative() {
        return title + ": how often it was true over the predicted probability. "
                + (single() ? bins(lines.get(0)) : "")
                + "Expected calibration error: "
                + Words.few(
                        lines.stream()
                                .map(line -> line.candidate() + " "
                                        + Num.value(line.reliability().expectedError()))
                                .toList(),
                        Series.MOST,
                        "; ")
                + ".";
    }

    private static String bins(Line line) {
        List<String> bins = line.reliability().bins().stream()
                .map(bin -> Num.value(bin.probability()) + " was true in " + Num.percent(bin.frequency()))
                .toList();
        return "Predicted " + Words.few(bins, 10, "; ") + ". ";
    }
}
