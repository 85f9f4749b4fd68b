package dev.assay.report.plot;

import java.util.List;

/**
 * A drawing in the making. Blocks follow each other from top to bottom: the heading, a legend, axes. What is drawn later lies
 * above what was drawn before; texts lie above everything.
 */
final class Canvas {

    /** Narrow enough for a phone to show it at its natural size, nearly. */
    static final double WIDTH = 380;

    /** The space at each side. */
    static final double EDGE = 10;

    static final double SIZE = 11;
    static final double SMALL = 10;
    private static final double HEADING = 13;
    private static final int HEADING_LINES = 3;

    private final String name;
    private final String title;
    private final PathData grid = new PathData();
    private final StringBuilder axis = new StringBuilder();
    private final StringBuilder marks = new StringBuilder();
    private final StringBuilder headings = new StringBuilder();
    private final StringBuilder ink = new StringBuilder();
    private final StringBuilder dim = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private double bottom = 6;

    /** Where a text lies at its x. */
    enum Anchor {
        START(""),
        MIDDLE(" text-anchor=\"middle\""),
        END(" text-anchor=\"end\"");

        private final String attribute;

        Anchor(String attribute) {
            this.attribute = attribute;
        }

        double left(double x, double width) {
            return this == START ? x : this == MIDDLE ? x - width / 2 : x - width;
        }
    }

    /** Begins with a heading and what is to be said beneath it. */
    Canvas(String name, String title, String subtitle) {
        this.name = name;
        this.title = title;
        double width = WIDTH - 2 * EDGE;
        TextFit fit = TextFit.ofBold(HEADING, width);
        for (String line : fit.lines(title, HEADING_LINES)) {
            bottom += 16;
            // the drawing's own title has the text in full
            append(headings, EDGE, bottom, Anchor.START, "", line, "");
        }
        bottom += 4;
        paragraph(subtitle);
    }

    /** Adds dim lines over the whole width. */
    private void paragraph(String words) {
        if (words.isEmpty()) {
            return;
        }
        // a number and its percent sign stay on one line
        String text = words.replace(" %", "\u00a0%");
        List<String> lines = TextFit.of(SMALL, WIDTH - 2 * EDGE).lines(text, 3);
        for (String line : lines) {
            bottom += 13;
            append(dim, EDGE, bottom, Anchor.START, "", line, whole(lines, text));
        }
        bottom += 4;
    }

    private static String whole(List<String> lines, String text) {
        return lines.get(lines.size() - 1).endsWith("…") ? text : "";
    }

    String name() {
        return name;
    }

    /** Returns where the next block begins. */
    double bottom() {
        return bottom;
    }

    /** Makes a block end there. */
    void extendTo(double y) {
        bottom = Math.max(bottom, y);
    }

    /** Returns an attribute with a class name, with a space before it. */
    String classOf(String suffix) {
        return " class=\"" + name + "-" + suffix + "\"";
    }

    /** Adds a text, shortened to a width if it is longer. */
    void text(double x, double baseline, Anchor anchor, double width, String text) {
        String shown = TextFit.of(SIZE, width).line(text);
        append(ink, x, baseline, anchor, "", shown, shown.equals(text) ? "" : text);
    }

    /** Adds a small, dim text. */
    void dim(double x, double baseline, Anchor anchor, double width, String text) {
        String shown = TextFit.of(SMALL, width).line(text);
        append(dim, x, baseline, anchor, "", shown, shown.equals(text) ? "" : text);
    }

    /** Adds a text as it is, with a tooltip that is perhaps empty. */
    void legend(double x, double baseline, String shown, String tooltip) {
        append(ink, x, baseline, Anchor.START, "", shown, tooltip);
    }

    /** Adds the lines of a text around a middle baseline. */
    void texts(double x, double middle, Anchor anchor, List<String> lines, String text) {
        double first = middle - 6.5 * (lines.size() - 1);
        for (int i = 0; i < lines.size(); i++) {
            append(ink, x, first + 13 * i, anchor, "", lines.get(i), whole(lines, text));
        }
    }

    /** Adds the lines of a small, dim text above a last baseline. */
    void dims(double x, double last, Anchor anchor, List<String> lines, String text) {
        for (int i = 0; i < lines.size(); i++) {
            append(dim, x, last - 12 * (lines.size() - 1 - i), anchor, "", lines.get(i), whole(lines, text));
        }
    }

    /** Adds a small text that is read upwards, from a point on. */
    void upwards(double x, double y, double width, String text) {
        String shown = TextFit.of(SMALL, width).line(text);
        String rotate = " transform=\"rotate(-90 " + Num.px(x) + " " + Num.px(y) + ")\"";
        append(dim, x, y, Anchor.START, rotate, shown, shown.equals(text) ? "" : text);
    }

    /** Adds a small text in the middle of a mark, whose tooltip it doesn't cover. */
    void note(double x, double baseline, String text) {
        append(notes, x, baseline, Anchor.START, "", text, "");
    }

    private static void append(
            StringBuilder layer, double x, double baseline, Anchor anchor, String more, String shown, String tooltip) {
        layer.append("<text x=\"").append(Num.px(x)).append("\" y=\"").append(Num.px(baseline));
        layer.append('"').append(anchor.attribute).append(more).append('>');
        layer.append(tooltip(tooltip)).append(Xml.escape(shown)).append("</text>");
    }

    private static String tooltip(String text) {
        return text.isEmpty() ? "" : "<title>" + Xml.escape(text) + "</title>";
    }

    /** Adds a line of the grid. */
    void grid(double fromX, double fromY, double toX, double toY) {
        grid.move(fromX, fromY).line(toX, toY);
    }

    /** Adds a line of an axis. */
    void axis(double fromX, double fromY, double toX, double toY) {
        axis(new PathData().move(fromX, fromY).line(toX, toY), "", "");
    }

    /** Adds a line in the colour of axes. */
    void axis(PathData path, String attributes, String tooltip) {
        element(axis, path, attributes, tooltip);
    }

    /** Adds a shape, with attributes and a tooltip, each perhaps empty. */
    void path(PathData path, String attributes, String tooltip) {
        if (!path.isEmpty()) {
            element(marks, path, attributes, tooltip);
        }
    }

    private static void element(StringBuilder layer, PathData path, String attributes, String tooltip) {
        layer.append("<path d=\"").append(path).append('"');
        layer.append(attributes.isEmpty() ? "" : " ").append(attributes);
        layer.append(tooltip.isEmpty() ? "/>" : ">" + tooltip(tooltip) + "</path>");
    }

    /** Begins shapes that share attributes. */
    void open(String attributes) {
        marks.append("<g ").append(attributes).append('>');
    }

    /** Ends them. */
    void close() {
        marks.append("</g>");
    }

    /** Ends the drawing. */
    Figure finish(String alternative) {
        String height = Num.px(Math.ceil(bottom + 6));
        StringBuilder body = new StringBuilder();
        body.append("<path d=\"M0 0h")
                .append(Num.px(WIDTH))
                .append('v')
                .append(height)
                .append("H0z\" fill=\"#fff\"");
        body.append(classOf("bg")).append("/>");
        if (!grid.isEmpty()) {
            element(body, grid, "stroke=\"#e4e7eb\"" + classOf("grid"), "");
        }
        layer(body, axis, "axis", "stroke=\"#8c959f\" fill=\"none\"");
        body.append(marks);
        layer(body, headings, "ink", "font-size=\"13\" font-weight=\"bold\" fill=\"" + Series.INK + "\"");
        layer(body, dim, "dim", "font-size=\"10\" fill=\"#57606a\"");
        layer(body, ink, "ink", "fill=\"" + Series.INK + "\"");
        layer(
                body,
                notes,
                "ink",
                "font-size=\"10\" text-anchor=\"middle\" pointer-events=\"none\" fill=\"" + Series.INK + "\"");
        String width = Num.px(WIDTH);
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"" + name + "\" role=\"img\" aria-labelledby=\"" + name
                        + "-t " + name + "-d\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                        + "\" height=\"" + height + "\" font-family=\"" + TextWidth.FAMILY + "\" font-size=\"11\">"
                        + "<title id=\"" + name + "-t\">" + Xml.escape(title) + "</title><desc id=\"" + name + "-d\">"
                        + Xml.escape(alternative) + "</desc>" + SvgStyle.of(name, body.toString()) + body + "</svg>";
        return new Figure(name, title, alternative, svg);
    }

    private void layer(StringBuilder body, StringBuilder layer, String suffix, String attributes) {
        if (layer.length() > 0) {
            body.append("<g")
                    .append(classOf(suffix))
                    .append(' ')
                    .append(attributes)
                    .append('>');
            body.append(layer).append("</g>");
        }
    }
}
