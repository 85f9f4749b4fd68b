package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
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

class RocAucMetricTest {

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
