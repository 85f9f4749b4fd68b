package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.AVERAGE_PRECISION;
import static dev.assay.metric.ClassificationMetrics.BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.KOLMOGOROV_SMIRNOV;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC_ONE_VS_ONE;
import static dev.assay.metric.ClassificationMetrics.gainAt;
import static dev.assay.metric.ClassificationMetrics.liftAt;
import static dev.assay.metric.ClassificationMetrics.precisionAt;
import static dev.assay.metric.ClassificationMetrics.precisionAtRecall;
import static dev.assay.metric.ClassificationMetrics.recallAtPrecision;
import static dev.assay.metric.ClassificationMetrics.sensitivityAtSpecificity;
import static dev.assay.metric.ClassificationMetrics.specificityAtSensitivity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of one label's scores, most of them by the example of the area under the ROC curve. */
class ScoreMetricTest {

    private static final Labels LABELS = Labels.of("a", "b", "c");

    /** No row is "c". */
    private static final Outcomes NO_C =
            Outcomes.of(Targets.labels(LABELS, List.of("a", "b")), Predictions.margins(LABELS, 3, 2, 1, 1, 2, 3));

    @Test
    void is_the_share_of_pairs_in_order() {
        assertThat(value(ROC_AUC, Cases.margins("npnp", 0.1, 0.4, 0.35, 0.8))).isEqualTo(1);
        assertThat(value(ROC_AUC, Cases.margins("nnpp", 0.1, 0.4, 0.35, 0.8))).isEqualTo(0.75);
        assertThat(value(ROC_AUC, Cases.margins("npnp", 2, 2, 2, 2))).isEqualTo(0.5);
    }

    @Test
    void agree_with_the_examples_in_scikit_learns_documentation() {
        Outcomes outcomes = Cases.margins("nnpp", 0.1, 0.4, 0.35, 0.8);

        // average_precision_score: 0.83
        assertThat(value(AVERAGE_PRECISION, outcomes)).isCloseTo(5.0 / 6, within(1e-15));
        // brier_score_loss: 0.0375
        assertThat(value(BRIER_SCORE, Cases.probabilities("0110", 0.1, 0.9, 0.8, 0.3)))
                .isCloseTo(0.0375, within(1e-15));
    }

    @Test
    void average_precision_of_ties_is_the_prevalence() {
        assertThat(value(AVERAGE_PRECISION, Cases.margins("npnn", 2, 2, 2, 2))).isEqualTo(0.25);
    }

    @Test
    void the_kolmogorov_smirnov_statistic_is_the_largest_distance_of_distributions() {
        assertThat(value(KOLMOGOROV_SMIRNOV, Cases.margins("npnp", 0.1, 0.4, 0.35, 0.8)))
                .isEqualTo(1);
        assertThat(value(KOLMOGOROV_SMIRNOV, Cases.margins("nnpp", 0.1, 0.4, 0.35, 0.8)))
                .isEqualTo(0.5);
        // scores that rank the wrong way round are as far apart
        assertThat(value(KOLMOGOROV_SMIRNOV, Cases.margins("ppn", 1, 2, 3))).isEqualTo(1);
        assertThat(value(KOLMOGOROV_SMIRNOV, Cases.margins("npnp", 2, 2, 2, 2))).isZero();
    }

    @Test
    void gain_lift_and_precision_at_k_are_of_the_highest_scores() {
        // by hand: "p" are ranked 1, 2 and 7, and one of the two that are tied for ranks 3 and 4
        Outcomes outcomes = Cases.margins("ppnpnnpnnn", 10, 9, 8, 8, 6, 5, 4, 3, 2, 1);

        assertThat(value(precisionAt(2), outcomes)).isEqualTo(1);
        assertThat(value(precisionAt(3), outcomes)).isEqualTo(2.5 / 3);
        assertThat(value(precisionAt(4), outcomes)).isEqualTo(3.0 / 4);
        assertThat(value(precisionAt(99), outcomes)).isEqualTo(4.0 / 10);
        assertThat(value(gainAt(0.2), outcomes)).isEqualTo(0.5);
        assertThat(value(gainAt(0.3), outcomes)).isEqualTo(2.5 / 4);
        assertThat(value(gainAt(1), outcomes)).isEqualTo(1);
        assertThat(value(liftAt(0.2), outcomes)).isEqualTo(2.5);
        assertThat(value(liftAt(1), outcomes)).isEqualTo(1);
    }

    @Test
    void thresholds_are_chosen_by_one_number_for_the_highest_other() {
        // by hand, from the highest score down: p, p, n, p, n
        Outcomes outcomes = Cases.margins("nppnp", 1, 5, 4, 3, 2);

        assertThat(value(recallAtPrecision(0.9), outcomes)).isEqualTo(2.0 / 3);
        assertThat(value(recallAtPrecision(0.75), outcomes)).isEqualTo(1);
        assertThat(value(recallAtPrecision(1), Cases.margins("np", 2, 1))).isZero();
        assertThat(value(precisionAtRecall(0.7), outcomes)).isEqualTo(0.75);
        assertThat(value(precisionAtRecall(0.6), outcomes)).isEqualTo(1);
        assertThat(value(sensitivityAtSpecificity(1), outcomes)).isEqualTo(2.0 / 3);
        assertThat(value(sensitivityAtSpecificity(0.5), outcomes)).isEqualTo(1);
        assertThat(value(specificityAtSensitivity(1), outcomes)).isEqualTo(0.5);
        assertThat(value(specificityAtSensitivity(0), Cases.margins("np", 2, 1)))
                .isEqualTo(1);
    }

    @Test
    void shares_of_what_is_found_do_not_exceed_1_where_fractional_weights_are_rounded() {
        RandomCases.check(1000, random -> {
            double[] weights = random.doubles(9, 0.01, 3).toArray();
            Outcomes outcomes =
                    Cases.margins("ppppppppn", 1, 1, 1, 2, 2, 2, 3, 3, 0).withWeights(weights);

            assertThat(value(precisionAt(random.nextInt(1, 9)), outcomes)).isLessThanOrEqualTo(1);
            assertThat(value(gainAt(random.nextDouble(0.5, 1)), outcomes)).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void brier_scores_stay_in_their_range_where_probabilities_exceed_1_as_they_may() {
        Labels labels = Labels.of("0", "1");
        Outcomes outcomes =
                Outcomes.of(Targets.labels(labels, List.of("0")), Predictions.probabilities(labels, 0, 1 + 9e-7));

        assertThat(value(BRIER_SCORE, outcomes)).isEqualTo(1);
        assertThat(value(ClassificationMetrics.MULTICLASS_BRIER_SCORE, outcomes))
                .isEqualTo(2);
    }

    @Test
    void the_brier_score_needs_probabilities_but_no_second_class() {
        assertThat(BRIER_SCORE.value(Cases.margins("np", 1, 2)))
                .isEqualTo(MetricValue.undefined("the model gives no probabilities"));
        assertThat(BRIER_SCORE.value(Cases.labels(LABELS, "ab", "ab")))
                .isEqualTo(MetricValue.undefined("the model gives labels without scores that rank examples"));
        assertThat(value(BRIER_SCORE, Cases.probabilities("11", 0.5, 1))).isEqualTo(0.125);
        assertThat(BRIER_SCORE.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(BRIER_SCORE.combination()).isEqualTo(FoldCombination.POOLED);
    }

    @Test
    void pairs_of_labels_need_all_labels_scores_and_no_weights() {
        Outcomes all = Outcomes.of(
                Targets.labels(LABELS, List.of("a", "b", "c")), Predictions.margins(LABELS, 3, 2, 1, 1, 3, 2, 2, 1, 3));

        assertThat(value(ROC_AUC_ONE_VS_ONE, all)).isEqualTo(1);
        assertThat(ROC_AUC_ONE_VS_ONE.value(NO_C)).isEqualTo(MetricValue.undefined("no example is \"c\""));
        assertThat(ROC_AUC_ONE_VS_ONE.value(all.withWeights(1, 1, 1)))
                .isEqualTo(MetricValue.undefined("it is defined for rows without weights only"));
        assertThat(ROC_AUC_ONE_VS_ONE.value(Cases.labels(LABELS, "abc", "abc")))
                .isEqualTo(MetricValue.undefined("the model gives labels without scores that rank examples"));
        assertThat(ROC_AUC_ONE_VS_ONE.value(Outcomes.of(Targets.labels("a"), Predictions.margins(Labels.of("a"), 1))))
                .isEqualTo(MetricValue.undefined("there is only one label"));
    }

    @Test
    void are_named_with_their_parameters() {
        assertThat(List.of(
                        recallAtPrecision(0.9).ofLabel("p"),
                        precisionAtRecall(0.5),
                        sensitivityAtSpecificity(0.95),
                        specificityAtSensitivity(0.95),
                        precisionAt(10).macro(),
                        gainAt(0.1),
                        liftAt(0.1).weighted()))
                .extracting(Metric::name)
                .containsExactly(
                        "recall at precision 0.9 of \"p\"",
                        "precision at recall 0.5",
                        "sensitivity at specificity 0.95",
                        "specificity at sensitivity 0.95",
                        "macro top-10 precision",
                        "gain at 0.1",
                        "weighted lift at 0.1");
        assertThat(recallAtPrecision(0.9)).isEqualTo(recallAtPrecision(0.9)).isNotEqualTo(recallAtPrecision(0.8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void fail_when_a_minimum_is_no_share(double minimum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recallAtPrecision(minimum))
                .withMessage("a precision lies between 0 and 1, unlike " + minimum);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> precisionAtRecall(minimum))
                .withMessage("a recall lies between 0 and 1, unlike " + minimum);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sensitivityAtSpecificity(minimum))
                .withMessage("a specificity lies between 0 and 1, unlike " + minimum);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> specificityAtSensitivity(minimum))
                .withMessage("a sensitivity lies between 0 and 1, unlike " + minimum);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void fail_when_a_share_of_rows_is_not_above_0_and_at_most_1(double share) {
        String message = "a share of rows lies above 0 and is at most 1, unlike " + share;

        assertThatIllegalArgumentException().isThrownBy(() -> gainAt(share)).withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> liftAt(share)).withMessage(message);
    }

    @Test
    void fail_when_k_is_not_positive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> precisionAt(0))
                .withMessage("k must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassificationMetrics.topKAccuracy(-1))
                .withMessage("k must be at least 1, not -1");
    }

    @Test
    void takes_the_two_zeros_as_tied() {
        assertThat(value(ROC_AUC, Cases.margins("np", -0.0, 0.0))).isEqualTo(0.5);
        assertThat(value(ROC_AUC, Cases.margins("np", 0.0, -0.0))).isEqualTo(0.5);
        assertThat(value(ROC_AUC, Cases.margins("np", -0.0, 0.0).withWeights(1, 2)))
                .isEqualTo(0.5);
    }

    @Test
    void is_of_the_positive_label_where_one_is_declared() {
        assertThat(ROC_AUC.resolve(Targets.labels(LABELS.withPositive("c"), List.of("a"))))
                .isEqualTo(ROC_AUC.ofLabel("c"))
                .hasToString("ROC AUC of \"c\"");
    }

    @Test
    void is_of_the_second_of_two_labels_and_macro_of_more() {
        assertThat(ROC_AUC.resolve(Targets.labels("n", "p"))).hasToString("ROC AUC of \"p\"");
        assertThat(ROC_AUC.resolve(Targets.labels("a", "b", "c"))).hasToString("macro ROC AUC");
        assertThat(ROC_AUC.weighted().resolve(Targets.labels("n", "p"))).hasToString("weighted ROC AUC");
        assertThat(ROC_AUC).hasToString("ROC AUC");
    }

    @Test
    void stays_as_it_was_chosen_whatever_the_positive_label() {
        LabelTargets targets = Targets.labels(LABELS.withPositive("c"), List.of("a"));

        assertThat(List.of(ROC_AUC.ofLabel("a"), ROC_AUC.macro(), ROC_AUC.weighted()))
                .allSatisfy(metric -> assertThat(metric.resolve(targets)).isSameAs(metric));
    }

    @Test
    void is_averaged_over_folds_and_never_pooled() {
        assertThat(ROC_AUC.combination()).isEqualTo(FoldCombination.AVERAGED);
        assertThat(ROC_AUC.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(ROC_AUC.range()).isEqualTo(Range.UNIT);
    }

    @Test
    void is_undefined_with_one_class_and_says_which() {
        assertThat(ROC_AUC.value(Cases.margins("pp", 1, 2))).isEqualTo(MetricValue.undefined("every example is \"p\""));
        assertThat(ROC_AUC.value(Cases.margins("nn", 1, 2))).isEqualTo(MetricValue.undefined("no example is \"p\""));
        assertThat(ROC_AUC.value(Cases.margins("nn", 1, 2).withWeights(1, 2)))
                .isEqualTo(MetricValue.undefined("no example is \"p\""));
    }

    @Test
    void is_undefined_where_all_rows_of_a_class_have_weight_zero() {
        assertThat(ROC_AUC.value(Cases.margins("np", 1, 2).withWeights(1, 0)))
                .isEqualTo(MetricValue.undefined("no example is \"p\""));
        assertThat(ROC_AUC.value(Cases.margins("np", 1, 2).withWeights(0, 1)))
                .isEqualTo(MetricValue.undefined("every example is \"p\""));
    }

    @Test
    void is_undefined_as_an_average_where_a_label_does_not_occur() {
        MetricValue undefined = MetricValue.undefined("no example is \"c\"");

        assertThat(ROC_AUC.macro().value(NO_C)).isEqualTo(undefined);
        assertThat(ROC_AUC.weighted().value(NO_C)).isEqualTo(undefined);
        assertThat(ROC_AUC.value(NO_C)).isEqualTo(undefined);
        assertThat(ROC_AUC.ofLabel("a").value(NO_C)).isEqualTo(MetricValue.of(1));
    }

    @Test
    void is_one_half_of_a_label_that_the_model_does_not_know() {
        Labels known = Labels.of("a", "b");
        LabelTargets truth = Targets.labels(LABELS, List.of("a", "b", "c", "c"));
        LabelPredictions margins = Predictions.margins(known, -9, 1, -8, 2, 3, 4, 5, 4);
        LabelPredictions probabilities = Predictions.probabilities(known, 0.1, 0.9, 0.2, 0.8, 0.4, 0.6, 0.7, 0.3);

        assertThat(value(ROC_AUC.ofLabel("c"), Outcomes.of(truth, margins.over(LABELS))))
                .isEqualTo(0.5);
        assertThat(value(ROC_AUC.ofLabel("c"), Outcomes.of(truth, probabilities.over(LABELS))))
                .isEqualTo(0.5);
    }

    @Test
    void is_undefined_without_scores() {
        assertThat(ROC_AUC.value(Cases.labels(LABELS, "abc", "abc")))
                .isEqualTo(MetricValue.undefined("the model gives labels without scores that rank examples"));
    }

    @Test
    void gives_the_standard_error_of_delong() {
        // counted pair by pair, as the paper defines it
        RandomCases.check(1000, random -> {
            int[] counts = {random.nextInt(1, 20), random.nextInt(1, 20)};
            double[] positives = scores(counts[0], random);
            double[] negatives = scores(counts[1], random);
            double[] all = Arrays.copyOf(positives, counts[0] + counts[1]);
            System.arraycopy(negatives, 0, all, counts[0], counts[1]);
            Outcomes outcomes = Cases.margins("p".repeat(counts[0]) + "n".repeat(counts[1]), all);

            Sampling.RocArea sampling =
                    (Sampling.RocArea) ROC_AUC.sampling(outcomes).orElseThrow();

            double variance = variance(placements(positives, negatives)) / counts[0]
                    + variance(placements(negatives, positives)) / counts[1];
            assertThat(sampling.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
            assertThat(sampling.area()).isEqualTo(value(ROC_AUC, outcomes));
            assertThat(sampling.positives()).isEqualTo(counts[0]);
            assertThat(sampling.negatives()).isEqualTo(counts[1]);
        });
    }

    private static double[] scores(int count, SplittableRandom random) {
        return random.ints(count, -4, 5).asDoubleStream().toArray();
    }

    private static double[] placements(double[] ones, double[] others) {
        return Arrays.stream(ones)
                .map(one -> Arrays.stream(others)
                        .map(other -> Cases.win(one, other))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /** The unbiased variance; 0 of one value, whose placement says nothing of its spread. */
    private static double variance(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length == 1 ? 0 : squares / (values.length - 1);
    }

    @Test
    void gives_a_standard_error_of_zero_where_all_pairs_are_in_order() {
        assertThat(ROC_AUC.sampling(Cases.margins("nnpp", 1, 2, 3, 4))).contains(new Sampling.RocArea(1, 0, 2, 2));
    }

    @Test
    void has_no_known_sampling_distribution_otherwise() {
        assertThat(ROC_AUC.sampling(Cases.margins("nnpp", 1, 2, 3, 4).withWeights(1, 1, 1, 1)))
                .isEmpty();
        assertThat(ROC_AUC.macro().sampling(NO_C)).isEmpty();
        assertThat(ROC_AUC.sampling(Cases.margins("pp", 1, 2))).isEmpty();
        assertThat(ROC_AUC.ofLabel("a").sampling(Cases.labels(LABELS, "abc", "abc")))
                .isEmpty();
    }

    @Test
    void equals_metrics_of_the_same_choice() {
        assertThat(ROC_AUC.ofLabel("a"))
                .isEqualTo(ROC_AUC.ofLabel("a"))
                .hasSameHashCodeAs(ROC_AUC.ofLabel("a"))
                .isNotEqualTo(ROC_AUC.ofLabel("b"))
                .isNotEqualTo(ROC_AUC.macro());
    }

    @Test
    void fails_when_the_label_is_unknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ROC_AUC.ofLabel("z").resolve(Targets.labels("n", "p")))
                .withMessage("ROC AUC of \"z\": there is no such label; the labels are \"n\", \"p\"");
    }

    @Test
    void fails_when_targets_are_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ROC_AUC.resolve(Targets.numbers(1)))
                .withMessage("ROC AUC judges labels, but the targets are numbers");
    }
}
