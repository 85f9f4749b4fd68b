package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.FALSE_NEGATIVE_RATE;
import static dev.assay.metric.ClassificationMetrics.FALSE_POSITIVE_RATE;
import static dev.assay.metric.ClassificationMetrics.JACCARD;
import static dev.assay.metric.ClassificationMetrics.NEGATIVE_PREDICTIVE_VALUE;
import static dev.assay.metric.ClassificationMetrics.PRECISION;
import static dev.assay.metric.ClassificationMetrics.RECALL;
import static dev.assay.metric.ClassificationMetrics.SPECIFICITY;
import static dev.assay.metric.ClassificationMetrics.fBeta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Precision, recall and F-beta: which average, which policy, and how they are named. */
class LabelMetricTest {

    private static final Labels LABELS = Labels.of("a", "b", "c");

    /** Of "a": TP 2, FP 1, FN 1. Of "b": TP 1, FP 1, FN 2. "c" is predicted once and never true. */
    private static final Outcomes OUTCOMES = Cases.labels(LABELS, "aaabbb", "aabbac");

    /** "c" is neither true nor predicted, "b" is true and never predicted. */
    private static final Outcomes NO_C = Cases.labels(LABELS, "aab", "aaa");

    private static LabelTargets targets(Labels labels) {
        return Targets.labels(labels, List.of("a", "b"));
    }

    @Test
    void is_computed_from_counts() {
        assertThat(value(PRECISION.ofLabel("a"), OUTCOMES)).isEqualTo(2.0 / 3);
        assertThat(value(RECALL.ofLabel("b"), OUTCOMES)).isEqualTo(1.0 / 3);
        assertThat(value(F1.ofLabel("b"), OUTCOMES)).isEqualTo(2.0 / 5);
        assertThat(value(fBeta(2).ofLabel("b"), OUTCOMES)).isEqualTo(5.0 / (5 + 4 * 2 + 1));
        assertThat(value(fBeta(0.5).ofLabel("b"), OUTCOMES)).isEqualTo(1.25 / (1.25 + 0.25 * 2 + 1));
    }

    @Test
    void is_one_of_eight_quotients_of_a_table() {
        // TP 6, FN 2, FP 1, TN 3
        Outcomes table = Cases.labels(Labels.of("p", "n"), "p".repeat(8) + "nnnn", "ppppppnn" + "pnnn");

        assertThat(value(PRECISION.ofLabel("p"), table)).isEqualTo(6.0 / 7);
        assertThat(value(RECALL.ofLabel("p"), table)).isEqualTo(6.0 / 8);
        assertThat(value(F1.ofLabel("p"), table)).isEqualTo(12.0 / 15);
        assertThat(value(JACCARD.ofLabel("p"), table)).isEqualTo(6.0 / 9);
        assertThat(value(SPECIFICITY.ofLabel("p"), table)).isEqualTo(3.0 / 4);
        assertThat(value(NEGATIVE_PREDICTIVE_VALUE.ofLabel("p"), table)).isEqualTo(3.0 / 5);
        assertThat(value(FALSE_POSITIVE_RATE.ofLabel("p"), table)).isEqualTo(1.0 / 4);
        assertThat(value(FALSE_NEGATIVE_RATE.ofLabel("p"), table)).isEqualTo(2.0 / 8);
    }

    @Test
    void is_the_quotient_of_the_sums_over_labels_as_a_micro_average() {
        // of "a", "b" and "c": TP 2, 1, 0, FP 1, 1, 1, FN 1, 2, 0 and TN 2, 2, 5
        assertThat(value(JACCARD.micro(), OUTCOMES)).isEqualTo(3.0 / 9);
        assertThat(value(SPECIFICITY.micro(), OUTCOMES)).isEqualTo(9.0 / 12);
        assertThat(value(NEGATIVE_PREDICTIVE_VALUE.micro(), OUTCOMES)).isEqualTo(9.0 / 12);
        assertThat(value(FALSE_POSITIVE_RATE.micro(), OUTCOMES)).isEqualTo(3.0 / 12);
        assertThat(value(FALSE_NEGATIVE_RATE.micro(), OUTCOMES)).isEqualTo(3.0 / 6);
    }

    @Test
    void rates_of_errors_are_better_when_lower() {
        assertThat(List.of(FALSE_POSITIVE_RATE, FALSE_NEGATIVE_RATE))
                .extracting(Metric::direction)
                .containsOnly(Direction.LOWER_IS_BETTER);
        assertThat(List.of(SPECIFICITY, NEGATIVE_PREDICTIVE_VALUE, JACCARD))
                .extracting(Metric::direction)
                .containsOnly(Direction.HIGHER_IS_BETTER);
    }

    @Test
    void says_of_negatives_too_why_it_is_undefined() {
        Outcomes allA = Cases.labels(LABELS, "aa", "aa");

        assertThat(List.of(SPECIFICITY, FALSE_POSITIVE_RATE))
                .allSatisfy(metric -> assertThat(metric.withZeroDivision(ZeroDivision.UNDEFINED)
                                .ofLabel("a")
                                .value(allA))
                        .isEqualTo(MetricValue.undefined("every example is \"a\"")));
        assertThat(NEGATIVE_PREDICTIVE_VALUE
                        .withZeroDivision(ZeroDivision.UNDEFINED)
                        .ofLabel("a")
                        .value(allA))
                .isEqualTo(MetricValue.undefined("every example was predicted as \"a\""));
        assertThat(FALSE_NEGATIVE_RATE
                        .withZeroDivision(ZeroDivision.UNDEFINED)
                        .ofLabel("b")
                        .value(allA))
                .isEqualTo(MetricValue.undefined("no example is \"b\""));
        assertThat(SPECIFICITY
                        .withZeroDivision(ZeroDivision.UNDEFINED)
                        .ofLabel("a")
                        .value(Cases.labels(LABELS, "aaa", "aab").withWeights(0.1, 0.2, 0.3)))
                .isEqualTo(MetricValue.undefined("every example is \"a\""));
    }

    @Test
    void is_a_sample_of_a_proportion_of_negatives_and_of_either_too() {
        assertThat(SPECIFICITY.ofLabel("a").sampling(OUTCOMES)).contains(new Sampling.Proportion(2, 3));
        assertThat(FALSE_POSITIVE_RATE.ofLabel("a").sampling(OUTCOMES)).contains(new Sampling.Proportion(1, 3));
        assertThat(JACCARD.ofLabel("a").sampling(OUTCOMES)).contains(new Sampling.Proportion(2, 4));
        assertThat(SPECIFICITY.micro().sampling(OUTCOMES)).isEmpty();
    }

    @Test
    void is_of_the_positive_label_where_one_is_declared() {
        Metric resolved = F1.resolve(targets(LABELS.withPositive("b")));

        assertThat(resolved).isEqualTo(F1.ofLabel("b")).hasToString("F1 of \"b\"");
        assertThat(F1.value(Cases.labels(LABELS.withPositive("b"), "aaabbb", "aabbac")))
                .isEqualTo(MetricValue.of(0.4));
    }

    @Test
    void is_the_macro_average_where_no_positive_label_is_declared() {
        assertThat(F1.resolve(targets(LABELS))).isEqualTo(F1.macro()).hasToString("macro F1");
        assertThat(F1.value(OUTCOMES)).isEqualTo(F1.macro().value(OUTCOMES));
    }

    @Test
    void stays_as_it_was_chosen_whatever_the_positive_label() {
        LabelTargets targets = targets(LABELS.withPositive("b"));

        assertThat(List.of(F1.micro(), F1.macro(), F1.macroOverAllLabels(), F1.weighted(), F1.ofLabel("a")))
                .allSatisfy(metric -> assertThat(metric.resolve(targets)).isSameAs(metric));
    }

    @Test
    void keeps_its_policy_when_resolved() {
        assertThat(PRECISION.withZeroDivision(ZeroDivision.ONE).resolve(targets(LABELS.withPositive("b"))))
                .hasToString("precision of \"b\" (0/0 is 1)");
    }

    @Test
    void says_in_its_name_which_it_is() {
        assertThat(List.of(
                        F1,
                        fBeta(0.5),
                        fBeta(2),
                        PRECISION,
                        RECALL.ofLabel("malignant"),
                        PRECISION.micro(),
                        RECALL.macro(),
                        F1.macroOverAllLabels(),
                        F1.weighted(),
                        RECALL.macro().withZeroDivision(ZeroDivision.ONE),
                        F1.ofLabel("a").withZeroDivision(ZeroDivision.UNDEFINED)))
                .extracting(Metric::name)
                .containsExactly(
                        "F1",
                        "F0.5",
                        "F2",
                        "precision",
                        "recall of \"malignant\"",
                        "micro precision",
                        "macro recall",
                        "macro F1 over all labels",
                        "weighted F1",
                        "macro recall (0/0 is 1)",
                        "F1 of \"a\" (0/0 is undefined)");
    }

    @Test
    void equals_metrics_of_the_same_choices() {
        assertThat(F1.ofLabel("a"))
                .isEqualTo(fBeta(1).ofLabel("a"))
                .hasSameHashCodeAs(fBeta(1).ofLabel("a"))
                .isNotEqualTo(F1.ofLabel("b"))
                .isNotEqualTo(F1.micro())
                .isNotEqualTo(F1.ofLabel("a").withZeroDivision(ZeroDivision.ONE))
                .isNotEqualTo(RECALL.ofLabel("a"));
    }

    @Test
    void is_better_when_higher_between_0_and_1_and_pooled_over_folds() {
        assertThat(F1.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(F1.range()).isEqualTo(Range.UNIT);
        assertThat(F1.combination()).isEqualTo(FoldCombination.POOLED);
    }

    @Test
    void follows_the_policy_where_it_would_be_0_by_0() {
        assertThat(value(PRECISION.ofLabel("b"), NO_C)).isZero();
        assertThat(value(PRECISION.ofLabel("b").withZeroDivision(ZeroDivision.ONE), NO_C))
                .isEqualTo(1);
        assertThat(value(F1.ofLabel("c").withZeroDivision(ZeroDivision.ONE), NO_C))
                .isEqualTo(1);
        assertThat(value(F1.ofLabel("b").withZeroDivision(ZeroDivision.ONE), NO_C))
                .isZero();
    }

    @Test
    void says_why_it_is_undefined() {
        assertThat(PRECISION
                        .withZeroDivision(ZeroDivision.UNDEFINED)
                        .ofLabel("b")
                        .value(NO_C))
                .isEqualTo(MetricValue.undefined("no example was predicted as \"b\""));
        assertThat(RECALL.withZeroDivision(ZeroDivision.UNDEFINED).ofLabel("c").value(NO_C))
                .isEqualTo(MetricValue.undefined("no example is \"c\""));
        assertThat(F1.withZeroDivision(ZeroDivision.UNDEFINED).ofLabel("c").value(NO_C))
                .isEqualTo(MetricValue.undefined("no example is \"c\" or was predicted so"));
    }

    @Test
    void leaves_labels_out_of_averages_where_it_is_undefined() {
        LabelMetric precision = PRECISION.withZeroDivision(ZeroDivision.UNDEFINED);

        assertThat(value(precision.macro(), NO_C)).isEqualTo(2.0 / 3);
        assertThat(value(precision.macroOverAllLabels(), NO_C)).isEqualTo(2.0 / 3);
        assertThat(value(precision.weighted(), NO_C)).isEqualTo(2.0 / 3);
    }

    @Test
    void averages_over_labels_that_occur_in_truth_or_predictions() {
        // recall is 2/3 of "a", 1/3 of "b", 0 of "c", which is only predicted
        assertThat(value(RECALL.macro(), OUTCOMES)).isEqualTo(1.0 / 3);
        // 1 of "a", 0 of "b", and "c" does not occur
        assertThat(value(RECALL.macro(), NO_C)).isEqualTo(0.5);
        assertThat(value(RECALL.macroOverAllLabels(), NO_C)).isEqualTo(1.0 / 3);
    }

    @Test
    void is_a_sample_of_a_proportion() {
        assertThat(PRECISION.ofLabel("a").sampling(OUTCOMES)).contains(new Sampling.Proportion(2, 3));
        assertThat(RECALL.ofLabel("b").sampling(OUTCOMES)).contains(new Sampling.Proportion(1, 3));
        assertThat(F1.micro().sampling(OUTCOMES)).contains(new Sampling.Proportion(3, 6));
    }

    @Test
    void is_a_sample_of_true_positives_and_errors_where_it_is_f1_of_a_label() {
        assertThat(F1.ofLabel("a").sampling(OUTCOMES)).contains(new Sampling.F1(2, 2));
        assertThat(F1.ofLabel("b").sampling(OUTCOMES)).contains(new Sampling.F1(1, 3));
        assertThat(F1.sampling(Cases.labels(LABELS.withPositive("b"), "aaabbb", "aabbac")))
                .contains(new Sampling.F1(1, 3));
    }

    @Test
    void has_no_known_sampling_distribution_otherwise() {
        assertThat(F1.macro().sampling(OUTCOMES)).isEmpty();
        assertThat(F1.sampling(OUTCOMES)).isEmpty();
        assertThat(F1.weighted().sampling(OUTCOMES)).isEmpty();
        assertThat(fBeta(2).ofLabel("a").sampling(OUTCOMES)).isEmpty();
        assertThat(F1.ofLabel("c").sampling(NO_C)).isEmpty();
        assertThat(PRECISION.ofLabel("b").sampling(NO_C)).isEmpty();
        assertThat(RECALL.ofLabel("c").sampling(NO_C)).isEmpty();
        assertThat(F1.ofLabel("a").sampling(NO_C.withWeights(1, 2, 3))).isEmpty();
    }

    @Test
    void fails_when_the_label_is_unknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECALL.ofLabel("A").resolve(targets(LABELS)))
                .withMessage("recall of \"A\": there is no such label; the labels are \"a\", \"b\", \"c\"");
    }

    @Test
    void fails_when_targets_are_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> F1.macro().resolve(Targets.numbers(1, 2)))
                .withMessage("macro F1 judges labels, but the targets are numbers");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e200, Double.NaN, Double.POSITIVE_INFINITY})
    void fails_when_beta_is_not_positive_and_finite(double beta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fBeta(beta))
                .withMessage("beta must be positive, and its square finite, unlike that of " + beta);
    }

    @Test
    void names_beta_in_full() {
        assertThat(fBeta(0.5).name()).isEqualTo("F0.5");
        assertThat(fBeta(2).name()).isEqualTo("F2");
        assertThat(fBeta(0.12341)).isNotEqualTo(fBeta(0.12342));
        assertThat(fBeta(1e-5).name()).isEqualTo("F0.00001");
    }
}
