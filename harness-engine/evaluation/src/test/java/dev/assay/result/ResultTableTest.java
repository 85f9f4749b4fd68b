package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.Result.IntervalEntry;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.Result.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static MetricEntry metric(
            String name, @Nullable Double value, @Nullable Double lower, @Nullable Double upper) {
        IntervalEntry interval = lower == null
                ? new IntervalEntry("one fold", null, null, null, null, List.of())
                : new IntervalEntry(null, "this procedure", "by folds", lower, upper, List.of());
        return new MetricEntry(name, true, value, null, 1, List.of(), List.of(), interval);
    }

    private static JudgementEntry judgement(Outcome outcome, String metric) {
        return new JudgementEntry(
                "check", "demand", outcome, metric, null, null, null, null, null, null, null, null, false, null, null);
    }

    private static Result result(String candidate, List<MetricEntry> metrics, JudgementEntry... judgements) {
        return new Result(
                Result.SCHEMA,
                "T",
                candidate,
                new Result.Data("data", 1, null, Result.Task.REGRESSION, null, null),
                new Result.Resampling("folds", null, 1, true),
                Map.of(),
                metrics,
                null,
                new PlotData(List.of(), null, List.of(), null, List.of(), List.of()),
                List.of(judgements),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void shows_criteria_and_metrics_with_intervals_that_are_not_rounded_inwards() {
        List<Result> results = List.of(
                result(
                        "logistic regression",
                        List.of(metric("F1", 0.9451, 0.91314, 0.96601), metric("accuracy", 0.96, 0.94, 0.975)),
                        judgement(Outcome.MET, "F1"),
                        judgement(Outcome.NOT_MET, "F1")),
                result("floor", List.of(metric("F1", null, null, null), metric("accuracy", 0.6, null, null))));

        assertThat(ResultTable.of(results, false)).isEqualTo("""
                                                       criteria              F1        accuracy
                          logistic regression  1 not met, 1 met          0.9451          0.9600
                                                                 [0.913, 0.967]  [0.940, 0.975]
                          floor                            none       undefined          0.6000
                        """);
    }

    @Test
    void shows_metrics_that_were_judged_before_others() {
        List<MetricEntry> metrics = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            metrics.add(metric("m" + i, 0.5, null, null));
        }

        assertThat(ResultTable.of(List.of(result("forest", metrics, judgement(Outcome.MET, "m8"))), false)
                        .lines())
                .first()
                .asString()
                .containsSubsequence("criteria", "m0", "m1", "m2", "m3", "m8")
                .doesNotContain("m4");
    }

    @Test
    void lines_have_at_most_100_columns_as_long_as_there_are_metrics_to_leave_out() {
        List<MetricEntry> metrics = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            metrics.add(metric("macro precision " + i, 0.5, 0.25, 0.75));
        }
        Result judged = result("logistic regression", metrics, judgement(Outcome.MET, "macro precision 4"));
        Result longName = result("x".repeat(120), metrics, judgement(Outcome.MET, "macro precision 4"));

        assertThat(ResultTable.of(List.of(judged), false).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100))
                .first()
                .asString()
                .containsSubsequence("precision 0", "precision 1", "precision 4")
                .doesNotContain("precision 2");
        assertThat(ResultTable.of(List.of(judged), true).lines().findFirst())
                .isEqualTo(ResultTable.of(List.of(judged), false).lines().findFirst());
        assertThat(ResultTable.of(List.of(longName), false))
                .contains("macro precision 0")
                .doesNotContain("precision 4");
    }

    @Test
    void colours_do_not_move_columns() {
        List<Result> results = List.of(
                result("a", List.of(metric("F1", 0.5, 0.1, 0.9)), judgement(Outcome.NOT_MET, "F1")),
                result("b", List.of(metric("F1", 0.5, 0.1, 0.9))));

        String coloured = ResultTable.of(results, true);

        assertThat(coloured).contains("\u001B[31m1 not met\u001B[0m", "\u001B[2m[0.100, 0.900]\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[\\d+m", "")).isEqualTo(ResultTable.of(results, false));
    }

    @Test
    void outcomes_are_counted_the_worst_first() {
        assertThat(ResultTable.outcomes(
                        List.of(
                                judgement(Outcome.MET, ""),
                                judgement(Outcome.CUSTOM, ""),
                                judgement(Outcome.INCONCLUSIVE, ""),
                                judgement(Outcome.NOT_MET, ""),
                                judgement(Outcome.MET, "")),
                        false))
                .isEqualTo("1 not met, 1 inconclusive, 2 met, 1 custom");
        assertThat(ResultTable.outcomes(List.of(), true)).isEqualTo("none");
    }
}
