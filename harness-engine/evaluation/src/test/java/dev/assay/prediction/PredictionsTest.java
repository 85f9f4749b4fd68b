package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Labels;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What predictions accept, and the messages of those that they don't. */
class PredictionsTest {

    private static final Labels LABELS = Labels.of("a", "b", "c");

    private static void assertFails(ThrowingCallable making, String message) {
        assertThatThrownBy(making)
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage(message);
    }

    @Test
    void keeps_predicted_labels() {
        LabelPredictions predictions = Predictions.labels(LABELS, 2, 0);

        assertThat(predictions.size()).isEqualTo(2);
        assertThat(predictions.index(0)).isEqualTo(2);
        assertThat(predictions.label(1)).isEqualTo("a");
        assertThat(predictions.labels()).isEqualTo(LABELS);
        assertThat(predictions.scoreKind()).isEqualTo(ScoreKind.NONE);
    }

    @Test
    void predicts_the_label_of_the_highest_probability() {
        LabelPredictions predictions = Predictions.probabilities(LABELS, 0.1, 0.2, 0.7, 0.2, 0.5, 0.3);

        assertThat(predictions.label(0)).isEqualTo("c");
        assertThat(predictions.label(1)).isEqualTo("b");
        assertThat(predictions.score(1, 2)).isEqualTo(0.3);
        assertThat(predictions.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
    }

    @Test
    void predicts_the_label_of_the_highest_margin() {
        LabelPredictions predictions = Predictions.margins(LABELS, -3, -1, -2);

        assertThat(predictions.label(0)).isEqualTo("b");
        assertThat(predictions.scoreKind()).isEqualTo(ScoreKind.MARGINS);
    }

    @Test
    void predicts_the_first_label_of_equal_scores() {
        assertThat(Predictions.probabilities(LABELS, 0.2, 0.4, 0.4).label(0)).isEqualTo("b");
        assertThat(Predictions.margins(LABELS, 0, -0.0, 0).label(0)).isEqualTo("a");
        assertThat(Predictions.margins(LABELS, -0.0, 0, 0).label(0)).isEqualTo("a");
    }

    @Test
    void keeps_numbers() {
        NumberPredictions predictions = Predictions.numbers(1.5, -2);

        assertThat(predictions.size()).isEqualTo(2);
        assertThat(predictions.value(1)).isEqualTo(-2);
        assertThat(predictions.select(1, 1, 0).value(2)).isEqualTo(1.5);
    }

    @Test
    void can_be_put_one_after_another() {
        Predictions whole = Predictions.concatenate(List.of(
                Predictions.probabilities(LABELS, 0.1, 0.2, 0.7),
                Predictions.probabilities(LABELS, 0.5, 0.3, 0.2, 0, 1, 0).withPredicted(2, 1)));
        Predictions numbers = Predictions.concatenate(List.of(Predictions.numbers(1, 2), Predictions.numbers(3)));

        assertThat(whole).isInstanceOfSatisfying(LabelPredictions.class, labels -> {
            assertThat(labels.size()).isEqualTo(3);
            assertThat(labels.label(1)).isEqualTo("c");
            assertThat(labels.score(1, 1)).isEqualTo(0.3);
            assertThat(labels.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
        });
        assertThat(numbers).isInstanceOfSatisfying(NumberPredictions.class, values -> {
            assertThat(values.size()).isEqualTo(3);
            assertThat(values.value(2)).isEqualTo(3);
        });
    }

    @Test
    void lose_their_scores_when_put_after_others_without_or_of_another_kind() {
        LabelPredictions probabilities = Predictions.probabilities(LABELS, 0.1, 0.2, 0.7);

        assertThat(List.of(Predictions.labels(LABELS, 0), Predictions.margins(LABELS, 5, 6, 7)))
                .allSatisfy(other -> {
                    LabelPredictions whole = (LabelPredictions) Predictions.concatenate(List.of(probabilities, other));
                    assertThat(whole.scoreKind()).isEqualTo(ScoreKind.NONE);
                    assertThat(whole.label(0)).isEqualTo("c");
                    assertThat(whole.index(1)).isEqualTo(other.index(0));
                });
    }

    @Test
    void may_be_empty() {
        assertThat(Predictions.labels(LABELS).size()).isZero();
        assertThat(Predictions.probabilities(LABELS).size()).isZero();
        assertThat(Predictions.numbers().size()).isZero();
    }

    @Test
    void is_not_changed_by_what_is_done_to_the_arguments() {
        int[] indices = {0};
        double[] probabilities = {1, 0, 0};
        double[] margins = {3, 2, 1};
        double[] numbers = {5};
        LabelPredictions labels = Predictions.labels(LABELS, indices);
        LabelPredictions scored = Predictions.probabilities(LABELS, probabilities);
        LabelPredictions ranked = Predictions.margins(LABELS, margins);
        NumberPredictions values = Predictions.numbers(numbers);
        LabelPredictions chosen = scored.withPredicted(indices);

        indices[0] = 2;
        probabilities[0] = 9;
        margins[0] = 9;
        numbers[0] = 9;

        assertThat(labels.index(0)).isZero();
        assertThat(scored.score(0, 0)).isEqualTo(1);
        assertThat(ranked.score(0, 0)).isEqualTo(3);
        assertThat(values.value(0)).isEqualTo(5);
        assertThat(chosen.index(0)).isZero();
    }

    @Test
    void accepts_probabilities_whose_sum_is_off_by_less_than_a_millionth() {
        assertThatCode(() -> Predictions.probabilities(LABELS, 0.5, 0.5, 0.9e-6))
                .doesNotThrowAnyException();
        assertThatCode(() -> Predictions.probabilities(LABELS, 0.5, 0.5 - 0.9e-6, 0))
                .doesNotThrowAnyException();
        assertThatCode(() -> Predictions.probabilities(LABELS, 1 + 0.9e-6, 0, 0))
                .doesNotThrowAnyException();
    }

    @Test
    void fails_when_an_index_is_outside_of_the_vocabulary() {
        assertFails(() -> Predictions.labels(LABELS, 0, 3), "row 1: no label has index 3; there are 3 labels");
        assertFails(() -> Predictions.labels(LABELS, -1), "row 0: no label has index -1; there are 3 labels");
    }

    @Test
    void fails_when_the_number_of_scores_is_not_a_multiple_of_the_labels() {
        String message = "4 scores are not a multiple of the number of labels, 3";

        assertFails(() -> Predictions.probabilities(LABELS, 0.5, 0.2, 0.3, 1), message);
        assertFails(() -> Predictions.margins(LABELS, 1, 2, 3, 4), message);
    }

    @Test
    void fails_when_a_score_is_not_finite() {
        String remedy = "; scores must be finite numbers";

        assertFails(
                () -> Predictions.margins(LABELS, 1, 2, 3, 1, Double.NaN, 3),
                "row 1: the score of \"b\" is NaN" + remedy);
        assertFails(
                () -> Predictions.margins(LABELS, 1, 2, Double.NEGATIVE_INFINITY),
                "row 0: the score of \"c\" is -Infinity" + remedy);
        assertFails(
                () -> Predictions.probabilities(LABELS, Double.NaN, 0.5, 0.5),
                "row 0: the score of \"a\" is NaN" + remedy);
    }

    @Test
    void fails_when_a_probability_is_below_0_or_above_1() {
        String remedy = "; if these are logits or votes, say so with margins(…)";

        assertFails(
                () -> Predictions.probabilities(LABELS, 1, 0, 0, 0.5, -0.1, 0.6),
                "row 1: the probability of \"b\" is -0.1" + remedy);
        assertFails(
                () -> Predictions.probabilities(LABELS, 1.5, -0.25, -0.25),
                "row 0: the probability of \"a\" is 1.5" + remedy);
    }

    @Test
    void fails_when_probabilities_do_not_sum_to_1() {
        assertFails(
                () -> Predictions.probabilities(LABELS, 1, 0, 0, 0.25, 0.25, 0.25),
                "row 1: the probabilities sum to 0.75 instead of 1");
        assertFails(
                () -> Predictions.probabilities(LABELS, 0.5, 0.5, 0x1p-10),
                "row 0: the probabilities sum to 1.0009765625 instead of 1");
    }

    @Test
    void fails_when_probabilities_are_off_by_more_than_a_millionth() {
        assertThatThrownBy(() -> Predictions.probabilities(LABELS, 0.5, 0.5, 1.1e-6))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessageStartingWith("row 0: the probabilities sum to 1.000001");
    }

    @Test
    void fails_when_a_predicted_number_is_not_finite() {
        assertFails(
                () -> Predictions.numbers(1, Double.POSITIVE_INFINITY),
                "row 1: the prediction is Infinity; predictions must be finite numbers");
        assertFails(
                () -> Predictions.numbers(Double.NaN),
                "row 0: the prediction is NaN; predictions must be finite numbers");
    }

    @Test
    void tells_programs_which_row_is_at_fault() {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> Predictions.numbers(1, 2, Double.NaN))
                .satisfies(e -> assertThat(e.row()).hasValue(2));
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> Predictions.margins(LABELS, 1, 2))
                .satisfies(e -> assertThat(e.row()).isEmpty());
    }

    @Test
    void fails_when_scores_are_asked_of_labels_alone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Predictions.labels(LABELS, 0).score(0, 0))
                .withMessage("these predictions have no scores");
    }
}
