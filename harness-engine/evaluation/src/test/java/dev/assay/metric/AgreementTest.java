package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.COHENS_KAPPA;
import static dev.assay.metric.ClassificationMetrics.HAMMING_LOSS;
import static dev.assay.metric.ClassificationMetrics.LINEAR_KAPPA;
import static dev.assay.metric.ClassificationMetrics.MATTHEWS_CORRELATION;
import static dev.assay.metric.ClassificationMetrics.QUADRATIC_KAPPA;
import static dev.assay.metric.ClassificationMetrics.ZERO_ONE_LOSS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.testing.Examples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Matthews correlation, kappas and error rates. */
class AgreementTest {

    private static final Labels LABELS = Examples.vocabulary(3);

    /** Makes outcomes of a table, whose rows are the truth. */
    private static Outcomes table(int[]... rows) {
        StringBuilder truth = new StringBuilder();
        StringBuilder predicted = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                truth.append("abc".substring(i, i + 1).repeat(rows[i][j]));
                predicted.append("abc".substring(j, j + 1).repeat(rows[i][j]));
            }
        }
        return Cases.labels(Examples.vocabulary(rows.length), truth.toString(), predicted.toString());
    }

    private static int[] row(int... counts) {
        return counts;
    }

    @Test
    void matthews_correlation_agrees_with_published_tables() {
        // Wikipedia, "Phi coefficient": TP 6, FN 2, FP 1, TN 3
        assertThat(value(MATTHEWS_CORRELATION, table(row(6, 2), row(1, 3))))
                .isCloseTo(16 / Math.sqrt(1120), within(1e-15));
        // scikit-learn's documentation of matthews_corrcoef: -0.33
        assertThat(value(MATTHEWS_CORRELATION, table(row(2, 1), row(1, 0)))).isCloseTo(-1.0 / 3, within(1e-15));
    }

    @Test
    void matthews_correlation_is_1_where_all_is_right_and_minus_1_where_two_labels_are_swapped() {
        assertThat(value(MATTHEWS_CORRELATION, table(row(3, 0, 0), row(0, 1, 0), row(0, 0, 7))))
                .isEqualTo(1);
        assertThat(value(MATTHEWS_CORRELATION, table(row(0, 5), row(3, 0)))).isEqualTo(-1);
    }

    @Test
    void matthews_correlation_is_0_where_truth_or_predictions_are_constant() {
        assertThat(value(MATTHEWS_CORRELATION, table(row(3, 4), row(0, 0)))).isZero();
        assertThat(value(MATTHEWS_CORRELATION, table(row(3, 0), row(4, 0)))).isZero();
        assertThat(value(MATTHEWS_CORRELATION, table(row(3, 0), row(0, 0)))).isZero();
    }

    @Test
    void matthews_correlation_of_weights_that_vanish_beside_others_is_still_that_of_the_table() {
        Outcomes right = Cases.labels(LABELS, "ab", "ab");

        assertThat(value(MATTHEWS_CORRELATION, right.withWeights(1, 1e-20))).isEqualTo(1);
        assertThat(value(MATTHEWS_CORRELATION, Cases.labels(LABELS, "ab", "ba").withWeights(1, 1e-20)))
                .isNegative();
    }

    @Test
    void weights_of_any_order_of_magnitude_give_the_same_values() {
        Outcomes outcomes = table(row(6, 2), row(1, 3));
        for (double unit : new double[] {0x1p-300, 0x1p-100, 0x1p100, 0x1p300}) {
            double[] weights = new double[outcomes.size()];
            Arrays.fill(weights, unit);
            for (Metric metric : List.of(MATTHEWS_CORRELATION, COHENS_KAPPA, QUADRATIC_KAPPA, ZERO_ONE_LOSS)) {
                assertThat(metric.value(outcomes.withWeights(weights))).isEqualTo(metric.value(outcomes));
            }
        }
    }

    @Test
    void kappa_agrees_with_published_tables() {
        // the documentation of statsmodels' cohens_kappa and others: .348
        assertThat(value(COHENS_KAPPA, table(row(20, 20), row(10, 50)))).isCloseTo(0.16 / 0.46, within(1e-15));
        // Wikipedia, "Cohen's kappa"
        assertThat(value(COHENS_KAPPA, table(row(20, 5), row(10, 15)))).isCloseTo(0.4, within(1e-15));
        // scikit-learn's user guide: 0.4285714285714286
        assertThat(value(COHENS_KAPPA, table(row(2, 0, 0), row(0, 0, 1), row(1, 0, 2))))
                .isCloseTo(3.0 / 7, within(1e-15));
    }

    @Test
    void weighted_kappas_count_the_steps_between_labels_in_their_order() {
        // by hand: disagreements 2 of expected 32/6 steps, and 2 of expected 48/6 squared steps
        Outcomes outcomes = table(row(1, 1, 0), row(0, 1, 1), row(0, 0, 2));

        assertThat(value(LINEAR_KAPPA, outcomes)).isEqualTo(0.625);
        assertThat(value(QUADRATIC_KAPPA, outcomes)).isEqualTo(0.75);
    }

    @Test
    void kappa_of_two_swapped_labels_is_minus_1_even_where_sums_of_weights_are_rounded() {
        assertThat(value(COHENS_KAPPA, table(row(0, 5), row(5, 0)))).isEqualTo(-1);
        Outcomes swapped = Cases.labels(LABELS, "aaab", "bbba");
        for (double last = 0.29; last < 0.31; last = Math.nextUp(last) + 1e-4) {
            assertThat(value(COHENS_KAPPA, swapped.withWeights(0.1, 0.1, 0.1, last)))
                    .isGreaterThanOrEqualTo(-1);
        }
        assertThat(value(COHENS_KAPPA, swapped.withWeights(0.1, 0.1, 0.1, 0.3))).isEqualTo(-1);
    }

    @Test
    void kappas_are_undefined_where_chance_agrees_fully() {
        MetricValue undefined =
                MetricValue.undefined("truth and predictions are all the same label, so that chance agrees fully");

        assertThat(List.of(COHENS_KAPPA, LINEAR_KAPPA, QUADRATIC_KAPPA)).allSatisfy(kappa -> {
            assertThat(kappa.value(Cases.labels(LABELS, "bb", "bb"))).isEqualTo(undefined);
            assertThat(kappa.value(Cases.labels(LABELS, "bba", "bbc").withWeights(1, 2, 0)))
                    .isEqualTo(undefined);
        });
    }

    @Test
    void the_error_rate_has_two_names() {
        Outcomes outcomes = Cases.labels(LABELS, "aabb", "abbb");

        assertThat(value(ZERO_ONE_LOSS, outcomes)).isEqualTo(0.25);
        assertThat(HAMMING_LOSS.value(outcomes)).isEqualTo(ZERO_ONE_LOSS.value(outcomes));
        assertThat(HAMMING_LOSS).isNotEqualTo(ZERO_ONE_LOSS);
        assertThat(ZERO_ONE_LOSS.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void all_judge_labels_and_are_pooled_over_folds() {
        assertThat(List.of(MATTHEWS_CORRELATION, COHENS_KAPPA, LINEAR_KAPPA, QUADRATIC_KAPPA))
                .allSatisfy(metric -> {
                    assertThat(metric.resolve(Targets.labels("a", "b"))).isSameAs(metric);
                    assertThat(metric.combination()).isEqualTo(FoldCombination.POOLED);
                    assertThat(metric.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
                    assertThat(metric.range().maximum()).isEqualTo(1);
                });
    }
}
