package dev.assay.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;
import j2html.tags.specialized.FigureTag;
import java.util.List;

/** Plots beside each other, without styles of their own, which the page's policy doesn't allow. */
final class PlotGrid {

    private PlotGrid() {}

    static DomContent of(List<Plot> plots) {
        return div(each(plots, PlotGrid::figureOf)).withClass("plots");
    }

    private static FigureTag figureOf(Plot plot) {
        return figure(
                // a drawing has its title inside
                figcaption(plot.title()).withClass("unseen"),
                div(rawHtml(Plots.withoutStyle(plot))).withClass("drawing"));
    }
}
