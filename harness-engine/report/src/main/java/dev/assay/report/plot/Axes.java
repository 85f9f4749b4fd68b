package dev.assay.report.plot;

import dev.assay.report.plot.Canvas.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Draws axes: a light grid, ticks that don't touch each other, and what is measured. */
final class Axes {

    private static final double GAP = 10;
    private static final double TICKS_EVERY = 34;
    private static final int MOST_TICKS = 6;
    private static final double WIDEST_LABEL = 130;

    private final Canvas canvas;
    private final Scale x;
    private final Scale y;

    private Axes(Canvas canvas, Scale x, Scale y) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
    }

    /** Draws both axes beneath what is there; the name of what goes up stands above. */
    static Axes of(Canvas canvas, Domain across, String acrossName, Domain up, String upName, double height) {
        Axes axes = upOnly(canvas, across, up, upName, height);
        axes.bottom(acrossName);
        return axes;
    }

    /** Draws the axis that goes up, and nothing across. */
    static Axes upOnly(Canvas canvas, Domain across, Domain up, String upName, double height) {
        Ticks ticks = Ticks.of(up, (int) Math.max(1, height / TICKS_EVERY));
        return upOnly(canvas, across, up, ticks, leftOf(ticks), upName, height);
    }

    /** Draws the same with its left edge at a place. */
    static Axes upOnly(
            Canvas canvas, Domain across, Domain up, Ticks ticks, double left, String upName, double height) {
        if (!upName.isEmpty()) {
            canvas.extendTo(canvas.bottom() + 12);
            canvas.dim(Canvas.EDGE, canvas.bottom(), Anchor.START, Canvas.WIDTH - 2 * Canvas.EDGE, upName);
        }
        double top = canvas.bottom() + 9;
        Axes axes = new Axes(canvas, across.onto(left, Canvas.WIDTH - Canvas.EDGE - 4), up.onto(top + height, top));
        axes.left(ticks);
        canvas.extendTo(top + height);
        return axes;
    }

    /** Returns where the left edge is, right of the labels. */
    static double leftOf(Ticks ticks) {
        return Canvas.EDGE + ticks.widest(Canvas.SMALL) + 6;
    }

    Scale x() {
        return x;
    }

    Scale y() {
        return y;
    }

    private void left(Ticks ticks) {
        for (int i = 0; i < ticks.values().size(); i++) {
            double at = y.at(ticks.values().get(i));
            canvas.grid(x.start(), at, x.end(), at);
            canvas.dim(
                    x.start() - 6,
                    at + 3.5,
                    Anchor.END,
                    WIDEST_LABEL,
                    ticks.labels().get(i));
        }
    }

    private void bottom(String name) {
        across(canvas, x, y.end(), y.start(), name);
    }

    /** Draws an axis that goes across, with a grid from top to bottom. */
    static void across(Canvas canvas, Scale x, double top, double bottom, String name) {
        Ticks ticks = fitting(x);
        List<Double> places = new ArrayList<>();
        for (double value : ticks.values()) {
            double at = x.at(value);
            canvas.grid(at, top, at, bottom);
            places.add(at);
        }
        canvas.axis(x.start(), bottom, x.end(), bottom);
        labels(canvas, places, ticks.labels(), bottom + 13);
        canvas.extendTo(bottom + 16);
        if (!name.isEmpty()) {
            canvas.dim((x.start() + x.end()) / 2, bottom + 27, Anchor.MIDDLE, x.end() - x.start(), name);
            canvas.extendTo(bottom + 30);
        }
    }

    private static Ticks fitting(Scale x) {
        for (int most = MOST_TICKS; most > 1; most--) {
            Ticks ticks = Ticks.of(x.domain(), most);
            List<Double> places = ticks.values().stream().map(x::at).toList();
            if (!touch(places, ticks.labels())) {
                return ticks;
            }
        }
        Ticks few = Ticks.of(x.domain(), 1);
        return new Ticks(few.values().subList(0, Math.min(1, few.values().size())), few.labels());
    }

    /** Tells whether labels at places would touch each other. */
    static boolean touch(List<Double> places, List<String> labels) {
        double end = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < places.size(); i++) {
            double width = shownWidth(labels.get(i));
            double middle = inside(places.get(i), width);
            if (middle - width / 2 < end + GAP) {
                return true;
            }
            end = middle + width / 2;
        }
        return false;
    }

    /** Writes labels beneath places, moved where they would leave the drawing. */
    static void labels(Canvas canvas, List<Double> places, List<String> labels, double baseline) {
        for (int i = 0; i < places.size(); i++) {
            double middle = inside(places.get(i), shownWidth(labels.get(i)));
            canvas.dim(middle, baseline, Anchor.MIDDLE, WIDEST_LABEL, labels.get(i));
        }
    }

    private static double shownWidth(String label) {
        return TextWidth.of(TextFit.of(Canvas.SMALL, WIDEST_LABEL).line(label), Canvas.SMALL);
    }

    private static double inside(double middle, double width) {
        double half = width / 2;
        return Math.max(Canvas.EDGE / 2 + half, Math.min(Canvas.WIDTH - Canvas.EDGE / 2 - half, middle));
    }
}
