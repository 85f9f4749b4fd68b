package dev.assay.report;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResult.Differences;
import dev.assay.result.ClassResult.ErrorBudget;
import dev.assay.result.ClassResults;
import dev.assay.result.PlotData;
import dev.assay.result.Result;
import dev.assay.result.Result.FindingEntry;
import dev.assay.result.Result.IntervalEntry;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.Result.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results of invented candidates, for what is written as Markdown. */
final class SummaryFixture {

    static final String TEST_CLASS = "org.clinic.TumourModelTest";
    static final String MESSAGE = """
            [logistic regression on tumours: 10-fold cross-validation, seed 42]
            Expecting F1 of "malignant" to be at least 0.9500
                          but it was 0.9451
              folds: worst 0.84 (fold 7), median 0.95, best 1.00""";

    private SummaryFixture() {}

    static MetricEntry metric(String name, @Nullable Double value, @Nullable Double lower, @Nullable Double upper) {
        IntervalEntry interval = lower == null
                ? new IntervalEntry("one fold alone tells nothing", null, null, null, null, List.of())
                : new IntervalEntry(null, "the training procedure", "corrected t", lower, upper, List.of());
        return new MetricEntry(
                name, true, value, value == null ? "no positive row" : null, 10, List.of(), List.of(), interval);
    }

    static JudgementEntry judgement(Outcome outcome, String criterion, @Nullable String message) {
        return new JudgementEntry(
                "isGoodEnough",
                criterion,
                outcome,
                "F1 of \"malignant\"",
                0.9451,
                0.95,
                null,
                "it was 0.9451",
                null,
                null,
                null,
                null,
                false,
                message,
                null);
    }

    static JudgementEntry tolerated(JudgementEntry undecided) {
        return new JudgementEntry(
                undecided.check(),
                undecided.criterion(),
                undecided.outcome(),
                undecided.metric(),
                undecided.value(),
                undecided.threshold(),
                undecided.confidence(),
                undecided.finding(),
                undecided.bound(),
                undecided.pValue(),
                undecided.falsePass(),
                undecided.redAgain(),
                true,
                undecided.message(),
                undecided.remark());
    }

    static Result result(String candidate, List<MetricEntry> metrics, List<JudgementEntry> judgements) {
        return result(candidate, metrics, judgements, List.of());
    }

    static Result result(
            String candidate, List<MetricEntry> metrics, List<JudgementEntry> judgements, List<FindingEntry> findings) {
        return new Result(
                Result.SCHEMA,
                TEST_CLASS,
                candidate,
                new Result.Data(
                        "tumours",
                        569,
                        "sha256:abc",
                        Result.Task.CLASSIFICATION,
                        List.of("benign", "malignant"),
                        "malignant"),
                new Result.Resampling("10-fold stratified cross-validation", 42L, 1, true),
                Map.of("assay", "0.1.0"),
                metrics,
                null,
                new PlotData(
                        List.of(),
                        null,
                        List.of(),
                        null,
                        List.of(new PlotData.SliceEntry("sex", "f|m", 20, "accuracy", 0.9, 0.7, 0.95)),
                        List.of()),
                judgements,
                List.of(),
                findings,
                List.of());
    }

    static ClassResults results(Result... results) {
        return results(TEST_CLASS, null, results);
    }

    static ClassResults results(String testClass, @Nullable Differences differences, Result... results) {
        List<String> candidates = new ArrayList<>();
        for (Result result : results) {
            candidates.add(result.candidate());
        }
        return new ClassResults(
                new ClassResult(
                        ClassResult.SCHEMA,
                        testClass,
                        "TumourModelTest",
                        candidates,
                        List.of(),
                        differences,
                        new ErrorBudget(3, 1, 0.1, 0.2, 0.35),
                        List.of()),
                List.of(results));
    }

    /** A class with one criterion for each outcome. */
    static ClassResults usual() {
        return results(
                result(
                        "logistic regression",
                        List.of(
                                metric("accuracy", 0.96, 0.94, 0.975),
                                metric("F1 of \"malignant\"", 0.9451, 0.91314, 0.96601),
                                metric("ROC AUC", null, null, null)),
                        List.of(
                                judgement(Outcome.MET, "accuracy to be at least 0.9", null),
                                judgement(Outcome.NOT_MET, "F1 of \"malignant\" to be at least 0.95", MESSAGE),
                                judgement(Outcome.INCONCLUSIVE, "F1 of \"malignant\" to be at least 0.94", null))),
                result("majority class", List.of(metric("accuracy", 0.627, 0.58, 0.67)), List.of()));
    }
}
