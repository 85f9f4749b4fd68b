package dev.assay.report;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.summary;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.IntervalEntry;
import dev.assay.result.Result.MetricEntry;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The candidates side by side, how much they differ, and what tuned ones chose. */
final class CandidateSection {

    private final ClassResults results;
    private final Candidates candidates;

    CandidateSection(ClassResults results) {
        this.results = results;
        this.candidates = new Candidates(results.results());
    }

    Section section() {
        List<DomContent> content = new ArrayList<>();
        if (!results.results().isEmpty()) {
            content.add(metrics());
            methods().ifPresent(content::add);
        }
        ClassResult.Differences differences = results.summary().differences();
        if (differences != null && !differences.entries().isEmpty()) {
            content.add(differences(differences));
        }
        choices().ifPresent(content::add);
        return new Section("candidates", "Candidates", content);
    }

    private DomContent metrics() {
        List<String> names = candidates.sharedMetrics();
        DataTable table = new DataTable("Metrics of each candidate with their 95 % intervals").texts("Candidate");
        names.forEach(name -> table.numbers(name, explanation(name)));
        for (Result result : results.results()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.name(result.candidate()));
            names.forEach(name -> cells.add(metric(result, name)));
            table.row(cells);
        }
        return table.tag();
    }

    private Cell metric(Result result, String name) {
        Optional<MetricEntry> found = Candidates.metric(result, name);
        if (found.isEmpty()) {
            return Cell.number(null);
        }
        MetricEntry entry = found.get();
        if (entry.value() == null) {
            return Cell.undefined(entry.undefined() == null ? "no reason is known" : entry.undefined());
        }
        Cell cell = Cell.estimate(
                entry.value(), entry.interval().lower(), entry.interval().upper());
        return candidates.isBest(entry) ? cell.best() : cell;
    }

    private String explanation(String name) {
        return candidates.metrics(name).stream()
                .findFirst()
                .map(entry -> (entry.higherIsBetter() ? "Higher is better. " : "Lower is better. ")
                        + method(entry.interval()))
                .orElse("");
    }

    private static String method(IntervalEntry interval) {
        if (interval.unknown() != null) {
            return "No interval: " + interval.unknown();
        }
        return "95 % interval of " + interval.question() + ", " + interval.method();
    }

    /** Says how intervals were found, which the headings' tooltips say too, but not on paper. */
    private Optional<DomContent> methods() {
        Map<String, List<String>> metricsByMethod = new LinkedHashMap<>();
        for (String name : candidates.sharedMetrics()) {
            Set<String> methods = new LinkedHashSet<>();
            candidates.metrics(name).forEach(entry -> methods.add(method(entry.interval())));
            methods.forEach(method -> metricsByMethod
                    .computeIfAbsent(method, key -> new ArrayList<>())
                    .add(name));
        }
        if (metricsByMethod.isEmpty()) {
            return Optional.empty();
        }
        DlTag list = dl().withClass("methods");
        metricsByMethod.forEach((method, names) -> list.with(dt(String.join(", ", names)), dd(method)));
        return Optional.of(details(summary("How the intervals were found"), list));
    }

    private static DomContent differences(ClassResult.Differences differences) {
        DataTable table = new DataTable("Differences in " + differences.metric() + " from the best, "
                        + differences.best() + (differences.method() == null ? "" : ", by " + differences.method()))
                .texts("Candidate")
                .numbers("Best less this", "The best candidate's value less this one's, with the 95 % interval")
                .numbers("p-value", "Two-sided, adjusted by Holm over all candidates");
        for (ClassResult.DifferenceEntry entry : differences.entries()) {
            table.row(List.of(
                    Cell.name(entry.candidate()),
                    Cell.estimate(entry.value(), entry.lower(), entry.upper()),
                    Cell.number(entry.pValue(), Figures.pValue(entry.pValue()))));
        }
        return table.tag();
    }

    private Optional<DomContent> choices() {
        DataTable table = new DataTable("What tuned candidates chose on the training parts")
                .texts("Candidate")
                .texts("Chose")
                .numbers("Folds")
                .texts("By");
        for (Result result : results.results()) {
            Map<Result.Chosen, Integer> folds = new LinkedHashMap<>();
            result.folds().stream()
                    .map(Result.FoldEntry::chosen)
                    .filter(chosen -> chosen != null)
                    .map(chosen -> new Result.Chosen(chosen.alternative(), chosen.metric(), 0))
                    .forEach(chosen -> folds.merge(chosen, 1, Integer::sum));
            folds.forEach((chosen, count) -> table.row(List.of(
                    Cell.name(result.candidate()),
                    Cell.name(chosen.alternative()),
                    Cell.number((double) count, count + " of " + result.folds().size()),
                    Cell.name(chosen.metric()))));
        }
        return table.isEmpty() ? Optional.empty() : Optional.of(table.tag());
    }
}
