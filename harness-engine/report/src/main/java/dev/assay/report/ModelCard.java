package dev.assay.report;

import dev.assay.result.ClassResults;
import dev.assay.result.PlotData.SliceEntry;
import dev.assay.result.Result;
import dev.assay.result.Result.FindingEntry;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.Result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A model card of a candidate: Markdown with {@code model-index} front matter, as the Hugging Face Hub reads it. It tells what
 * was evaluated how, what came out, and what can't be told; what the model is for and who may use it, its authors add.
 */
public final class ModelCard {

    private static final int MOST_LABELS = 30;
    private static final int MOST_SLICES = 50;

    private final ClassResults results;
    private final Result result;
    private final StringBuilder text = new StringBuilder();

    private ModelCard(ClassResults results, Result result) {
        this.results = results;
        this.result = result;
    }

    /**
     * Makes the card of a candidate. The task's type is the Hub's nearest for numbers and labels, since a result doesn't tell
     * what the inputs are.
     *
     * @param results of the class that evaluated it
     * @param candidate its name
     * @return Markdown, ended by a line feed
     * @throws IllegalArgumentException if the class has no such candidate
     */
    public static String of(ClassResults results, String candidate) {
        Result result = results.results().stream()
                .filter(one -> one.candidate().equals(candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        results.summary().testClass() + " has no result of a candidate \"" + candidate + "\", but of "
                                + results.results().stream()
                                        .map(one -> "\"" + one.candidate() + "\"")
                                        .collect(Collectors.joining(", "))));
        return new ModelCard(results, result).text();
    }

    private String text() {
        text.append(FrontMatter.of(result));
        text.append("\n# ").append(MarkdownText.inline(result.candidate())).append("\n\n");
        text.append("Evaluated by `")
                .append(result.testClass().replace("`", ""))
                .append("`.\n");
        data();
        procedure();
        metrics();
        criteria();
        slices();
        findings();
        limits();
        provenance();
        return text.toString();
    }

    private void section(String title) {
        text.append("\n## ").append(title).append("\n\n");
    }

    private void item(String item) {
        text.append("- ").append(MarkdownText.inline(item)).append('\n');
    }

    private void data() {
        section("Evaluation data");
        item(result.data().name() + ", " + result.data().examples() + " examples");
        item("task: " + FrontMatter.taskName(result.data().task()).toLowerCase(Locale.ROOT));
        List<String> labels = result.data().labels();
        if (labels != null) {
            item(labels.size() + " labels: "
                    + labels.stream()
                            .limit(MOST_LABELS)
                            .map(label -> "\"" + label + "\"")
                            .collect(Collectors.joining(", "))
                    + (labels.size() > MOST_LABELS ? ", …" : ""));
        }
        if (result.data().positive() != null) {
            item("positive label: \"" + result.data().positive() + "\"");
        }
    }

    private void procedure() {
        section("Procedure");
        item(result.resampling().description()
                + (result.resampling().seed() == null
                        ? ""
                        : ", seed " + result.resampling().seed()));
        item(
                result.resampling().ofProcedure()
                        ? "The numbers are of the training procedure: each fold trained a model of its own on the other folds."
                        : "The numbers are of one fitted model, tested on data that it was not trained on.");
        if (results.results().size() > 1) {
            item("Candidates compared on the same splits: "
                    + results.results().stream().map(Result::candidate).collect(Collectors.joining(", ")));
        }
    }

    private void metrics() {
        section("Metrics");
        text.append(MarkdownText.head(List.of("metric", "value", "95 % interval", "better")));
        for (MetricEntry metric : result.metrics()) {
            text.append(MarkdownText.row(List.of(
                    MarkdownText.inline(metric.name()),
                    metric.value() == null
                            ? "undefined: " + MarkdownText.inline(String.valueOf(metric.undefined()))
                            : FigureText.of(metric.value()),
                    metric.interval().unknown() == null
                            ? FigureText.interval(metric.interval())
                            : MarkdownText.inline(metric.interval().unknown()),
                    metric.higherIsBetter() ? "higher" : "lower")));
        }
        Map<String, List<String>> byMethod = new TreeMap<>();
        for (MetricEntry metric : result.metrics()) {
            if (metric.interval().method() != null) {
                String of = metric.interval().question() == null
                        ? ""
                        : ", of " + metric.interval().question();
                byMethod.computeIfAbsent(metric.interval().method() + of, method -> new ArrayList<>())
                        .add(metric.name());
            }
        }
        if (!byMethod.isEmpty()) {
            text.append('\n');
            byMethod.forEach((method, names) -> item("interval of " + String.join(", ", names) + ": " + method));
        }
    }

    private void criteria() {
        section("Criteria");
        if (result.judgements().isEmpty()) {
            text.append("No criterion was judged.\n");
        }
        result.judgements()
                .forEach(judgement -> item(judgement.outcome().words() + ": " + JudgementSentence.of(judgement)));
        String budget = BudgetSentence.of(results.summary().budget());
        if (!budget.isEmpty()) {
            text.append("\nAll criteria of the class together: ")
                    .append(MarkdownText.inline(budget))
                    .append('\n');
        }
    }

    private void slices() {
        List<SliceEntry> slices = result.plots().slices();
        if (slices.isEmpty()) {
            return;
        }
        section("Slices");
        text.append(MarkdownText.head(List.of("slice", "examples", "metric", "value", "95 % interval")));
        slices.stream()
                .limit(MOST_SLICES)
                .forEach(slice -> text.append(MarkdownText.row(List.of(
                        MarkdownText.inline(slice.by() + " = " + slice.slice()),
                        Integer.toString(slice.examples()),
                        MarkdownText.inline(slice.metric()),
                        FigureText.of(slice.value()),
                        FigureText.interval(slice.lower(), slice.upper())))));
        if (slices.size() > MOST_SLICES) {
            text.append("\n").append(slices.size() - MOST_SLICES).append(" more slices are in the result file.\n");
        }
    }

    private void findings() {
        section("Leakage");
        if (result.findings().isEmpty()) {
            text.append(
                    "Nothing was found that leaks the truth from training to test data, among what can be looked for:"
                            + " copies, groups and times on both sides of a split, columns that tell the target, and ids.\n");
        }
        for (FindingEntry finding : result.findings()) {
            item((finding.severity() == Severity.LEAK ? "leak: " : "hint: ") + finding.sentence());
        }
    }

    private void limits() {
        section("What these numbers can't tell");
        item("How good the model is on data from elsewhere or later: they are of data like the evaluation data.");
        item("Whether the labels are right: errors of the truth count as errors, or as hits, of the model.");
        if (result.resampling().ofProcedure()) {
            item(
                    "How good the one model is that is delivered, trained on all data: they are the mean of models that were"
                            + " trained on less.");
        }
        item("Whether groups of people are treated fairly that the slices don't name.");
        long undecided = result.metrics().stream()
                .filter(metric -> metric.interval().unknown() != null)
                .count();
        if (undecided > 0) {
            item("How uncertain the " + undecided + " metrics are that have no interval.");
        }
        if (results.results().size() > 1) {
            item("How good the best of " + results.results().size()
                    + " candidates will be: whoever picks the best by these numbers finds them optimistic.");
        }
        result.remarks().forEach(this::item);
    }

    private void provenance() {
        section("Provenance");
        if (result.data().fingerprint() != null) {
            item("data fingerprint: " + result.data().fingerprint());
        }
        item("test class: " + result.testClass());
        result.versions().forEach((name, version) -> item(name + " " + version));
        item("result: " + result.schema());
    }
}
