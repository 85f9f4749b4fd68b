package dev.assay.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.Tag;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;

/** A table that scripts make sortable and that scrolls in its own box where it is too wide. The first cell heads its row. */
final class DataTable {

    private final String caption;
    private final TrTag header = tr();
    private final List<TrTag> rows = new ArrayList<>();

    /**
     * Begins a table.
     *
     * @param caption what it shows
     */
    DataTable(String caption) {
        this.caption = caption;
    }

    /** Adds a column of texts. */
    DataTable texts(String title) {
        header.with(heading(title));
        return this;
    }

    /** Adds a column of numbers. */
    DataTable numbers(String title) {
        header.with(heading(title).withClass(Cell.NUMBER));
        return this;
    }

    /** Adds a column of numbers whose heading explains itself. */
    DataTable numbers(String title, String explanation) {
        header.with(heading(title).withClass(Cell.NUMBER).withCondTitle(!explanation.isEmpty(), explanation));
        return this;
    }

    private static ThTag heading(String title) {
        return th(title).withScope("col");
    }

    DataTable row(List<Cell> cells) {
        return row("", cells);
    }

    /** Adds a row with a style of its own. */
    DataTable row(String style, List<Cell> cells) {
        TrTag row = tr().withCondClass(!style.isEmpty(), style);
        for (int i = 0; i < cells.size(); i++) {
            row.with(i == 0 ? cell(th().withScope("row"), cells.get(i)) : cell(td(), cells.get(i)));
        }
        rows.add(row);
        return this;
    }

    private static <T extends j2html.tags.ContainerTag<T>> Tag<T> cell(T tag, Cell cell) {
        return tag.with(cell.content())
                .withCondClass(!cell.style().isEmpty(), cell.style())
                .condAttr(cell.key() != null, "data-v", cell.key());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    DomContent tag() {
        return div(table(caption(caption), thead(header), tbody().with(rows)).withClass("sort"))
                .withClass("scroll")
                .withTabindex(0)
                .attr("role", "region")
                .attr("aria-label", caption);
    }
}
