package dev.assay.report;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table.
 *
 * @param content what it shows
 * @param key by what scripts sort it; null to sort by its text
 * @param style the name of its style's class, empty for none
 */
record Cell(DomContent content, @Nullable String key, String style) {

    static final String NUMBER = "n";

    /** A sort key that is last in both directions. */
    private static final String UNKNOWN = "";

    static Cell of(DomContent content) {
        return new Cell(content, null, "");
    }

    static Cell of(String text) {
        return of(text(text));
    }

    /** Shows what users named, which may be in any script. */
    static Cell name(String name) {
        return new Cell(bdi(name), null, "name");
    }

    static Cell number(@Nullable Double value) {
        return number(value, Figures.value(value));
    }

    static Cell number(@Nullable Double value, String shown) {
        return new Cell(text(shown), value == null ? UNKNOWN : Figures.key(value), NUMBER);
    }

    /** Shows a value above its 95 % interval. */
    static Cell estimate(@Nullable Double value, @Nullable Double lower, @Nullable Double upper) {
        boolean known = lower != null || upper != null;
        return new Cell(
                each(text(Figures.value(value)), known ? small(Figures.interval(lower, upper)) : text("")),
                value == null ? UNKNOWN : Figures.key(value),
                NUMBER);
    }

    static Cell undefined(String reason) {
        return new Cell(span("undefined").withClass("tip").withTitle(reason), UNKNOWN, NUMBER);
    }

    /** Marks the cell as the best of its column. */
    Cell best() {
        return new Cell(each(content, span("best").withClass("best")), key, style + " top");
    }

    static DomContent small(String text) {
        return div(text).withClass("small");
    }
}
