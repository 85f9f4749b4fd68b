package dev.assay.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.ul;

import j2html.tags.specialized.DivTag;
import java.util.List;

/** Says at a glance how it stands. */
final class Banner {

    private Banner() {}

    static DivTag of(Standing standing) {
        return of(standing.colour(), standing.sentence(), standing.counts());
    }

    static DivTag of(Standing.Colour colour, String sentence, List<String> counts) {
        DivTag banner = div(p(sentence).withClass("verdict")).withClass("banner " + colour.style());
        // the sentence says the first
        List<String> others = counts.subList(Math.min(1, counts.size()), counts.size());
        return others.isEmpty() ? banner : banner.with(ul(each(others, count -> li(count))));
    }
}
