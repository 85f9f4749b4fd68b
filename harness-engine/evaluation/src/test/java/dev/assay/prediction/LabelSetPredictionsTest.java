package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.data.Labels;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LabelSetPredictionsTest {

    private static final Labels LABELS = Labels.of("a", "b");

    private static final LabelSetPredictions UNSCORED =
            Predictions.labelSets(LABELS, List.of(Set.of("b", "a"), Set.of(), Set.of("b")));

    private static final LabelSetPredictions SCORED = UNSCORED.withScores(3, 4, -1, 0, 0.5, 2);

    private static void assertFails(ThrowingCallable making, String message, int... row) {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(making)
                .withMessage(message)
                .satisfies(e -> assertThat(e.row().stream().toArray()).containsExactly(row));
    }

    @Test
    void keep_the_predicted_sets_in_the_order_of_the_vocabulary() {
        assertThat(UNSCORED.size()).isEqualTo(3);
        assertThat(UNSCORED.kind()).isEqualTo("sets of labels");
        assertThat(UNSCORED.labels()).isEqualTo(LABELS);
        assertThat(UNSCORED.set(0)).containsExactly("a", "b");
        assertThat(UNSCORED.set(1)).isEmpty();
        assertThat(UNSCORED.contains(2, 1)).isTrue();
        assertThat(UNSCORED.contains(2, 0)).isFalse();
        assertThat(UNSCORED.hasScores()).isFalse();
    }

    @Test
    void predict_the_labels_whose_score_is_not_below_the_threshold() {
        LabelSetPredictions predictions = Predictions.labelSetScores(LABELS, 0.5, 0.5, 0.4, 0.1, 0.9, 0, 0);

        assertThat(predictions.size()).isEqualTo(3);
        assertThat(predictions.set(0)).containsExactly("a");
        assertThat(predictions.set(1)).containsExactly("b");
        assertThat(predictions.set(2)).isEmpty();
        assertThat(predictions.hasScores()).isTrue();
        assertThat(predictions.score(1, 1)).isEqualTo(0.9);
    }

    @Test
    void take_scores_that_the_sets_were_not_chosen_by() {
        assertThat(SCORED.hasScores()).isTrue();
        assertThat(SCORED.score(1, 0)).isEqualTo(-1);
        assertThat(SCORED.set(1)).isEmpty();
        assertThat(UNSCORED.hasScores()).isFalse();
    }

    @Test
    void select_rows_with_their_scores() {
        LabelSetPredictions selected = SCORED.select(2, 0, 2);

        assertThat(selected.size()).isEqualTo(3);
        assertThat(selected.set(0)).containsExactly("b");
        assertThat(selected.set(1)).containsExactly("a", "b");
        assertThat(selected.score(0, 0)).isEqualTo(0.5);
        assertThat(selected.score(1, 1)).isEqualTo(4);
        assertThat(UNSCORED.select(1, 0).hasScores()).isFalse();
        assertThat(UNSCORED.select(1, 0).set(1)).containsExactly("a", "b");
    }

    @Test
    void can_be_put_one_after_another() {
        LabelSetPredictions whole = (LabelSetPredictions)
                Predictions.concatenate(List.of(SCORED, Predictions.labelSetScores(LABELS, 7, 8, 6)));

        assertThat(whole.size()).isEqualTo(4);
        assertThat(whole.set(0)).containsExactly("a", "b");
        assertThat(whole.set(3)).containsExactly("a");
        assertThat(whole.score(2, 1)).isEqualTo(2);
        assertThat(whole.score(3, 1)).isEqualTo(6);
    }

    @Test
    void lose_their_scores_when_put_after_others_without() {
        LabelSetPredictions whole = (LabelSetPredictions) Predictions.concatenate(List.of(SCORED, UNSCORED));

        assertThat(whole.hasScores()).isFalse();
        assertThat(whole.size()).isEqualTo(6);
        assertThat(whole.set(5)).containsExactly("b");
    }

    @Test
    void may_be_empty() {
        assertThat(Predictions.labelSets(LABELS, List.of()).size()).isZero();
        assertThat(Predictions.labelSetScores(LABELS, 0.5).size()).isZero();
    }

    @Test
    void are_not_changed_by_what_is_done_to_the_arguments() {
        double[] scores = {1, 0};
        LabelSetPredictions predicted = Predictions.labelSetScores(LABELS, 0.5, scores);
        LabelSetPredictions added =
                Predictions.labelSets(LABELS, List.of(Set.of("a"))).withScores(scores);

        scores[0] = 9;
        predicted.set(0).clear();

        assertThat(predicted.score(0, 0)).isEqualTo(1);
        assertThat(added.score(0, 0)).isEqualTo(1);
        assertThat(predicted.set(0)).containsExactly("a");
    }

    @Test
    void fail_when_a_label_is_outside_of_the_vocabulary() {
        assertFails(
                () -> Predictions.labelSets(LABELS, List.of(Set.of("a"), Set.of("c"))),
                "row 1: no label \"c\"; the labels are \"a\", \"b\"",
                1);
    }

    @Test
    void fail_when_there_is_not_one_score_for_each_example_and_label() {
        assertFails(
                () -> Predictions.labelSetScores(LABELS, 0.5, 1, 2, 3),
                "3 scores are not a multiple of the number of labels, 2");
        assertFails(
                () -> UNSCORED.withScores(1, 2, 3, 4),
                "4 scores for 3 examples of 2 labels; there must be one for each example and label");
    }

    @Test
    void fail_when_a_score_is_not_finite() {
        String remedy = "; scores must be finite numbers";

        assertFails(
                () -> Predictions.labelSetScores(LABELS, 0.5, 1, 2, 3, Double.NaN),
                "row 1: the score of \"b\" is NaN" + remedy,
                1);
        assertFails(
                () -> UNSCORED.withScores(1, 2, 3, 4, Double.POSITIVE_INFINITY, 6),
                "row 2: the score of \"a\" is Infinity" + remedy,
                2);
    }

    @Test
    void fail_when_scores_are_asked_of_sets_alone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> UNSCORED.score(0, 0))
                .withMessage("these predictions have no scores");
    }

    @Test
    void move_to_a_larger_vocabulary_in_another_order() {
        LabelSetPredictions moved = SCORED.over(Labels.of("b", "c", "a"));

        assertThat(moved.labels()).isEqualTo(Labels.of("b", "c", "a"));
        assertThat(moved.set(0)).containsExactly("b", "a");
        assertThat(moved.set(1)).isEmpty();
        assertThat(moved.set(2)).containsExactly("b");
        assertThat(moved.score(1, 2)).isEqualTo(-1);
        assertThat(moved.score(2, 0)).isEqualTo(2);
        // below all others, the lowest of which is -1
        assertThat(List.of(moved.score(0, 1), moved.score(1, 1), moved.score(2, 1)))
                .containsOnly(-2.0);
        assertThat(UNSCORED.over(Labels.of("c", "b", "a")).hasScores()).isFalse();
        assertThat(SCORED.over(Labels.of("a", "b")).score(1, 0)).isEqualTo(-1);
    }

    @Test
    void labels_that_are_not_known_have_score_zero_if_none_is_negative() {
        LabelSetPredictions moved =
                Predictions.labelSetScores(LABELS, 0.5, 0.6, 0.4).over(Labels.of("a", "b", "c"));

        assertThat(moved.score(0, 2)).isZero();
        assertThat(moved.set(0)).containsExactly("a");
    }

    @Test
    void fail_to_move_to_a_vocabulary_that_lacks_a_label() {
        assertFails(
                () -> SCORED.over(Labels.of("a", "c")),
                "the model knows the label \"b\", which is not among the data's labels \"a\", \"c\"");
    }
}
