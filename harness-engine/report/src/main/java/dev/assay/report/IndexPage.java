package dev.assay.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.main;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.MetricEntry;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of all test classes.
 *
 * @param title what the report is about
 * @param entries the classes in order
 * @param trends plots over several builds
 */
record IndexPage(String title, List<Entry> entries, List<Plot> trends) {

    /**
     * A class.
     *
     * @param results its results
     * @param standing how its demands stand
     * @param link its page
     */
    record Entry(ClassResults results, Standing standing, String link) {}

    String html() {
        List<DomContent> sections = new ArrayList<>();
        if (!entries.isEmpty()) {
            sections.add(new Section("classes", "Test classes", List.of(table().tag())).tag());
        }
        if (!trends.isEmpty()) {
            sections.add(new Section("trends", "Trends", List.of(PlotGrid.of(trends))).tag());
        }
        return Document.render(title, List.of(header(h1(bdi(title)), banner()), main().with(sections)));
    }

    private DomContent banner() {
        if (entries.isEmpty()) {
            return Banner.of(Standing.Colour.GREY, "There are no results", List.of());
        }
        Standing all =
                entries.stream().map(Entry::standing).reduce(Standing::plus).orElseThrow();
        return Banner.of(all.colour(), all.sentence(), all.counts());
    }

    private DataTable table() {
        DataTable table = new DataTable("Test classes, those that need attention first")
                .texts("Class")
                .texts("Verdicts")
                .numbers("Candidates")
                .texts("Best")
                .numbers("Headline", "The best candidate's headline metric with its 95 % interval");
        entries.forEach(entry -> table.row(row(entry)));
        return table;
    }

    private static List<Cell> row(Entry entry) {
        ClassResults results = entry.results();
        Optional<Result> best = new Candidates(results.results()).best();
        Standing standing = entry.standing();
        return List.of(
                new Cell(
                        each(
                                a(bdi(results.summary().name())).withHref(entry.link()),
                                Cell.small(results.summary().testClass())),
                        null,
                        "name"),
                new Cell(
                        each(
                                span(word(standing.colour()))
                                        .withClass("chip " + standing.colour().style()),
                                text(String.join(", ", standing.counts()))),
                        String.valueOf(standing.red()),
                        ""),
                Cell.number(
                        (double) results.results().size(),
                        String.valueOf(results.results().size())),
                best.map(result -> Cell.name(result.candidate())).orElse(Cell.of(Figures.NONE)),
                best.flatMap(Candidates::headline).map(IndexPage::headline).orElse(Cell.number(null)));
    }

    private static Cell headline(MetricEntry entry) {
        Cell estimate = Cell.estimate(
                entry.value(), entry.interval().lower(), entry.interval().upper());
        return new Cell(each(Cell.small(entry.name()), estimate.content()), estimate.key(), estimate.style());
    }

    private static String word(Standing.Colour colour) {
        return switch (colour) {
            case RED -> "red";
            case AMBER -> "amber";
            case GREY -> "nothing judged";
            case GREEN -> "green";
        };
    }
}
