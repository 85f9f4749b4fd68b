package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Ledger;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.MetricValue;
import dev.assay.metric.RegressionMetrics;
import dev.assay.testing.Script;
import java.util.List;
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

    private final Criterion<Evaluation> undecided =
            Criteria.atLeast(ClassificationMetrics.F1, 0.9).atConfidence(0.9);

    @Test
    void tolerates_what_is_inconclusive_where_the_ledger_says_so() {
        Evaluation tolerant = evaluation.withLedger(new Ledger(InconclusivePolicy.WARN));
        Verdict verdict = Judge.judge(tolerant, undecided);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.isMet()).isFalse();
        assertThat(verdict.passes()).isTrue();
        assertThat(verdict.message()).isNotEmpty();
        assertThat(tolerant.ledger().judgements()).containsExactly(verdict.judgement());
        assertThat(verdict.judgement().tolerated()).isTrue();
        assertThat(verdict.judgement().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void tolerates_nothing_by_default() {
        assertThat(Judge.judge(evaluation, undecided).passes()).isFalse();
        assertThat(Judge.judge(evaluation.withLedger(new Ledger(InconclusivePolicy.FAIL)), undecided)
                        .passes())
                .isFalse();
    }

    @Test
    void never_tolerates_what_is_not_met_or_undefined_or_has_no_evidence() {
        Evaluation tolerant = evaluation.withLedger(new Ledger(InconclusivePolicy.WARN));
        MetricCriterion far = Criteria.atLeast(ClassificationMetrics.F1, 0.99);

        assertThat(Judge.judge(tolerant, far).passes()).isFalse();
        assertThat(Judge.judge(tolerant, far.atConfidence(0.95)).passes()).isFalse();
        assertThat(Judge.judge(tolerant, Criteria.atMost(ClassificationMetrics.LOG_LOSS, 99))
                        .passes())
                .isFalse();
        assertThat(tolerant.ledger().judgements()).noneMatch(Judgement::tolerated);

        Evaluation constant = Script.numbers(List.of(0.0, 10.0), 1, 11).fitted();
        Verdict unknown = Judge.judge(
                constant.withLedger(new Ledger(InconclusivePolicy.WARN)),
                Criteria.atMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, 2).atConfidence(0.95));
        assertThat(unknown).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(unknown.passes()).isFalse();
    }

    @Test
    void tolerates_a_comparison_that_is_inconclusive() {
        Comparison comparison = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2)
                .against(Script.tumours(3, 1, 0, 4, 4, 0, 2, 2), 2)
                .withLedger(new Ledger(InconclusivePolicy.WARN));
        String other = comparison.evaluations().get(1).candidate();

        Verdict tie = Judge.judge(comparison, Criteria.isBest(ClassificationMetrics.F1, "forest"));
        Verdict untold = Judge.judge(
                comparison, Criteria.isSignificantlyBetter(ClassificationMetrics.LOG_LOSS, "forest", other, 0.05));

        assertThat(tie).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(tie.passes()).isTrue();
        assertThat(untold.passes()).isFalse();
    }

    @Test
    void keeps_what_decided_also_where_the_demand_is_met() {
        Judgement byValue = Judge.judge(evaluation, Criteria.atLeast(ClassificationMetrics.F1, 0.8))
                .judgement();
        Judgement byBound = Judge.judge(
                        evaluation,
                        Criteria.atLeast(ClassificationMetrics.F1, 0.8).atConfidence(0.95))
                .judgement();

        assertThat(byValue.evidence().finding()).isEqualTo("value 0.9000");
        assertThat(byValue.evidence().bound()).isEmpty();
        assertThat(byBound.evidence().finding())
                .isEqualTo(
                        "95 % lower bound 0.8361, of this fitted model, by Wilson on 45 true positives and 10 errors");
        assertThat(byBound.evidence().bound().orElseThrow()).isCloseTo(0.8361, within(1e-4));
    }

    @Test
    void hands_out_an_undefined_value_with_its_reason() {
        assertThat(Judge.handOut(evaluation, ClassificationMetrics.LOG_LOSS, "handed to a test"))
                .isEqualTo(MetricValue.undefined("the model gives no probabilities"));
    }
}
