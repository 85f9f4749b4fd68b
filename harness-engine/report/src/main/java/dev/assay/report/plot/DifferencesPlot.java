package dev.assay.report.plot;

import dev.assay.result.ClassResult.DifferenceEntry;
import dev.assay.result.ClassResult.Differences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far each candidate is from the best, with intervals: a forest plot. */
public final class DifferencesPlot {

    private static final int MOST = 20;
    private static final double LANE = 25;

    private final Differences differences;
    private final List<DifferenceEntry> entries;
    private final @Nullable Double rope;

    private DifferencesPlot(Differences differences, @Nullable Double rope) {
        this.differences = differences;
        this.entries = differences
                .entries()
                .subList(0, Math.min(MOST, differences.entries().size()));
        this.rope = rope;
    }

    /** Draws differences; those up to a size, if one is given, are marked as ones that don't matter. */
    public static Figure of(Differences differences, @Nullable Double rope) {
        return new DifferencesPlot(differences, rope).draw();
    }

    private Figure draw() {
        String best = Words.quoted(differences.best());
        String title = "Differences from the best, " + best;
        String method = differences.method();
        String subtitle = differences.metric() + " of the best less the other's"
                + (method == null ? ". " : "; 95 % intervals and p-values by " + method + ". ")
                + (differences.higherIsBetter() ? "Right" : "Left") + " of 0 the best is better."
                + (rope == null ? "" : " Shaded: up to " + Num.value(rope) + ", which doesn't matter.")
                + (entries.size() < differences.entries().size()
                        ? " The nearest " + entries.size() + " of "
                                + differences.entries().size() + "."
                        : "");
        Canvas canvas = new Canvas("differences", title, subtitle);
        Scale x = domain().onto(Canvas.EDGE + 6, Canvas.WIDTH - Canvas.EDGE - 6);
        double top = canvas.bottom() + 2;
        double bottom = top;
        for (DifferenceEntry entry : entries) {
            bottom += NamedNumbers.draw(canvas, bottom, entry.candidate(), numbers(entry));
            drawBackground(canvas, x, bottom + 3);
            draw(canvas, x, entry, bottom + 12);
            bottom += LANE;
        }
        bottom += 4;
        Axes.across(canvas, x, top, bottom, "difference in " + differences.metric());
        return canvas.finish(alternative(title));
    }

    private Domain domain() {
        List<Double> values = new ArrayList<>(List.of(0.0));
        if (rope != null) {
            values.add(rope);
            values.add(-rope);
        }
        for (DifferenceEntry entry : entries) {
            values.add(entry.value());
            Double lower = entry.lower();
            Double upper = entry.upper();
            if (lower != null && upper != null) {
                values.add(lower);
                values.add(upper);
            }
        }
        return Domain.around(values);
    }

    /** Draws what differences are measured by, in the lane of a row and not where names are. */
    private void drawBackground(Canvas canvas, Scale x, double top) {
        if (rope != null) {
            PathData shaded = new PathData().rectangle(x.at(-rope), top, x.at(rope) - x.at(-rope), LANE - 6);
            canvas.path(shaded, "fill=\"#8c959f\" fill-opacity=\".2\"", "differences that don't matter");
        }
        PathData zero = new PathData().move(x.at(0), top).line(x.at(0), top + LANE - 6);
        canvas.axis(zero, "stroke-width=\"1.5\"", "no difference");
    }

    private static void draw(Canvas canvas, Scale x, DifferenceEntry entry, double y) {
        String numbers = numbers(entry);
        Double lower = entry.lower();
        Double upper = entry.upper();
        String stroke = "stroke=\"" + Series.BLUE + "\" stroke-width=\"2\"";
        if (lower != null && upper != null) {
            PathData path = new PathData().move(x.at(lower), y).line(x.at(upper), y);
            path.move(x.at(lower), y - 4)
                    .line(x.at(lower), y + 4)
                    .move(x.at(upper), y - 4)
                    .line(x.at(upper), y + 4);
            canvas.path(path, stroke, entry.candidate() + ": " + numbers);
        }
        PathData square = Series.Marker.SQUARE.at(x.at(entry.value()), y, 4.5);
        canvas.path(square, "fill=\"" + Series.BLUE + "\"", entry.candidate() + ": " + numbers);
    }

    private static String numbers(DifferenceEntry entry) {
        Double lower = entry.lower();
        Double upper = entry.upper();
        Double p = entry.pValue();
        return Num.difference(entry.value())
                + (lower == null || upper == null ? "" : " " + Num.interval(lower, upper))
                + (p == null ? "" : ", " + Num.pValue(p));
    }

    private String alternative(String title) {
        return title + ", by " + differences.metric() + ", the best's value less the other's. "
                + Words.few(
                        entries.stream()
                                .map(entry -> entry.candidate() + ": " + numbers(entry) + ".")
                                .toList(),
                        8,
                        " ")
                + (rope == null ? "" : " Differences up to " + Num.value(rope) + " don't matter.");
    }
}
