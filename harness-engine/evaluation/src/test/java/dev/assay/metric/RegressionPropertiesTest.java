package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static dev.assay.metric.RegressionMetrics.MEDIAN_ABSOLUTE_ERROR;
import static dev.assay.metric.RegressionMetrics.R2;
import static dev.assay.metric.RegressionMetrics.d2PinballLoss;
import static dev.assay.metric.RegressionMetrics.d2TweedieDeviance;
import static dev.assay.metric.RegressionMetrics.pinballLoss;
import static dev.assay.metric.RegressionMetrics.tweedieDeviance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Targets;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.reference.Tolerance;
import dev.assay.testing.NumberCase;
import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for metrics of regression on any numbers. */
class RegressionPropertiesTest {

    private static final int CASES = 1000;

    private static final List<Metric> ALL = RegressionCatalogue.all();

    private static final List<Metric> EXPLAINED = RegressionCatalogue.explained();

    private static final List<Double> POWERS = List.of(-1.5, 0.0, 1.0, 1.5, 2.0, 3.0);

    private static void assertSame(Metric metric, Outcomes actual, Outcomes expected) {
        MetricValue value = metric.value(expected);
        assertHolds(metric, value, value instanceof MetricValue.Defined);
        MetricValue same = metric.value(actual);
        assertHolds(metric, same, same.equals(value));
    }

    /** Asserts only what fails, because a description for each of a million values takes seconds. */
    private static void assertHolds(Metric metric, Object actual, boolean condition) {
        if (!condition) {
            fail(metric.name() + " is " + actual);
        }
    }

    private static void assertHolds(Metric metric, Outcomes outcomes, DoublePredicate condition) {
        double value = value(metric, outcomes);
        assertHolds(metric, value, condition.test(value));
    }

    private static Outcomes withPredictions(Outcomes outcomes, double... predicted) {
        return Outcomes.of(outcomes.truth(), Predictions.numbers(predicted));
    }

    private static Outcomes predictingConstant(Outcomes outcomes, double constant) {
        return withPredictions(
                outcomes,
                IntStream.range(0, outcomes.size()).mapToDouble(row -> constant).toArray());
    }

    private static double[] predicted(Outcomes outcomes) {
        return IntStream.range(0, outcomes.size())
                .mapToDouble(row -> outcomes.numberPredictions().value(row))
                .toArray();
    }

    private static Outcomes mapped(Outcomes outcomes, DoubleUnaryOperator function) {
        return Cases.numbers(
                Arrays.stream(outcomes.numberTruth().values()).map(function).toArray(),
                Arrays.stream(predicted(outcomes)).map(function).toArray());
    }

    @Test
    void the_order_of_rows_changes_no_bit() {
        RandomCases.check(CASES, random -> {
            NumberCase original = NumberCase.positive(random);
            NumberCase shuffled = original.shuffled(random);

            ALL.forEach(metric -> {
                assertSame(metric, shuffled.outcomes(), original.outcomes());
                assertSame(metric, shuffled.weightedOutcomes(), original.weightedOutcomes());
            });
        });
    }

    @Test
    void a_weight_is_a_number_of_repetitions_to_the_bit() {
        RandomCases.check(CASES, random -> {
            NumberCase original = NumberCase.positive(random);
            Outcomes repeated = original.repeated().outcomes();

            ALL.stream()
                    .filter(metric -> !metric.equals(MEDIAN_ABSOLUTE_ERROR))
                    .forEach(metric -> assertSame(metric, original.weightedOutcomes(), repeated));
        });
    }

    @Test
    void a_weight_is_a_number_of_repetitions_of_weight_one_to_the_median_error() {
        RandomCases.check(CASES, random -> {
            NumberCase original = NumberCase.random(random);
            Outcomes repeated = original.repeated().outcomes();
            double[] ones = new double[repeated.size()];
            Arrays.fill(ones, 1);

            assertSame(MEDIAN_ABSOLUTE_ERROR, original.weightedOutcomes(), repeated.withWeights(ones));
        });
    }

    @Test
    void a_row_of_weight_zero_is_as_good_as_none() {
        RandomCases.check(CASES, random -> {
            NumberCase original = NumberCase.positive(random);
            NumberPredictions extra =
                    Predictions.numbers(-77).withQuantiles(new double[] {0.1, 0.25, 0.5, 0.75, 0.9}, 1, 2, 3, 4, 5);
            Outcomes weighted = original.weightedOutcomes();
            double[] truth = Arrays.copyOf(original.truth().values(), weighted.size() + 1);
            truth[weighted.size()] = -99;
            double[] weights = IntStream.rangeClosed(0, weighted.size())
                    .mapToDouble(row -> row < weighted.size() ? weighted.weight(row) : 0)
                    .toArray();
            Outcomes longer = Outcomes.of(
                            Targets.numbers(truth), Predictions.concatenate(List.of(original.predictions(), extra)))
                    .withWeights(weights);

            ALL.forEach(metric -> assertSame(metric, longer, weighted));
        });
    }

    @Test
    void values_lie_in_their_range() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.positive(random).weightedOutcomes();

            ALL.forEach(metric -> assertHolds(metric, outcomes, metric.range()::contains));
        });
    }

    @Test
    void deviances_of_nearly_perfect_predictions_are_not_negative() {
        RandomCases.check(CASES, random -> {
            double truth = random.nextDouble(1e-3, 1e3);
            Outcomes outcomes = Cases.numbers(new double[] {truth}, truth * (1 + random.nextInt(-4, 5) * 0x1p-52));

            RegressionCatalogue.MEANS_OF_POSITIVE_NUMBERS.forEach(
                    metric -> assertHolds(metric, outcomes, value -> value >= 0 && value < 1e-12));
        });
    }

    @Test
    void perfect_predictions_have_no_error_and_explain_everything() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.positive(random).outcomes();
            Outcomes perfect = withPredictions(outcomes, outcomes.numberTruth().values());

            RegressionCatalogue.concatenated(List.of(
                            RegressionCatalogue.MEANS_OF_ANY_NUMBERS,
                            RegressionCatalogue.MEANS_OF_POSITIVE_NUMBERS,
                            RegressionCatalogue.OF_SORTED_ERRORS))
                    .forEach(metric -> assertHolds(metric, perfect, value -> value == 0));
            EXPLAINED.forEach(metric -> assertHolds(metric, perfect, value -> value == 1));
        });
    }

    @Test
    void the_pinball_loss_at_one_half_is_half_the_absolute_error() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.random(random).weightedOutcomes();

            assertThat(value(pinballLoss(0.5), outcomes)).isEqualTo(value(MEAN_ABSOLUTE_ERROR, outcomes) / 2);
            assertThat(value(d2PinballLoss(0.5), outcomes))
                    .isCloseTo(value(RegressionMetrics.D2_ABSOLUTE_ERROR, outcomes), within(1e-12));
        });
    }

    @Test
    void pinball_losses_at_both_sides_of_one_half_sum_to_the_absolute_error() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.random(random).weightedOutcomes();
            double level = random.nextDouble(0.01, 0.99);

            assertThat(value(pinballLoss(level), outcomes) + value(pinballLoss(1 - level), outcomes))
                    .isCloseTo(value(MEAN_ABSOLUTE_ERROR, outcomes), within(1e-12));
        });
    }

    @Test
    void the_mean_truth_explains_nothing_of_a_deviance() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.positive(random).outcomes();
            double mean =
                    Arrays.stream(outcomes.numberTruth().values()).average().orElseThrow();
            Outcomes constant = predictingConstant(outcomes, mean);

            POWERS.forEach(power ->
                    assertThat(value(d2TweedieDeviance(power), constant)).isCloseTo(0, within(1e-12)));
            assertThat(value(R2, constant)).isCloseTo(0, within(1e-12));
            assertThat(value(RegressionMetrics.EXPLAINED_VARIANCE, constant)).isCloseTo(0, within(1e-12));
        });
    }

    @Test
    void the_median_truth_explains_nothing_of_the_absolute_error() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.random(random).outcomes();
            double[] sorted = outcomes.numberTruth().values();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;

            assertThat(value(RegressionMetrics.D2_ABSOLUTE_ERROR, predictingConstant(outcomes, median)))
                    .isCloseTo(0, within(1e-12));
        });
    }

    @Test
    void no_constant_explains_more_than_nothing() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.positive(random).outcomes();
            Outcomes constant = predictingConstant(outcomes, random.nextDouble(0.1, 10));

            EXPLAINED.forEach(metric -> assertHolds(metric, constant, value -> value < 1e-12));
        });
    }

    @Test
    void deviances_of_the_known_powers_are_those_of_their_distributions() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.positive(random).weightedOutcomes();

            assertThat(value(tweedieDeviance(0), outcomes))
                    .isEqualTo(value(RegressionMetrics.MEAN_SQUARED_ERROR, outcomes));
            assertThat(value(tweedieDeviance(1), outcomes))
                    .isEqualTo(value(RegressionMetrics.POISSON_DEVIANCE, outcomes));
            assertThat(value(tweedieDeviance(2), outcomes))
                    .isEqualTo(value(RegressionMetrics.GAMMA_DEVIANCE, outcomes));
            assertThat(value(d2TweedieDeviance(0), outcomes)).isEqualTo(value(R2, outcomes));
        });
    }

    @Test
    void deviances_scale_with_the_unit_to_the_power_of_2_less_theirs() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.positive(random).outcomes();
            double factor = random.nextDouble(0.5, 2);
            Outcomes scaled = mapped(outcomes, number -> number * factor);

            POWERS.forEach(power -> {
                double expected = value(tweedieDeviance(power), outcomes) * Math.pow(factor, 2 - power);
                assertThat(value(tweedieDeviance(power), scaled)).isCloseTo(expected, Tolerance.of(expected));
            });
        });
    }

    @Test
    void log_errors_are_errors_of_logarithms() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.positive(random).outcomes();
            Outcomes logarithms = mapped(outcomes, Math::log1p);

            assertThat(value(RegressionMetrics.MEAN_SQUARED_LOG_ERROR, outcomes))
                    .isEqualTo(value(RegressionMetrics.MEAN_SQUARED_ERROR, logarithms));
            assertThat(value(RegressionMetrics.ROOT_MEAN_SQUARED_LOG_ERROR, outcomes))
                    .isEqualTo(value(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, logarithms));
        });
    }

    @Test
    void explained_variance_forgives_a_constant_error_and_is_at_least_r2() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.random(random).outcomes();
            double shift = random.nextDouble(-5, 5);
            Outcomes shifted = withPredictions(
                    outcomes,
                    Arrays.stream(predicted(outcomes))
                            .map(value -> value + shift)
                            .toArray());
            double explained = value(RegressionMetrics.EXPLAINED_VARIANCE, outcomes);

            assertThat(value(RegressionMetrics.EXPLAINED_VARIANCE, shifted))
                    .isCloseTo(explained, within(1e-10 * Math.max(1, Math.abs(explained))));
            assertThat(explained - value(R2, outcomes)).isGreaterThan(-1e-12);
        });
    }

    @Test
    void at_least_half_of_the_errors_are_not_above_the_median_and_none_is_above_the_maximum() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.random(random).outcomes();
            double[] predicted = predicted(outcomes);
            double[] errors = IntStream.range(0, outcomes.size())
                    .mapToDouble(row -> Math.abs(outcomes.numberTruth().value(row) - predicted[row]))
                    .toArray();
            double median = value(MEDIAN_ABSOLUTE_ERROR, outcomes);

            assertThat(2
                            * Arrays.stream(errors)
                                    .filter(error -> error <= median)
                                    .count())
                    .isGreaterThanOrEqualTo(errors.length);
            assertThat(2
                            * Arrays.stream(errors)
                                    .filter(error -> error >= median)
                                    .count())
                    .isGreaterThanOrEqualTo(errors.length);
            assertThat(value(RegressionMetrics.MAXIMUM_ERROR, outcomes))
                    .isEqualTo(Arrays.stream(errors).max().orElseThrow());
        });
    }
}
