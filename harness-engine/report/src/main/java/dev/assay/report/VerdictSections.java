package dev.assay.report;

import static j2html.TagCreator.article;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.Outcome;
import j2html.tags.DomContent;
import j2html.tags.specialized.ArticleTag;
import j2html.tags.specialized.DlTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was demanded and how it ended: what needs a reader's eye in full, what is met in a table. */
final class VerdictSections {

    /** A judgement of a candidate. */
    private record Judged(String candidate, JudgementEntry entry) {}

    private final ClassResults results;
    private final List<Judged> all = new ArrayList<>();

    VerdictSections(ClassResults results) {
        this.results = results;
        for (Result result : results.results()) {
            result.judgements().forEach(entry -> all.add(new Judged(result.candidate(), entry)));
        }
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        add(sections, "not-met", "Not met", cards(entry -> entry.outcome() == Outcome.NOT_MET));
        add(sections, "failed", "Could not be evaluated", failures());
        add(sections, "inconclusive", "Inconclusive", cards(entry -> entry.outcome() == Outcome.INCONCLUSIVE));
        add(sections, "met", "Met", met());
        add(sections, "custom", "Judged elsewhere", custom());
        return sections;
    }

    private static void add(List<Section> sections, String id, String title, List<? extends DomContent> content) {
        if (!content.isEmpty()) {
            sections.add(new Section(id, title, List.copyOf(content)));
        }
    }

    private List<ArticleTag> failures() {
        return results.summary().failures().stream()
                .map(failure -> article(
                                h3(chip("failed", "red"), bdi(failure.candidate())),
                                pre(failure.message()).withTabindex(0))
                        .withClass("card red"))
                .toList();
    }

    private List<ArticleTag> cards(Predicate<JudgementEntry> which) {
        return all.stream()
                .filter(judged -> which.test(judged.entry()))
                // what fails tests before what they pass over
                .sorted((one, other) ->
                        Boolean.compare(one.entry().tolerated(), other.entry().tolerated()))
                .map(VerdictSections::card)
                .toList();
    }

    private static ArticleTag card(Judged judged) {
        JudgementEntry entry = judged.entry();
        String message = entry.message();
        return article(
                        h3(outcome(entry), bdi(entry.criterion())),
                        p(bdi(judged.candidate()), text(" in the check "), bdi(entry.check()))
                                .withClass("muted"),
                        message != null
                                ? pre(message).withTabindex(0)
                                : p(Objects.requireNonNullElse(entry.finding(), "The result has no message.")),
                        facts(entry),
                        entry.remark() == null ? null : p(entry.remark()).withClass("remark"))
                .withClass("card " + (entry.tolerated() ? "amber" : "red"));
    }

    private static DomContent outcome(JudgementEntry entry) {
        if (entry.outcome() == Outcome.NOT_MET) {
            return chip("not met", "red");
        }
        return entry.tolerated() ? chip("tolerated", "amber") : chip("inconclusive", "red");
    }

    private static DomContent chip(String word, String style) {
        return span(word).withClass("chip " + style);
    }

    /** Lists the numbers for those who compare them; the message has them in words. */
    private static DlTag facts(JudgementEntry entry) {
        DlTag facts = dl().withClass("facts");
        boolean isMet = entry.outcome() == Outcome.MET;
        Double threshold = entry.threshold();
        fact(facts, "Found", entry.value() == null ? null : Figures.beside(entry.value(), threshold, isMet));
        fact(facts, "Demanded", entry.threshold() == null ? null : Figures.exact(entry.threshold()));
        fact(facts, "At confidence", entry.confidence() == null ? null : Figures.exact(entry.confidence()));
        fact(facts, "Bound", entry.bound() == null ? null : Figures.beside(entry.bound(), threshold, isMet));
        fact(facts, "p-value", entry.pValue() == null ? null : Figures.pValue(entry.pValue()));
        fact(facts, "False pass at most", entry.falsePass() == null ? null : Figures.percentAtMost(entry.falsePass()));
        fact(facts, "Red again on fresh data", entry.redAgain() == null ? null : Figures.percent(entry.redAgain()));
        return facts;
    }

    private static void fact(DlTag facts, String name, @Nullable String value) {
        if (value != null) {
            facts.with(div(dt(name), dd(value)));
        }
    }

    private List<DomContent> met() {
        DataTable table = new DataTable("Demands that are met, and what decided")
                .texts("Demand")
                .texts("Candidate and check")
                .numbers("Found")
                .numbers("Bound", "The one-sided bound that decided, at the confidence demanded")
                .numbers("p-value", "One-sided, adjusted for others of its family")
                .numbers(
                        "False pass at most",
                        "At most so often the gate passes a model that is below its threshold; unbounded without confidence")
                .numbers(
                        "Red on fresh data",
                        "How often a model as good as measured would fail this gate on fresh data of the same size, by"
                                + " plug-in");
        all.stream().filter(judged -> judged.entry().outcome() == Outcome.MET).forEach(judged -> {
            JudgementEntry entry = judged.entry();
            table.row(List.of(
                    new Cell(demand(entry), null, "demand"),
                    new Cell(each(bdi(judged.candidate()), Cell.small(entry.check())), null, "name"),
                    Cell.number(entry.value()),
                    Cell.number(
                            entry.bound(),
                            entry.bound() == null
                                    ? Figures.NONE
                                    : Figures.beside(entry.bound(), entry.threshold(), true)),
                    Cell.number(entry.pValue(), Figures.pValue(entry.pValue())),
                    Cell.number(
                            entry.falsePass(),
                            entry.falsePass() == null ? "unbounded" : Figures.percentAtMost(entry.falsePass())),
                    Cell.number(entry.redAgain(), Figures.percent(entry.redAgain()))));
        });
        return table.isEmpty() ? List.of() : List.of(table.tag());
    }

    private List<DomContent> custom() {
        DataTable table = new DataTable("Values handed to other assertions, whose outcome isn't known")
                .texts("Demand")
                .texts("Candidate")
                .texts("Check")
                .numbers("Value");
        all.stream()
                .filter(judged -> judged.entry().outcome() == Outcome.CUSTOM)
                .forEach(judged -> table.row(List.of(
                        new Cell(demand(judged.entry()), null, "demand"),
                        Cell.name(judged.candidate()),
                        Cell.name(judged.entry().check()),
                        Cell.number(judged.entry().value()))));
        return table.isEmpty() ? List.of() : List.of(table.tag());
    }

    private static DomContent demand(JudgementEntry entry) {
        return each(
                bdi(entry.criterion()),
                entry.finding() == null ? text("") : Cell.small(entry.finding()),
                entry.remark() == null ? text("") : Cell.small("Note: " + entry.remark()));
    }
}
