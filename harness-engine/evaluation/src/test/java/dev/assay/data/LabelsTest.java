package dev.assay.data;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void keeps_the_declared_order() {
        Labels labels = Labels.of("small", "medium", "large");

        assertThat(labels.names()).containsExactly("small", "medium", "large");
        assertThat(labels.size()).isEqualTo(3);
        assertThat(labels.name(2)).isEqualTo("large");
        assertThat(labels.indexOf("medium")).isEqualTo(1);
    }

    @Test
    void sorts_observed_labels_whatever_their_order() {
        Labels labels = Labels.observed(List.of("b", "猫", "a", "B", "b", "A"));

        assertThat(labels.names()).containsExactly("A", "B", "a", "b", "猫");
        assertThat(labels).isEqualTo(Labels.observed(List.of("A", "B", "a", "b", "猫")));
    }

    @Test
    void tells_case_apart() {
        Labels labels = Labels.of("yes", "no");

        assertThat(labels.contains("yes")).isTrue();
        assertThat(labels.contains("Yes")).isFalse();
    }

    @Test
    void has_no_positive_label_unless_one_is_declared() {
        Labels labels = Labels.of("pos", "neg");

        assertThat(labels.positive()).isEmpty();
        assertThat(labels.positiveIndex()).isEmpty();
        assertThat(labels.withPositive("neg").positive()).contains("neg");
        assertThat(labels.withPositive("neg").positiveIndex()).hasValue(1);
        assertThat(labels.withPositive("neg").withPositive("pos").positiveIndex())
                .hasValue(0);
        assertThat(labels.positive()).isEmpty();
    }

    @Test
    void equals_labels_of_the_same_order_and_positive_label() {
        Labels labels = Labels.of("a", "b");

        assertThat(labels)
                .isEqualTo(Labels.of(List.of("a", "b")))
                .hasSameHashCodeAs(Labels.of(List.of("a", "b")))
                .isNotEqualTo(Labels.of("b", "a"))
                .isNotEqualTo(labels.withPositive("a"));
        assertThat(labels.withPositive("a"))
                .isEqualTo(labels.withPositive("a"))
                .hasSameHashCodeAs(labels.withPositive("a"))
                .isNotEqualTo(labels.withPositive("b"));
    }

    @Test
    void prints_quoted_names_and_cuts_after_twenty() {
        List<String> names = IntStream.range(0, 23).mapToObj(Integer::toString).toList();

        assertThat(Labels.of("a", "b")).hasToString("\"a\", \"b\"");
        assertThat(Labels.of(names.subList(0, 20)).toString()).endsWith("\"18\", \"19\"");
        assertThat(Labels.of(names).toString()).endsWith("\"18\", \"19\" and 3 more");
    }

    @Test
    void is_not_changed_from_outside() {
        List<String> names = new ArrayList<>(List.of("a", "b"));
        Labels labels = Labels.of(names);

        names.set(0, "changed");

        assertThat(labels.names()).containsExactly("a", "b");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> labels.names().set(0, "changed"));
    }

    @Test
    void fails_without_labels() {
        assertInvalidData(() -> Labels.of(), "a vocabulary needs at least one label");
        assertInvalidData(() -> Labels.observed(List.of()), "a vocabulary needs at least one label");
    }

    @Test
    void fails_when_a_label_is_declared_twice() {
        assertInvalidData(() -> Labels.of("a", "b", "a"), "label \"a\" is declared twice");
    }

    @Test
    void fails_when_a_label_is_unknown_and_lists_those_that_there_are() {
        Labels labels = Labels.of("benign", "malignant");

        assertInvalidData(
                () -> labels.indexOf("Benign"), "no label \"Benign\"; the labels are \"benign\", \"malignant\"");
        assertInvalidData(
                () -> labels.withPositive("positive"),
                "no label \"positive\"; the labels are \"benign\", \"malignant\"");
    }
}
