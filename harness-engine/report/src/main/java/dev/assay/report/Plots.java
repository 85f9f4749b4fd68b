package dev.assay.report;

import dev.assay.evaluation.LearningCurve;
import dev.assay.report.plot.CandidateFigures;
import dev.assay.report.plot.ClassFigures;
import dev.assay.report.plot.DifferencesPlot;
import dev.assay.report.plot.Figure;
import dev.assay.report.plot.LearningPlot;
import dev.assay.report.plot.RanksPlot;
import dev.assay.report.plot.Slug;
import dev.assay.report.plot.SvgStyle;
import dev.assay.report.plot.TrendPlot;
import dev.assay.result.ClassResult.Differences;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws results. The same result gives the same drawing, byte for byte, wherever and whenever it is drawn.
 *
 * <p>Each drawing has its heading, legend and background inside, is 380 pixels wide, and stands by itself as a file, in an
 * {@code <img>} or inside a page. Its colours are attributes; only those of dark screens are style, which a page with a strict
 * content security policy takes out by {@link #withoutStyle} and replaces by {@link #darkRules}.
 */
public final class Plots {

    private Plots() {}

    /**
     * Draws what concerns all candidates of a class side by side.
     *
     * @param all the results
     * @return the plots that can be drawn of them, the most telling first
     */
    public static List<Plot> of(ClassResults all) {
        return ClassFigures.of(all).stream().map(Plots::plot).toList();
    }

    /**
     * Draws what concerns one candidate.
     *
     * @param one its result
     * @return the plots that can be drawn of it, the most telling first; their names end in the candidate's
     */
    public static List<Plot> of(Result one) {
        return CandidateFigures.of(one).stream().map(Plots::plot).toList();
    }

    /**
     * Draws differences from the best candidate, and marks those that don't matter.
     *
     * @param differences the differences
     * @param rope up to which size differences don't matter, in units of the metric
     * @return the plot
     */
    public static Plot differences(Differences differences, double rope) {
        return plot(DifferencesPlot.of(differences, rope));
    }

    /**
     * Draws how a metric changed over builds.
     *
     * @param name the plot's name: lower-case letters, digits and hyphens
     * @param trend the values
     * @return the plot
     */
    public static Plot trend(String name, Trend trend) {
        List<TrendPlot.Line> lines = trend.lines().stream().map(Plots::line).toList();
        return plot(TrendPlot.of(name, trend.subject(), trend.metric(), trend.builds(), lines));
    }

    /**
     * Draws how each class's headline metric changed over the runs of a history, a line for each of its present candidates with
     * their 95 % intervals. Builds are named by their time (UTC).
     *
     * @param history the history
     * @param classes the classes
     * @return a plot for each class that at least two runs of the history tell of, in order
     * @throws dev.assay.result.ResultException as {@link History#read} does
     */
    public static List<Plot> trends(History history, List<ClassResults> classes) {
        List<History.Run> runs = history.read();
        Map<String, Plot> plots = new LinkedHashMap<>();
        for (ClassResults each : classes) {
            String testClass = each.summary().testClass();
            ClassTrend.of(each, runs)
                    .ifPresent(trend -> plots.putIfAbsent(testClass, trend("trend--" + Slug.of(testClass), trend)));
        }
        return List.copyOf(plots.values());
    }

    /**
     * Draws how good a candidate is by the size of what it is trained on.
     *
     * @param curve the curve
     * @return the plot; its name ends in the candidate's
     */
    public static Plot learningCurve(LearningCurve curve) {
        return plot(LearningPlot.of(curve));
    }

    /**
     * Draws how candidates rank over several data sets, and which of them don't differ.
     *
     * @param name the plot's name: lower-case letters, digits and hyphens
     * @param ranks the ranks
     * @return the plot
     */
    public static Plot criticalDifference(String name, MeanRanks ranks) {
        List<String> candidates =
                ranks.ranks().stream().map(MeanRanks.Rank::candidate).toList();
        List<Double> means =
                ranks.ranks().stream().map(MeanRanks.Rank::meanRank).toList();
        return plot(RanksPlot.of(
                name, ranks.metric(), ranks.dataSets(), ranks.alpha(), ranks.criticalDifference(), candidates, means));
    }

    /**
     * Takes the style element out of a drawing, for pages that bring {@link #darkRules}.
     *
     * @param plot a plot
     * @return its SVG without any style, for light screens
     */
    public static String withoutStyle(Plot plot) {
        return SvgStyle.without(plot.svg());
    }

    /**
     * Returns style rules for dark screens that serve all drawings of a page.
     *
     * @param selector selects the elements that contain drawings, such as {@code figure}
     * @return rules to be put into the page's style sheet
     */
    public static String darkRules(String selector) {
        return SvgStyle.rulesWithin(selector);
    }

    private static TrendPlot.Line line(Trend.Line line) {
        return new TrendPlot.Line(
                line.candidate(), line.points().stream().map(Plots::point).toList());
    }

    private static TrendPlot.Point point(Trend.Point point) {
        return new TrendPlot.Point(point.value(), point.lower(), point.upper(), point.threshold());
    }

    private static Plot plot(Figure figure) {
        return new Plot(figure.name(), figure.title(), figure.alternative(), figure.svg());
    }
}
