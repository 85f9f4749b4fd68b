package dev.assay.report.plot;

import dev.assay.report.plot.Canvas.Anchor;
import dev.assay.result.Result;
import dev.assay.result.Result.Confusion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Precision, recall and F1 of each label, from the confusion matrix. */
final class LabelBarsPlot {

    private static final int MOST = 20;
    private static final double BAR = 6;
    private static final double ROW = 44;
    private static final double NUMBERS = 40;

    private final String candidate;
    private final List<Row> rows;
    private final int labels;

    private LabelBarsPlot(String candidate, List<Row> rows, int labels) {
        this.candidate = candidate;
        this.rows = rows;
        this.labels = labels;
    }

    /** What is known of a label; NaN where it is undefined. */
    private record Row(String label, double precision, double recall, double f1) {

        static Row of(Confusion confusion, int label) {
            double right = confusion.counts().get(label).get(label);
            double have = 0;
            double predicted = 0;
            for (int other = 0; other < confusion.labels().size(); other++) {
                have += confusion.counts().get(label).get(other);
                predicted += confusion.counts().get(other).get(label);
            }
            return new Row(
                    confusion.labels().get(label), right / predicted, right / have, 2 * right / (have + predicted));
        }

        double badness() {
            return Double.isNaN(f1) ? -1 : f1;
        }

        List<Double> values() {
            return List.of(precision, recall, f1);
        }
    }

    private static final List<String> NAMES = List.of("precision", "recall", "F1");

    /** Draws the bars, unless labels aren't predicted. */
    static Optional<Figure> of(Result one) {
        Confusion confusion = one.confusion();
        if (confusion == null || confusion.labels().isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (int label = 0; label < confusion.labels().size(); label++) {
            rows.add(Row.of(confusion, label));
        }
        List<Row> shown = rows.size() <= MOST
                ? rows
                : rows.stream()
                        .sorted(Comparator.comparingDouble(Row::badness))
                        .limit(MOST)
                        .toList();
        return Optional.of(new LabelBarsPlot(one.candidate(), shown, rows.size()).draw());
    }

    private Figure draw() {
        String subtitle = candidate + ". From the confusion matrix."
                + (rows.size() < labels ? " The worst " + rows.size() + " of " + labels + " labels." : "");
        Canvas canvas = new Canvas("labels--" + Slug.of(candidate), "Precision, recall and F1 by label", subtitle);
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            entries.add(
                    new Legend.Entry(Series.of(i), i == 1 ? Legend.Kind.OUTLINE : Legend.Kind.AREA, NAMES.get(i), ""));
        }
        Legend.draw(canvas, entries);
        Scale x = Domain.UNIT.onto(Canvas.EDGE + 4, Canvas.WIDTH - Canvas.EDGE - NUMBERS);
        double top = canvas.bottom();
        for (int i = 0; i < NAMES.size(); i++) {
            Series series = Series.of(i);
            canvas.open(i == 1 ? series.outlined(canvas) + " fill-opacity=\".25\"" : series.fill(canvas));
            for (int row = 0; row < rows.size(); row++) {
                drawBar(canvas, x, rows.get(row), i, top + row * ROW);
            }
            canvas.close();
        }
        for (int row = 0; row < rows.size(); row++) {
            drawTexts(canvas, rows.get(row), top + row * ROW);
        }
        Axes.across(canvas, x, top, top + rows.size() * ROW + 2, "");
        return canvas.finish(alternative());
    }

    private static void drawBar(Canvas canvas, Scale x, Row row, int index, double top) {
        double value = row.values().get(index);
        if (value > 0) {
            PathData bar =
                    new PathData().rectangle(x.start(), top + 18 + index * (BAR + 2), x.at(value) - x.start(), BAR);
            canvas.path(bar, "", NAMES.get(index) + " " + Num.value(value));
        }
    }

    private static void drawTexts(Canvas canvas, Row row, double top) {
        canvas.text(Canvas.EDGE, top + 13, Anchor.START, Canvas.WIDTH - 2 * Canvas.EDGE, row.label());
        String f1 = Double.isNaN(row.f1()) ? "–" : Num.value(row.f1());
        canvas.dim(Canvas.WIDTH - Canvas.EDGE, top + 18 + 2 * (BAR + 2) + 6.5, Anchor.END, NUMBERS, f1);
    }

    private String alternative() {
        List<String> words = rows.stream()
                .map(row -> row.label() + ": precision " + Num.value(row.precision()) + ", recall "
                        + Num.value(row.recall()) + ", F1 " + Num.value(row.f1()) + ".")
                .toList();
        return "Precision, recall and F1 of each label by " + candidate + ". " + Words.few(words, 10, " ");
    }
}
