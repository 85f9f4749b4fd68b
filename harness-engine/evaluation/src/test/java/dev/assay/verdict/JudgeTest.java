package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.MetricValue;
import dev.assay.testing.Script;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Whatever is judged is written down, once, met or not. */
class JudgeTest {

    private final Evaluation evaluation = Script.tumours(45, 5, 5, 45).fitted();

    @Test
    void writes_down_every_judgement_of_an_evaluation() {
        Verdict met = Judge.judge(evaluation, Criteria.atLeast(ClassificationMetrics.F1, 0.8));
        Verdict notMet = Judge.judge(evaluation, Criteria.atLeast(ClassificationMetrics.F1, 0.99));
        Verdict inconclusive = Judge.judge(
                evaluation, Criteria.atLeast(ClassificationMetrics.F1, 0.9).atConfidence(0.9));

        assertThat(evaluation.ledger().judgements())
                .containsExactly(met.judgement(), notMet.judgement(), inconclusive.judgement())
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.MET, Outcome.NOT_MET, Outcome.INCONCLUSIVE);
        assertThat(evaluation.ledger().judgements())
                .extracting(Judgement::message)
                .containsExactly("", notMet.message(), inconclusive.message());
    }

    @Test
    void writes_down_the_same_judgement_once() {
        Judge.judge(evaluation, Criteria.atLeast(ClassificationMetrics.F1, 0.99));
        Judge.judge(evaluation, Criteria.atLeast(ClassificationMetrics.F1, 0.99));

        assertThat(evaluation.ledger().judgements()).hasSize(1);
    }

    @Test
    void writes_nothing_down_where_a_criterion_is_asked_directly() {
        assertThat(Criteria.atLeast(ClassificationMetrics.F1, 0.99).judge(evaluation))
                .isNotNull();

        assertThat(evaluation.ledger().isEmpty()).isTrue();
    }

    @Test
    void writes_judgements_of_a_comparison_to_its_ledger() {
        Script script = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2);
        Comparison comparison = script.against(Script.tumours(1, 3, 0, 4, 1, 3, 2, 2), 2);

        Verdict verdict = Judge.judge(comparison, Criteria.isBest(ClassificationMetrics.F1, "forest"));

        assertThat(comparison.ledger().judgements()).containsExactly(verdict.judgement());
        assertThat(verdict.judgement().candidate()).isEqualTo("forest");
    }

    @Test
    void writes_down_that_a_value_was_handed_out_and_not_how_that_ended() {
        MetricValue value = Judge.handOut(evaluation, ClassificationMetrics.F1, "handed to a test");

        assertThat(value).isEqualTo(MetricValue.of(0.9));
        assertThat(evaluation.ledger().judgements())
                .containsExactly(new Judgement(
                        "forest",
                        "F1 of \"malignant\" handed to a test",
                        Outcome.CUSTOM,
                        "F1 of \"malignant\"",
                        OptionalDouble.of(0.9),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        ""));
    }

    @Test
    void hands_out_an_undefined_value_with_its_reason() {
        assertThat(Judge.handOut(evaluation, ClassificationMetrics.LOG_LOSS, "handed to a test"))
                .isEqualTo(MetricValue.undefined("the model gives no probabilities"));
    }
}
