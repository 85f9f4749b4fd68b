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
        // a single number is in the sentence already
        return counts.size() < 2 ? banner : banner.with(ul(each(counts, count -> li(count))));
    }
}
