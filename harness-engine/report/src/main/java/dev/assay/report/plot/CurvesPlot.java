package dev.assay.report.plot;

import dev.assay.result.PlotData.Curve;
import dev.assay.result.PlotData.LabelCurves;
import dev.assay.result.PlotData.ScoreHistogram;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** ROC and precision-recall curves of candidates on one label, with bands. */
final class CurvesPlot {

    private static final double HEIGHT = 270;

    private final String label;
    private final String remark;
    private final List<Line> lines;
    private final Kind kind;

    private CurvesPlot(String label, String remark, List<Line> lines, Kind kind) {
        this.label = label;
        this.remark = remark;
        this.lines = lines;
        this.kind = kind;
    }

    private enum Kind {
        ROC("roc", "ROC curve", "area under the curve", "false positive rate", "true positive rate"),
        PRECISION_RECALL("precision-recall", "Precision and recall", "average precision", "recall", "precision");

        private final String slug;
        private final String title;
        private final String summary;
        private final String across;
        private final String up;

        Kind(String slug, String title, String summary, String across, String up) {
            this.slug = slug;
            this.title = title;
            this.summary = summary;
            this.across = across;
            this.up = up;
        }

        Curve curve(LabelCurves curves) {
            return this == ROC ? curves.roc() : curves.precisionRecall();
        }

        @Nullable
        Double area(LabelCurves curves) {
            return this == ROC ? curves.rocArea() : curves.averagePrecision();
        }
    }

    private record Line(
            String candidate,
            Series series,
            Curve curve,
            @Nullable Double area) {}

    /** Draws the ROC and the precision-recall curves of a label. */
    static List<Figure> of(List<Result> results, LabelChoice.Chosen chosen) {
        List<Figure> figures = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Line> lines = lines(results, chosen.label(), kind);
            if (!lines.isEmpty()) {
                CurvesPlot plot = new CurvesPlot(chosen.label(), chosen.remark(), lines, kind);
                figures.add(plot.draw(prevalence(results, chosen.label())));
            }
        }
        return figures;
    }

    private static List<Line> lines(List<Result> all, String label, Kind kind) {
        List<Result> results = Candidates.best(all, Series.MOST);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Series series = Series.of(i);
            String candidate = results.get(i).candidate();
            curves(results.get(i), label)
                    .filter(curves -> !kind.curve(curves).x().isEmpty())
                    .ifPresent(curves -> lines.add(new Line(candidate, series, kind.curve(curves), kind.area(curves))));
        }
        return lines;
    }

    private static Optional<LabelCurves> curves(Result result, String label) {
        return result.plots().curves().stream()
                .filter(curves -> curves.label().equals(label))
                .findFirst();
    }

    /** Returns how frequent the label is, which is the precision of a model that knows nothing; NaN if that can't be told. */
    private static double prevalence(List<Result> results, String label) {
        return results.stream()
                .flatMap(result -> result.plots().scores().stream())
                .filter(scores -> scores.label().equals(label))
                .findFirst()
                .map(CurvesPlot::prevalence)
                .orElse(Double.NaN);
    }

    private static double prevalence(ScoreHistogram scores) {
        double have = scores.have().stream().mapToDouble(Integer::doubleValue).sum();
        double others =
                scores.others().stream().mapToDouble(Integer::doubleValue).sum();
        return have / (have + others);
    }

    private Figure draw(double prevalence) {
        String title = kind.title + " of " + Words.quoted(label);
        Canvas canvas = new Canvas(kind.slug + "--" + Slug.of(label), title, subtitle());
        Legend.draw(canvas, lines.stream().map(CurvesPlot::entry).toList());
        Axes axes = Axes.of(canvas, Domain.UNIT, kind.across, Domain.UNIT, kind.up, HEIGHT);
        drawReference(canvas, axes, prevalence);
        lines.forEach(line -> drawBand(canvas, axes, line));
        lines.forEach(line -> drawLine(canvas, axes, line));
        return canvas.finish(alternative(title));
    }

    private static Legend.Entry entry(Line line) {
        return new Legend.Entry(line.series(), Legend.Kind.LINE, line.candidate(), Words.value(line.area()));
    }

    private String subtitle() {
        return remark + "Numbers: " + kind.summary + "."
                + bands().map(band -> " Bands: " + band + ".").orElse("");
    }

    private Optional<String> bands() {
        return lines.stream()
                .map(line -> line.curve().band())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void drawReference(Canvas canvas, Axes axes, double prevalence) {
        PathData path = new PathData();
        Scale x = axes.x();
        Scale y = axes.y();
        String dashed = "stroke-dasharray=\"3 3\"";
        if (kind == Kind.ROC) {
            canvas.axis(path.move(x.at(0), y.at(0)).line(x.at(1), y.at(1)), dashed, "by chance");
        } else if (Double.isFinite(prevalence)) {
            path.move(x.at(0), y.at(prevalence)).line(x.at(1), y.at(prevalence));
            canvas.axis(path, dashed, "by chance: " + Num.value(prevalence) + " have the label");
        }
    }

    private static void drawBand(Canvas canvas, Axes axes, Line line) {
        List<Double> lower = line.curve().lower();
        List<Double> upper = line.curve().upper();
        if (lower == null || upper == null || lower.isEmpty()) {
            return;
        }
        PathData path = new PathData();
        Curves.band(
                path,
                points(axes, line.curve().x(), upper),
                points(axes, line.curve().x(), lower));
        canvas.path(path, line.series().fill(canvas) + " fill-opacity=\".13\"", "");
    }

    private static void drawLine(Canvas canvas, Axes axes, Line line) {
        PathData path = new PathData();
        Curves.draw(path, points(axes, line.curve().x(), line.curve().y()));
        String attributes =
                line.series().stroke(canvas) + " fill=\"none\" stroke-width=\"1.8\" stroke-linejoin=\"round\""
                        + line.series().dashes();
        canvas.path(path, attributes, line.candidate() + ": " + Words.value(line.area()));
    }

    private static List<double[]> points(Axes axes, List<Double> x, List<Double> y) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
            points.add(new double[] {axes.x().at(x.get(i)), axes.y().at(y.get(i))});
        }
        return points;
    }

    private String alternative(String title) {
        Function<Line, String> words = line -> line.candidate() + " " + Words.value(line.area());
        return title + ": " + kind.up + " over " + kind.across + ". " + remark + "The " + kind.summary + " is: "
                + Words.few(lines.stream().map(words).toList(), Series.MOST, "; ") + "."
                + bands().map(band -> " Bands show " + band + ".").orElse("");
    }
}
