package dev.assay.report.plot;

import dev.assay.report.plot.Canvas.Anchor;
import dev.assay.result.Result;
import dev.assay.result.Result.Confusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The confusion matrix: counts, and shaded by the share of each row. */
final class ConfusionPlot {

    private static final double WIDEST_CELL = 110;
    private static final double LABELS = 112;
    private static final double UPRIGHT = 92;
    private static final double LEAST_FOR_SHARE = 44;
    private static final double LEAST_FOR_LINES = 64;
    private static final int LINES = 3;

    /** Darker, a number would be hard to read. */
    private static final double DARKEST = 0.8;

    /** Paler, a cell would look empty. */
    private static final double PALEST = 0.03;

    private final Canvas canvas;
    private final ConfusionCounts counts;
    private final double left;
    private final double cell;
    private final double height;

    private ConfusionPlot(Canvas canvas, ConfusionCounts counts) {
        this.canvas = canvas;
        this.counts = counts;
        double widest = counts.labels().stream()
                .mapToDouble(label -> TextWidth.of(label, Canvas.SIZE))
                .max()
                .orElse(0);
        double room = Math.max(TextWidth.of("true", Canvas.SMALL), Math.min(LABELS, widest));
        this.left = Math.ceil(Canvas.EDGE + room + 6);
        // whole pixels make short paths
        this.cell = Math.floor(Math.min(WIDEST_CELL, (Canvas.WIDTH - Canvas.EDGE - left) / counts.size()));
        this.height = Math.rint(Math.max(20, Math.min(cell * 0.8, 46)));
    }

    /** Draws the matrix, unless there is none. */
    static Optional<Figure> of(Result one) {
        Confusion confusion = one.confusion();
        if (confusion == null || confusion.labels().isEmpty()) {
            return Optional.empty();
        }
        ConfusionCounts counts = ConfusionCounts.of(confusion);
        int repeats = one.resampling().repeats();
        String subtitle = one.candidate() + ". Rows are the truth, columns what was predicted"
                + (repeats > 1 ? "; mean of " + repeats + " repeats" : "") + ". Shaded by the share of the row."
                + counts.remark();
        Canvas canvas = new Canvas("confusion--" + Slug.of(one.candidate()), "Confusion matrix", subtitle);
        return Optional.of(new ConfusionPlot(canvas, counts).draw(one.candidate()));
    }

    private Figure draw(String candidate) {
        double middle = left + cell * counts.size() / 2;
        canvas.dim(middle, canvas.bottom() + 12, Anchor.MIDDLE, cell * counts.size(), "predicted");
        canvas.extendTo(canvas.bottom() + 15);
        drawColumnLabels();
        double top = canvas.bottom() + 3;
        canvas.dim(left - 6, top - 6, Anchor.END, LABELS, "true");
        drawRowLabels(top);
        drawCells(top, true);
        drawCells(top, false);
        drawGrid(top);
        canvas.extendTo(top + counts.size() * height + 2);
        return canvas.finish(alternative(candidate));
    }

    private void drawColumnLabels() {
        TextFit fit = TextFit.of(Canvas.SMALL, cell - 8);
        boolean across =
                cell >= LEAST_FOR_LINES || counts.labels().stream().allMatch(label -> fit.showsWords(label, 2));
        if (across) {
            int most = counts.labels().stream()
                    .mapToInt(label -> fit.lines(label, LINES).size())
                    .max()
                    .orElse(1);
            for (int column = 0; column < counts.size(); column++) {
                String label = counts.labels().get(column);
                List<String> lines = fit.lines(label, LINES);
                double last = canvas.bottom() + 12 * most - 1;
                canvas.dims(left + (column + 0.5) * cell, last, Anchor.MIDDLE, lines, label);
            }
            canvas.extendTo(canvas.bottom() + 12 * most + 3);
            return;
        }
        double length = counts.labels().stream()
                .mapToDouble(label -> Math.min(UPRIGHT, TextWidth.of(label, Canvas.SMALL)))
                .max()
                .orElse(0);
        double foot = canvas.bottom() + length + 4;
        for (int column = 0; column < counts.size(); column++) {
            canvas.upwards(
                    left + (column + 0.5) * cell + 3.5,
                    foot,
                    length,
                    counts.labels().get(column));
        }
        canvas.extendTo(foot + 1);
    }

    private void drawRowLabels(double top) {
        double width = left - 6 - Canvas.EDGE;
        int most = (int) Math.max(1, height / 13);
        for (int row = 0; row < counts.size(); row++) {
            String label = counts.labels().get(row);
            double middle = top + (row + 0.5) * height + 4;
            canvas.texts(
                    left - 6, middle, Anchor.END, TextFit.of(Canvas.SIZE, width).lines(label, most), label);
        }
    }

    /** Draws the cells on the diagonal or those beside it, which have a colour in common. */
    private void drawCells(double top, boolean diagonal) {
        canvas.open("fill=\"" + (diagonal ? Series.BLUE : Series.VERMILLION) + "\" fill-opacity=\"" + PALEST + "\"");
        for (int row = 0; row < counts.size(); row++) {
            for (int column = 0; column < counts.size(); column++) {
                if (diagonal == (row == column) && counts.at(row, column) != 0) {
                    drawCell(row, column, top);
                }
            }
        }
        canvas.close();
    }

    private void drawCell(int row, int column, double top) {
        double count = counts.at(row, column);
        double x = left + column * cell;
        double y = top + row * height;
        double share = counts.share(row, column);
        String opacity = Num.share(share * DARKEST);
        canvas.path(
                new PathData().rectangle(x, y, cell, height),
                share * DARKEST <= PALEST ? "" : "fill-opacity=\"" + opacity + "\"",
                brief(row) + " as " + brief(column) + ": " + Num.count(count) + ", " + Num.percent(share));
        boolean both = cell >= LEAST_FOR_SHARE && height >= 30;
        double middle = x + cell / 2;
        note(middle, y + height / 2 + (both ? -2 : 3.5), Num.count(count), shortened(count));
        if (both) {
            note(
                    middle,
                    y + height / 2 + 11,
                    Num.percent(share),
                    Num.percent(share).replace(" ", ""));
        }
    }

    /** Returns a label, shortened so that many tooltips stay small; it stands in full beside the matrix. */
    private String brief(int label) {
        return TextFit.of(Canvas.SMALL, LABELS).line(counts.labels().get(label));
    }

    private void note(double x, double baseline, String text, String shorter) {
        for (String shown : List.of(text, shorter)) {
            if (TextWidth.of(shown, Canvas.SMALL) <= cell - 1) {
                canvas.note(x, baseline, shown);
                return;
            }
        }
    }

    private static String shortened(double count) {
        if (count >= 1_000_000) {
            return Math.round(count / 1_000_000) + "M";
        }
        return count >= 1000 ? Math.round(count / 1000) + "k" : Long.toString(Math.round(count));
    }

    private void drawGrid(double top) {
        double right = left + counts.size() * cell;
        double bottom = top + counts.size() * height;
        for (int i = 0; i <= counts.size(); i++) {
            canvas.grid(left, top + i * height, right, top + i * height);
            canvas.grid(left + i * cell, top, left + i * cell, bottom);
        }
    }

    private String alternative(String candidate) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < counts.size(); row++) {
            double right = counts.share(row, row);
            rows.add("Of " + Num.count(counts.sum(row)) + " "
                    + Words.quoted(counts.labels().get(row)) + ", "
                    + Num.count(counts.at(row, row)) + " were predicted so"
                    + (Double.isNaN(right) ? "" : " (" + Num.percent(right) + ")") + ".");
        }
        return "Confusion matrix of " + candidate + ". " + Words.few(rows, 10, " ") + confusions();
    }

    private String confusions() {
        List<String> worst = counts.confusions().stream()
                .limit(3)
                .map(place -> Num.count(counts.at(place[0], place[1])) + " "
                        + Words.quoted(counts.labels().get(place[0])) + " as "
                        + Words.quoted(counts.labels().get(place[1])))
                .toList();
        return worst.isEmpty() ? " No confusions." : " Most confused: " + String.join("; ", worst) + ".";
    }
}
