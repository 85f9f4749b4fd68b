package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Labels;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Predictions made from others: chosen labels, another vocabulary, some of the rows. */
class LabelPredictionsTest {

    private static final Labels LABELS = Labels.of("a", "b");
    private static final Labels LARGER = Labels.of("x", "b", "a").withPositive("b");

    private static double[] scores(LabelPredictions predictions, int row) {
        return IntStream.range(0, predictions.labels().size())
                .mapToDouble(label -> predictions.score(row, label))
                .toArray();
    }

    @Test
    void takes_other_labels_than_those_of_the_highest_scores() {
        LabelPredictions chosen =
                Predictions.probabilities(LABELS, 0.9, 0.1, 0.2, 0.8).withPredicted(1, 1);

        assertThat(chosen.label(0)).isEqualTo("b");
        assertThat(scores(chosen, 0)).containsExactly(0.9, 0.1);
        assertThat(chosen.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
    }

    @Test
    void fails_when_there_are_not_as_many_chosen_labels_as_examples() {
        LabelPredictions predictions = Predictions.labels(LABELS, 0, 1);

        assertThatThrownBy(() -> predictions.withPredicted(0))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage("1 predicted labels for 2 examples");
    }

    @Test
    void fails_when_a_chosen_label_is_outside_of_the_vocabulary() {
        LabelPredictions predictions = Predictions.labels(LABELS, 0, 1);

        assertThatThrownBy(() -> predictions.withPredicted(0, 2))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage("row 1: no label has index 2; there are 2 labels");
    }

    @Test
    void moves_labels_to_a_larger_vocabulary() {
        LabelPredictions moved = Predictions.labels(LABELS, 0, 1).over(LARGER);

        assertThat(moved.label(0)).isEqualTo("a");
        assertThat(moved.index(0)).isEqualTo(2);
        assertThat(moved.index(1)).isEqualTo(1);
        assertThat(moved.labels()).isEqualTo(LARGER);
        assertThat(moved.scoreKind()).isEqualTo(ScoreKind.NONE);
    }

    @Test
    void gives_probability_0_to_labels_that_the_model_does_not_know() {
        LabelPredictions moved =
                Predictions.probabilities(LABELS, 0.9, 0.1, 0.2, 0.8).over(LARGER);

        assertThat(scores(moved, 0)).containsExactly(0, 0.1, 0.9);
        assertThat(scores(moved, 1)).containsExactly(0, 0.8, 0.2);
        assertThat(moved.label(0)).isEqualTo("a");
    }

    @Test
    void gives_one_margin_below_all_others_to_labels_that_the_model_does_not_know() {
        LabelPredictions moved =
                Predictions.margins(LABELS, -5, -7, 2, 3).withPredicted(0, 0).over(LARGER);

        assertThat(scores(moved, 0)).containsExactly(-8, -7, -5);
        assertThat(scores(moved, 1)).containsExactly(-8, 3, 2);
        assertThat(moved.label(0)).isEqualTo("a");
        assertThat(moved.scoreKind()).isEqualTo(ScoreKind.MARGINS);
    }

    @Test
    void gives_a_margin_below_others_that_are_huge() {
        LabelPredictions moved = Predictions.margins(LABELS, -1e17, 5).over(LARGER);

        assertThat(moved.score(0, 0)).isLessThan(-1e17);
    }

    @Test
    void gives_a_finite_margin_where_there_is_none_below() {
        LabelPredictions moved =
                Predictions.margins(LABELS, -Double.MAX_VALUE, 5).over(LARGER);

        assertThat(moved.score(0, 0)).isEqualTo(-Double.MAX_VALUE);
    }

    @Test
    void keeps_chosen_labels_when_moved() {
        LabelPredictions moved =
                Predictions.probabilities(LABELS, 0.9, 0.1).withPredicted(1).over(LARGER);

        assertThat(moved.label(0)).isEqualTo("b");
    }

    @Test
    void only_learns_the_positive_label_when_the_vocabulary_is_otherwise_the_same() {
        LabelPredictions moved = Predictions.probabilities(LABELS, 0.9, 0.1).over(LABELS.withPositive("b"));

        assertThat(moved.labels().positive()).contains("b");
        assertThat(scores(moved, 0)).containsExactly(0.9, 0.1);
    }

    @Test
    void fails_when_the_other_vocabulary_lacks_a_label() {
        LabelPredictions predictions = Predictions.labels(LABELS, 0);

        assertThatThrownBy(() -> predictions.over(Labels.of("a", "c")))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage("the model knows the label \"b\", which is not among the data's labels \"a\", \"c\"");
    }

    @Test
    void selects_rows_with_their_scores() {
        LabelPredictions selected =
                Predictions.probabilities(LABELS, 0.9, 0.1, 0.2, 0.8, 0.4, 0.6).select(2, 0, 2);

        assertThat(selected.size()).isEqualTo(3);
        assertThat(selected.label(0)).isEqualTo("b");
        assertThat(selected.label(1)).isEqualTo("a");
        assertThat(scores(selected, 0)).containsExactly(0.4, 0.6);
        assertThat(scores(selected, 1)).containsExactly(0.9, 0.1);
        assertThat(selected.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
    }

    @Test
    void selects_labels_without_scores() {
        LabelPredictions selected = Predictions.labels(LABELS, 0, 1, 1).select(1, 0);

        assertThat(selected.label(0)).isEqualTo("b");
        assertThat(selected.size()).isEqualTo(2);
        assertThat(selected.scoreKind()).isEqualTo(ScoreKind.NONE);
    }
}
