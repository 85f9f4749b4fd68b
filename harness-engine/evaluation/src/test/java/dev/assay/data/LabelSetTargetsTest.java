package dev.assay.data;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelSetTargetsTest {

    private static final Labels LABELS = Labels.of("c", "b", "a");

    private static final LabelSetTargets TARGETS =
            Targets.labelSets(LABELS, List.of(Set.of("a", "c"), Set.of(), Set.of("b")));

    @Test
    void keep_the_set_of_each_example_in_the_order_of_a_declared_vocabulary() {
        assertThat(TARGETS.size()).isEqualTo(3);
        assertThat(TARGETS.kind()).isEqualTo("sets of labels");
        assertThat(TARGETS.labels()).isEqualTo(LABELS);
        assertThat(TARGETS.set(0)).containsExactly("c", "a");
        assertThat(TARGETS.set(1)).isEmpty();
        assertThat(TARGETS.contains(2, 1)).isTrue();
        assertThat(TARGETS.contains(2, 2)).isFalse();
    }

    @Test
    void take_the_labels_that_occur_sorted_as_the_vocabulary() {
        LabelSetTargets targets = Targets.labelSets(List.of(List.of("b"), List.of(), List.of("c", "a", "b")));

        assertThat(targets.labels()).isEqualTo(Labels.of("a", "b", "c"));
        assertThat(targets.set(2)).containsExactly("a", "b", "c");
    }

    @Test
    void take_a_label_that_is_named_twice_for_one() {
        assertThat(Targets.labelSets(LABELS, List.of(List.of("a", "a"))).set(0)).containsExactly("a");
    }

    @Test
    void select_examples_and_keep_the_vocabulary() {
        LabelSetTargets selected = TARGETS.select(2, 0, 2);

        assertThat(selected.size()).isEqualTo(3);
        assertThat(selected.set(0)).containsExactly("b");
        assertThat(selected.set(1)).containsExactly("c", "a");
        assertThat(selected.labels()).isEqualTo(LABELS);
        assertThat(TARGETS.select().size()).isZero();
    }

    @Test
    void are_not_changed_by_what_is_done_to_the_sets() {
        List<String> set = new ArrayList<>(List.of("a"));
        LabelSetTargets targets = Targets.labelSets(LABELS, List.of(set));

        set.add("b");
        targets.set(0).clear();

        assertThat(targets.set(0)).containsExactly("a");
    }

    @Test
    void fail_when_a_label_is_outside_of_the_vocabulary() {
        assertInvalidData(
                () -> Targets.labelSets(LABELS, List.of(Set.of("a"), Set.of("A"))),
                "row 1: no label \"A\"; the labels are \"c\", \"b\", \"a\"");
    }

    @Test
    void fail_when_no_example_has_a_label_and_no_vocabulary_is_declared() {
        assertInvalidData(
                () -> Targets.labelSets(List.of(List.of(), List.of())), "a vocabulary needs at least one label");
    }

    @Test
    void have_no_positive_label() {
        assertInvalidData(
                () -> Dataset.of(List.of(1, 2, 3), TARGETS).withPositive("a"),
                "no positive label for data: its targets are sets of labels");
    }

    @Test
    void are_part_of_the_fingerprint() {
        Dataset<Integer> data = Dataset.of(List.of(1, 2, 3), TARGETS);

        assertThat(data.fingerprint())
                .isEqualTo(Dataset.of(
                                List.of(1, 2, 3),
                                Targets.labelSets(LABELS, List.of(List.of("c", "a"), List.of(), List.of("b"))))
                        .fingerprint())
                .isNotEqualTo(Dataset.of(
                                List.of(1, 2, 3),
                                Targets.labelSets(LABELS, List.of(List.of("c"), List.of("a"), List.of("b"))))
                        .fingerprint())
                .isNotEqualTo(data.withTargets(Targets.labelSets(List.of(Set.of("a", "c"), Set.of(), Set.of("b"))))
                        .fingerprint());
    }

    @Test
    void move_to_a_larger_vocabulary_in_another_order() {
        LabelSetTargets moved = TARGETS.over(Labels.of("a", "d", "b", "c"));

        assertThat(moved.labels()).isEqualTo(Labels.of("a", "d", "b", "c"));
        assertThat(moved.set(0)).containsExactly("a", "c");
        assertThat(moved.set(1)).isEmpty();
    }

    @Test
    void fail_to_move_to_a_vocabulary_that_lacks_a_label_that_occurs() {
        assertInvalidData(
                () -> TARGETS.over(Labels.of("a", "b")), "row 0: no label \"c\"; the labels are \"a\", \"b\"");
    }
}
