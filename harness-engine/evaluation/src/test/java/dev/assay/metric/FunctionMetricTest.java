package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.testing.Script;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user's function as a metric, from its value to gates and comparisons. */
class FunctionMetricTest {

    /** The share of benign examples that were not alarmed about. */
    private static final Metric CALM = Metric.of("calm", Direction.HIGHER_IS_BETTER, Range.UNIT, outcomes -> {
        ConfusionMatrix matrix = outcomes.confusion();
        int benign = matrix.labels().indexOf("benign");
        return matrix.cell(benign, benign) / matrix.support(benign);
    });

    private static final Metric ERRORS = Metric.of(
            "errors",
            Direction.LOWER_IS_BETTER,
            Range.NON_NEGATIVE,
            FoldCombination.POOLED,
            outcomes -> outcomes.confusion().total() - outcomes.confusion().correct());

    private static final Script FOREST = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2, 4, 0, 1, 3);
    private static final Script FLOOR = Script.tumours(2, 2, 2, 2, 2, 2, 1, 3, 1, 3, 2, 2);

    private static Metric always(double value) {
        return Metric.of("always", Direction.HIGHER_IS_BETTER, Range.UNIT, outcomes -> value);
    }

    @Test
    void is_averaged_over_folds_unless_said_otherwise() {
        Evaluation evaluation = FOREST.crossValidated(3);

        assertThat(CALM.combination()).isEqualTo(FoldCombination.AVERAGED);
        assertThat(evaluation.value(CALM)).isEqualTo(MetricValue.of((1 + 0.5 + 0.75) / 3));
        assertThat(evaluation.value(ERRORS)).isEqualTo(MetricValue.of(4));
    }

    @Test
    void is_judged_like_a_built_in_metric() {
        Evaluation evaluation = FOREST.crossValidated(3);

        Verdict met = Criteria.atLeast(CALM, 0.75).judge(evaluation);
        Verdict missed = Criteria.atLeast(CALM, 0.76).judge(evaluation);
        Verdict tooMany = Criteria.atMost(ERRORS, 3).judge(evaluation);

        assertThat(met.isMet()).isTrue();
        assertThat(missed).isInstanceOf(Verdict.NotMet.class);
        assertThat(missed.message())
                .contains("Expecting calm to be at least 0.7600")
                .contains("but it was 0.7500");
        assertThat(tooMany).isInstanceOf(Verdict.NotMet.class);
        assertThat(tooMany.message())
                .contains("Expecting errors to be at most 3")
                .contains("but it was 4");
    }

    @Test
    void compares_candidates_like_a_built_in_metric() {
        Comparison comparison = FOREST.against(FLOOR, 3);

        assertThat(comparison.ranking(CALM)).extracting(Evaluation::candidate).containsExactly("forest", "floor");
        assertThat(comparison.ranking(ERRORS)).extracting(Evaluation::candidate).containsExactly("forest", "floor");
        assertThat(comparison.difference(CALM, "forest", "floor").orElseThrow().value())
                .isCloseTo((0.5 - 0.25 + 0.25) / 3, within(1e-15));
        assertThat(Criteria.isBest(CALM, "forest").judge(comparison).isMet()).isTrue();
        assertThat(Criteria.isBest(ERRORS, "floor").judge(comparison).isMet()).isFalse();
    }

    @Test
    void is_undefined_where_the_function_gives_no_finite_number() {
        Outcomes outcomes = FOREST.fitted().repeats().get(0);

        assertThat(always(Double.NaN).value(outcomes)).isEqualTo(MetricValue.undefined("its function gave NaN"));
        assertThat(always(Double.NEGATIVE_INFINITY).value(outcomes))
                .isEqualTo(MetricValue.undefined("its function gave -Infinity"));
    }

    @Test
    void never_meets_a_demand_where_it_is_undefined() {
        Verdict verdict = Criteria.atLeast(always(Double.NaN), 0).judge(FOREST.crossValidated(3));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).contains("its function gave NaN");
    }

    @Test
    void leaves_out_the_folds_where_it_is_undefined() {
        // the second fold has no benign example
        Evaluation evaluation =
                Script.tumours(3, 1, 1, 3, 4, 4, 0, 0, 4, 0, 0, 4).crossValidated(3);

        assertThat(evaluation.value(CALM)).isEqualTo(MetricValue.of((0.75 + 1) / 2));
    }

    @Test
    void fails_when_the_function_leaves_its_range() {
        Outcomes outcomes = FOREST.fitted().repeats().get(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> always(1.5).value(outcomes))
                .withMessage("the function of the metric \"always\" gave 1.5, outside of its range of 0.0 to 1.0");
    }

    @Test
    void fails_without_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metric.of(" ", Direction.HIGHER_IS_BETTER, Range.UNIT, outcomes -> 0))
                .withMessage("a metric needs a name");
    }

    @Test
    void judges_whatever_its_function_does() {
        Metric largest = Metric.of(
                "largest error",
                Direction.LOWER_IS_BETTER,
                Range.NON_NEGATIVE,
                outcomes -> Math.abs(outcomes.numberTruth().value(0)
                        - outcomes.numberPredictions().value(0)));

        assertThat(largest.value(Cases.numbers(new double[] {1}, 3))).isEqualTo(MetricValue.of(2));
        assertThat(largest).hasToString("largest error");
        assertThat(List.of(largest.direction(), ERRORS.direction())).containsOnly(Direction.LOWER_IS_BETTER);
    }
}
