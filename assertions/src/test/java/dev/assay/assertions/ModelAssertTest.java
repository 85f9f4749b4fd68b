package dev.assay.assertions;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Criterion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

class ModelAssertTest {

    private final Evaluation forest = Models.fittedForest();

    private static List<Demand> demands() {
        return Demand.all();
    }

    @ParameterizedTest
    @MethodSource("demands")
    void passes_when_the_demand_is_met(Demand demand) {
        Evaluation evaluation = demand.evaluation();
        ModelAssert assertions = assertThatModel(evaluation);

        assertThat(demand.assertOn(assertions, demand.met())).isSameAs(assertions);

        assertThat(evaluation.ledger().judgements())
                .containsExactly(
                        demand.criterion(demand.met()).judge(evaluation).judgement())
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.MET);
    }

    @ParameterizedTest
    @MethodSource("demands")
    void fails_with_the_verdicts_message_when_the_demand_is_missed(Demand demand) {
        Evaluation evaluation = demand.evaluation();
        var verdict = demand.criterion(demand.missed()).judge(evaluation);

        AssertionFailedError failure = catchThrowableOfType(
                AssertionFailedError.class, () -> demand.assertOn(assertThatModel(evaluation), demand.missed()));

        assertThat(failure).hasMessage(verdict.message());
        assertThat(failure.getExpected().getValue()).isEqualTo(verdict.expected());
        assertThat(failure.getActual().getValue()).isEqualTo(verdict.actual());
        assertThat(evaluation.ledger().judgements()).containsExactly(verdict.judgement());
    }

    @Test
    void a_failure_shows_the_evidence() {
        assertThatThrownBy(() -> assertThatModel(forest).hasF1AtLeast(0.9).hasRecallAtLeast(0.99))
                .message()
                .isEqualToNormalizingNewlines("""
                        [forest on tumours: one fitted model on 100 test examples]
                        Expecting F1 of "malignant" to be at least 0.9000
                                      but it was 0.8421   (fresh data of this size would reach 0.9000 in 8% of runs)
                          confusion (rows are the truth)
                                               benign  malignant
                                    benign         45          5
                                    malignant      10         40""");
        assertThat(forest.ledger().judgements()).hasSize(1);
    }

    @Test
    void a_description_comes_first() {
        assertThatThrownBy(() ->
                        assertThatModel(forest).as("the %s gate", "release").hasF1AtLeast(0.9))
                .hasMessageStartingWith("[the release gate] [forest on tumours: ");
    }

    @Test
    void percent_signs_in_names_do_no_harm() {
        Evaluation percent = Evaluation.ofFittedModel("100%s %d", Models.forest(), Models.tumours());

        assertThatThrownBy(() -> assertThatModel(percent).hasF1AtLeast(0.9))
                .hasMessageStartingWith("[100%s %d on tumours: ");
    }

    @Test
    void passes_at_a_confidence_that_even_the_lower_bound_allows() {
        assertThatModel(forest).atConfidence(0.95).hasF1AtLeast(0.76).hasAccuracyAtLeast(0.77);
    }

    @Test
    void fails_at_a_confidence_where_the_evidence_does_not_decide() {
        assertThatThrownBy(() -> assertThatModel(forest)
                        .hasF1AtLeast(0.84)
                        .atConfidence(0.95)
                        .hasF1AtLeast(0.84))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("Expecting F1 of \"malignant\" to be at least 0.8400 at 95 % confidence")
                .hasMessageContaining("but the evidence doesn't decide: the 95 % lower bound ");
        assertThat(forest.ledger().judgements())
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.MET, Outcome.INCONCLUSIVE);
    }

    @Test
    void fails_with_a_confidence_that_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatModel(forest).atConfidence(95).hasF1AtLeast(0.8))
                .withMessage("a confidence level lies above 0.5 and below 1, such as 0.95; not 95.0");
    }

    @Test
    void passes_and_fails_by_any_criterion_which_confidence_does_not_touch() {
        Criterion<Evaluation> accurate = Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.85);
        Criterion<Evaluation> moreAccurate = Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.86);

        assertThatModel(forest).atConfidence(0.95).meets(accurate);
        assertThatThrownBy(() -> assertThatModel(forest).meets(moreAccurate))
                .hasMessage(moreAccurate.judge(forest).message());
    }

    @Test
    void hands_a_value_to_assertions_on_numbers_and_says_so_in_the_ledger() {
        assertThatModel(forest).metric(ClassificationMetrics.F1).isCloseTo(0.842, within(0.001));

        assertThat(forest.ledger().judgements())
                .extracting(Judgement::criterion, Judgement::outcome)
                .containsExactly(tuple("F1 of \"malignant\" handed to AssertJ", Outcome.CUSTOM));
    }

    @Test
    void describes_a_value_that_fails_an_assertion_on_numbers() {
        assertThatThrownBy(() -> assertThatModel(forest)
                        .metric(ClassificationMetrics.ACCURACY)
                        .isGreaterThan(0.9))
                .hasMessageStartingWith("[accuracy of forest on tumours: one fitted model on 100 test examples]")
                .hasMessageContaining("0.85");
    }

    @Test
    void hands_an_undefined_value_over_as_null_with_the_reason() {
        Evaluation oneSided = Evaluation.ofFittedModel(
                "forest", Models.forest(), Models.tumours().select(5, 6, 7));

        assertThatModel(oneSided).metric(ClassificationMetrics.ROC_AUC).isNull();
        assertThatThrownBy(() -> assertThatModel(oneSided)
                        .metric(ClassificationMetrics.ROC_AUC)
                        .isGreaterThan(0.5))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "ROC AUC of \"malignant\" of forest on tumours: one fitted model on 3 test examples,"
                                + " undefined: no example is \"malignant\"");
    }

    @Test
    void fails_when_there_is_no_evaluation() {
        Evaluation nothing = null;

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatModel(nothing).hasF1AtLeast(0.9))
                .withMessageContaining("not to be null");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatModel(nothing).metric(ClassificationMetrics.F1))
                .withMessageContaining("not to be null");
    }

    @Test
    void fails_with_a_metric_that_does_not_fit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatModel(forest).hasR2AtLeast(0.5))
                .withMessage("R² judges numbers, but the targets are labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatModel(Models.prices()).metric(ClassificationMetrics.F1))
                .withMessage("F1 judges labels, but the targets are numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatModel(forest).hasAtMost(RegressionMetrics.R2, 95));
    }
}
