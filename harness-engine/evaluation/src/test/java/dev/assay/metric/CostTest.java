package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.costAtBestThreshold;
import static dev.assay.metric.ClassificationMetrics.expectedCost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What predicted labels, and the best threshold, cost. */
class CostTest {

    private static final Labels LABELS = Labels.of("n", "p");

    /** A false alarm costs 1, a missed case 5. */
    private static final CostMatrix COSTS = CostMatrix.of(LABELS, row(0, 1), row(5, 0));

    /** In descending order of scores: p, n, p, n, n. */
    private static final Outcomes RANKED = Cases.margins("npnpn", 1, 5, 2, 3, 4);

    private static double[] row(double... costs) {
        return costs;
    }

    @Test
    void the_expected_cost_is_the_mean_over_rows() {
        // by hand: 2 false alarms, 1 missed case, 7 rows
        Outcomes outcomes = Cases.labels(LABELS, "nnnnppp", "nnppnpp");

        assertThat(value(expectedCost(COSTS), outcomes)).isEqualTo(7.0 / 7);
        assertThat(value(expectedCost(COSTS), outcomes.withWeights(1, 1, 2, 2, 0.5, 1, 0.5)))
                .isEqualTo((4 + 2.5) / 8);
    }

    @Test
    void a_gain_is_a_negative_cost() {
        CostMatrix gains = CostMatrix.of(LABELS, row(-1, 3), row(2, -4));

        assertThat(value(expectedCost(gains), Cases.labels(LABELS, "npp", "npn")))
                .isCloseTo(-1, within(1e-15));
        assertThat(expectedCost(gains).range()).isEqualTo(new Range(-4, 3));
    }

    @Test
    void costs_that_are_all_the_same_are_the_expected_cost() {
        CostMatrix same = CostMatrix.of(LABELS, row(0.1, 0.1), row(0.1, 0.1));

        assertThat(value(expectedCost(same), Cases.labels(LABELS, "nnp", "npp").withWeights(0.1, 0.2, 0.7)))
                .isEqualTo(0.1);
    }

    @Test
    void the_expected_cost_is_better_when_lower_and_pooled_over_folds() {
        assertThat(expectedCost(COSTS).direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(expectedCost(COSTS).combination()).isEqualTo(FoldCombination.POOLED);
        assertThat(expectedCost(COSTS)).hasToString("expected cost by [0.0, 1.0], [5.0, 0.0]");
        assertThat(expectedCost(COSTS)).isEqualTo(expectedCost(CostMatrix.of(LABELS, row(0, 1), row(5, 0))));
    }

    @Test
    void costs_that_overflow_leave_the_metrics_undefined() {
        Labels labels = Labels.of("0", "1");
        double huge = Double.MAX_VALUE;

        assertThat(expectedCost(CostMatrix.of(labels, new double[] {0, huge}, new double[] {huge, 0}))
                        .value(Cases.labels(labels, "0101", "1010")))
                .isEqualTo(MetricValue.undefined("the costs overflow"));
        assertThat(costAtBestThreshold(huge, huge).value(Cases.probabilities("110011", 0.1, 0.1, 0.5, 0.5, 0.1, 0.1)))
                .isEqualTo(MetricValue.undefined("the costs overflow"));
    }

    @Test
    void the_cost_at_the_best_threshold_is_the_lowest_of_all_thresholds() {
        // by hand: taking p, n, p costs one false alarm; taking the first alone costs one missed case
        assertThat(value(costAtBestThreshold(1, 5), RANKED)).isEqualTo(1.0 / 5);
        assertThat(value(costAtBestThreshold(3, 2), RANKED)).isEqualTo(2.0 / 5);
        assertThat(value(costAtBestThreshold(0, 1), RANKED)).isZero();
    }

    @Test
    void the_best_threshold_may_take_none_or_all() {
        Outcomes wrong = Cases.margins("nnpp", 4, 3, 2, 1);

        assertThat(value(costAtBestThreshold(3, 1), wrong)).isEqualTo(2.0 / 4);
        assertThat(value(costAtBestThreshold(1, 3), wrong)).isEqualTo(2.0 / 4);
    }

    @Test
    void the_curve_tells_which_threshold_is_the_best() {
        ThresholdCurve curve = ThresholdCurve.of(RANKED, "p").orElseThrow();

        assertThat(curve.threshold(curve.cheapest(1, 5))).isEqualTo(3);
        assertThat(curve.threshold(curve.cheapest(3, 2))).isEqualTo(5);
        assertThat(curve.threshold(curve.cheapest(1, 0))).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void the_cost_at_the_best_threshold_is_better_when_lower_and_averaged_over_folds() {
        assertThat(costAtBestThreshold(1, 5).direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(costAtBestThreshold(1, 5).combination()).isEqualTo(FoldCombination.AVERAGED);
        assertThat(costAtBestThreshold(1, 5).ofLabel("p"))
                .hasToString("cost at the best threshold (false positive 1, false negative 5) of \"p\"");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void fails_when_an_error_costs_less_than_nothing_or_no_number(double cost) {
        String message = "the cost of an error must be finite and not negative, unlike " + cost;
        ThresholdCurve curve = ThresholdCurve.of(RANKED, "p").orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> costAtBestThreshold(cost, 1))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> costAtBestThreshold(1, cost))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.cheapest(cost, 1))
                .withMessage(message);
    }

    @Test
    void fails_when_there_are_not_as_many_rows_or_columns_of_costs_as_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostMatrix.of(LABELS, row(0, 1)))
                .withMessage("1 rows of costs for 2 labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostMatrix.of(LABELS, row(0, 1), row(1, 0, 2)))
                .withMessage("the row of \"p\" has 3 costs for 2 labels");
    }

    @Test
    void fails_when_a_cost_is_not_finite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostMatrix.of(LABELS, row(0, Double.NaN), row(1, 0)))
                .withMessage("a cost of \"n\" is NaN; costs must be finite numbers");
    }

    @Test
    void fails_when_the_costs_are_of_other_labels_or_in_another_order() {
        Metric cost = expectedCost(COSTS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost.resolve(Targets.labels("n", "q")))
                .withMessage("the costs are of the labels \"n\", \"p\", the data have \"n\", \"q\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost.value(Cases.labels(Labels.of("p", "n"), "np", "np")))
                .withMessage("the costs are of the labels \"n\", \"p\", the data have \"p\", \"n\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost.resolve(Targets.numbers(1)))
                .withMessage("expected cost by [0.0, 1.0], [5.0, 0.0] judges labels, but the targets are numbers");
    }

    @Test
    void is_not_changed_by_what_is_done_to_the_arguments() {
        double[] ofN = {0, 1};
        CostMatrix costs = CostMatrix.of(LABELS, ofN, row(5, 0));

        ofN[1] = 9;

        assertThat(costs).isEqualTo(COSTS).hasSameHashCodeAs(COSTS);
        assertThat(costs.cost(0, 1)).isEqualTo(1);
        assertThat(costs.labels()).isEqualTo(LABELS);
    }
}
