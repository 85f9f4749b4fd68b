package dev.assay.report.plot;

import dev.assay.report.plot.Canvas.Anchor;
import dev.assay.result.Result;
import dev.assay.result.Result.IntervalEntry;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.MetricEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The headline metric of each candidate: a box and a point for each fold, and beneath them the value with its interval. */
final class FoldsPlot {

    private static final int MOST = 20;
    private static final int LEAST_FOR_BOX = 4;
    private static final double ROW = 56;
    private static final double LINE = 13;

    private final String metric;
    private final List<Row> rows;
    private final int candidates;

    private FoldsPlot(String metric, List<Row> rows, int candidates) {
        this.metric = metric;
        this.rows = rows;
        this.candidates = candidates;
    }

    private record Row(String candidate, Series series, MetricEntry metric, List<Fold> folds, List<Gate> gates) {

        List<Double> defined() {
            return folds.stream().map(Fold::value).sorted().toList();
        }

        String numbers() {
            Double value = metric.value();
            if (value == null) {
                return "undefined";
            }
            IntervalEntry interval = metric.interval();
            Double lower = interval.lower();
            Double upper = interval.upper();
            return Num.value(value) + (lower == null || upper == null ? "" : " " + Num.interval(lower, upper));
        }
    }

    private record Fold(String place, double value) {}

    private record Gate(double threshold, String criterion) {}

    /** Draws the plot, unless there is no candidate with a metric. */
    static Optional<Figure> of(List<Result> all) {
        List<Result> results = Candidates.best(all, MOST);
        Optional<MetricEntry> headline = results.stream()
                .flatMap(result -> Candidates.headline(result).stream())
                .findFirst();
        return headline.map(entry -> new FoldsPlot(entry.name(), rows(results, entry.name()), all.size()).draw());
    }

    private static List<Row> rows(List<Result> results, String metric) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            Series series = Series.of(results.size() > Series.MOST ? 0 : i);
            Candidates.metric(result, metric)
                    .ifPresent(entry -> rows.add(
                            new Row(result.candidate(), series, entry, folds(result, entry), gates(result, metric))));
        }
        return rows;
    }

    private static List<Fold> folds(Result result, MetricEntry entry) {
        List<@Nullable Double> values = entry.folds();
        int repeats = Math.max(1, result.resampling().repeats());
        int each = values.size() % repeats == 0 ? Math.max(1, values.size() / repeats) : Math.max(1, values.size());
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null && Double.isFinite(value)) {
                String repeat = repeats > 1 ? "repeat " + (i / each + 1) + ", " : "";
                folds.add(new Fold(repeat + "fold " + (i % each + 1), value));
            }
        }
        return folds;
    }

    /** Returns the demands on the value itself, not those on parts of the data. */
    private static List<Gate> gates(Result result, String metric) {
        return result.judgements().stream()
                .filter(judgement -> judgement.metric().equals(metric)
                        && judgement.criterion().startsWith(metric + " to be at "))
                .flatMap(judgement -> gate(judgement).stream())
                .distinct()
                .toList();
    }

    private static Optional<Gate> gate(JudgementEntry judgement) {
        Double threshold = judgement.threshold();
        return threshold == null || !Double.isFinite(threshold)
                ? Optional.empty()
                : Optional.of(new Gate(threshold, judgement.criterion()));
    }

    private Figure draw() {
        String title = "Folds by " + metric;
        boolean boxes = rows.stream().anyMatch(row -> row.folds().size() >= LEAST_FOR_BOX);
        String subtitle = Candidates.left(candidates, rows.size())
                + "Points: folds." + (boxes ? " Box: quartiles." : "") + " Diamond: value, with 95 % interval."
                + gates();
        Canvas canvas = new Canvas("folds", title, subtitle);
        Scale x = domain().onto(Canvas.EDGE + 6, Canvas.WIDTH - Canvas.EDGE - 6);
        double top = canvas.bottom() + 2;
        double y = top;
        for (Row row : rows) {
            double lane = y + NamedNumbers.draw(canvas, y, row.candidate(), row.numbers());
            draw(canvas, x, row, lane);
            y = lane + ROW - LINE;
        }
        Axes.across(canvas, x, top, y, metric);
        return canvas.finish(alternative(title));
    }

    private String gates() {
        List<String> thresholds = rows.stream()
                .flatMap(row -> row.gates().stream())
                .map(gate -> Num.value(gate.threshold()))
                .distinct()
                .toList();
        return thresholds.isEmpty() ? "" : " Dashed: gate at " + Words.few(thresholds, 3, " and ") + ".";
    }

    private Domain domain() {
        List<Double> values = new ArrayList<>();
        for (Row row : rows) {
            values.addAll(row.defined());
            row.gates().forEach(gate -> values.add(gate.threshold()));
            IntervalEntry interval = row.metric().interval();
            List<@Nullable Double> others = new ArrayList<>();
            others.add(row.metric().value());
            others.add(interval.lower());
            others.add(interval.upper());
            others.stream().filter(Objects::nonNull).forEach(values::add);
        }
        return Domain.around(values).withinUnit(values);
    }

    private void draw(Canvas canvas, Scale x, Row row, double top) {
        String undefined = row.metric().undefined();
        if (row.folds().isEmpty() && row.metric().value() == null) {
            canvas.dim(x.start(), top + 20, Anchor.START, x.end() - x.start(), undefined == null ? "" : undefined);
            return;
        }
        drawGates(canvas, x, row, top + 4);
        double middle = top + 14;
        if (row.folds().size() >= LEAST_FOR_BOX) {
            drawBox(canvas, x, row, middle);
        }
        drawFolds(canvas, x, row, middle);
        drawValue(canvas, x, row, top + 30);
    }

    private static void drawGates(Canvas canvas, Scale x, Row row, double top) {
        for (Gate gate : row.gates()) {
            double at = x.at(gate.threshold());
            String attributes = "stroke=\"" + Series.INK + "\"" + canvas.classOf("s")
                    + " stroke-width=\"1.5\" stroke-dasharray=\"4 2\"";
            canvas.path(new PathData().move(at, top).line(at, top + 32), attributes, gate.criterion());
        }
    }

    private static void drawBox(Canvas canvas, Scale x, Row row, double middle) {
        Box box = Box.of(row.defined());
        PathData path =
                new PathData().rectangle(x.at(box.lower()), middle - 7, x.at(box.upper()) - x.at(box.lower()), 14);
        path.move(x.at(box.median()), middle - 7).line(x.at(box.median()), middle + 7);
        path.move(x.at(box.least()), middle).line(x.at(box.lower()), middle);
        path.move(x.at(box.upper()), middle).line(x.at(box.greatest()), middle);
        canvas.path(
                path,
                row.series().outlined(canvas) + " fill-opacity=\".12\"",
                "median " + Num.value(box.median()) + ", quartiles " + Num.value(box.lower()) + " and "
                        + Num.value(box.upper()));
    }

    private static void drawFolds(Canvas canvas, Scale x, Row row, double middle) {
        canvas.open(row.series().stroke(canvas) + " stroke-width=\"5\" stroke-linecap=\"round\" stroke-opacity=\".7\"");
        for (int i = 0; i < row.folds().size(); i++) {
            Fold fold = row.folds().get(i);
            // a fixed pattern that keeps neighbours apart
            double shift = row.folds().size() == 1 ? 0 : (i * 5 % 9 - 4) * 1.3;
            canvas.path(
                    new PathData().dot(x.at(fold.value()), middle + shift),
                    "",
                    fold.place() + ": " + Num.value(fold.value()));
        }
        canvas.close();
    }

    private static void drawValue(Canvas canvas, Scale x, Row row, double y) {
        Double value = row.metric().value();
        Double lower = row.metric().interval().lower();
        Double upper = row.metric().interval().upper();
        if (lower != null && upper != null) {
            PathData path = new PathData().move(x.at(lower), y).line(x.at(upper), y);
            path.move(x.at(lower), y - 3)
                    .line(x.at(lower), y + 3)
                    .move(x.at(upper), y - 3)
                    .line(x.at(upper), y + 3);
            canvas.path(path, row.series().stroke(canvas) + " stroke-width=\"1.6\"", "95 % interval " + row.numbers());
        }
        if (value != null && Double.isFinite(value)) {
            PathData diamond = Series.Marker.DIAMOND.at(x.at(value), y, 4);
            canvas.path(diamond, row.series().fill(canvas), "value " + row.numbers());
        }
    }

    private String alternative(String title) {
        return title + ". " + Candidates.left(candidates, rows.size())
                + Words.few(rows.stream().map(FoldsPlot::words).toList(), 8, " ");
    }

    private static String words(Row row) {
        List<Double> defined = row.defined();
        int undefined = row.metric().folds().size() - defined.size();
        String folds = defined.isEmpty()
                ? "no fold has a value"
                : Words.count(defined.size(), "fold") + " from " + Num.value(defined.get(0)) + " to "
                        + Num.value(defined.get(defined.size() - 1));
        String gates = row.gates().isEmpty()
                ? ""
                : "; gate at "
                        + String.join(
                                " and ",
                                row.gates().stream()
                                        .map(gate -> Num.value(gate.threshold()))
                                        .toList());
        return row.candidate() + ": " + row.numbers() + ", " + folds
                + (undefined > 0 && !defined.isEmpty() ? ", " + undefined + " undefined" : "") + gates + ".";
    }

    /** The five numbers of a box; quartiles lie between values as those of R's type 7 do. */
    private record Box(double least, double lower, double median, double upper, double greatest) {

        static Box of(List<Double> sorted) {
            double lower = quantile(sorted, 0.25);
            double upper = quantile(sorted, 0.75);
            double reach = 1.5 * (upper - lower);
            double least = sorted.stream()
                    .filter(value -> value >= lower - reach)
                    .findFirst()
                    .orElse(lower);
            double greatest = sorted.stream()
                    .filter(value -> value <= upper + reach)
                    .reduce((first, second) -> second)
                    .orElse(upper);
            return new Box(Math.min(least, lower), lower, quantile(sorted, 0.5), upper, Math.max(greatest, upper));
        }

        private static double quantile(List<Double> sorted, double share) {
            double at = share * (sorted.size() - 1);
            int below = (int) at;
            int above = Math.min(below + 1, sorted.size() - 1);
            return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
        }
    }
}
