package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Truth beside predictions, and the confusion matrix of both. */
class OutcomesTest {

    private static final Labels LABELS = Labels.of("a", "b", "c");

    private static void assertFails(ThrowingCallable making, Class<? extends Exception> exception, String message) {
        assertThatThrownBy(making).isInstanceOf(exception).hasMessage(message);
    }

    @Test
    void counts_how_often_each_truth_was_predicted_as_each_label() {
        ConfusionMatrix matrix = Cases.labels(LABELS, "aaabb", "aabba").confusion();

        assertThat(matrix.cell(0, 0)).isEqualTo(2);
        assertThat(matrix.cell(0, 1)).isEqualTo(1);
        assertThat(matrix.cell(1, 0)).isEqualTo(1);
        assertThat(matrix.cell(1, 1)).isEqualTo(1);
        assertThat(matrix.support(0)).isEqualTo(3);
        assertThat(matrix.predicted(1)).isEqualTo(2);
        assertThat(matrix.correct()).isEqualTo(3);
        assertThat(matrix.total()).isEqualTo(5);
        assertThat(matrix.isObserved(1)).isTrue();
        assertThat(matrix.isObserved(2)).isFalse();
        assertThat(matrix.labels()).isEqualTo(LABELS);
    }

    @Test
    void sums_weights_where_there_are_any() {
        Outcomes weighted = Cases.labels(LABELS, "aab", "aaa").withWeights(0.5, 1.5, 3);

        assertThat(weighted.isWeighted()).isTrue();
        assertThat(weighted.weight(2)).isEqualTo(3);
        assertThat(weighted.confusion().cell(0, 0)).isEqualTo(2);
        assertThat(weighted.confusion().cell(1, 0)).isEqualTo(3);
    }

    @Test
    void weighs_each_row_as_one_without_weights() {
        Outcomes outcomes = Cases.labels(LABELS, "aab", "aaa");

        assertThat(outcomes.isWeighted()).isFalse();
        assertThat(outcomes.weight(2)).isEqualTo(1);
    }

    @Test
    void observes_labels_that_are_only_true_or_only_predicted_but_not_those_of_weight_zero() {
        assertThat(Cases.labels(LABELS, "a", "b").confusion().isObserved(1)).isTrue();
        assertThat(Cases.labels(LABELS, "b", "a").confusion().isObserved(1)).isTrue();
        assertThat(Cases.labels(LABELS, "ab", "ab")
                        .withWeights(1, 0)
                        .confusion()
                        .isObserved(1))
                .isFalse();
    }

    @Test
    void averages_matrices_cell_by_cell() {
        ConfusionMatrix one = Cases.labels(LABELS, "ab", "ab").confusion();
        ConfusionMatrix other = Cases.labels(LABELS, "ab", "aa").confusion();

        ConfusionMatrix mean = ConfusionMatrix.mean(List.of(one, other));

        assertThat(mean.cell(0, 0)).isEqualTo(1);
        assertThat(mean.cell(1, 0)).isEqualTo(0.5);
        assertThat(mean.cell(1, 1)).isEqualTo(0.5);
        assertThat(ConfusionMatrix.mean(List.of(one)))
                .isEqualTo(one)
                .hasSameHashCodeAs(one)
                .isNotEqualTo(other);
    }

    @Test
    void keeps_truth_and_predictions() {
        Outcomes outcomes = Cases.labels(LABELS, "ab", "aa");

        assertThat(outcomes.size()).isEqualTo(2);
        assertThat(outcomes.truth().size()).isEqualTo(2);
        assertThat(outcomes.predictions().size()).isEqualTo(2);
    }

    @Test
    void does_not_count_the_positive_label_as_part_of_the_vocabulary() {
        Outcomes outcomes =
                Outcomes.of(Targets.labels(LABELS.withPositive("b"), List.of("a")), Predictions.labels(LABELS, 0));

        assertThat(outcomes.confusion().correct()).isEqualTo(1);
    }

    @Test
    void is_not_changed_by_what_is_done_to_the_weights() {
        double[] weights = {1, 2};
        Outcomes outcomes = Cases.labels(LABELS, "ab", "ab").withWeights(weights);

        weights[0] = 9;

        assertThat(outcomes.weight(0)).isEqualTo(1);
    }

    @Test
    void fails_without_examples() {
        assertFails(
                () -> Outcomes.of(Targets.numbers(), Predictions.numbers()),
                InvalidDataException.class,
                "there are no examples to judge predictions by");
    }

    @Test
    void fails_when_there_are_not_as_many_predictions_as_examples() {
        assertFails(
                () -> Outcomes.of(Targets.numbers(1, 2), Predictions.numbers(1)),
                InvalidPredictionsException.class,
                "1 predictions for 2 examples");
    }

    @Test
    void fails_when_the_labels_differ_in_name_or_order() {
        assertFails(
                () -> Outcomes.of(Targets.labels("a", "b"), Predictions.labels(Labels.of("b", "a"), 0, 1)),
                InvalidPredictionsException.class,
                "the predictions are over the labels \"b\", \"a\", the data over \"a\", \"b\"");
    }

    @Test
    void fails_when_one_has_labels_and_the_other_numbers() {
        assertFails(
                () -> Outcomes.of(Targets.labels("a"), Predictions.numbers(1)),
                InvalidPredictionsException.class,
                "the data have labels, but the model predicts numbers");
        assertFails(
                () -> Outcomes.of(Targets.numbers(1), Predictions.labels(LABELS, 0)),
                InvalidPredictionsException.class,
                "the data have numbers, but the model predicts labels");
    }

    @Test
    void fails_when_weights_are_not_as_many_finite_and_non_negative() {
        Outcomes outcomes = Cases.labels(LABELS, "ab", "ab");
        String remedy = "; weights must be finite and not negative";

        assertFails(() -> outcomes.withWeights(1), InvalidDataException.class, "1 weights for 2 examples");
        assertFails(
                () -> outcomes.withWeights(1, -2), InvalidDataException.class, "row 1: the weight is -2.0" + remedy);
        assertFails(
                () -> outcomes.withWeights(Double.NaN, 1),
                InvalidDataException.class,
                "row 0: the weight is NaN" + remedy);
        assertFails(
                () -> outcomes.withWeights(1, Double.POSITIVE_INFINITY),
                InvalidDataException.class,
                "row 1: the weight is Infinity" + remedy);
    }

    @Test
    void fails_when_all_weights_are_zero() {
        Outcomes outcomes = Cases.labels(LABELS, "ab", "ab");

        assertFails(() -> outcomes.withWeights(0, -0.0), InvalidDataException.class, "all weights are zero");
    }

    @Test
    void fails_when_weights_are_so_large_or_small_that_products_of_their_sums_are_no_numbers() {
        Outcomes outcomes = Cases.labels(LABELS, "ab", "ab");
        String remedy = "; scale them so that the sum lies between 1.0E-100 and 1.0E100";

        assertFails(
                () -> outcomes.withWeights(1e160, 1e160),
                InvalidDataException.class,
                "the weights sum to 2.0E160" + remedy);
        assertFails(
                () -> outcomes.withWeights(Double.MAX_VALUE, Double.MAX_VALUE),
                InvalidDataException.class,
                "the weights sum to Infinity" + remedy);
        assertFails(
                () -> outcomes.withWeights(0, 1e-200),
                InvalidDataException.class,
                "the weights sum to 1.0E-200" + remedy);
        assertThat(outcomes.withWeights(1e-300, 1).confusion().total()).isEqualTo(1);
    }

    @Test
    void names_the_first_row_whose_weight_is_bad() {
        Outcomes outcomes = Cases.labels(LABELS, "abc", "abc");

        assertFails(
                () -> outcomes.withWeights(1, Double.NaN, -1),
                InvalidDataException.class,
                "row 1: the weight is NaN; weights must be finite and not negative");
    }

    @Test
    void counts_many_rows_as_it_does_few() {
        String truth = "aabbc".repeat(20_000);
        String predicted = "abbbc".repeat(20_000);
        ConfusionMatrix few = Cases.labels(LABELS, "aabbc", "abbbc").confusion();
        ConfusionMatrix many = Cases.labels(LABELS, truth, predicted).confusion();

        for (int i = 0; i < LABELS.size(); i++) {
            for (int j = 0; j < LABELS.size(); j++) {
                assertThat(many.cell(i, j)).isEqualTo(20_000 * few.cell(i, j));
            }
        }
        assertThat(many.total()).isEqualTo(100_000);
    }

    @Test
    void counts_outcomes_of_many_labels() {
        Labels many =
                Labels.of(IntStream.range(0, 70).mapToObj(i -> "label" + i).toList());
        int[] predicted = IntStream.range(0, 700).map(row -> row * 7 % 70).toArray();
        ConfusionMatrix matrix = Outcomes.of(
                        Targets.labels(
                                many,
                                IntStream.range(0, 700)
                                        .mapToObj(row -> many.name(row % 70))
                                        .toList()),
                        Predictions.labels(many, predicted))
                .confusion();

        assertThat(matrix.cell(3, 21)).isEqualTo(10);
        assertThat(matrix.support(3)).isEqualTo(10);
        assertThat(matrix.predicted(21)).isEqualTo(70);
        // 7 times a label is that label modulo 70 for 0 and 35 only
        assertThat(matrix.correct()).isEqualTo(20);
    }
}
