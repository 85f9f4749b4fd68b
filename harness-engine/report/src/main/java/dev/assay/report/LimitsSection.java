package dev.assay.report;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ul;

import dev.assay.result.ClassResult.ErrorBudget;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.FindingKind;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.Result.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What readers might take from a page though it isn't there. */
final class LimitsSection {

    private final ClassResults results;
    private final Set<String> sentences = new LinkedHashSet<>();

    LimitsSection(ClassResults results) {
        this.results = results;
    }

    Section section() {
        results.results().forEach(this::whoseValue);
        choice();
        intervals();
        undefined();
        gates();
        leaks();
        results.results().forEach(this::thinning);
        sentences.add(
                "Other data: examples from a later time, another place or other people may be harder than these, and"
                        + " nothing here measures by how much.");
        sentences.add(
                "Checks that failed for another reason than a demand, such as an exception or no assertion at all:"
                        + " the test run tells.");
        return new Section(
                "limits",
                "What this report can\u2019t tell you",
                List.of(ul(each(sentences, sentence -> li(bdi(sentence))))));
    }

    private void whoseValue(Result result) {
        sentences.add(
                result.resampling().ofProcedure()
                        ? "How good the one model is that you ship: figures are of the training procedure, by models that"
                                + " were trained on parts of the data."
                        : "Whether training again gives as good a model: figures are of one fitted model on these examples.");
    }

    private void choice() {
        int candidates = results.results().size();
        if (candidates > 1) {
            sentences.add("How good the best candidate really is: the best of " + candidates
                    + " owes part of its lead to luck, so that its figures are optimistic. A Selection judges the choice"
                    + " by nested cross-validation.");
        }
    }

    private void intervals() {
        Map<String, Set<String>> metricsByReason = new LinkedHashMap<>();
        for (MetricEntry entry : entries()) {
            String reason = entry.interval().unknown();
            if (reason != null && entry.value() != null) {
                metricsByReason
                        .computeIfAbsent(reason, key -> new LinkedHashSet<>())
                        .add(entry.name());
            }
        }
        metricsByReason.forEach((reason, names) -> sentences.add("How sure " + Figures.and(List.copyOf(names))
                + (names.size() == 1 ? " is: " : " are: ") + stripped(reason) + "."));
    }

    private void undefined() {
        for (MetricEntry entry : entries()) {
            if (entry.value() == null) {
                sentences.add("What " + entry.name() + " is: undefined, "
                        + stripped(entry.undefined() == null ? "for no reason known" : entry.undefined()) + ".");
            } else if (entry.foldsUsed() < entry.folds().size()) {
                sentences.add("What " + entry.name() + " is in all folds: it rests on " + entry.foldsUsed() + " of "
                        + entry.folds().size() + " and is undefined in the others.");
            }
        }
    }

    private List<MetricEntry> entries() {
        return results.results().stream()
                .flatMap(result -> result.metrics().stream())
                .toList();
    }

    private void gates() {
        ErrorBudget budget = results.summary().budget();
        if (budget.unbounded() > 0) {
            sentences.add("How likely a bad model passes " + Figures.count(budget.unbounded(), "gate")
                    + " without a confidence level: nothing bounds it; atConfidence(0.95) does.");
        }
        long custom = results.results().stream()
                .flatMap(result -> result.judgements().stream())
                .filter(entry -> entry.outcome() == Outcome.CUSTOM)
                .count();
        if (custom > 0) {
            sentences.add("How " + (custom == 1 ? "one value" : custom + " values")
                    + " fared that went to other assertions: Assay doesn't see their outcome.");
        }
    }

    private void leaks() {
        results.results().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.kind() == FindingKind.NOT_CHECKED)
                .forEach(finding -> sentences.add("Some leaks: " + stripped(finding.sentence()) + "."));
        sentences.add(
                "Leaks that the data don't show: near-copies, groups that weren't declared, columns computed from what"
                        + " was known only later.");
    }

    private void thinning(Result result) {
        List<String> parts = new ArrayList<>();
        if (result.resampling().repeats() > 1
                && (result.plots().reliability() != null
                        || !result.plots().scores().isEmpty()
                        || result.plots().fit() != null)) {
            parts.add("Plots of single predictions, such as of scores and calibration, are of one repeat of "
                    + result.resampling().repeats() + ".");
        }
        if (result.plots().fit() != null
                && result.plots().fit().truth().size() < result.plots().fit().examples()) {
            parts.add("Plots of predicted against true numbers show "
                    + Figures.rows(result.plots().fit().truth().size()) + " of "
                    + Figures.rows(result.plots().fit().examples()) + " examples.");
        }
        List<String> labels = result.data().labels();
        int curves = result.plots().curves().size();
        if (labels != null && result.data().positive() == null && curves > 0 && curves < labels.size()) {
            parts.add("Curves are drawn for the " + curves + " most frequent of " + labels.size() + " labels only.");
        }
        if (!result.plots().worst().isEmpty()) {
            parts.add("All predictions: the page lists the "
                    + result.plots().worst().size() + " worst of a candidate only;"
                    + " exported predictions have them all.");
        }
        sentences.addAll(parts);
    }

    private static String stripped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
