package dev.assay.report.plot;

import dev.assay.report.plot.Canvas.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A critical-difference diagram: mean ranks of candidates, and bars along those that don't differ (Demšar, Journal of Machine
 * Learning Research 7, 2006). It is turned by a quarter, so that there is room for names.
 */
public final class RanksPlot {

    private static final double ROW = 32;
    private static final double COLUMN = 8;
    private static final int MOST_COLUMNS = 8;

    private final String metric;
    private final int dataSets;
    private final double alpha;
    private final double critical;
    private final List<Ranked> ranked;
    private final List<int[]> groups;

    private RanksPlot(String metric, int dataSets, double alpha, double critical, List<Ranked> ranked) {
        this.metric = metric;
        this.dataSets = dataSets;
        this.alpha = alpha;
        this.critical = critical;
        this.ranked = ranked;
        this.groups = groups();
    }

    private record Ranked(String candidate, double rank) {

        String words() {
            return candidate + " " + Num.value(rank);
        }
    }

    /** Draws mean ranks of at least one candidate. */
    public static Figure of(
            String name,
            String metric,
            int dataSets,
            double alpha,
            double critical,
            List<String> candidates,
            List<Double> ranks) {
        List<Ranked> ranked = IntStream.range(0, candidates.size())
                .mapToObj(i -> new Ranked(candidates.get(i), ranks.get(i)))
                .sorted(Comparator.comparingDouble(Ranked::rank))
                .toList();
        return new RanksPlot(metric, dataSets, alpha, critical, ranked).draw(name);
    }

    /** Returns the first and the last of each largest group of candidates that don't differ. */
    private List<int[]> groups() {
        List<int[]> found = new ArrayList<>();
        int reached = -1;
        for (int first = 0; first < ranked.size(); first++) {
            int last = first;
            while (last + 1 < ranked.size()
                    && ranked.get(last + 1).rank() - ranked.get(first).rank() < critical) {
                last++;
            }
            if (last > first && last > reached) {
                found.add(new int[] {first, last});
                reached = last;
            }
        }
        return List.copyOf(found);
    }

    private Figure draw(String name) {
        String title = "Mean ranks by " + metric;
        String subtitle =
                Words.count(dataSets, "data set") + "; 1 is best. Bars at the right join candidates that don't "
                        + "differ at α = " + Num.share(alpha)
                        + " (Nemenyi): their ranks are less than the critical difference, CD, apart.";
        Canvas canvas = new Canvas(name, title, subtitle);
        double right = Canvas.WIDTH - Canvas.EDGE - 6 - Math.min(MOST_COLUMNS, groups.size()) * COLUMN;
        Scale x = new Domain(1, Math.max(2, Math.max(ranked.size(), highest()))).onto(Canvas.EDGE + 6, right);
        drawCriticalDifference(canvas, x);
        double top = canvas.bottom() + 2;
        for (int i = 0; i < ranked.size(); i++) {
            drawRow(canvas, x, ranked.get(i), top + i * ROW);
        }
        drawGroups(canvas, right + 8, top);
        Axes.across(canvas, x, top, top + ranked.size() * ROW, "mean rank");
        return canvas.finish(alternative(title));
    }

    private double highest() {
        return ranked.isEmpty() ? 1 : ranked.get(ranked.size() - 1).rank();
    }

    private void drawCriticalDifference(Canvas canvas, Scale x) {
        double y = canvas.bottom() + 18;
        double end = x.at(1 + critical);
        PathData path = new PathData().move(x.start(), y).line(end, y);
        path.move(x.start(), y - 3).line(x.start(), y + 3);
        boolean inside = critical <= x.domain().to() - 1;
        if (inside) {
            path.move(end, y - 3).line(end, y + 3);
        }
        canvas.path(path, "stroke=\"" + Series.INK + "\"" + canvas.classOf("s") + " stroke-width=\"1.5\"", "");
        String words = "CD = " + Num.value(critical) + (inside ? "" : ", beyond the axis");
        canvas.dim(x.start(), y - 7, Anchor.START, Canvas.WIDTH - Canvas.EDGE - x.start(), words);
        canvas.extendTo(y + 4);
    }

    private static void drawRow(Canvas canvas, Scale x, Ranked ranked, double top) {
        String rank = Num.rank(ranked.rank());
        double width = x.end() - Canvas.EDGE;
        canvas.dim(x.end(), top + 13, Anchor.END, width, rank);
        canvas.text(
                Canvas.EDGE, top + 13, Anchor.START, width - TextWidth.of(rank, Canvas.SMALL) - 8, ranked.candidate());
        double y = top + 23;
        Series series = Series.of(0);
        canvas.grid(x.start(), y, x.end(), y);
        canvas.path(Series.Marker.DIAMOND.at(x.at(ranked.rank()), y, 4), series.fill(canvas), ranked.words());
    }

    /** Draws a bar for each group, in the first column where it doesn't touch another. */
    private void drawGroups(Canvas canvas, double left, double top) {
        int[] ends = new int[MOST_COLUMNS];
        Arrays.fill(ends, -1);
        for (int[] group : groups) {
            int column = 0;
            while (column < MOST_COLUMNS - 1 && ends[column] >= group[0]) {
                column++;
            }
            ends[column] = group[1];
            double x = left + column * COLUMN;
            List<String> names = ranked.subList(group[0], group[1] + 1).stream()
                    .map(Ranked::candidate)
                    .toList();
            canvas.path(
                    new PathData().move(x, top + group[0] * ROW + 8).line(x, top + group[1] * ROW + 27),
                    "stroke=\"" + Series.VERMILLION + "\" stroke-width=\"4\"",
                    "no difference found: " + String.join(", ", names));
        }
    }

    private String alternative(String title) {
        List<String> names = ranked.stream().map(Ranked::words).toList();
        List<String> same = groups.stream()
                .map(group -> "No difference was found between "
                        + String.join(
                                ", ",
                                ranked.subList(group[0], group[1] + 1).stream()
                                        .map(Ranked::candidate)
                                        .toList())
                        + ".")
                .toList();
        return title + " over " + Words.count(dataSets, "data set") + ", 1 is best: " + Words.few(names, 20, "; ")
                + ". Critical difference " + Num.value(critical) + ". " + Words.few(same, 5, " ");
    }
}
