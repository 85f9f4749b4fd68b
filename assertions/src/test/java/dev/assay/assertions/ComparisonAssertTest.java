package dev.assay.assertions;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.DifferenceTest;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Preference;
import dev.assay.evaluation.SelectionRule;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.verdict.Criteria;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ComparisonAssertTest {

    private final Comparison comparison = Models.comparison();

    @Test
    void passes_when_the_best_candidate_is_selected_and_significantly_better() {
        assertThatComparison(comparison)
                .by(ClassificationMetrics.F1)
                .selects("forest")
                .isSignificantlyBetterThan("floor");

        assertThat(comparison.ledger().judgements())
                .extracting(Judgement::criterion)
                .containsExactly(
                        "\"forest\" to be the best by F1 of \"malignant\"",
                        "\"forest\" to be significantly better than \"floor\" by F1 of \"malignant\"");
    }

    @Test
    void compares_by_the_headline_metric_unless_another_is_named() {
        assertThatComparison(comparison)
                .selects("forest")
                .by(ClassificationMetrics.LOG_LOSS)
                .selects("forest");

        assertThat(comparison.ledger().judgements())
                .extracting(Judgement::metric)
                .containsExactly("F1 of \"malignant\"", "log loss");
    }

    @Test
    void fails_with_the_verdicts_message_when_another_candidate_is_the_best() {
        var verdict = Criteria.isBest(ClassificationMetrics.F1, "floor").judge(comparison);

        AssertionFailedError failure = catchThrowableOfType(
                AssertionFailedError.class,
                () -> assertThatComparison(comparison).selects("floor"));

        assertThat(failure).hasMessage(verdict.message());
        assertThat(failure.getExpected().getValue()).isEqualTo("best: floor");
        assertThat(failure.getActual().getValue()).isEqualTo(verdict.actual());
        assertThat(comparison.ledger().judgements()).containsExactly(verdict.judgement());
    }

    @Test
    void fails_when_a_candidate_is_not_significantly_better() {
        assertThatThrownBy(() ->
                        assertThatComparison(comparison).candidate("floor").isSignificantlyBetterThan("forest"))
                .hasMessage(Criteria.isSignificantlyBetter(ClassificationMetrics.F1, "floor", "forest", 0.05)
                        .judge(comparison)
                        .message());
    }

    @Test
    void names_a_candidate_without_asserting_anything() {
        assertThatComparison(comparison).candidate("floor");

        assertThat(comparison.ledger().isEmpty()).isTrue();
    }

    @Test
    void tests_at_the_significance_level_that_is_set() {
        assertThatComparison(comparison)
                .atSignificance(0.001)
                .candidate("forest")
                .isSignificantlyBetterThan("floor");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatComparison(comparison)
                        .atSignificance(0.95)
                        .candidate("forest")
                        .isSignificantlyBetterThan("floor"))
                .withMessageStartingWith("a significance level lies above 0 and below 0.5");
    }

    @Test
    void tests_as_it_is_told() {
        assertThatComparison(comparison)
                .by(ClassificationMetrics.ACCURACY)
                .testedBy(DifferenceTest.MCNEMAR)
                .candidate("forest")
                .isSignificantlyBetterThan("floor");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatComparison(comparison)
                        .testedBy(DifferenceTest.DELONG)
                        .candidate("forest")
                        .isSignificantlyBetterThan("floor"))
                .withMessageEndingWith("take CORRECTED_RESAMPLED_T");
    }

    @Test
    void passes_when_a_candidate_is_practically_equivalent_and_not_worse() {
        assertThatComparison(comparison)
                .by(ClassificationMetrics.ACCURACY)
                .candidate("forest")
                .isPracticallyEquivalentTo("floor", 0.9)
                .isNotWorseThan("floor", 0.01);

        assertThat(comparison.ledger().judgements())
                .extracting(Judgement::criterion)
                .containsExactly(
                        "\"forest\" to be practically equivalent to \"floor\", within 0.9000 by accuracy",
                        "\"forest\" not to be worse than \"floor\" by more than 0.0100 by accuracy");
    }

    @Test
    void fails_when_a_candidate_is_not_practically_equivalent_or_is_worse() {
        assertThatThrownBy(() -> assertThatComparison(comparison)
                        .by(ClassificationMetrics.ACCURACY)
                        .candidate("forest")
                        .isPracticallyEquivalentTo("floor", 0.01))
                .hasMessage(
                        Criteria.isPracticallyEquivalent(ClassificationMetrics.ACCURACY, "forest", "floor", 0.01, 0.05)
                                .judge(comparison)
                                .message());
        assertThatThrownBy(() -> assertThatComparison(comparison)
                        .by(ClassificationMetrics.ACCURACY)
                        .candidate("floor")
                        .isNotWorseThan("forest", 0.01))
                .hasMessage(Criteria.isNotWorse(ClassificationMetrics.ACCURACY, "floor", "forest", 0.01, 0.05)
                        .judge(comparison)
                        .message());
    }

    @Test
    void passes_and_fails_by_any_criterion() {
        assertThatComparison(comparison).meets(Criteria.isBest(ClassificationMetrics.ACCURACY, "forest"));

        assertThatThrownBy(() -> assertThatComparison(comparison)
                        .as("by accuracy")
                        .meets(Criteria.isBest(ClassificationMetrics.ACCURACY, "floor")))
                .hasMessageStartingWith("[by accuracy] [tumours: 5-fold cross-validation, seed 42]");
    }

    @Test
    void selects_within_one_standard_error_of_the_best_and_by_preference_if_asked() {
        assertThatComparison(comparison)
                .by(ClassificationMetrics.F1)
                .withinOneStandardError()
                .selects("forest")
                .preferring(Preference.FASTEST_TO_FIT)
                .selects("forest");

        assertThat(comparison.ledger().judgements())
                .extracting(Judgement::criterion)
                .containsExactly(
                        "\"forest\" to be the simplest within one standard error of the best by F1 of \"malignant\"",
                        "\"forest\" to be the fastest to fit within one standard error of the best by F1 of \"malignant\"");
    }

    @Test
    void fails_with_the_verdicts_message_when_a_rule_selects_another_candidate() {
        assertThatThrownBy(() -> assertThatComparison(comparison)
                        .preferring(Preference.SIMPLEST)
                        .selects("floor"))
                .hasMessage(Criteria.isSelected(comparison.headline(), SelectionRule.best(), "floor")
                        .judge(comparison)
                        .message());
        assertThatThrownBy(() -> assertThatComparison(comparison)
                        .preferring(Preference.FASTEST_TO_PREDICT)
                        .withinOneStandardError()
                        .selects("floor"))
                .hasMessageContaining("\"floor\" to be the fastest to predict within one standard error of the best");
    }

    @Test
    void fails_when_it_is_not_said_which_candidate_is_to_be_better() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThatComparison(comparison).isSignificantlyBetterThan("floor"))
                .withMessage("which candidate? Name it with selects(…) or candidate(…) first");
    }

    @Test
    void fails_with_a_candidate_that_there_is_not() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatComparison(comparison).selects("tree"))
                .withMessage("no candidate \"tree\"; the candidates are \"forest\", \"floor\"");
    }

    @Test
    void fails_when_there_is_no_comparison() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatComparison(null).selects("forest"))
                .withMessageContaining("not to be null");
    }
}
