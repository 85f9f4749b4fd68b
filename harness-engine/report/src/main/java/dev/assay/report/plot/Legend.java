package dev.assay.report.plot;

import java.util.List;

/** Says which sign means what, beneath a heading. */
final class Legend {

    private static final double SAMPLE = 24;
    private static final double SPACE = 5;
    private static final double BETWEEN = 14;
    private static final double LINE = 16;

    private final Canvas canvas;
    private double x = Canvas.EDGE;
    private double baseline;

    private Legend(Canvas canvas) {
        this.canvas = canvas;
        this.baseline = canvas.bottom() + 12;
    }

    /** How a thing is drawn. */
    enum Kind {
        /** As a line. */
        LINE,
        /** As a line with points. */
        POINTED_LINE,
        /** As points. */
        POINTS,
        /** As an area. */
        AREA,
        /** As an outlined area. */
        OUTLINE
    }

    /**
     * An entry.
     *
     * @param series its signs
     * @param kind how it is drawn
     * @param label its name
     * @param detail a number to be shown whole behind it; perhaps empty
     */
    record Entry(Series series, Kind kind, String label, String detail) {

        /** Returns what is shown: the label may be shortened, the detail not. */
        String shown(double width) {
            String behind = detail.isEmpty() ? "" : " " + detail;
            double room = width - TextWidth.of(behind, Canvas.SIZE);
            return TextFit.of(Canvas.SIZE, room).line(label) + behind;
        }

        String whole() {
            return detail.isEmpty() ? label : label + " " + detail;
        }
    }

    /** Draws entries, several on a line where they fit. */
    static void draw(Canvas canvas, List<Entry> entries) {
        Legend legend = new Legend(canvas);
        entries.forEach(legend::add);
        canvas.extendTo(legend.baseline + 6);
    }

    private void add(Entry entry) {
        double most = Canvas.WIDTH - 2 * Canvas.EDGE - SAMPLE - SPACE;
        String shown = entry.shown(most);
        double width = SAMPLE + SPACE + TextWidth.of(shown, Canvas.SIZE);
        if (x > Canvas.EDGE && x + width > Canvas.WIDTH - Canvas.EDGE) {
            x = Canvas.EDGE;
            baseline += LINE;
        }
        sample(entry);
        String whole = entry.whole();
        canvas.legend(x + SAMPLE + SPACE, baseline, shown, shown.equals(whole) ? "" : whole);
        x += width + BETWEEN;
    }

    private void sample(Entry entry) {
        double middle = baseline - 4;
        Series series = entry.series();
        if (entry.kind() == Kind.LINE || entry.kind() == Kind.POINTED_LINE) {
            PathData line = new PathData().move(x, middle).line(x + SAMPLE, middle);
            canvas.path(line, series.stroke(canvas) + " stroke-width=\"2\"" + series.dashes(), "");
        }
        if (entry.kind() == Kind.POINTED_LINE || entry.kind() == Kind.POINTS) {
            series.point(canvas, x + SAMPLE / 2, middle, 3.5, "");
        }
        if (entry.kind() == Kind.AREA || entry.kind() == Kind.OUTLINE) {
            PathData area = new PathData().rectangle(x + 6, middle - 4, SAMPLE - 6, 8);
            boolean outlined = entry.kind() == Kind.OUTLINE;
            canvas.path(area, outlined ? series.outlined(canvas) + " fill-opacity=\".25\"" : series.fill(canvas), "");
        }
    }
}
