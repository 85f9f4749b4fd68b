package dev.assay.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import j2html.tags.DomContent;
import j2html.tags.specialized.HeaderTag;
import java.util.ArrayList;
import java.util.List;

/** The page of a test class: verdicts first, then the evidence, then what it is worth. */
final class ClassPage {

    private final ClassResults results;
    private final String reportTitle;

    ClassPage(ClassResults results, String reportTitle) {
        this.results = results;
        this.reportTitle = reportTitle;
    }

    String html() {
        List<Section> sections = sections().stream()
                .filter(section -> !section.content().isEmpty())
                .toList();
        DomContent contents = nav(ul(each(
                        sections, section -> li(a(section.title()).withHref("#" + section.id())))))
                .attr("aria-label", "Contents");
        return Document.render(
                results.summary().name() + " \u2013 " + reportTitle,
                List.of(
                        header(),
                        div(contents, main(each(sections, Section::tag))).withClass("columns")));
    }

    private List<Section> sections() {
        List<Result> all = results.results();
        TableSections tables = new TableSections(all);
        LeakageSection leakage = new LeakageSection(all);
        List<Section> sections = new ArrayList<>(new VerdictSections(results).sections());
        sections.add(new CandidateSection(results).section());
        sections.add(new PlotSection(results).section());
        sections.add(new LabelSection(all).section());
        sections.add(tables.slices());
        sections.add(tables.worst());
        sections.add(leakage.leakage());
        sections.add(leakage.remarks());
        sections.add(new BudgetSection(results.summary()).section());
        sections.add(new ProvenanceSection(results).section());
        sections.add(new LimitsSection(results).section());
        return sections;
    }

    private HeaderTag header() {
        ClassResult summary = results.summary();
        HeaderTag header = j2html.TagCreator.header(
                p(a(reportTitle).withHref(PageFiles.INDEX)).withClass("crumb"), h1(bdi(summary.name())));
        results.results().stream()
                .findFirst()
                .ifPresent(first -> header.with(p(
                                bdi(first.data().name()),
                                text(" (" + Figures.count(first.data().examples(), "example") + "), "
                                        + first.resampling().description()
                                        + (first.resampling().seed() == null
                                                ? ""
                                                : ", seed " + first.resampling().seed())))
                        .withClass("muted")));
        return header.with(Banner.of(Standing.of(results)));
    }
}
