package dev.assay.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.rawHtml;

import j2html.tags.specialized.FigureTag;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plot as a page shows it: the drawing without its own style, which the page's policy must allow by a hash and so has among
 * its own.
 *
 * @param plot the plot
 * @param svg the drawing without style
 * @param style the style
 */
record PlotDrawing(Plot plot, String svg, String style) {

    private static final Pattern STYLE = Pattern.compile("<style[^>]*>(.*?)</style>", Pattern.DOTALL);

    static PlotDrawing of(Plot plot) {
        Matcher matcher = STYLE.matcher(plot.svg());
        StringBuilder style = new StringBuilder();
        while (matcher.find()) {
            style.append(unescaped(matcher.group(1)));
        }
        return new PlotDrawing(plot, STYLE.matcher(plot.svg()).replaceAll(""), style.toString());
    }

    /** Returns the styles of several plots, each once. */
    static String styles(List<PlotDrawing> drawings) {
        return String.join(
                "\n",
                drawings.stream()
                        .map(PlotDrawing::style)
                        .filter(style -> !style.isBlank())
                        .distinct()
                        .toList());
    }

    /** Undoes what XML needs and HTML doesn't know in a style. */
    private static String unescaped(String xml) {
        return xml.replace("<![CDATA[", "")
                .replace("]]>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .strip();
    }

    FigureTag tag() {
        return figure(
                        figcaption(plot.title()).withClass("unseen"),
                        div(rawHtml(svg)).withClass("drawing"))
                .withId("plot-" + plot.name());
    }
}
