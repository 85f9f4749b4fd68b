package dev.assay.data;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.Examples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final Dataset<String> LETTERS = Dataset.of(
                    List.of("p", "q", "r", "s"), Targets.labels("yes", "no", "no", "yes"))
            .named("letters")
            .withIds(List.of("i0", "i1", "i2", "i3"))
            .withGroups(List.of("g", "g", "h", "h"))
            .withWeights(1, 2, 3, 4);

    @Test
    void keeps_examples_in_order() {
        assertThat(LETTERS.inputs()).containsExactly("p", "q", "r", "s");
        assertThat(Examples.labels(LETTERS)).containsExactly("yes", "no", "no", "yes");
        assertThat(LETTERS.size()).isEqualTo(4);
        assertThat(LETTERS).hasToString("letters (4 examples)");
    }

    @Test
    void is_named_data_and_has_nothing_else_unless_told() {
        Dataset<String> plain = Dataset.of(List.of("p", "q"), Targets.numbers(1, 2));

        assertThat(plain.name()).isEqualTo("data");
        assertThat(plain.groups()).isEmpty();
        assertThat(plain.weights()).isEmpty();
        assertThat(plain.featureNames()).isEmpty();
        assertThat(plain.id(1)).isEqualTo("1");
    }

    @Test
    void selects_examples_with_all_that_is_known_of_them() {
        Dataset<String> view = LETTERS.select(3, 0, 3);

        assertThat(view.inputs()).containsExactly("s", "p", "s");
        assertThat(view.input(1)).isEqualTo("p");
        assertThat(Examples.labels(view)).containsExactly("yes", "yes", "yes");
        assertThat(view.groups()).contains(List.of("h", "g", "h"));
        assertThat(view.weights())
                .hasValueSatisfying(weights -> assertThat(weights).containsExactly(4, 1, 4));
        assertThat(view.id(0)).isEqualTo("i3");
        assertThat(view.name()).isEqualTo("letters");
    }

    @Test
    void knows_where_the_examples_of_a_view_of_a_view_came_from() {
        Dataset<String> view = LETTERS.select(3, 2, 0).select(2, 1);

        assertThat(view.inputs()).containsExactly("p", "r");
        assertThat(view.origin(0)).isZero();
        assertThat(view.origin(1)).isEqualTo(2);
        assertThat(LETTERS.origin(3)).isEqualTo(3);
    }

    @Test
    void names_the_examples_of_a_view_by_their_place_in_the_whole_where_there_are_no_ids() {
        Dataset<String> view =
                Dataset.of(List.of("p", "q", "r"), Targets.numbers(1, 2, 3)).select(2, 1);

        assertThat(view.id(0)).isEqualTo("2");
    }

    @Test
    void allows_an_empty_selection() {
        assertThat(LETTERS.select().size()).isZero();
        assertThat(LETTERS.select().inputs()).isEmpty();
    }

    @Test
    void shares_inputs_between_views() {
        double[] input = {1, 2};
        Dataset<double[]> data = Dataset.of(new double[][] {{0, 0}, input}, Targets.numbers(1, 2));

        assertThat(data.select(1).input(0)).isSameAs(input);
    }

    @Test
    void is_not_changed_by_what_is_done_to_the_arguments() {
        List<String> inputs = new ArrayList<>(List.of("p", "q"));
        List<String> ids = new ArrayList<>(List.of("a", "b"));
        double[] weights = {1, 2};
        int[] rows = {1};
        double[] targets = {5, 6};
        Dataset<String> data = Dataset.of(inputs, Targets.numbers(targets))
                .withIds(ids)
                .withGroups(ids)
                .withWeights(weights);
        Dataset<String> view = data.select(rows);

        inputs.set(0, "changed");
        ids.set(0, "changed");
        weights[0] = 9;
        rows[0] = 0;
        targets[0] = 9;

        assertThat(data.input(0)).isEqualTo("p");
        assertThat(data.id(0)).isEqualTo("a");
        assertThat(data.groups()).contains(List.of("a", "b"));
        assertThat(data.weights().orElseThrow()).containsExactly(1, 2);
        assertThat(((NumberTargets) data.targets()).value(0)).isEqualTo(5);
        assertThat(view.input(0)).isEqualTo("q");
    }

    @Test
    void is_not_changed_by_what_is_done_to_its_results() {
        LETTERS.weights().orElseThrow()[0] = 9;

        assertThat(LETTERS.weights().orElseThrow()).containsExactly(1, 2, 3, 4);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> LETTERS.inputs().set(0, "changed"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> LETTERS.select(1, 2).inputs().set(0, "changed"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> LETTERS.groups().orElseThrow().set(0, "changed"));
    }

    @Test
    void stays_as_it_was_when_a_changed_copy_is_made() {
        Dataset<String> renamed = LETTERS.named("other").withWeights(4, 3, 2, 1).withPositive("no");

        assertThat(renamed.name()).isEqualTo("other");
        assertThat(renamed.id(0)).isEqualTo("i0");
        assertThat(LETTERS.name()).isEqualTo("letters");
        assertThat(LETTERS.weights().orElseThrow()).containsExactly(1, 2, 3, 4);
        assertThat(((LabelTargets) LETTERS.targets()).labels().positive()).isEmpty();
    }

    @Test
    void maps_inputs_and_keeps_the_rest_but_feature_names() {
        Dataset<Integer> mapped = LETTERS.withFeatureNames(List.of("letter")).map(String::length);

        assertThat(mapped.inputs()).containsExactly(1, 1, 1, 1);
        assertThat(mapped.featureNames()).isEmpty();
        assertThat(mapped.id(1)).isEqualTo("i1");
        assertThat(mapped.groups()).isEqualTo(LETTERS.groups());
        assertThat(mapped.weights().orElseThrow()).containsExactly(1, 2, 3, 4);
        assertThat(mapped.name()).isEqualTo("letters");
    }

    @Test
    void maps_only_the_examples_of_a_view_and_keeps_what_is_known_of_them() {
        List<String> seen = new ArrayList<>();

        Dataset<String> mapped = LETTERS.select(2, 1).map(letter -> {
            seen.add(letter);
            return letter + letter;
        });

        assertThat(seen).containsExactly("r", "q");
        assertThat(mapped.inputs()).containsExactly("rr", "qq");
        assertThat(mapped.id(0)).isEqualTo("i2");
        assertThat(mapped.groups()).contains(List.of("h", "g"));
        assertThat(mapped.weights().orElseThrow()).containsExactly(3, 2);
        assertThat(Examples.labels(mapped)).containsExactly("no", "no");
    }

    @Test
    void replaces_inputs() {
        Dataset<Integer> replaced = LETTERS.withInputs(List.of(5, 6, 7, 8));

        assertThat(replaced.inputs()).containsExactly(5, 6, 7, 8);
        assertThat(replaced.id(3)).isEqualTo("i3");
        assertThat(replaced.targets()).isSameAs(LETTERS.targets());
    }

    @Test
    void makes_a_selection_a_whole_of_its_own_when_something_is_changed() {
        Dataset<String> whole = LETTERS.select(3, 1).named("two").withWeights(5, 6);

        assertThat(whole).hasToString("two (2 examples)");
        assertThat(whole.inputs()).containsExactly("s", "q");
        assertThat(Examples.labels(whole)).containsExactly("yes", "no");
        assertThat(whole.id(0)).isEqualTo("i3");
        assertThat(whole.origin(0)).isZero();
        assertThat(whole.groups()).contains(List.of("h", "g"));
        assertThat(whole.weights().orElseThrow()).containsExactly(5, 6);
        assertThat(LETTERS.weights().orElseThrow()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void names_the_examples_of_a_changed_selection_by_their_place_before() {
        Dataset<String> plain = Dataset.of(List.of("p", "q", "r"), Targets.numbers(1, 2, 3));

        assertThat(plain.select(2, 0).named("two").id(0)).isEqualTo("2");
    }

    @Test
    void declares_the_positive_label() {
        LabelTargets targets = (LabelTargets) LETTERS.withPositive("yes").targets();

        assertThat(targets.labels().positive()).contains("yes");
        assertThat(targets.label(0)).isEqualTo("yes");
    }

    @Test
    void replaces_targets() {
        assertThat(LETTERS.withTargets(Targets.numbers(1, 2, 3, 4)).targets()).isInstanceOf(NumberTargets.class);
    }

    @Test
    void fails_without_examples() {
        assertInvalidData(() -> Dataset.of(List.of(), Targets.numbers()), "a data set needs at least one example");
        assertInvalidData(
                () -> Dataset.of(new double[0][], Targets.numbers()), "a data set needs at least one example");
    }

    @Test
    void fails_when_sizes_differ() {
        assertInvalidData(() -> Dataset.of(List.of("p", "q"), Targets.numbers(1)), "1 targets for 2 examples");
        assertInvalidData(() -> LETTERS.withTargets(Targets.numbers(1)), "1 targets for 4 examples");
        assertInvalidData(() -> LETTERS.withWeights(1, 2), "2 weights for 4 examples");
        assertInvalidData(() -> LETTERS.withGroups(List.of("g")), "1 groups for 4 examples");
        assertInvalidData(() -> LETTERS.withIds(List.of("i")), "1 ids for 4 examples");
        assertInvalidData(() -> LETTERS.withInputs(List.of("p")), "1 inputs for 4 examples");
    }

    @Test
    void fails_when_a_row_has_another_number_of_features() {
        double[][] ragged = {{1, 2}, {3, 4}, {5}};

        assertInvalidData(() -> Dataset.of(ragged, Targets.numbers(1, 2, 3)), "row 2 has 1 features, row 0 has 2");
    }

    @Test
    void fails_when_a_weight_is_negative_or_not_finite() {
        String remedy = "; weights must be finite and not negative";

        assertInvalidData(() -> LETTERS.withWeights(1, -1, 1, 1), "row 1: the weight is -1.0" + remedy);
        assertInvalidData(() -> LETTERS.withWeights(1, 1, Double.NaN, 1), "row 2: the weight is NaN" + remedy);
        assertInvalidData(
                () -> LETTERS.withWeights(1, 1, 1, Double.POSITIVE_INFINITY), "row 3: the weight is Infinity" + remedy);
    }

    @Test
    void fails_when_all_weights_are_zero() {
        assertInvalidData(() -> LETTERS.withWeights(0, 0, 0, -0.0), "all weights are zero");
    }

    @Test
    void fails_when_numbers_are_to_have_a_positive_label() {
        Dataset<String> numbers = LETTERS.withTargets(Targets.numbers(1, 2, 3, 4));

        assertInvalidData(() -> numbers.withPositive("yes"), "no positive label for letters: its targets are numbers");
    }

    @Test
    void fails_when_the_positive_label_is_none_of_the_labels() {
        assertInvalidData(() -> LETTERS.withPositive("Yes"), "no label \"Yes\"; the labels are \"no\", \"yes\"");
    }

    @Test
    void rejects_missing_inputs() {
        assertThatThrownBy(() -> Dataset.of(Arrays.asList("p", null), Targets.numbers(1, 2)))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void fails_when_a_feature_name_is_given_twice_or_one_is_missing() {
        Dataset<double[]> data = Dataset.of(new double[][] {{1, 2}}, Targets.labels("a"));

        assertThatThrownBy(() -> data.withFeatureNames(List.of("x", "x")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("the feature name \"x\" is given twice");
        assertThatThrownBy(() -> data.withFeatureNames(List.of("x")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("1 names for 2 features");
        assertThat(data.withFeatureNames(List.of()).featureNames()).isEmpty();
    }

    @Test
    void keeps_time_stamps_and_attributes_through_views_and_changes() {
        List<Instant> times =
                IntStream.range(0, 4).mapToObj(Instant::ofEpochSecond).toList();
        Dataset<String> timed = LETTERS.withTimes(times)
                .withAttribute("ward", List.of("n", "s", "n", "e"))
                .withAttribute("bed", List.of("1", "2", "3", "4"));

        assertThat(LETTERS.times()).isEmpty();
        assertThat(LETTERS.attributeNames()).isEmpty();
        for (Dataset<?> view : List.of(
                timed.select(3, 1),
                timed.select(3, 1).named("changed"),
                timed.select(3, 1).map(String::length),
                timed.withPositive("yes").select(3, 1))) {
            assertThat(view.times()).contains(List.of(times.get(3), times.get(1)));
            assertThat(view.attributeNames()).containsExactly("bed", "ward");
            assertThat(view.attribute("ward")).containsExactly("e", "s");
        }
        assertThat(timed.withAttribute("bed", List.of("5", "6", "7", "8")).attribute("bed"))
                .containsExactly("5", "6", "7", "8");
        assertThat(timed.attribute("bed")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void fails_when_there_is_no_such_attribute_or_not_one_for_each_example() {
        assertInvalidData(
                () -> LETTERS.attribute("ward"),
                "letters has no attribute \"ward\"; it has none at all (give it one: withAttribute(…), or "
                        + "CsvDataset.attributes(…))");
        assertInvalidData(
                () -> LETTERS.withAttribute("ward", List.of("n")), "1 values of attribute \"ward\" for 4 examples");
        assertInvalidData(() -> LETTERS.withTimes(List.of()), "0 time stamps for 4 examples");
    }
}
