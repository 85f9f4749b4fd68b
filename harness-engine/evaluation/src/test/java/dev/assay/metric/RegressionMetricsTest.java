package dev.assay.metric;

import static dev.assay.metric.Cases.numbers;
import static dev.assay.metric.Cases.value;
import static dev.assay.metric.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static dev.assay.metric.RegressionMetrics.MEAN_SQUARED_ERROR;
import static dev.assay.metric.RegressionMetrics.R2;
import static dev.assay.metric.RegressionMetrics.ROOT_MEAN_SQUARED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionMetricsTest {

    private static final List<Metric> ALL =
            List.of(MEAN_ABSOLUTE_ERROR, MEAN_SQUARED_ERROR, ROOT_MEAN_SQUARED_ERROR, R2);

    private static final Outcomes OUTCOMES = numbers(new double[] {3, -0.5, 2, 7}, 2.5, 0, 2, 8);

    @Test
    void agree_with_the_examples_in_scikit_learns_documentation() {
        assertThat(value(MEAN_ABSOLUTE_ERROR, OUTCOMES)).isEqualTo(0.5);
        assertThat(value(MEAN_SQUARED_ERROR, OUTCOMES)).isEqualTo(0.375);
        assertThat(value(ROOT_MEAN_SQUARED_ERROR, OUTCOMES)).isEqualTo(Math.sqrt(0.375));
        assertThat(value(R2, OUTCOMES)).isCloseTo(0.948608137044967, within(1e-12));
    }

    @Test
    void r2_of_a_constant_truth_is_1_if_perfect_and_0_otherwise() {
        double[] constant = {0.1, 0.1, 0.1};

        assertThat(value(R2, numbers(constant, 0.1, 0.1, 0.1))).isEqualTo(1);
        assertThat(value(R2, numbers(constant, 0.1, 0.1, 0.2))).isZero();
    }

    @Test
    void r2_takes_the_truth_as_constant_where_it_differs_in_rows_of_weight_zero_only() {
        Outcomes outcomes = numbers(new double[] {0.1, 0.1, 0.1, 5}, 0.2, 0.2, 0.2, 5);

        assertThat(value(R2, outcomes.withWeights(1, 1, 1, 0))).isZero();
    }

    @Test
    void r2_may_be_negative() {
        assertThat(value(R2, numbers(new double[] {1, 2, 3}, 3, 2, 1))).isEqualTo(-3);
    }

    @Test
    void r2_is_undefined_for_one_row() {
        assertThat(R2.value(numbers(new double[] {1}, 1)))
                .isEqualTo(MetricValue.undefined("there is only one example"));
    }

    @Test
    void all_are_undefined_where_errors_overflow() {
        Outcomes huge = numbers(new double[] {1e308, -1e308}, -1e308, 1e308);

        assertThat(ALL)
                .allSatisfy(metric ->
                        assertThat(metric.value(huge)).isEqualTo(MetricValue.undefined("the errors overflow")));
    }

    @Test
    void lose_no_digits_over_long_data() {
        double[] truth = new double[100_000];
        double[] predicted = new double[truth.length];
        Arrays.fill(predicted, 0.1);

        assertThat(value(MEAN_ABSOLUTE_ERROR, numbers(truth, predicted))).isEqualTo(0.1);
    }

    @Test
    void are_pooled_over_folds_but_for_r2() {
        assertThat(ALL)
                .extracting(Metric::combination)
                .containsExactly(
                        FoldCombination.POOLED,
                        FoldCombination.POOLED,
                        FoldCombination.POOLED,
                        FoldCombination.AVERAGED);
    }

    @Test
    void say_which_values_are_better_and_possible() {
        assertThat(R2.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(R2.range()).isEqualTo(new Range(Double.NEGATIVE_INFINITY, 1));
        assertThat(ALL.subList(0, 3)).allSatisfy(metric -> {
            assertThat(metric.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
            assertThat(metric.range()).isEqualTo(Range.NON_NEGATIVE);
        });
    }

    @Test
    void fail_when_targets_are_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> R2.resolve(Targets.labels("a")))
                .withMessage("R² judges numbers, but the targets are labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> R2.value(Cases.labels(Labels.of("a", "b"), "ab", "ab")))
                .withMessage("this metric judges numbers, but the targets are labels");
    }
}
