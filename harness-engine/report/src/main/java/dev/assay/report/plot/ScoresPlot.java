package dev.assay.report.plot;

import dev.assay.result.PlotData.ScoreHistogram;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;

/** How the scores of a label are distributed: upwards among rows that have it, downwards among the others. */
final class ScoresPlot {

    private static final double HALF = 80;

    /** With more labels, so many numbers would make a page too large. */
    private static final int MOST_TOLD = 3;

    private final ScoreHistogram scores;
    private final int have;
    private final int others;

    private final boolean told;

    private ScoresPlot(ScoreHistogram scores, boolean told) {
        this.scores = scores;
        this.told = told;
        this.have = sum(scores.have());
        this.others = sum(scores.others());
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Draws the scores of the positive label, of all of a few, of the hardest of many, or of the first without curves. */
    static List<Figure> of(Result one) {
        List<LabelChoice.Chosen> chosen = LabelChoice.hardest(one);
        List<Figure> figures = new ArrayList<>();
        List<ScoreHistogram> all = one.plots().scores();
        for (ScoreHistogram scores : all) {
            String remark = chosen.stream()
                    .filter(label -> label.label().equals(scores.label()))
                    .map(LabelChoice.Chosen::remark)
                    .findFirst()
                    .orElse(chosen.isEmpty() && figures.isEmpty() ? "" : null);
            if (remark != null && sum(scores.have()) + sum(scores.others()) > 0) {
                figures.add(new ScoresPlot(scores, all.size() <= MOST_TOLD).draw(one.candidate(), remark));
            }
        }
        return figures;
    }

    private Figure draw(String candidate, String remark) {
        String label = Words.quoted(scores.label());
        String title = "Scores of " + label;
        String subtitle =
                candidate + ". " + remark + "Up: share of the rows that have the label; down: share of the others.";
        Canvas canvas = new Canvas("scores--" + Slug.of(candidate) + "--" + Slug.of(scores.label()), title, subtitle);
        Legend.draw(
                canvas,
                List.of(
                        new Legend.Entry(Series.of(0), Legend.Kind.AREA, scores.label(), "(" + have + ")"),
                        new Legend.Entry(Series.of(1), Legend.Kind.OUTLINE, "others", "(" + others + ")")));
        double most = Math.max(most(scores.have(), have), most(scores.others(), others));
        Domain up = new Domain(-most, most);
        Ticks ticks = new Ticks(List.of(-most, 0.0, most), List.of(percent(most), "0", percent(most)));
        Domain across = scores.from() < scores.to()
                ? new Domain(scores.from(), scores.to())
                : Domain.around(List.of(scores.from()));
        Axes axes = Axes.upOnly(canvas, across, up, ticks, Axes.leftOf(ticks), "", 2 * HALF);
        drawBars(canvas, axes, scores.have(), have, 1);
        drawBars(canvas, axes, scores.others(), others, -1);
        Axes.across(canvas, axes.x(), axes.y().end(), axes.y().start(), "score");
        canvas.axis(axes.x().start(), axes.y().at(0), axes.x().end(), axes.y().at(0));
        return canvas.finish(alternative(title, candidate));
    }

    private static String percent(double share) {
        return Num.percent(Math.rint(share * 1000) / 1000);
    }

    private static double most(List<Integer> counts, int sum) {
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        return sum == 0 ? 0 : most / (double) sum;
    }

    private void drawBars(Canvas canvas, Axes axes, List<Integer> counts, int sum, int sign) {
        Series series = Series.of(sign > 0 ? 0 : 1);
        canvas.open(
                sign > 0
                        ? series.fill(canvas) + " fill-opacity=\".85\""
                        : series.outlined(canvas) + " fill-opacity=\".25\"");
        double floor = axes.y().at(0);
        PathData untold = new PathData();
        for (int bin = 0; bin < counts.size(); bin++) {
            if (counts.get(bin) > 0) {
                double left = axes.x().at(edge(bin, counts.size()));
                double right = axes.x().at(edge(bin + 1, counts.size()));
                double end = axes.y().at(sign * counts.get(bin) / (double) sum);
                PathData bar = told ? new PathData() : untold;
                bar.rectangle(left + 0.5, floor, Math.max(0.5, right - left - 1), end - floor);
                if (told) {
                    canvas.path(bar, "", tooltip(bin, counts));
                }
            }
        }
        canvas.path(untold, "", "");
        canvas.close();
    }

    private String tooltip(int bin, List<Integer> counts) {
        return counts.get(bin) + " at " + Num.value(edge(bin, counts.size())) + " to "
                + Num.value(edge(bin + 1, counts.size()));
    }

    private double edge(int bin, int bins) {
        return scores.from() + (scores.to() - scores.from()) * bin / bins;
    }

    private String alternative(String title, String candidate) {
        return title + " by " + candidate + ". " + spread("Rows that have the label", scores.have(), have) + " "
                + spread("Other rows", scores.others(), others);
    }

    private String spread(String who, List<Integer> counts, int sum) {
        if (sum == 0) {
            return who + ": none.";
        }
        int bins = counts.size();
        int passed = 0;
        int median = 0;
        while (2 * (passed + counts.get(median)) < sum) {
            passed += counts.get(median);
            median++;
        }
        return who + ": " + sum + ", half of them below a score of " + Num.value(edge(median + 1, bins)) + ".";
    }
}
