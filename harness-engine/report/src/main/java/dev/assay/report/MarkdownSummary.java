package dev.assay.report;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResult.DifferenceEntry;
import dev.assay.result.ClassResult.Differences;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.Outcome;
import dev.assay.result.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sums up results as Markdown for the page of a build: how many criteria are met, each that isn't in one sentence with its
 * details to unfold, and a table of each class's candidates.
 */
public final class MarkdownSummary {

    /** The most bytes that GitHub takes from one step, 1 MiB, with some room for what else the step writes. */
    public static final int GITHUB_LIMIT = 1_000_000;

    private static final int MOST_METRICS = 6;

    private MarkdownSummary() {}

    /**
     * Makes a summary that GitHub takes.
     *
     * @param results of all classes, in the order in which they are to be told
     * @return Markdown of at most {@value #GITHUB_LIMIT} bytes in UTF-8, ended by a line feed
     */
    public static String of(List<ClassResults> results) {
        return of(results, GITHUB_LIMIT);
    }

    /**
     * Makes a summary of limited size. Where it would be larger, it leaves out details, those of the last criteria first, and
     * then whole entries, and says so.
     *
     * @param results of all classes, in the order in which they are to be told
     * @param mostBytes how many bytes it may have in UTF-8, at least 1,000
     * @return Markdown, ended by a line feed
     * @throws IllegalArgumentException if nothing fits into so few bytes
     */
    public static String of(List<ClassResults> results, int mostBytes) {
        LimitedText text = new LimitedText(mostBytes);
        text.add(heading(results));
        for (Outcome outcome : List.of(Outcome.NOT_MET, Outcome.INCONCLUSIVE)) {
            addJudgements(text, results, outcome);
        }
        addFailures(text, results);
        results.forEach(ofClass -> addClass(text, ofClass));
        return text.toString();
    }

    private static String heading(List<ClassResults> results) {
        if (results.isEmpty()) {
            return "## Assay: no results\n\nNo model test has left a result, so nothing is known of any model.\n";
        }
        Standing standing =
                results.stream().map(Standing::of).reduce(Standing::plus).orElseThrow();
        return "## " + mark(standing.colour()) + " Assay: " + counts(standing) + "\n";
    }

    /** Never shows success where nothing was judged, or something isn't decided. */
    private static String mark(Standing.Colour colour) {
        return switch (colour) {
            case RED -> "❌";
            case AMBER, GREY -> "⚠️";
            case GREEN -> "✅";
        };
    }

    private static String counts(Standing standing) {
        List<String> counts = standing.counts();
        return counts.isEmpty() ? "none judged" : String.join(", ", counts);
    }

    private static void addJudgements(LimitedText text, List<ClassResults> results, Outcome outcome) {
        List<LimitedText.Entry> entries = new ArrayList<>();
        for (ClassResults ofClass : results) {
            for (Result result : ofClass.results()) {
                result.judgements().stream()
                        .filter(judgement -> judgement.outcome() == outcome)
                        .map(judgement -> entry(ofClass.summary(), result, judgement))
                        .forEach(entries::add);
            }
        }
        if (!entries.isEmpty()) {
            text.add(outcome == Outcome.NOT_MET ? "\n### Not met\n\n" : "\n### Inconclusive\n\n");
            text.add(entries);
        }
    }

    private static LimitedText.Entry entry(ClassResult summary, Result result, JudgementEntry judgement) {
        String mark = judgement.outcome() == Outcome.NOT_MET ? "❌ " : "⚠️ ";
        String sentence = mark + "<b>" + MarkdownText.html(result.candidate()) + "</b>, "
                + MarkdownText.html(summary.name()) + ", " + MarkdownText.html(judgement.check()) + ": "
                + MarkdownText.html(JudgementSentence.of(judgement))
                + (judgement.tolerated() ? " (passes all the same, as configured)" : "");
        String message = judgement.message() == null ? "" : judgement.message();
        return message.isBlank()
                ? LimitedText.Entry.of("<p>" + sentence + "</p>\n\n")
                : new LimitedText.Entry(
                        "<details><summary>" + sentence + "</summary>\n\n" + MarkdownText.block(message)
                                + "\n</details>\n\n",
                        "<p>" + sentence + "</p>\n\n");
    }

    private static void addFailures(LimitedText text, List<ClassResults> results) {
        List<LimitedText.Entry> entries = results.stream()
                .map(ClassResults::summary)
                .flatMap(summary -> summary.failures().stream().map(failure -> {
                    String sentence = "❌ <b>" + MarkdownText.html(failure.candidate()) + "</b>, "
                            + MarkdownText.html(summary.name());
                    return new LimitedText.Entry(
                            "<details><summary>" + sentence + "</summary>\n\n" + MarkdownText.block(failure.message())
                                    + "\n</details>\n\n",
                            "<p>" + sentence + "</p>\n\n");
                }))
                .toList();
        if (!entries.isEmpty()) {
            text.add("\n### Could not be evaluated\n\n");
            text.add(entries);
        }
    }

    private static void addClass(LimitedText text, ClassResults ofClass) {
        ClassResult summary = ofClass.summary();
        StringBuilder section = new StringBuilder();
        section.append("\n### ").append(MarkdownText.inline(summary.name())).append("\n\n");
        if (!ofClass.results().isEmpty()) {
            section.append(MarkdownText.inline(procedure(ofClass.results().get(0))))
                    .append(".\n\n");
            section.append(table(ofClass)).append('\n');
        }
        if (summary.differences() != null) {
            section.append(differences(summary.differences()));
        }
        List<String> remarks = Stream.concat(summary.remarks().stream(), Stream.of(BudgetSentence.of(summary.budget())))
                .filter(remark -> !remark.isEmpty())
                .toList();
        remarks.forEach(remark ->
                section.append("- ").append(MarkdownText.inline(remark)).append('\n'));
        text.add(List.of(LimitedText.Entry.of(section.toString())));
    }

    private static String procedure(Result result) {
        return result.data().name() + ", " + result.data().examples() + " examples: "
                + result.resampling().description()
                + (result.resampling().seed() == null
                        ? ""
                        : ", seed " + result.resampling().seed());
    }

    private static String table(ClassResults ofClass) {
        List<String> metrics = ResultTable.metrics(ofClass.results(), MOST_METRICS);
        List<String> head = new ArrayList<>(List.of("candidate (95 % intervals)"));
        metrics.forEach(metric -> head.add(MarkdownText.inline(metric)));
        head.add("criteria");
        StringBuilder table = new StringBuilder(MarkdownText.head(head));
        for (Result result : ofClass.results()) {
            List<String> row = new ArrayList<>(List.of(MarkdownText.inline(result.candidate())));
            metrics.forEach(metric -> row.add(cell(result, metric)));
            row.add(counts(Standing.of(result)));
            table.append(MarkdownText.row(row));
        }
        return table.toString();
    }

    private static String cell(Result result, String name) {
        return result.metric(name)
                .map(metric -> {
                    String interval = FigureText.interval(metric.interval());
                    return FigureText.of(metric.value()) + (interval.isEmpty() ? "" : "<br>" + interval);
                })
                .orElse("");
    }

    private static String differences(Differences differences) {
        StringBuilder text = new StringBuilder();
        for (DifferenceEntry entry : differences.entries()) {
            String interval = FigureText.interval(entry.lower(), entry.upper());
            text.append("- ")
                    .append(MarkdownText.inline(differences.best() + " less " + entry.candidate() + " by "
                            + differences.metric() + ": " + FigureText.of(entry.value())
                            + (interval.isEmpty() ? "" : " (95 % interval " + interval + ")")
                            + (entry.pValue() == null
                                    ? ""
                                    : ", p-value "
                                            + (entry.pValue() < 0.0001 ? "below 0.0001" : FigureText.of(entry.pValue()))
                                            + (differences.entries().size() > 1 ? ", adjusted" : ""))))
                    .append('\n');
        }
        return text.toString();
    }
}
