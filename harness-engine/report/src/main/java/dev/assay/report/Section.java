package dev.assay.report;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import j2html.tags.specialized.SectionTag;
import java.util.List;

/**
 * A part of a page.
 *
 * @param id its anchor
 * @param title its heading
 * @param content what it holds; a section that holds nothing is left out
 */
record Section(String id, String title, List<DomContent> content) {

    Section {
        content = List.copyOf(content);
    }

    SectionTag tag() {
        return section(h2(title)).with(content).withId(id);
    }
}
