package dev.assay.assertions.hamcrest;

import static dev.assay.assertions.hamcrest.ModelMatchers.has;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasAccuracy;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasAccuracyAtLeast;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasF1;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasF1AtLeast;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasRecallAtLeast;
import static dev.assay.assertions.hamcrest.ModelMatchers.meets;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.assay.assertions.Demand;
import dev.assay.assertions.Models;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.verdict.Criteria;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.hamcrest.Matcher;
import org.hamcrest.StringDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelMatchersTest {

    private final Evaluation forest = Models.fittedForest();

    private static List<Demand> demands() {
        return Demand.all();
    }

    private static String mismatch(Matcher<?> matcher, Object actual) {
        StringDescription description = new StringDescription();
        matcher.describeMismatch(actual, description);
        return description.toString();
    }

    @ParameterizedTest
    @MethodSource("demands")
    void matches_when_the_demand_is_met(Demand demand) {
        Evaluation evaluation = demand.evaluation();

        assertThat(evaluation, demand.matcher(demand.met()));

        Assertions.assertThat(evaluation.ledger().judgements())
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.MET);
    }

    @ParameterizedTest
    @MethodSource("demands")
    void does_not_match_when_the_demand_is_missed_and_says_why(Demand demand) {
        Evaluation evaluation = demand.evaluation();
        CriterionMatcher matcher = demand.matcher(demand.missed());

        assertThat(evaluation, not(matcher));

        Assertions.assertThat(StringDescription.toString(matcher))
                .isEqualTo(demand.criterion(demand.missed()).description());
        Assertions.assertThat(mismatch(matcher, evaluation))
                .isEqualTo(demand.criterion(demand.missed()).judge(evaluation).message());
    }

    @Test
    void a_failure_shows_the_demand_and_the_evidence_and_is_written_down_once() {
        assertThatThrownBy(() -> assertThat(forest, hasF1AtLeast(0.9)))
                .isInstanceOf(AssertionError.class)
                .message()
                .isEqualToNormalizingNewlines("""

                        Expected: F1 to be at least 0.9000
                             but: [forest on tumours: one fitted model on 100 test examples]
                        Expecting F1 of "malignant" to be at least 0.9000
                                      but it was 0.8421   (fresh data of this size would reach 0.9000 in 8% of runs)
                          confusion (rows are the truth)
                                               benign  malignant
                                    benign         45          5
                                    malignant      10         40""");
        Assertions.assertThat(forest.ledger().judgements()).hasSize(1);
    }

    @Test
    void matches_at_a_confidence_level() {
        assertThat(forest, hasF1AtLeast(0.76).atConfidence(0.95));
        assertThat(forest, not(hasF1AtLeast(0.99).atConfidence(0.95)));

        Assertions.assertThat(StringDescription.toString(hasF1AtLeast(0.84).atConfidence(0.95)))
                .isEqualTo("F1 to be at least 0.8400 at 95 % confidence");
        Assertions.assertThat(forest.ledger().judgements())
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.MET, Outcome.NOT_MET);
    }

    @Test
    void evidence_that_does_not_decide_fails_even_where_no_match_is_wanted() {
        Assertions.assertThatThrownBy(
                        () -> assertThat(forest, not(hasF1AtLeast(0.84).atConfidence(0.95))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the evidence doesn't decide");
    }

    @Test
    void matchers_can_be_combined() {
        assertThat(forest, allOf(hasF1AtLeast(0.8), hasRecallAtLeast("benign", 0.9)));

        assertThatThrownBy(() -> assertThat("gate", forest, allOf(hasF1AtLeast(0.8), hasAccuracyAtLeast(0.99))))
                .hasMessageStartingWith("gate")
                .hasMessageContaining("Expecting accuracy to be at least 0.9900");
    }

    @Test
    void matches_any_criterion() {
        assertThat(forest, meets(Criteria.atLeast(ClassificationMetrics.F1, 0.8)));

        Matcher<Evaluation> missed = meets(Criteria.atLeast(ClassificationMetrics.F1, 0.9));
        assertThat(forest, not(missed));
        Assertions.assertThat(StringDescription.toString(missed)).isEqualTo("F1 to be at least 0.9000");
    }

    @Test
    void hands_a_value_to_other_matchers_and_says_so_in_the_ledger() {
        assertThat(forest, hasF1(closeTo(0.842, 0.001)));
        assertThat(forest, hasAccuracy(greaterThan(0.8)));
        assertThat(Models.prices(), has(RegressionMetrics.R2, greaterThan(0.8)));

        Assertions.assertThat(forest.ledger().judgements())
                .extracting(Judgement::criterion)
                .containsExactly("F1 of \"malignant\" handed to Hamcrest", "accuracy handed to Hamcrest");
        Assertions.assertThat(forest.ledger().judgements())
                .extracting(Judgement::outcome)
                .containsOnly(Outcome.CUSTOM);
    }

    @Test
    void describes_a_value_that_another_matcher_refuses_and_writes_it_down_once() {
        assertThatThrownBy(() -> assertThat(forest, hasAccuracy(greaterThan(0.9))))
                .message()
                .isEqualToNormalizingNewlines("""

                        Expected: accuracy a value greater than <0.9>
                             but: accuracy of forest on tumours: one fitted model on 100 test examples <0.85> was less than <0.9>""");
        Assertions.assertThat(forest.ledger().judgements()).hasSize(1);
    }

    @Test
    void an_undefined_value_fails_even_where_no_match_is_wanted() {
        Evaluation oneSided = Evaluation.ofFittedModel(
                "forest", Models.forest(), Models.tumours().select(5, 6, 7));
        Assertions.assertThatThrownBy(() -> assertThat(oneSided, not(ModelMatchers.hasRocAucAtLeast(0.9))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it is undefined: no example is \"malignant\"");
        Assertions.assertThatThrownBy(() -> assertThat(oneSided, not(has(ClassificationMetrics.ROC_AUC, anything()))))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "ROC AUC of \"malignant\" of forest on tumours: one fitted model on 3 test examples is undefined:"
                                + " no example is \"malignant\"");
    }

    @Test
    void does_not_match_null() {
        Assertions.assertThat(hasF1AtLeast(0.5).matches(null)).isFalse();
        Assertions.assertThat(hasF1(greaterThan(0.5)).matches(null)).isFalse();
        Assertions.assertThat(mismatch(hasF1AtLeast(0.5), null)).isEqualTo("was null");
    }

    @Test
    void fails_with_a_threshold_or_level_that_makes_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hasF1AtLeast(95))
                .withMessageEndingWith("a threshold of 95.0 makes no sense (is it meant in percent?)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hasF1AtLeast(0.5).atConfidence(95))
                .withMessage("a confidence level lies above 0.5 and below 1, such as 0.95; not 95.0");
    }
}
