package dev.assay.metric;

import static dev.assay.metric.Cases.numbers;
import static dev.assay.metric.Cases.value;
import static dev.assay.metric.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static dev.assay.metric.RegressionMetrics.MEDIAN_ABSOLUTE_ERROR;
import static dev.assay.metric.RegressionMetrics.R2;
import static dev.assay.metric.RegressionMetrics.SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the metrics of regression say of themselves, and how they treat special data. */
class RegressionMetricsTest {

    private static final double[] CONSTANT = {0.1, 0.1, 0.1};

    private static void assertFails(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }

    @Test
    void have_names_of_their_own_in_lower_case() {
        assertThat(RegressionCatalogue.all())
                .extracting(Metric::name)
                .doesNotHaveDuplicates()
                .contains("mean absolute percentage error", "root mean squared log error", "maximum error")
                .contains("mean absolute scaled error (naive error 2.5)", "continuous ranked probability score")
                .contains("Poisson deviance", "Tweedie deviance of power 1.5", "Tweedie deviance of power 2")
                .contains("explained variance", "D² of absolute error", "D² of pinball loss at 0.1")
                .contains("pinball loss at 0.1", "D² of Tweedie deviance of power -1.5")
                .contains("coverage of the 0.8 interval", "Winkler score of the 0.8 interval");
    }

    @Test
    void are_all_tested() {
        assertThat(RegressionCatalogue.all()).containsAll(RegressionCatalogue.constants());
    }

    @Test
    void are_pooled_over_folds_where_they_are_means_of_rows_and_averaged_otherwise() {
        assertThat(RegressionCatalogue.concatenated(List.of(
                        RegressionCatalogue.MEANS_OF_ANY_NUMBERS,
                        RegressionCatalogue.MEANS_OF_POSITIVE_NUMBERS,
                        RegressionCatalogue.OF_QUANTILES)))
                .allMatch(metric -> metric.combination() == FoldCombination.POOLED);
        assertThat(RegressionCatalogue.concatenated(List.of(
                        RegressionCatalogue.OF_SORTED_ERRORS,
                        RegressionCatalogue.EXPLAINED_OF_ANY_NUMBERS,
                        RegressionCatalogue.EXPLAINED_OF_POSITIVE_NUMBERS)))
                .allMatch(metric -> metric.combination() == FoldCombination.AVERAGED);
    }

    @Test
    void say_which_values_are_better() {
        List<Metric> moreIsBetter = RegressionCatalogue.concatenated(List.of(
                RegressionCatalogue.EXPLAINED_OF_ANY_NUMBERS,
                RegressionCatalogue.EXPLAINED_OF_POSITIVE_NUMBERS,
                RegressionCatalogue.OF_QUANTILES.subList(0, 1)));

        assertThat(RegressionCatalogue.all())
                .allMatch(
                        metric -> (metric.direction() == Direction.HIGHER_IS_BETTER) == moreIsBetter.contains(metric));
    }

    @Test
    void say_which_values_are_possible() {
        assertThat(RegressionCatalogue.explained())
                .allMatch(metric -> metric.range().equals(new Range(Double.NEGATIVE_INFINITY, 1)));
        assertThat(RegressionMetrics.intervalCoverage(0.8).range()).isEqualTo(Range.UNIT);
        assertThat(RegressionMetrics.intervalCoverageError(0.8).range()).isEqualTo(Range.UNIT);
        assertThat(SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR.range()).isEqualTo(new Range(0, 2));
        assertThat(MEAN_ABSOLUTE_ERROR.range()).isEqualTo(Range.NON_NEGATIVE);
        assertThat(MEDIAN_ABSOLUTE_ERROR.range()).isEqualTo(Range.NON_NEGATIVE);
    }

    @Test
    void equal_those_of_the_same_parameters() {
        assertThat(RegressionMetrics.pinballLoss(0.1)).isEqualTo(RegressionMetrics.pinballLoss(0.1));
        assertThat(RegressionMetrics.pinballLoss(0.1)).isNotEqualTo(RegressionMetrics.pinballLoss(0.2));
        assertThat(RegressionMetrics.meanAbsoluteScaledError(1, 3, 5, 4))
                .isEqualTo(RegressionMetrics.meanAbsoluteScaledError(1.5));
    }

    @Test
    void of_explained_loss_are_1_if_perfect_and_0_otherwise_for_constant_truth() {
        assertThat(RegressionCatalogue.explained()).allSatisfy(metric -> {
            assertThat(value(metric, numbers(CONSTANT, CONSTANT))).isEqualTo(1);
            assertThat(value(metric, numbers(CONSTANT, 0.1, 0.1, 0.2))).isZero();
        });
    }

    @Test
    void of_explained_loss_take_the_truth_as_constant_where_it_differs_in_rows_of_weight_zero_only() {
        Outcomes outcomes = numbers(new double[] {0.1, 0.1, 0.1, 5}, 0.2, 0.2, 0.3, 5);

        assertThat(RegressionCatalogue.explained())
                .allSatisfy(metric -> assertThat(value(metric, outcomes.withWeights(1, 1, 1, 0)))
                        .isZero());
    }

    @Test
    void explained_variance_forgives_a_constant_error_even_of_a_constant_truth() {
        assertThat(value(RegressionMetrics.EXPLAINED_VARIANCE, numbers(CONSTANT, 0.3, 0.3, 0.3)))
                .isEqualTo(1);
    }

    @Test
    void d2_of_counts_that_are_all_zero_is_0() {
        assertThat(value(RegressionMetrics.d2TweedieDeviance(1), numbers(new double[2], 0.5, 0.5)))
                .isZero();
    }

    @Test
    void r2_may_be_negative() {
        assertThat(value(R2, numbers(new double[] {1, 2, 3}, 3, 2, 1))).isEqualTo(-3);
    }

    @Test
    void the_median_error_of_unit_weights_is_the_lower_of_the_middle_two() {
        Outcomes outcomes = numbers(new double[4], 1, -2, 4, 8);

        assertThat(value(MEDIAN_ABSOLUTE_ERROR, outcomes)).isEqualTo(3);
        assertThat(value(MEDIAN_ABSOLUTE_ERROR, outcomes.withWeights(1, 1, 1, 1)))
                .isEqualTo(2);
        assertThat(value(MEDIAN_ABSOLUTE_ERROR, outcomes.withWeights(0.5, 0.5, 0.5, 2)))
                .isEqualTo(8);
    }

    @Test
    void the_maximum_error_leaves_out_rows_of_weight_zero() {
        Outcomes outcomes = numbers(new double[3], 1, -2, 4);

        assertThat(value(RegressionMetrics.MAXIMUM_ERROR, outcomes)).isEqualTo(4);
        assertThat(value(RegressionMetrics.MAXIMUM_ERROR, outcomes.withWeights(0.1, 0.1, 0)))
                .isEqualTo(2);
    }

    @Test
    void symmetric_percentage_errors_are_0_where_truth_and_prediction_are_0_and_2_where_one_is() {
        assertThat(value(SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR, numbers(new double[] {0}, 0)))
                .isZero();
        assertThat(value(SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR, numbers(new double[] {0}, 1e-9)))
                .isEqualTo(2);
        assertThat(value(SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR, numbers(new double[] {-3}, 1)))
                .isEqualTo(2);
    }

    @Test
    void lose_no_digits_over_long_data() {
        double[] truth = new double[100_000];
        double[] predicted = new double[truth.length];
        Arrays.fill(predicted, 0.1);

        assertThat(value(MEAN_ABSOLUTE_ERROR, numbers(truth, predicted))).isEqualTo(0.1);
    }

    @Test
    void tweedie_deviances_lose_no_digits_where_the_power_is_near_that_of_poisson_or_gamma() {
        Outcomes outcomes = numbers(new double[] {2, 0.5, 1, 4}, 0.5, 0.5, 2, 2);

        DoubleStream.of(1, 2).forEach(power -> {
            double exact = value(RegressionMetrics.tweedieDeviance(power), outcomes);
            Metric near = RegressionMetrics.tweedieDeviance(power + 1e-14);
            assertThat(value(near, outcomes)).isCloseTo(exact, within(1e-12));
        });
    }

    @Test
    void fail_when_targets_are_labels() {
        assertFails(() -> R2.resolve(Targets.labels("a")), "R² judges numbers, but the targets are labels");
        assertFails(
                () -> R2.value(Cases.labels(Labels.of("a", "b"), "ab", "ab")),
                "this metric judges numbers, but the targets are labels");
        assertThat(RegressionCatalogue.all())
                .allSatisfy(metric -> assertFails(
                        () -> metric.resolve(Targets.labels("a")),
                        metric.name() + " judges numbers, but the targets are labels"));
    }

    @Test
    void fail_when_a_level_is_not_between_0_and_1() {
        assertFails(() -> RegressionMetrics.pinballLoss(0), "a quantile's level lies between 0 and 1, unlike 0.0");
        assertFails(() -> RegressionMetrics.pinballLoss(1), "a quantile's level lies between 0 and 1, unlike 1.0");
        assertFails(
                () -> RegressionMetrics.d2PinballLoss(Double.NaN),
                "a quantile's level lies between 0 and 1, unlike NaN");
        assertFails(
                () -> RegressionMetrics.intervalCoverage(95),
                "an interval's probability lies between 0 and 1, unlike 95.0");
        assertFails(
                () -> RegressionMetrics.winklerScore(Double.NaN),
                "an interval's probability lies between 0 and 1, unlike NaN");
    }

    @Test
    void fail_when_there_is_no_tweedie_distribution_of_the_power() {
        assertFails(
                () -> RegressionMetrics.tweedieDeviance(0.5),
                "there is no Tweedie distribution of power 0.5; it must be at most 0 or at least 1");
        assertFails(
                () -> RegressionMetrics.d2TweedieDeviance(Double.POSITIVE_INFINITY),
                "there is no Tweedie distribution of power Infinity; it must be at most 0 or at least 1");
    }

    @Test
    void fail_when_there_is_no_naive_error_to_scale_by() {
        assertFails(
                () -> RegressionMetrics.meanAbsoluteScaledError(-1),
                "a naive error is a finite number from 0 up, not -1.0");
        assertFails(
                () -> RegressionMetrics.meanAbsoluteScaledError(Double.NaN),
                "a naive error is a finite number from 0 up, not NaN");
        assertFails(
                () -> RegressionMetrics.meanAbsoluteScaledError(3, 1, 2, 3),
                "a naive forecast over a season of 3 needs a season of at least 1 and a series of more values than that,"
                        + " not of 3");
        assertFails(
                () -> RegressionMetrics.meanAbsoluteScaledError(1, 1, Double.NaN),
                "the training series has values that are not finite");
    }
}
