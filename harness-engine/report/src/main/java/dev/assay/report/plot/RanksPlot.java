package dev.assay.report.plot;

import dev.assay.report.plot.Canvas.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A critical-difference diagram: mean ranks of candidates, and bars over those that don't differ (Demšar, Journal of Machine
 * Learning Research 7, 2006).
 */
public final class RanksPlot {

    private static final double NAMES = 118;
    private static final double ROW = 18;
    private static final double BARS = 7;

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
        String subtitle = Words.count(dataSets, "data set") + "; 1 is best. Candidates under a bar don't differ at α = "
                + Num.share(alpha) + " (Nemenyi): their ranks are less than the critical difference, CD, apart.";
        Canvas canvas = new Canvas(name, title, subtitle);
        Scale x = new Domain(1, Math.max(2, Math.max(ranked.size(), highest())))
                .onto(Canvas.EDGE + NAMES + 14, Canvas.WIDTH - Canvas.EDGE - NAMES - 14);
        drawCriticalDifference(canvas, x);
        double line = canvas.bottom() + 22;
        drawAxis(canvas, x, line);
        double bars = line + 9;
        for (int i = 0; i < groups.size(); i++) {
            drawGroup(canvas, x, groups.get(i), bars + i * BARS);
        }
        double names = bars + groups.size() * BARS + 12;
        int left = (ranked.size() + 1) / 2;
        for (int i = 0; i < ranked.size(); i++) {
            boolean onLeft = i < left;
            int row = onLeft ? i : ranked.size() - 1 - i;
            drawName(canvas, x, ranked.get(i), i, line, names + row * ROW, onLeft);
        }
        canvas.extendTo(names + left * ROW - 6);
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

    private static void drawAxis(Canvas canvas, Scale x, double line) {
        canvas.axis(x.start(), line, x.end(), line);
        Ticks ticks = Ticks.of(x.domain(), 5);
        for (int i = 0; i < ticks.values().size(); i++) {
            double at = x.at(ticks.values().get(i));
            canvas.axis(at, line - 4, at, line);
            canvas.dim(at, line - 7, Anchor.MIDDLE, 30, ticks.labels().get(i));
        }
    }

    private void drawGroup(Canvas canvas, Scale x, int[] group, double y) {
        double from = x.at(ranked.get(group[0]).rank()) - 3;
        double to = x.at(ranked.get(group[1]).rank()) + 3;
        List<String> names = ranked.subList(group[0], group[1] + 1).stream()
                .map(Ranked::candidate)
                .toList();
        canvas.path(
                new PathData().move(from, y).line(to, y),
                "stroke=\"" + Series.VERMILLION + "\" stroke-width=\"4\"",
                "no difference found: " + String.join(", ", names));
    }

    private static void drawName(
            Canvas canvas, Scale x, Ranked ranked, int index, double line, double y, boolean left) {
        double at = x.at(ranked.rank());
        double end = left ? Canvas.EDGE + NAMES + 4 : Canvas.WIDTH - Canvas.EDGE - NAMES - 4;
        Series series = Series.of(0);
        canvas.path(
                new PathData().move(at, line).line(at, y).line(end, y),
                series.stroke(canvas) + " fill=\"none\" stroke-width=\"1.2\"",
                ranked.words());
        canvas.path(Series.Marker.DIAMOND.at(at, line, 3.5), series.fill(canvas), ranked.words());
        String rank = Num.rank(ranked.rank());
        double width = NAMES - TextWidth.of(" " + rank, Canvas.SIZE);
        String shown = TextFit.of(Canvas.SIZE, width).line(ranked.candidate()) + " " + rank;
        double begin = left ? end - 4 - TextWidth.of(shown, Canvas.SIZE) : end + 4;
        canvas.legend(begin, y + 4, shown, ranked.words());
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
