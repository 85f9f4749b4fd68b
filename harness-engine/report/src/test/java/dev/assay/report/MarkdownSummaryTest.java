package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResult.DifferenceEntry;
import dev.assay.result.ClassResult.Differences;
import dev.assay.result.ClassResult.ErrorBudget;
import dev.assay.result.ClassResult.Failure;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {

    @Test
    void begins_with_the_counts_the_worst_first() {
        assertThat(MarkdownSummary.of(List.of(SummaryFixture.usual())))
                .startsWith("## ❌ Assay: 1 not met, 1 inconclusive, 1 met\n");
    }

    @Test
    void tells_what_is_not_met_in_one_sentence_and_keeps_the_details_folded() {
        assertThat(MarkdownSummary.of(List.of(SummaryFixture.usual())))
                .contains(
                        "### Not met\n\n<details><summary>❌ <b>logistic regression</b>, TumourModelTest, isGoodEnough:"
                                + " F1 of \"malignant\" to be at least 0.9500, but it was 0.9451</summary>\n\n```text\n"
                                + SummaryFixture.MESSAGE + "\n```\n\n</details>\n");
    }

    @Test
    void tells_what_is_inconclusive_after_it() {
        assertThat(MarkdownSummary.of(List.of(SummaryFixture.usual())))
                .containsSubsequence("### Not met", "### Inconclusive", "to be at least 0.94: it was 0.9451");
    }

    @Test
    void has_a_table_of_candidates_with_intervals() {
        assertThat(MarkdownSummary.of(List.of(SummaryFixture.usual())))
                .contains("tumours, 569 examples: 10-fold stratified cross-validation, seed 42.", """
                        | candidate (95 % intervals) | accuracy | F1 of "malignant" | ROC AUC | criteria |
                        | :-- | --: | --: | --: | --: |
                        | logistic regression | 0.9600<br>0.9400 to 0.9750 | 0.9451<br>0.9131 to 0.9660 | undefined \
                        | 1 not met, 1 inconclusive, 1 met |
                        | majority class | 0.6270<br>0.5800 to 0.6700 |  |  | none judged |
                        """);
    }

    @Test
    void prefers_judged_metrics_where_not_all_fit_into_the_table() {
        List<Result.MetricEntry> metrics = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            metrics.add(SummaryFixture.metric("metric " + i, 0.5, null, null));
        }
        metrics.add(SummaryFixture.metric("F1 of \"malignant\"", 0.5, null, null));
        ClassResults results = SummaryFixture.results(SummaryFixture.result(
                "forest", metrics, List.of(SummaryFixture.judgement(Outcome.MET, "F1 to be at least 0.4", null))));

        assertThat(MarkdownSummary.of(List.of(results)))
                .contains("| metric 0 | metric 1 | metric 2 | metric 3 | metric 4 | F1 of \"malignant\" | criteria |");
    }

    @Test
    void tells_of_differences_and_of_the_error_budget() {
        Differences differences = new Differences(
                "accuracy",
                true,
                "logistic regression",
                "corrected t",
                List.of(new DifferenceEntry("majority class", 0.333, 0.29, 0.37, 0.00001)));

        assertThat(MarkdownSummary.of(List.of(SummaryFixture.results(
                        SummaryFixture.TEST_CLASS,
                        differences,
                        SummaryFixture.usual().results().toArray(Result[]::new)))))
                .contains(
                        "- logistic regression less majority class by accuracy: 0.3330 (95 % interval 0.2900 to 0.3700),"
                                + " p-value below 0.0001\n",
                        "- The chance that any of 2 gates at a confidence level passes a model below its threshold is at"
                                + " most 10%. 1 gate has no confidence level that decides, so nothing bounds its false passes. If models"
                                + " are as good as measured, some gate goes red on fresh data of the same size in 20% to 35%"
                                + " of runs.\n");
    }

    @Test
    void tells_of_candidates_that_could_not_be_evaluated() {
        ClassResult summary = new ClassResult(
                ClassResult.SCHEMA,
                "T",
                "T",
                List.of(),
                List.of(new Failure("boosting", "fold 3 failed\n```\nat X")),
                null,
                new ErrorBudget(0, 0, 0, null, null),
                List.of("a remark"));

        assertThat(MarkdownSummary.of(List.of(new ClassResults(summary, List.of()))))
                .startsWith("## ❌ Assay: 1 candidate failed\n")
                .contains("<b>boosting</b>, T</summary>\n\n````text\nfold 3 failed\n```\nat X\n````\n", "- a remark\n");
    }

    @Test
    void does_not_take_nothing_for_a_success() {
        assertThat(MarkdownSummary.of(List.of())).startsWith("## Assay: no results\n");
        assertThat(MarkdownSummary.of(
                        List.of(SummaryFixture.results(SummaryFixture.result("forest", List.of(), List.of())))))
                .startsWith("## ⚠️ Assay: none judged\n");
    }

    @Test
    void takes_what_is_undecided_for_a_success_in_no_case() {
        JudgementEntry met = SummaryFixture.judgement(Outcome.MET, "x", null);
        JudgementEntry undecided = SummaryFixture.judgement(Outcome.INCONCLUSIVE, "x", null);

        assertThat(MarkdownSummary.of(List.of(
                        SummaryFixture.results(SummaryFixture.result("forest", List.of(), List.of(met, undecided))))))
                .startsWith("## ❌ Assay: 1 inconclusive, 1 met\n");
        assertThat(MarkdownSummary.of(List.of(SummaryFixture.results(SummaryFixture.result(
                        "forest", List.of(), List.of(met, SummaryFixture.tolerated(undecided)))))))
                .startsWith("## ⚠️ Assay: 1 inconclusive but tolerated, 1 met\n")
                .contains("(passes all the same, as configured)");
        assertThat(MarkdownSummary.of(
                        List.of(SummaryFixture.results(SummaryFixture.result("forest", List.of(), List.of(met))))))
                .startsWith("## ✅ Assay: 1 met\n");
    }

    @Test
    void names_show_as_they_are() {
        ClassResults results = SummaryFixture.results(SummaryFixture.result(
                "a|b\n`c` <img src=x> *d* @team \\ \u0007",
                List.of(SummaryFixture.metric("x|y", 0.5, null, null)),
                List.of(SummaryFixture.judgement(Outcome.NOT_MET, "x", "Expecting <b>|x|</b>\nbut @it\nwas"))));

        assertThat(MarkdownSummary.of(List.of(results)))
                .contains(
                        "| a\\|b \\`c\\` &lt;img src=x&gt; \\*d\\* &#64;team \\\\  | 0.5000 |",
                        "<b>a|b `c` &lt;img src=x&gt; *d* &#64;team \\ </b>",
                        "&lt;b&gt;|x|&lt;/b&gt;, but &#64;it</summary>",
                        "| x\\|y |");
    }

    @Test
    void leaves_out_details_to_stay_below_the_limit_but_no_sentence() {
        JudgementEntry red =
                SummaryFixture.judgement(Outcome.NOT_MET, "x", SummaryFixture.MESSAGE + "\n" + "é".repeat(500));
        ClassResults results =
                SummaryFixture.results(SummaryFixture.result("forest", List.of(), Collections.nCopies(40, red)));

        String text = MarkdownSummary.of(List.of(results), 20_000);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(15_000, 20_000);
        assertThat(text.split("but it was 0.9451<", -1)).hasSize(41);
        assertThat(text)
                .contains("<details>", "</p>", "### TumourModelTest")
                .containsPattern("_To stay below 20000 bytes, details of \\d\\d entries are left out here;");
    }

    @Test
    void leaves_out_whole_entries_if_need_be() {
        JudgementEntry red = SummaryFixture.judgement(Outcome.NOT_MET, "x", SummaryFixture.MESSAGE);
        ClassResults results =
                SummaryFixture.results(SummaryFixture.result("forest", List.of(), Collections.nCopies(10_000, red)));

        String text = MarkdownSummary.of(List.of(results));

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MarkdownSummary.GITHUB_LIMIT);
        assertThat(text).containsPattern("and \\d+ whole entries are left out here");
    }

    @Test
    void refuses_a_limit_into_which_nothing_fits() {
        assertThatThrownBy(() -> MarkdownSummary.of(List.of(), 999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a summary needs 1000 bytes at least, not 999");
    }
}
