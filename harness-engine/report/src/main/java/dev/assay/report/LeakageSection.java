package dev.assay.report;

import static j2html.TagCreator.article;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import dev.assay.result.Result;
import dev.assay.result.Result.FindingEntry;
import dev.assay.result.Result.Severity;
import j2html.tags.DomContent;
import j2html.tags.specialized.ArticleTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Leaks and what else was remarked on candidates, once though several share it. */
final class LeakageSection {

    private final List<Result> results;

    LeakageSection(List<Result> results) {
        this.results = results;
    }

    Section leakage() {
        Map<FindingEntry, List<String>> candidatesByFinding = new LinkedHashMap<>();
        for (Result result : results) {
            result.findings()
                    .forEach(finding -> candidatesByFinding
                            .computeIfAbsent(finding, key -> new ArrayList<>())
                            .add(result.candidate()));
        }
        List<DomContent> content = new ArrayList<>();
        Stream.of(Severity.values())
                .forEach(severity -> candidatesByFinding.forEach((finding, candidates) -> {
                    if (finding.severity() == severity) {
                        content.add(card(finding, candidates));
                    }
                }));
        if (content.isEmpty() && !results.isEmpty()) {
            content.add(p("No leak was found.").withClass("muted"));
        }
        return new Section("leakage", "Leakage", content);
    }

    private ArticleTag card(FindingEntry finding, List<String> candidates) {
        boolean isLeak = finding.severity() == Severity.LEAK;
        String style = isLeak ? "red" : "amber";
        return article(
                        p(span(isLeak ? "leak" : "hint").withClass("chip " + style), bdi(finding.sentence())),
                        of(candidates))
                .withClass("card " + style);
    }

    private DomContent of(List<String> candidates) {
        return candidates.size() == results.size()
                ? text("")
                : p(text("Concerns "), bdi(Figures.and(candidates))).withClass("muted");
    }

    /** Lists the remarks that no finding makes. */
    Section remarks() {
        Map<String, List<String>> candidatesByRemark = new LinkedHashMap<>();
        for (Result result : results) {
            List<String> known =
                    result.findings().stream().map(FindingEntry::sentence).toList();
            result.remarks().stream()
                    .filter(remark -> !known.contains(remark))
                    .forEach(remark -> candidatesByRemark
                            .computeIfAbsent(remark, key -> new ArrayList<>())
                            .add(result.candidate()));
        }
        List<DomContent> items = new ArrayList<>();
        candidatesByRemark.forEach((remark, candidates) -> items.add(
                candidates.size() == results.size()
                        ? li(bdi(remark))
                        : li(bdi(Figures.and(candidates)), text(": "), bdi(remark))));
        return new Section("remarks", "Remarks", items.isEmpty() ? List.of() : List.of(ul().with(items)));
    }
}
