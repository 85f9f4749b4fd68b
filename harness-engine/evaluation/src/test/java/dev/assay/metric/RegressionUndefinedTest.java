package dev.assay.metric;

import static dev.assay.metric.Cases.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where metrics of regression are undefined, and the reasons they give. */
class RegressionUndefinedTest {

    private static final double[] POSITIVE = {1, 2, 3};

    private static void assertUndefined(Metric metric, Outcomes outcomes, String reason) {
        assertThat(metric.value(outcomes)).as(metric.name()).isEqualTo(MetricValue.undefined(reason));
    }

    @Test
    void explained_losses_of_one_row() {
        List<Metric> metrics = RegressionCatalogue.explained();

        metrics.forEach(metric -> {
            assertUndefined(metric, numbers(new double[] {1}, 1), "there is only one example");
            assertUndefined(metric, numbers(POSITIVE, 1, 2, 3).withWeights(0, 2, 0), "there is only one example");
        });
    }

    @Test
    void all_where_errors_overflow() {
        Outcomes huge = numbers(new double[] {1e308, -1e308}, -1e308, 1e308);

        RegressionCatalogue.ofAnyNumbers().forEach(metric -> assertUndefined(metric, huge, "the errors overflow"));
    }

    @Test
    void symmetric_percentage_errors_where_truth_and_prediction_overflow_together() {
        assertUndefined(
                RegressionMetrics.SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR,
                numbers(new double[] {1e308}, 1.7e308),
                "the errors overflow");
    }

    @Test
    void explained_losses_where_that_of_the_mean_truth_overflows() {
        Outcomes spread = numbers(new double[] {1e200, -1e200}, 1e200, -1e200);

        assertUndefined(RegressionMetrics.R2, spread, "the errors overflow");
        assertUndefined(RegressionMetrics.EXPLAINED_VARIANCE, spread, "the errors overflow");
    }

    @Test
    void log_errors_of_values_from_minus_1_down() {
        for (Metric metric :
                List.of(RegressionMetrics.MEAN_SQUARED_LOG_ERROR, RegressionMetrics.ROOT_MEAN_SQUARED_LOG_ERROR)) {
            assertUndefined(
                    metric,
                    numbers(new double[] {0, -2, -3}, 0, 0, 0),
                    "the truth of row 1 is -2.0, but must be above -1");
            assertUndefined(
                    metric, numbers(POSITIVE, 0, 0, -1), "the prediction of row 2 is -1.0, but must be above -1");
        }
    }

    @Test
    void poisson_deviances_of_negative_counts_and_of_predictions_not_above_0() {
        for (Metric metric : List.of(
                RegressionMetrics.POISSON_DEVIANCE,
                RegressionMetrics.tweedieDeviance(1.5),
                RegressionMetrics.d2TweedieDeviance(1))) {
            assertUndefined(
                    metric, numbers(new double[] {0, -1}, 1, 1), "the truth of row 1 is -1.0, but must be at least 0");
            assertUndefined(
                    metric, numbers(new double[] {0, 1}, 0, 1), "the prediction of row 0 is 0.0, but must be above 0");
        }
    }

    @Test
    void gamma_deviances_of_values_not_above_0() {
        for (Metric metric : List.of(
                RegressionMetrics.GAMMA_DEVIANCE,
                RegressionMetrics.tweedieDeviance(3),
                RegressionMetrics.d2TweedieDeviance(2))) {
            assertUndefined(
                    metric, numbers(new double[] {1, 0}, 1, 1), "the truth of row 1 is 0.0, but must be above 0");
            assertUndefined(
                    metric, numbers(POSITIVE, 1, -1, 1), "the prediction of row 1 is -1.0, but must be above 0");
        }
    }

    @Test
    void extreme_stable_deviances_of_predictions_not_above_0_and_of_a_mean_truth_not_above_0() {
        Outcomes negativeTruth = numbers(new double[] {-3, 1}, 1, 1);

        assertUndefined(
                RegressionMetrics.tweedieDeviance(-1),
                numbers(POSITIVE, 1, 1, 0),
                "the prediction of row 2 is 0.0, but must be above 0");
        assertThat(RegressionMetrics.tweedieDeviance(-1).value(negativeTruth)).isInstanceOf(MetricValue.Defined.class);
        assertUndefined(
                RegressionMetrics.d2TweedieDeviance(-1), negativeTruth, "the mean truth is -1.0, but must be above 0");
    }

    @Test
    void none_for_a_row_of_weight_zero() {
        Outcomes outcomes = numbers(new double[] {1, -5, 3}, 2, -5, 4).withWeights(1, 0, 2);

        assertThat(RegressionCatalogue.ofPositiveNumbers())
                .allSatisfy(metric -> assertThat(metric.value(outcomes)).isInstanceOf(MetricValue.Defined.class));
    }

    @Test
    void scaled_errors_by_a_naive_forecast_without_errors() {
        assertUndefined(
                RegressionMetrics.meanAbsoluteScaledError(1, 5, 5, 5),
                numbers(POSITIVE, POSITIVE),
                "the naive forecast has no errors to scale by");
    }

    @Test
    void metrics_of_quantiles_where_there_are_none() {
        RegressionCatalogue.OF_QUANTILES.forEach(
                metric -> assertUndefined(metric, numbers(POSITIVE, POSITIVE), "the model gives no quantiles"));
    }

    @Test
    void metrics_of_an_interval_whose_ends_the_model_does_not_give() {
        Outcomes quartiles = Outcomes.of(
                Targets.numbers(1), Predictions.numbers(1).withQuantiles(new double[] {0.05, 0.25, 0.75}, 0, 1, 2));

        assertUndefined(
                RegressionMetrics.intervalWidth(0.8),
                quartiles,
                "the model gives no quantile at 0.1, only at [0.05, 0.25, 0.75]");
        assertUndefined(
                RegressionMetrics.intervalCoverage(0.9),
                quartiles,
                "the model gives no quantile at 0.95, only at [0.05, 0.25, 0.75]");
    }
}
