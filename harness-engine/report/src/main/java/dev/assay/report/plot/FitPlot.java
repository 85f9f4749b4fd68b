package dev.assay.report.plot;

import dev.assay.result.PlotData.Fit;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Predicted against true numbers, and what is left over. */
final class FitPlot {

    private static final double HEIGHT = 260;

    /** So many points say their numbers. */
    private static final int TOLD = 5;

    private final String candidate;
    private final Fit fit;
    private final List<Integer> rows;
    private final List<Integer> worst;

    private FitPlot(String candidate, Fit fit) {
        this.candidate = candidate;
        this.fit = fit;
        this.rows = IntStream.range(
                        0, Math.min(fit.truth().size(), fit.predicted().size()))
                .filter(row -> Double.isFinite(fit.truth().get(row))
                        && Double.isFinite(fit.predicted().get(row)))
                .boxed()
                .toList();
        this.worst = rows.stream()
                .sorted(Comparator.comparingDouble(row -> -Math.abs(residual(row))))
                .limit(TOLD)
                .toList();
    }

    /** Draws both, unless numbers aren't predicted. */
    static List<Figure> of(Result one) {
        Fit fit = one.plots().fit();
        if (fit == null || fit.truth().isEmpty()) {
            return List.of();
        }
        FitPlot plot = new FitPlot(one.candidate(), fit);
        return List.of(plot.drawPredicted(), plot.drawResiduals());
    }

    private double residual(int row) {
        return fit.predicted().get(row) - fit.truth().get(row);
    }

    private String subtitle(String line) {
        String some =
                rows.size() < fit.examples() ? rows.size() + " of " + fit.examples() + " rows" : rows.size() + " rows";
        return candidate + ". " + some + ", evenly spread over the truth. Dashed: " + line + ".";
    }

    private Figure drawPredicted() {
        String title = "Predicted against true";
        Canvas canvas = new Canvas("fit--" + Slug.of(candidate), title, subtitle("predicted as it is"));
        List<Double> values = new ArrayList<>(fit.truth());
        values.addAll(fit.predicted());
        Domain both = Domain.around(values);
        Axes axes = Axes.of(canvas, both, "true", both, "predicted", HEIGHT);
        Scale x = axes.x();
        Scale y = axes.y();
        PathData diagonal = new PathData().move(x.start(), y.start()).line(x.end(), y.end());
        canvas.axis(diagonal, "stroke-dasharray=\"3 3\"", "predicted as it is");
        drawPoints(
                canvas,
                rows.stream()
                        .map(row -> new double[] {
                            x.at(fit.truth().get(row)), y.at(fit.predicted().get(row))
                        })
                        .toList());
        return canvas.finish(alternative(title));
    }

    private Figure drawResiduals() {
        String title = "Residuals";
        Canvas canvas = new Canvas("residuals--" + Slug.of(candidate), title, subtitle("no error"));
        List<Double> residuals =
                new ArrayList<>(rows.stream().map(this::residual).toList());
        residuals.add(0.0);
        Axes axes = Axes.of(
                canvas,
                Domain.around(fit.predicted()),
                "predicted",
                Domain.around(residuals),
                "predicted less true",
                HEIGHT * 0.7);
        Scale x = axes.x();
        Scale y = axes.y();
        canvas.axis(
                new PathData().move(x.start(), y.at(0)).line(x.end(), y.at(0)), "stroke-dasharray=\"3 3\"", "no error");
        drawPoints(
                canvas,
                rows.stream()
                        .map(row -> new double[] {x.at(fit.predicted().get(row)), y.at(residual(row))})
                        .toList());
        return canvas.finish(alternative(title));
    }

    /** Draws all points as one path, which is short, and the worst above it. */
    private void drawPoints(Canvas canvas, List<double[]> points) {
        canvas.open("stroke=\"" + Series.BLUE + "\" stroke-width=\"4\" stroke-linecap=\"round\"");
        PathData all = new PathData();
        points.forEach(point -> all.dot(point[0], point[1]));
        canvas.path(all, "stroke-opacity=\".45\"", "");
        for (int row : worst) {
            double[] point = points.get(rows.indexOf(row));
            canvas.path(
                    new PathData().dot(point[0], point[1]),
                    "",
                    "true " + Num.value(fit.truth().get(row)) + ", predicted "
                            + Num.value(fit.predicted().get(row)));
        }
        canvas.close();
    }

    private String alternative(String title) {
        List<Double> sorted = rows.stream().map(this::residual).sorted().toList();
        if (sorted.isEmpty()) {
            return title + " of " + candidate + ": no row has finite numbers.";
        }
        return title + " of " + candidate + ". Predicted less true goes from " + Num.value(sorted.get(0)) + " to "
                + Num.value(sorted.get(sorted.size() - 1)) + ", the median is "
                + Num.value(sorted.get(sorted.size() / 2)) + "; " + rows.size() + " of " + fit.examples()
                + " rows are drawn.";
    }
}
