package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.result.ClassResult.ErrorBudget;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {

    private static JudgementEntry gate(@Nullable Double falsePass, @Nullable Double redAgain) {
        return judgement("F1", 0.9, Outcome.MET, falsePass, redAgain);
    }

    private static JudgementEntry judgement(
            String metric,
            @Nullable Double threshold,
            Outcome outcome,
            @Nullable Double falsePass,
            @Nullable Double redAgain) {
        return new JudgementEntry(
                "isGood()",
                "to be good",
                outcome,
                metric,
                0.9,
                threshold,
                null,
                null,
                null,
                null,
                falsePass,
                redAgain,
                false,
                null,
                null);
    }

    @Test
    void sums_what_is_known_of_gates() {
        ErrorBudget budget =
                ErrorBudget.of(List.of(gate(0.05, 0.2), gate(0.01, 0.5), gate(null, 0.1), gate(null, null)));

        assertThat(budget.gates()).isEqualTo(4);
        assertThat(budget.unbounded()).isEqualTo(2);
        assertThat(budget.falsePass()).isCloseTo(0.06, within(1e-15));
        assertThat(budget.redAtLeast()).isEqualTo(0.5);
        // the last one may go red always
        assertThat(budget.redAtMost()).isEqualTo(1);
    }

    @Test
    void chances_of_going_red_add_up_at_most() {
        ErrorBudget budget = ErrorBudget.of(List.of(gate(0.05, 0.2), gate(0.01, 0.5), gate(null, 0.1)));

        assertThat(budget.redAtLeast()).isEqualTo(0.5);
        assertThat(budget.redAtMost()).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void chances_end_at_one() {
        assertThat(ErrorBudget.of(List.of(gate(0.6, 0.7), gate(0.6, 0.8))))
                .isEqualTo(new ErrorBudget(2, 0, 1, 0.8, 1.0));
    }

    @Test
    void a_bound_is_rounded_up_but_not_for_an_error_of_sums() {
        assertThat(ErrorBudget.percentAtMost(0.001)).isEqualTo("1%");
        assertThat(ErrorBudget.percentAtMost(0.05 + 0.01)).isEqualTo("6%");
        assertThat(ErrorBudget.percentAtMost(0.1 + 0.2)).isEqualTo("30%");
        assertThat(ErrorBudget.percentAtMost(0.1003)).isEqualTo("11%");
        assertThat(ErrorBudget.percentAtMost(1)).isEqualTo("100%");
    }

    @Test
    void says_how_likely_bad_models_pass() {
        assertThat(ErrorBudget.of(List.of(gate(0.05, null), gate(0.05, null), gate(null, null), gate(null, null)))
                        .falsePassSentences())
                .containsExactly(
                        "The chance that any of 2 gates at a confidence level passes a model below its threshold is at"
                                + " most 10%.",
                        "2 gates have no confidence level that decides, so nothing bounds their false passes.");
        assertThat(ErrorBudget.of(List.of(gate(0.05, null), gate(null, null))).falsePassSentences())
                .containsExactly(
                        "The chance that the one gate at a confidence level passes a model below its threshold is at"
                                + " most 5%.",
                        "1 gate has no confidence level that decides, so nothing bounds its false passes.");
        assertThat(ErrorBudget.of(List.of()).falsePassSentences()).isEmpty();
    }

    @Test
    void nothing_is_known_of_no_gates() {
        assertThat(ErrorBudget.of(List.of())).isEqualTo(new ErrorBudget(0, 0, 0, null, null));
        assertThat(ErrorBudget.of(List.of(gate(null, null)))).isEqualTo(new ErrorBudget(1, 1, 0, null, null));
    }

    @Test
    void demands_with_a_threshold_or_a_significance_level_are_gates() {
        assertThat(ErrorBudget.of(List.of(
                        judgement("F1", null, Outcome.MET, null, null),
                        judgement("F1", 0.9, Outcome.CUSTOM, null, null))))
                .isEqualTo(new ErrorBudget(0, 0, 0, null, null));
        assertThat(ErrorBudget.of(List.of(judgement("F1", null, Outcome.MET, 0.05, 0.1))))
                .isEqualTo(new ErrorBudget(1, 0, 0.05, 0.1, 0.1));
        assertThat(ErrorBudget.of(List.of(
                                judgement("F1", 0.9, Outcome.NOT_MET, 0.05, 0.1),
                                judgement("F1", 0.9, Outcome.INCONCLUSIVE, 0.05, 0.1)))
                        .gates())
                .isEqualTo(2);
    }
}
