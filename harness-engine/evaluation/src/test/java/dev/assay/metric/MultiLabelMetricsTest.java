package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.MultiLabelMetrics.COVERAGE_ERROR;
import static dev.assay.metric.MultiLabelMetrics.HAMMING_LOSS;
import static dev.assay.metric.MultiLabelMetrics.LABEL_RANKING_AVERAGE_PRECISION;
import static dev.assay.metric.MultiLabelMetrics.RANKING_LOSS;
import static dev.assay.metric.MultiLabelMetrics.SUBSET_ACCURACY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiLabelMetricsTest {

    private static final Labels LABELS = Labels.of("a", "b", "c");

    private static final List<Metric> OF_SETS = List.of(SUBSET_ACCURACY, HAMMING_LOSS);

    private static final List<Metric> OF_SCORES =
            List.of(COVERAGE_ERROR, RANKING_LOSS, LABEL_RANKING_AVERAGE_PRECISION);

    /** The example in scikit-learn's documentation of the three metrics of scores. */
    private static final Outcomes DOCUMENTED = scored(List.of("a", "c"), 0.75, 0.5, 1, 1, 0.2, 0.1);

    private static Outcomes scored(List<String> truth, double... scores) {
        return Outcomes.of(Cases.sets(LABELS, truth), Predictions.labelSetScores(LABELS, 0.5, scores));
    }

    @Test
    void agree_with_the_examples_in_scikit_learns_documentation() {
        Outcomes halfRight = Cases.labelSets(Labels.of("a", "b"), List.of("b", "ab"), List.of("ab", "ab"));
        Outcomes nothing = Cases.labelSets(Labels.of("a", "b"), List.of("b", "ab"), List.of("", ""));

        assertThat(value(SUBSET_ACCURACY, halfRight)).isEqualTo(0.5);
        assertThat(value(HAMMING_LOSS, nothing)).isEqualTo(0.75);
        assertThat(value(COVERAGE_ERROR, DOCUMENTED)).isEqualTo(2.5);
        assertThat(value(RANKING_LOSS, DOCUMENTED)).isEqualTo(0.75);
        // 0.416… there
        assertThat(value(LABEL_RANKING_AVERAGE_PRECISION, DOCUMENTED)).isCloseTo(5.0 / 12, within(1e-15));
    }

    @Test
    void count_examples_by_their_weight() {
        assertThat(value(COVERAGE_ERROR, DOCUMENTED.withWeights(3, 1))).isEqualTo((3 * 2 + 3) / 4.0);
        assertThat(value(
                        SUBSET_ACCURACY,
                        Cases.labelSets(LABELS, List.of("a", "b"), List.of("a", "c"))
                                .withWeights(3, 1)))
                .isEqualTo(0.75);
        assertThat(value(
                        HAMMING_LOSS,
                        Cases.labelSets(LABELS, List.of("a", "b"), List.of("a", "ac"))
                                .withWeights(0, 1)))
                .isEqualTo(1);
    }

    @Test
    void take_tied_labels_at_their_worst() {
        Outcomes tied = scored(List.of("b"), 0.5, 0.5, 0.5);

        assertThat(value(COVERAGE_ERROR, tied)).isEqualTo(3);
        assertThat(value(RANKING_LOSS, tied)).isEqualTo(1);
        assertThat(value(LABEL_RANKING_AVERAGE_PRECISION, tied)).isEqualTo(1.0 / 3);
    }

    @Test
    void take_negative_zero_for_zero() {
        assertThat(value(RANKING_LOSS, scored(List.of("a"), 0.0, -0.0, -1))).isEqualTo(0.5);
        assertThat(value(RANKING_LOSS, scored(List.of("b"), 0.0, -0.0, -1))).isEqualTo(0.5);
    }

    @Test
    void find_nothing_wrong_with_the_order_where_an_example_has_no_labels_or_all() {
        Outcomes none = scored(List.of(""), 0.1, 0.9, 0.5);
        Outcomes all = scored(List.of("abc"), 0.1, 0.9, 0.5);

        assertThat(value(COVERAGE_ERROR, none)).isZero();
        assertThat(value(COVERAGE_ERROR, all)).isEqualTo(3);
        assertThat(value(RANKING_LOSS, none)).isZero();
        assertThat(value(RANKING_LOSS, all)).isZero();
        assertThat(value(LABEL_RANKING_AVERAGE_PRECISION, none)).isEqualTo(1);
        assertThat(value(LABEL_RANKING_AVERAGE_PRECISION, all)).isEqualTo(1);
    }

    @Test
    void are_undefined_without_scores_where_they_need_them() {
        Outcomes unscored = Cases.labelSets(LABELS, List.of("a"), List.of("a"));

        assertThat(OF_SCORES)
                .allSatisfy(metric -> assertThat(metric.value(unscored))
                        .isEqualTo(MetricValue.undefined("the model gives sets of labels without scores")));
        assertThat(OF_SETS)
                .allSatisfy(metric -> assertThat(metric.value(unscored)).isInstanceOf(MetricValue.Defined.class));
    }

    @Test
    void subset_accuracy_is_a_sample_of_a_proportion() {
        Outcomes outcomes = Cases.labelSets(LABELS, List.of("a", "bc", ""), List.of("a", "b", ""));

        assertThat(SUBSET_ACCURACY.sampling(outcomes)).contains(new Sampling.Proportion(2, 3));
        assertThat(SUBSET_ACCURACY.sampling(outcomes.withWeights(1, 2, 3))).isEmpty();
        assertThat(HAMMING_LOSS.sampling(outcomes)).isEmpty();
    }

    @Test
    void say_which_values_are_better_and_possible_and_that_folds_are_pooled() {
        assertThat(List.of(SUBSET_ACCURACY, LABEL_RANKING_AVERAGE_PRECISION))
                .allMatch(metric -> metric.direction() == Direction.HIGHER_IS_BETTER);
        assertThat(List.of(HAMMING_LOSS, COVERAGE_ERROR, RANKING_LOSS))
                .allMatch(metric -> metric.direction() == Direction.LOWER_IS_BETTER);
        assertThat(COVERAGE_ERROR.range()).isEqualTo(Range.NON_NEGATIVE);
        assertThat(List.of(SUBSET_ACCURACY, HAMMING_LOSS, RANKING_LOSS, LABEL_RANKING_AVERAGE_PRECISION))
                .allMatch(metric -> metric.range().equals(Range.UNIT));
        assertThat(OF_SETS).allMatch(metric -> metric.combination() == FoldCombination.POOLED);
        assertThat(OF_SCORES).allMatch(metric -> metric.combination() == FoldCombination.POOLED);
    }

    @Test
    void the_headline_is_micro_f1() {
        Outcomes outcomes = Cases.labelSets(LABELS, List.of("a"), List.of("ab"));

        assertThat(Metrics.headline(outcomes)).hasToString("micro F1");
        assertThat(Metrics.summary(outcomes))
                .extracting(Metric::name)
                .containsExactly(
                        "micro F1",
                        "micro precision",
                        "micro recall",
                        "macro F1",
                        "samples Jaccard index",
                        "subset accuracy",
                        "Hamming loss",
                        "label ranking average precision");
    }

    @Test
    void fail_when_targets_are_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HAMMING_LOSS.resolve(Targets.labels("a")))
                .withMessage("Hamming loss judges sets of labels, but the targets are labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUBSET_ACCURACY.value(Cases.labels(LABELS, "ab", "ab")))
                .withMessage("this metric judges sets of labels, but the targets are labels");
    }
}
