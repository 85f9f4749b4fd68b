package dev.assay.metric;

import static dev.assay.metric.Cases.numbers;
import static dev.assay.metric.Cases.value;
import static dev.assay.metric.RegressionMetrics.d2PinballLoss;
import static dev.assay.metric.RegressionMetrics.d2TweedieDeviance;
import static dev.assay.metric.RegressionMetrics.pinballLoss;
import static dev.assay.metric.RegressionMetrics.tweedieDeviance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reference.Tolerance;
import org.junit.jupiter.api.Test;

/**
 * Values that scikit-learn 1.9.1 gives, for data from its documentation where that has an example, and sums that can be done
 * by hand for metrics that it lacks.
 */
class RegressionWorkedValuesTest {

    private static final Outcomes ERRORS = numbers(new double[] {3, -0.5, 2, 7}, 2.5, 0, 2, 8);
    private static final Outcomes GROWTH = numbers(new double[] {3, 5, 2.5, 7}, 2.5, 5, 4, 8);
    private static final Outcomes COUNTS = numbers(new double[] {2, 0, 1, 4}, 0.5, 0.5, 2, 2);
    private static final Outcomes AMOUNTS = numbers(new double[] {2, 0.5, 1, 4}, 0.5, 0.5, 2, 2);

    private static void assertValue(Metric metric, Outcomes outcomes, double expected) {
        assertThat(value(metric, outcomes)).as(metric.name()).isCloseTo(expected, Tolerance.of(expected));
    }

    /** Compares with the values without weights and with the weights 1, 2, 3 and 4. */
    private static void assertValues(Metric metric, Outcomes outcomes, double expected, double expectedWeighted) {
        assertValue(metric, outcomes, expected);
        assertValue(metric, outcomes.withWeights(1, 2, 3, 4), expectedWeighted);
    }

    @Test
    void of_errors() {
        assertValue(RegressionMetrics.MEAN_ABSOLUTE_ERROR, ERRORS, 0.5);
        assertValue(RegressionMetrics.MEAN_SQUARED_ERROR, ERRORS, 0.375);
        assertValue(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, ERRORS, Math.sqrt(0.375));
        assertValues(RegressionMetrics.MEDIAN_ABSOLUTE_ERROR, ERRORS, 0.5, 0.5);
        assertValue(RegressionMetrics.MAXIMUM_ERROR, numbers(new double[] {3, 2, 7, 1}, 4, 2, 7, 1), 1);
        assertValue(RegressionMetrics.R2, ERRORS, 0.948608137044967);
        assertValues(RegressionMetrics.EXPLAINED_VARIANCE, ERRORS, 0.9571734475374732, 0.9689988623435722);
    }

    @Test
    void of_percentage_errors() {
        Metric mape = RegressionMetrics.MEAN_ABSOLUTE_PERCENTAGE_ERROR;

        assertValue(mape, ERRORS, 0.3273809523809524);
        assertValue(mape, numbers(new double[] {1, 0, 2.4, 7}, 1.2, 0.1, 2.4, 8), 112589990684262.48);
        // (2·0.5/5.5 + 2 + 0 + 2·1/15) / 4
        assertValue(RegressionMetrics.SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR, ERRORS, (1 / 5.5 + 2 + 2 / 15.0) / 4);
    }

    @Test
    void of_log_errors() {
        assertValue(RegressionMetrics.MEAN_SQUARED_LOG_ERROR, GROWTH, 0.03973012298459379);
        assertValues(RegressionMetrics.ROOT_MEAN_SQUARED_LOG_ERROR, GROWTH, 0.19932416558108, 0.2133009736665704);
    }

    @Test
    void of_pinball_losses() {
        double[] truth = {1, 2, 3};

        assertValue(pinballLoss(0.1), numbers(truth, 0, 2, 3), 0.1 / 3);
        assertValue(pinballLoss(0.1), numbers(truth, 1, 2, 4), 0.9 / 3);
        assertValue(pinballLoss(0.9), numbers(truth, 0, 2, 3), 0.9 / 3);
        assertValue(pinballLoss(0.9), numbers(truth, 1, 2, 4), 0.1 / 3);
        assertValue(pinballLoss(0.1), numbers(truth, truth), 0);
    }

    @Test
    void of_deviances() {
        assertValue(RegressionMetrics.POISSON_DEVIANCE, COUNTS, 1.4260151319598084);
        assertValue(RegressionMetrics.GAMMA_DEVIANCE, AMOUNTS, 1.0568528194400546);
        assertValues(tweedieDeviance(-1.5), COUNTS, 5.548103228511831, 7.943960580120245);
        assertValues(tweedieDeviance(0), COUNTS, 1.875, 2.175);
        assertValues(tweedieDeviance(1), COUNTS, 1.4260151319598084, 1.256700413903814);
        assertValues(tweedieDeviance(1.5), COUNTS, 1.7781745930520232, 1.3823376490862849);
        assertValues(tweedieDeviance(2), AMOUNTS, 1.0568528194400546, 0.6841116916640327);
        assertValues(tweedieDeviance(2.5), AMOUNTS, 1.1178511301977578, 0.6262265521467857);
        assertValues(tweedieDeviance(3), AMOUNTS, 1.25, 0.625);
        assertValue(tweedieDeviance(-1.5), numbers(new double[] {-1, 2}, 1, 3), 2.8694785294908245);
    }

    @Test
    void of_explained_absolute_errors_and_pinball_losses() {
        double[] truth = {1, 2, 3};

        assertValues(RegressionMetrics.D2_ABSOLUTE_ERROR, ERRORS, 0.7647058823529411, 0.7884615384615384);
        assertValue(RegressionMetrics.D2_ABSOLUTE_ERROR, numbers(truth, 2, 2, 2), 0);
        assertValue(RegressionMetrics.D2_ABSOLUTE_ERROR, numbers(truth, 3, 2, 1), -1);
        assertValue(d2PinballLoss(0.5), numbers(truth, 1, 3, 3), 0.5);
        assertValue(d2PinballLoss(0.9), numbers(truth, 1, 3, 3), 2 / 3.0);
        assertValue(d2PinballLoss(0.1), numbers(truth, 1, 3, 3), -2);
        assertValues(d2PinballLoss(0.1), ERRORS, -0.03703703703703698, -0.10975609756097549);
        assertValues(d2PinballLoss(0.25), ERRORS, 0.6296296296296297, 0.5694444444444444);
        assertValues(d2PinballLoss(0.9), ERRORS, 0.6363636363636362, 0.7205882352941175);
    }

    @Test
    void of_explained_deviances() {
        Outcomes example = numbers(new double[] {0.5, 1, 2.5, 7}, 1, 1, 5, 3.5);

        assertValue(d2TweedieDeviance(0), example, 0.2857142857142857);
        assertValue(d2TweedieDeviance(1), example, 0.4879151349031142);
        assertValue(d2TweedieDeviance(2), example, 0.6307842435505155);
        assertValues(d2TweedieDeviance(-1.5), COUNTS, 0.13275703033171704, 0.11364387273195375);
        assertValues(d2TweedieDeviance(1), COUNTS, 0.053789764558056286, 0.21321683223102394);
        assertValues(d2TweedieDeviance(1.5), COUNTS, -0.013448516926912957, 0.16813369559960678);
        assertValues(d2TweedieDeviance(2), AMOUNTS, -0.873619515923465, -0.12795039514011042);
        assertValues(d2TweedieDeviance(3), AMOUNTS, -2.092783505154639, -0.5804597701149428);
    }

    @Test
    void of_scaled_errors() {
        double[] series = {1, 3, 2, 5, 4, 8};

        // steps of 2, 1, 3, 1 and 4 make a naive error of 2.2; over two of them they are 1, 2, 2 and 3
        assertValue(RegressionMetrics.meanAbsoluteScaledError(1, series), ERRORS, 0.5 / 2.2);
        assertValue(RegressionMetrics.meanAbsoluteScaledError(2, series), ERRORS, 0.25);
        assertValue(RegressionMetrics.meanAbsoluteScaledError(2), ERRORS, 0.25);
    }
}
