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
import dev.assay.result.Timings;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The candidates side by side, how much they differ, and what tuned ones chose. */
final class CandidateSection {

    private final ClassResults results;
    private final Candidates candidates;
    private final Map<String, Timings> timingsByCandidate = new HashMap<>();

    CandidateSection(ClassResults results, List<Timings> timings) {
        this.results = results;
        timings.stream()
                .filter(each -> each.testClass().equals(results.summary().testClass()))
                .forEach(each -> timingsByCandidate.put(each.candidate(), each));
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
        // what is undefined everywhere is said among the page's limits
        List<String> names = candidates.sharedMetrics().stream()
                .filter(name -> candidates.metrics(name).stream().anyMatch(entry -> entry.value() != null))
                .toList();
        DataTable table = new DataTable("Metrics of each candidate with their 95 % intervals").texts("Candidate");
        names.forEach(name -> table.numbers(name, explanation(name)));
        if (!timingsByCandidate.isEmpty()) {
            table.numbers("fit time", "Of a fold, the mean, by the clock");
            table.numbers("predict time", "Of a fold's test part, the mean, by the clock");
        }
        for (Result result : results.results()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.name(result.candidate()));
            names.forEach(name -> cells.add(metric(result, name)));
            if (!timingsByCandidate.isEmpty()) {
                cells.add(time(result, Timings.FoldTiming::fitSeconds));
                cells.add(time(result, Timings.FoldTiming::predictSeconds));
            }
            table.row(cells);
        }
        return table.tag();
    }

    private Cell time(Result result, ToDoubleFunction<Timings.FoldTiming> seconds) {
        Timings timings = timingsByCandidate.get(result.candidate());
        if (timings == null || timings.folds().isEmpty()) {
            return Cell.number(null);
        }
        double mean = timings.folds().stream().mapToDouble(seconds).average().orElseThrow();
        return Cell.number(mean, Figures.seconds(mean));
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
