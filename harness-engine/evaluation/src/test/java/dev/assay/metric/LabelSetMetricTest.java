package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.MultiLabelMetrics.F1;
import static dev.assay.metric.MultiLabelMetrics.JACCARD;
import static dev.assay.metric.MultiLabelMetrics.PRECISION;
import static dev.assay.metric.MultiLabelMetrics.RECALL;
import static dev.assay.metric.MultiLabelMetrics.fBeta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Precision, recall, F-beta and the Jaccard index of sets: which average, which policy, and how they are named. */
class LabelSetMetricTest {

    private static final Labels LABELS = Labels.of("a", "b", "c");

    private static final LabelSetTargets TARGETS = Cases.sets(LABELS, List.of("ab", "c"));

    /** Of "a": TP 2, FP 1, FN 0. Of "b": TP 1, FP 1, FN 2. Of "c": FP 1. In all: TP 3, FP 3, FN 2. */
    private static final Outcomes OUTCOMES =
            Cases.labelSets(LABELS, List.of("ab", "ab", "b", ""), List.of("a", "abc", "a", "b"));

    /** "b" is true and never predicted, "c" is neither; the last example has no labels, predicted or true. */
    private static final Outcomes NO_C = Cases.labelSets(LABELS, List.of("a", "ab", ""), List.of("a", "a", ""));

    private static final Outcomes EMPTY = Cases.labelSets(LABELS, List.of("", ""), List.of("", ""));

    @Test
    void is_computed_from_counts() {
        assertThat(value(PRECISION.ofLabel("a"), OUTCOMES)).isEqualTo(2.0 / 3);
        assertThat(value(RECALL.ofLabel("b"), OUTCOMES)).isEqualTo(1.0 / 3);
        assertThat(value(F1.ofLabel("b"), OUTCOMES)).isEqualTo(2.0 / 5);
        assertThat(value(JACCARD.ofLabel("b"), OUTCOMES)).isEqualTo(1.0 / 4);
        assertThat(value(fBeta(2).ofLabel("b"), OUTCOMES)).isEqualTo(5.0 / (5 + 4 * 2 + 1));
    }

    @Test
    void is_the_micro_average_unless_told_otherwise() {
        assertThat(F1).isEqualTo(F1.micro());
        assertThat(value(PRECISION, OUTCOMES)).isEqualTo(3.0 / 6);
        assertThat(value(RECALL, OUTCOMES)).isEqualTo(3.0 / 5);
        assertThat(value(F1, OUTCOMES)).isEqualTo(6.0 / 11);
        assertThat(value(JACCARD, OUTCOMES)).isEqualTo(3.0 / 8);
    }

    @Test
    void is_averaged_over_all_labels_plainly_or_by_how_often_they_are_true() {
        assertThat(value(RECALL.macro(), OUTCOMES)).isCloseTo((1 + 1.0 / 3 + 0) / 3, within(1e-15));
        assertThat(value(RECALL.weighted(), OUTCOMES)).isCloseTo((2 * 1 + 3 * (1.0 / 3)) / 5, within(1e-15));
    }

    @Test
    void is_averaged_over_examples() {
        // what the sets have in common, by what they have together: 1/2, 2/3, 0/2, 0/1
        assertThat(value(JACCARD.samples(), OUTCOMES)).isCloseTo((1.0 / 2 + 2.0 / 3) / 4, within(1e-15));
        // 1/2, 2/2, 0/1, and 0/0
        assertThat(value(RECALL.samples(), OUTCOMES)).isEqualTo(1.5 / 4);
        assertThat(value(RECALL.samples().withZeroDivision(ZeroDivision.ONE), OUTCOMES))
                .isEqualTo(2.5 / 4);
        assertThat(value(RECALL.samples().withZeroDivision(ZeroDivision.UNDEFINED), OUTCOMES))
                .isEqualTo(0.5);
    }

    @Test
    void counts_examples_by_their_weight() {
        Outcomes weighted = OUTCOMES.withWeights(0.5, 0, 2, 1);

        assertThat(value(PRECISION.ofLabel("a"), weighted)).isEqualTo(0.5 / 2.5);
        assertThat(value(RECALL.micro(), weighted)).isEqualTo(0.5 / 3);
        assertThat(value(JACCARD.samples(), weighted)).isEqualTo(0.5 * 0.5 / 3.5);
    }

    @Test
    void follows_the_policy_where_it_would_be_0_by_0() {
        assertThat(value(PRECISION.ofLabel("b"), NO_C)).isZero();
        assertThat(value(PRECISION.ofLabel("b").withZeroDivision(ZeroDivision.ONE), NO_C))
                .isEqualTo(1);
        assertThat(value(F1.ofLabel("b").withZeroDivision(ZeroDivision.ONE), NO_C))
                .isZero();
        assertThat(value(F1.macro().withZeroDivision(ZeroDivision.ONE), NO_C)).isEqualTo(2.0 / 3);
        assertThat(value(F1.micro().withZeroDivision(ZeroDivision.ONE), EMPTY)).isEqualTo(1);
    }

    @Test
    void says_why_it_is_undefined() {
        ZeroDivision policy = ZeroDivision.UNDEFINED;

        assertThat(PRECISION.ofLabel("b").withZeroDivision(policy).value(NO_C))
                .isEqualTo(MetricValue.undefined("no example was predicted to have \"b\""));
        assertThat(RECALL.ofLabel("c").withZeroDivision(policy).value(NO_C))
                .isEqualTo(MetricValue.undefined("no example has \"c\""));
        assertThat(JACCARD.ofLabel("c").withZeroDivision(policy).value(NO_C))
                .isEqualTo(MetricValue.undefined("no example has \"c\" or was predicted to"));
        assertThat(F1.micro().withZeroDivision(policy).value(EMPTY))
                .isEqualTo(MetricValue.undefined("no example has any label or was predicted to"));
        assertThat(F1.macro().withZeroDivision(policy).value(EMPTY))
                .isEqualTo(MetricValue.undefined("it is undefined for every label"));
        assertThat(F1.samples().withZeroDivision(policy).value(EMPTY))
                .isEqualTo(MetricValue.undefined("it is undefined for every example"));
        assertThat(PRECISION
                        .weighted()
                        .withZeroDivision(policy)
                        .value(Cases.labelSets(LABELS, List.of("a"), List.of("b"))))
                .isEqualTo(MetricValue.undefined("it is undefined for every label that occurs"));
    }

    @Test
    void leaves_labels_out_of_averages_where_it_is_undefined() {
        LabelSetMetric precision = PRECISION.withZeroDivision(ZeroDivision.UNDEFINED);

        assertThat(value(precision.macro(), NO_C)).isEqualTo(1);
        assertThat(value(precision.weighted(), NO_C)).isEqualTo(1);
    }

    /** As scikit-learn 1.2.1 does with zero_division=1. */
    @Test
    void weighted_is_the_micro_average_where_no_example_has_a_label() {
        Outcomes falseAlarm = Cases.labelSets(LABELS, List.of(""), List.of("b"));

        assertThat(value(PRECISION.weighted().withZeroDivision(ZeroDivision.ONE), falseAlarm))
                .isZero();
        assertThat(value(RECALL.weighted().withZeroDivision(ZeroDivision.ONE), falseAlarm))
                .isEqualTo(1);
        assertThat(value(PRECISION.weighted().withZeroDivision(ZeroDivision.ONE), EMPTY))
                .isEqualTo(1);
        assertThat(RECALL.weighted().withZeroDivision(ZeroDivision.UNDEFINED).value(EMPTY))
                .isEqualTo(MetricValue.undefined("no example has any label"));
    }

    @Test
    void says_in_its_name_which_it_is() {
        assertThat(List.of(
                        F1,
                        fBeta(0.5).macro(),
                        PRECISION.weighted(),
                        RECALL.ofLabel("sports"),
                        JACCARD.samples(),
                        JACCARD.macro().withZeroDivision(ZeroDivision.ONE),
                        F1.ofLabel("a").withZeroDivision(ZeroDivision.UNDEFINED)))
                .extracting(Metric::name)
                .containsExactly(
                        "micro F1",
                        "macro F0.5",
                        "weighted precision",
                        "recall of \"sports\"",
                        "samples Jaccard index",
                        "macro Jaccard index (0/0 is 1)",
                        "F1 of \"a\" (0/0 is undefined)");
    }

    @Test
    void equals_metrics_of_the_same_choices() {
        assertThat(F1.ofLabel("a"))
                .isEqualTo(fBeta(1).ofLabel("a"))
                .hasSameHashCodeAs(fBeta(1).ofLabel("a"))
                .hasToString("F1 of \"a\"")
                .isNotEqualTo(F1.ofLabel("b"))
                .isNotEqualTo(F1.micro())
                .isNotEqualTo(JACCARD.ofLabel("a"));
    }

    @Test
    void is_better_when_higher_between_0_and_1_and_pooled_over_folds() {
        assertThat(F1.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(F1.range()).isEqualTo(Range.UNIT);
        assertThat(F1.combination()).isEqualTo(FoldCombination.POOLED);
        assertThat(F1.resolve(TARGETS)).isSameAs(F1);
    }

    @Test
    void is_a_sample_of_a_known_distribution_where_it_is_of_one_label() {
        assertThat(PRECISION.ofLabel("a").sampling(OUTCOMES)).contains(new Sampling.Proportion(2, 3));
        assertThat(RECALL.ofLabel("b").sampling(OUTCOMES)).contains(new Sampling.Proportion(1, 3));
        assertThat(JACCARD.ofLabel("b").sampling(OUTCOMES)).contains(new Sampling.Proportion(1, 4));
        assertThat(F1.ofLabel("b").sampling(OUTCOMES)).contains(new Sampling.F1(1, 3));
    }

    @Test
    void has_no_known_sampling_distribution_otherwise() {
        assertThat(F1.micro().sampling(OUTCOMES)).isEmpty();
        assertThat(F1.samples().sampling(OUTCOMES)).isEmpty();
        assertThat(fBeta(2).ofLabel("a").sampling(OUTCOMES)).isEmpty();
        assertThat(F1.ofLabel("c").sampling(NO_C)).isEmpty();
        assertThat(RECALL.ofLabel("c").sampling(NO_C)).isEmpty();
        assertThat(F1.ofLabel("a").sampling(NO_C.withWeights(1, 2, 3))).isEmpty();
    }

    @Test
    void fails_when_the_label_is_unknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECALL.ofLabel("A").resolve(TARGETS))
                .withMessage("recall of \"A\": there is no such label; the labels are \"a\", \"b\", \"c\"");
        assertThat(RECALL.ofLabel("a").resolve(TARGETS)).isEqualTo(RECALL.ofLabel("a"));
    }

    @Test
    void fails_when_targets_are_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> F1.macro().resolve(Targets.labels("a", "b")))
                .withMessage("macro F1 judges sets of labels, but the targets are labels");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e200, Double.NaN, Double.POSITIVE_INFINITY})
    void fails_when_beta_is_not_positive_and_finite(double beta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fBeta(beta))
                .withMessage("beta must be positive, and its square finite, unlike that of " + beta);
    }
}
