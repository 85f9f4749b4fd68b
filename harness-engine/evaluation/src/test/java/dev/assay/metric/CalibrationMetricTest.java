package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.expectedCalibrationError;
import static dev.assay.metric.ClassificationMetrics.maximumCalibrationError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.ReliabilityCurve.Binning;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calibration errors and the reliability curves that they are computed from. */
class CalibrationMetricTest {

    /** Predicted are 0, 0, 0 and 1, with 0.9, 0.8, 0.7 and 0.9; the third is wrong. */
    private static final Outcomes OUTCOMES = Cases.probabilities("0011", 0.1, 0.2, 0.3, 0.9);

    private static final Labels LABELS = OUTCOMES.labelTruth().labels();

    private static double[] lowerEnds(ReliabilityCurve curve) {
        return IntStream.range(0, curve.size()).mapToDouble(curve::lower).toArray();
    }

    @Test
    void judges_one_label_in_bins_of_equal_width() {
        // by hand: 0.1, 0.2, 0.3 with mean 0.2 and frequency 1/3; 0.9 with frequency 1
        CalibrationMetric expected = expectedCalibrationError().ofLabel("1").withBins(2);
        CalibrationMetric maximum = maximumCalibrationError().ofLabel("1").withBins(2);

        assertThat(value(expected, OUTCOMES)).isCloseTo((3 * (1.0 / 3 - 0.2) + 0.1) / 4, within(1e-15));
        assertThat(value(maximum, OUTCOMES)).isCloseTo(1.0 / 3 - 0.2, within(1e-15));
    }

    @Test
    void judges_one_label_in_bins_of_equal_counts() {
        // by hand: 0.1, 0.2 with mean 0.15 and frequency 0; 0.3, 0.9 with mean 0.6 and frequency 1
        CalibrationMetric expected =
                expectedCalibrationError().ofLabel("1").withBins(2).withEqualCounts();
        CalibrationMetric maximum =
                maximumCalibrationError().ofLabel("1").withBins(2).withEqualCounts();

        assertThat(value(expected, OUTCOMES)).isCloseTo((2 * 0.15 + 2 * 0.4) / 4, within(1e-15));
        assertThat(value(maximum, OUTCOMES)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void judges_the_predicted_label_unless_another_is_chosen() {
        // by hand: 0.7 with frequency 0; 0.8, 0.9, 0.9 with frequency 1
        assertThat(value(expectedCalibrationError().withBins(4), OUTCOMES))
                .isCloseTo((0.7 + 0.2 + 0.1 + 0.1) / 4, within(1e-15));
        assertThat(value(maximumCalibrationError().withBins(4), OUTCOMES)).isCloseTo(0.7, within(1e-15));
    }

    @Test
    void weighs_rows() {
        // 0.7 counts as 3 rows
        Outcomes weighted = OUTCOMES.withWeights(1, 1, 3, 1);

        assertThat(value(expectedCalibrationError().withBins(4), weighted))
                .isCloseTo((3 * 0.7 + 0.2 + 0.1 + 0.1) / 6, within(1e-15));
    }

    @Test
    void is_0_where_frequencies_are_the_probabilities() {
        Outcomes calibrated = Cases.probabilities("0001", 0.25, 0.25, 0.25, 0.25);

        assertThat(value(expectedCalibrationError(), calibrated)).isZero();
        assertThat(value(maximumCalibrationError().withEqualCounts(), calibrated))
                .isZero();
    }

    @Test
    void bins_of_equal_width_contain_their_lower_ends() {
        ReliabilityCurve curve = ReliabilityCurve.ofLabel(
                Cases.probabilities("01111", 0, 0.25, 0.5, 0.75, 1), "1", 4, Binning.EQUAL_WIDTH);

        assertThat(lowerEnds(curve)).containsExactly(0, 0.25, 0.5, 0.75);
        assertThat(curve.weight(3)).isEqualTo(2);
        assertThat(curve.upper(0)).isEqualTo(0.25);
        assertThat(curve.upper(3)).isEqualTo(1);
        assertThat(curve.meanProbability(3)).isEqualTo(0.875);
        assertThat(curve.frequency(0)).isZero();
    }

    @Test
    void bins_of_equal_width_put_each_tenth_into_its_own_bin() {
        double[] tenths = IntStream.range(0, 10).mapToDouble(i -> i / 10.0).toArray();

        ReliabilityCurve curve =
                ReliabilityCurve.ofLabel(Cases.probabilities("0101010101", tenths), "1", 10, Binning.EQUAL_WIDTH);

        assertThat(curve.size()).isEqualTo(10);
        assertThat(lowerEnds(curve)).containsExactly(tenths);
    }

    @Test
    void bins_without_examples_are_left_out() {
        ReliabilityCurve curve =
                ReliabilityCurve.ofLabel(Cases.probabilities("01", 0.05, 0.95), "1", 10, Binning.EQUAL_WIDTH);

        assertThat(lowerEnds(curve)).containsExactly(0, 0.9);
        assertThat(curve.upper(0)).isEqualTo(0.1);
    }

    @Test
    void bins_of_equal_counts_do_not_separate_equal_probabilities() {
        ReliabilityCurve curve = ReliabilityCurve.ofLabel(
                Cases.probabilities("01011", 0.2, 0.4, 0.4, 0.4, 0.6), "1", 5, Binning.EQUAL_COUNT);

        assertThat(lowerEnds(curve)).containsExactly(0.2, 0.4, 0.6);
        assertThat(curve.weight(1)).isEqualTo(3);
        assertThat(curve.upper(0)).isEqualTo(0.4);
        assertThat(curve.upper(2)).isEqualTo(1);
    }

    @Test
    void bins_of_equal_counts_begin_with_the_rows_whose_middle_is_their_lower_end() {
        // the middle of the pair is 2 of 10, where the second bin begins
        ReliabilityCurve curve = ReliabilityCurve.ofLabel(
                Cases.probabilities("0101010101", 0.1, 0.2, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9),
                "1",
                5,
                Binning.EQUAL_COUNT);

        assertThat(lowerEnds(curve)).containsExactly(0.1, 0.2, 0.4, 0.6, 0.8);
    }

    @Test
    void bins_of_equal_counts_begin_and_end_with_rows_that_count() {
        Outcomes outcomes = Cases.probabilities("01011", 0.1, 0.2, 0.3, 0.7, 0.9);

        ReliabilityCurve curve =
                ReliabilityCurve.ofLabel(outcomes.withWeights(0, 1, 0, 1, 0), "1", 2, Binning.EQUAL_COUNT);

        assertThat(lowerEnds(curve)).containsExactly(0.2, 0.7);
        assertThat(curve.upper(0)).isEqualTo(0.7);
        assertThat(curve.upper(1)).isEqualTo(1);
    }

    @Test
    void probabilities_a_little_above_1_count_as_1() {
        Labels labels = Labels.of("0", "1");
        double above = 1 + 5e-7;
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, List.of("0", "0", "1", "1")),
                Predictions.probabilities(labels, 0.9, 0.1, 0.8, 0.2, 0, above, 0, above));

        ReliabilityCurve curve = ReliabilityCurve.ofLabel(outcomes, "1", 2, Binning.EQUAL_COUNT);

        assertThat(lowerEnds(curve)).containsExactly(0.1, 1);
        assertThat(curve.meanProbability(1)).isEqualTo(1);
        assertThat(curve.weight(1)).isEqualTo(2);
        assertThat(curve.expectedError()).isCloseTo(0.15 / 2, within(1e-15));
    }

    @Test
    void a_probability_of_minus_zero_is_zero() {
        Labels labels = Labels.of("0", "1");
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, List.of("0", "1")), Predictions.probabilities(labels, 1, -0.0, 1, -0.0));

        ReliabilityCurve curve = ReliabilityCurve.ofLabel(outcomes, "1", 1, Binning.EQUAL_WIDTH);
        Outcomes first =
                Outcomes.of(outcomes.truth().select(0), outcomes.predictions().select(0));

        assertThat(curve.frequency(0)).isEqualTo(0.5);
        assertThat(value(expectedCalibrationError().ofLabel("1"), first)).isZero();
    }

    @Test
    void is_undefined_without_probabilities() {
        MetricValue undefined = MetricValue.undefined("the model gives no probabilities");

        assertThat(expectedCalibrationError().value(Cases.margins("np", 1, 2))).isEqualTo(undefined);
        assertThat(maximumCalibrationError().value(Cases.labels(LABELS, "01", "11")))
                .isEqualTo(undefined);
    }

    @Test
    void says_in_its_name_of_what_and_in_which_bins_it_is() {
        assertThat(List.of(
                        expectedCalibrationError(),
                        maximumCalibrationError().withBins(10),
                        expectedCalibrationError().ofLabel("1").withEqualCounts()))
                .extracting(Metric::name)
                .containsExactly(
                        "expected calibration error (15 equal-width bins)",
                        "maximum calibration error (10 equal-width bins)",
                        "expected calibration error of \"1\" (15 equal-count bins)");
    }

    @Test
    void is_better_when_lower_between_0_and_1_and_averaged_over_folds() {
        assertThat(expectedCalibrationError().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(expectedCalibrationError().range()).isEqualTo(Range.UNIT);
        assertThat(expectedCalibrationError().combination()).isEqualTo(FoldCombination.AVERAGED);
    }

    @Test
    void equals_metrics_of_the_same_choices() {
        assertThat(expectedCalibrationError().withBins(15))
                .isEqualTo(expectedCalibrationError())
                .hasSameHashCodeAs(expectedCalibrationError())
                .isNotEqualTo(expectedCalibrationError().withEqualCounts())
                .isNotEqualTo(expectedCalibrationError().ofLabel("1"))
                .isNotEqualTo(maximumCalibrationError());
    }

    @Test
    void fails_without_bins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expectedCalibrationError().withBins(0))
                .withMessage("there must be at least 1 bin, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReliabilityCurve.ofPredicted(OUTCOMES, -1, Binning.EQUAL_COUNT))
                .withMessage("there must be at least 1 bin, not -1");
    }

    @Test
    void fails_when_the_label_is_unknown_or_targets_are_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expectedCalibrationError().ofLabel("z").resolve(OUTCOMES.truth()))
                .withMessage("expected calibration error of \"z\" (15 equal-width bins): there is no such label; the"
                        + " labels are \"0\", \"1\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maximumCalibrationError().resolve(Targets.numbers(1)))
                .withMessage("maximum calibration error (15 equal-width bins) judges labels, but the targets are"
                        + " numbers");
    }

    @Test
    void curves_fail_without_probabilities() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReliabilityCurve.ofPredicted(Cases.margins("np", 1, 2), 5, Binning.EQUAL_WIDTH))
                .withMessage("calibration is of probabilities, which these predictions have none of");
    }
}
