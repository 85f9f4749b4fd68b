package dev.assay.data;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {

    @Test
    void takes_the_labels_that_occur_sorted_as_the_vocabulary() {
        LabelTargets targets = Targets.labels("b", "a", "b");

        assertThat(targets.labels()).isEqualTo(Labels.of("a", "b"));
        assertThat(targets.label(0)).isEqualTo("b");
        assertThat(targets.index(0)).isEqualTo(1);
        assertThat(targets.size()).isEqualTo(3);
    }

    @Test
    void keeps_a_declared_vocabulary() {
        LabelTargets targets = Targets.labels(Labels.of("c", "b", "a"), List.of("a", "b", "a"));

        assertThat(targets.labels().names()).containsExactly("c", "b", "a");
        assertThat(targets.counts()).containsExactly(0, 1, 2);
    }

    @Test
    void selects_labels_and_keeps_the_vocabulary() {
        LabelTargets selected = Targets.labels("b", "a", "c").select(2, 2, 0);

        assertThat(selected.label(0)).isEqualTo("c");
        assertThat(selected.label(2)).isEqualTo("b");
        assertThat(selected.counts()).containsExactly(0, 1, 2);
    }

    @Test
    void moves_labels_to_another_vocabulary() {
        LabelTargets moved =
                Targets.labels("b", "a").over(Labels.of("x", "b", "a").withPositive("b"));

        assertThat(moved.index(0)).isEqualTo(1);
        assertThat(moved.label(1)).isEqualTo("a");
        assertThat(moved.labels().positive()).contains("b");
    }

    @Test
    void moves_to_a_vocabulary_that_lacks_only_labels_that_do_not_occur() {
        LabelTargets targets = Targets.labels(Labels.of("a", "b", "unused"), List.of("b", "a"));

        assertThat(targets.over(Labels.of("a", "b")).label(0)).isEqualTo("b");
    }

    @Test
    void keeps_and_selects_numbers() {
        NumberTargets targets = Targets.numbers(1, -2.5, 3);

        assertThat(targets.value(1)).isEqualTo(-2.5);
        assertThat(targets.select(2, 0).values()).containsExactly(3, 1);
        assertThat(targets.size()).isEqualTo(3);
    }

    @Test
    void keeps_numbers_from_being_changed() {
        double[] values = {1, 2};
        NumberTargets targets = Targets.numbers(values);

        values[0] = 9;
        targets.values()[1] = 9;

        assertThat(targets.values()).containsExactly(1, 2);
    }

    @Test
    void fails_when_a_label_is_outside_of_the_vocabulary() {
        assertInvalidData(
                () -> Targets.labels(Labels.of("a", "b"), List.of("a", "B")),
                "row 1: no label \"B\"; the labels are \"a\", \"b\"");
    }

    @Test
    void fails_when_another_vocabulary_lacks_a_label_that_occurs() {
        assertInvalidData(
                () -> Targets.labels("a", "b").over(Labels.of("a", "c")),
                "row 1 is \"b\", which is not among the labels \"a\", \"c\"");
    }

    @Test
    void fails_when_a_number_is_not_finite() {
        assertInvalidData(
                () -> Targets.numbers(1, Double.NaN), "row 1: the target is NaN; targets must be finite numbers");
        assertInvalidData(
                () -> Targets.numbers(Double.NEGATIVE_INFINITY),
                "row 0: the target is -Infinity; targets must be finite numbers");
    }
}
