package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.Table;
import dev.assay.data.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.impl.BinaryFeaturesExample;
import org.tribuo.impl.ListExample;
import org.tribuo.regression.Regressor;

class AdaptTest {

    private static final double[][] NUMBERS = {{0, 1.5}, {-2, 0}, {3, 4}};

    private static Dataset<Example<?>> adapt(Dataset<?> data) {
        return Fits.PROVIDER.adapt(data);
    }

    private static Map<String, Double> features(Example<?> example) {
        Map<String, Double> features = new LinkedHashMap<>();
        for (Feature feature : example) {
            features.put(feature.getName(), feature.getValue());
        }
        return features;
    }

    private static String label(Example<?> example) {
        return ((Label) example.getOutput()).getLabel();
    }

    private static Regressor regressor(Example<?> example) {
        return (Regressor) example.getOutput();
    }

    @Test
    void keeps_size_order_targets_names_ids_groups_and_weights() {
        Dataset<double[]> data = Dataset.of(NUMBERS, Targets.labels("b", "a", "b"))
                .withFeatureNames(List.of("x", "y"))
                .withIds(List.of("p", "q", "r"))
                .withGroups(List.of("g", "g", "h"))
                .withWeights(1, 0.25, 3)
                .named("points");

        Dataset<Example<?>> adapted = adapt(data);

        assertThat(adapted.size()).isEqualTo(3);
        assertThat(adapted.inputs().stream().map(AdaptTest::features))
                .containsExactly(Map.of("x", 0.0, "y", 1.5), Map.of("x", -2.0, "y", 0.0), Map.of("x", 3.0, "y", 4.0));
        assertThat(adapted.inputs().stream().map(AdaptTest::label)).containsExactly("b", "a", "b");
        assertThat(adapted.inputs().stream().map(Example::getWeight)).containsExactly(1f, 0.25f, 3f);
        assertThat(adapted.targets()).isSameAs(data.targets());
        assertThat(adapted.name()).isEqualTo("points");
        assertThat(adapted.id(2)).isEqualTo("r");
        assertThat(adapted.groups()).contains(List.of("g", "g", "h"));
        assertThat(adapted.weights())
                .hasValueSatisfying(weights -> assertThat(weights).containsExactly(1, 0.25, 3));
    }

    @Test
    void numbers_become_regressors_of_one_dimension() {
        Dataset<Example<?>> adapted = adapt(Dataset.of(NUMBERS, Targets.numbers(7, -1, 0.5)));

        assertThat(adapted.inputs())
                .map(AdaptTest::regressor)
                .allSatisfy(regressor -> assertThat(regressor.size()).isEqualTo(1));
        assertThat(adapted.inputs())
                .map(example -> regressor(example).getValues()[0])
                .containsExactly(7.0, -1.0, 0.5);
    }

    @Test
    void weights_are_one_without_weights() {
        Dataset<Example<?>> adapted = adapt(Dataset.of(NUMBERS, Targets.labels("b", "a", "b")));

        assertThat(adapted.inputs()).map(Example::getWeight).containsOnly(1f);
        assertThat(adapted.weights()).isEmpty();
    }

    @Test
    void features_without_names_are_numbered_and_padded_so_that_they_sort_as_the_columns() {
        Dataset<Example<?>> narrow = adapt(Dataset.of(NUMBERS, Targets.labels("b", "a", "b")));
        Dataset<Example<?>> wide = adapt(Dataset.of(new double[1][101], Targets.labels("a")));

        assertThat(features(narrow.input(0))).containsExactly(entry("f0", 0.0), entry("f1", 1.5));
        assertThat(features(wide.input(0)).keySet())
                .startsWith("f000", "f001", "f002")
                .endsWith("f099", "f100")
                .hasSize(101);
    }

    @Test
    void case_of_labels_is_kept() {
        Dataset<Example<?>> adapted = adapt(Dataset.of(NUMBERS, Targets.labels("cat", "Cat", "CAT")));

        assertThat(adapted.inputs()).map(AdaptTest::label).containsExactly("cat", "Cat", "CAT");
    }

    @Test
    void rows_give_numbers_by_column_and_categories_one_hot() {
        Columns columns = Columns.of(List.of(
                new Column("age", Column.Type.NUMBER),
                new Column("blood", Column.Type.CATEGORY),
                new Column("bmi", Column.Type.NUMBER)));
        Table table = Table.of(
                columns, List.of(columns.row(61, "A", 0), columns.row(47, "0", 22.5)), Targets.labels("ill", "well"));

        Dataset<Example<?>> adapted = adapt(table);

        assertThat(features(adapted.input(0))).isEqualTo(Map.of("age", 61.0, "blood=A", 1.0, "bmi", 0.0));
        assertThat(features(adapted.input(1))).isEqualTo(Map.of("age", 47.0, "blood=0", 1.0, "bmi", 22.5));
    }

    @Test
    void maps_give_their_entries() {
        Dataset<Map<String, ? extends Number>> data =
                Dataset.of(List.of(Map.of("b", 2, "a", 0.5), Map.of("c", 0L)), Targets.labels("x", "y"));

        Dataset<Example<?>> adapted = adapt(data);

        assertThat(features(adapted.input(0))).containsExactly(entry("a", 0.5), entry("b", 2.0));
        assertThat(features(adapted.input(1))).containsExactly(entry("c", 0.0));
    }

    @Test
    void array_examples_are_used_as_they_are() {
        Example<Label> first = new ArrayExample<>(new Label("x"), new String[] {"a"}, new double[] {1});
        Example<Label> second = new ArrayExample<>(new Label("y"), new String[] {"a"}, new double[] {2});
        second.setWeight(0.5f);

        Dataset<Example<?>> adapted = adapt(Dataset.of(List.of(first, second), Targets.labels("x", "y")));

        assertThat(adapted.input(0)).isSameAs(first);
        assertThat(adapted.input(1)).isSameAs(second);
    }

    @Test
    void examples_that_are_unsafe_to_share_are_copied_with_all_that_they_have() {
        ListExample<Label> list = new ListExample<>(new Label("x"), new String[] {"b", "a"}, new double[] {1, 2});
        list.setWeight(3);
        list.setMetadataValue(Example.NAME, "Ada");
        BinaryFeaturesExample<Label> binary = new BinaryFeaturesExample<>(new Label("y"), new String[] {"a", "c"});

        Dataset<Example<?>> adapted = adapt(Dataset.of(List.of(list, binary), Targets.labels("x", "y")));

        assertThat(adapted.inputs()).allMatch(example -> example instanceof ArrayExample);
        assertThat(features(adapted.input(0))).containsExactly(entry("a", 2.0), entry("b", 1.0));
        assertThat(features(adapted.input(1))).containsExactly(entry("a", 1.0), entry("c", 1.0));
        assertThat(adapted.inputs()).map(AdaptTest::label).containsExactly("x", "y");
        assertThat(adapted.input(0).getWeight()).isEqualTo(3);
        assertThat(adapted.input(0).getMetadataValue(Example.NAME)).contains("Ada");
    }

    @Test
    void targets_and_weights_of_the_data_set_win_over_those_of_an_example_without_changing_it() {
        Example<Label> given = new ArrayExample<>(new Label("x"), new String[] {"a"}, new double[] {1});

        Dataset<Example<?>> adapted =
                adapt(Dataset.of(List.of(given), Targets.labels("y")).withWeights(4));

        assertThat(label(adapted.input(0))).isEqualTo("y");
        assertThat(adapted.input(0).getWeight()).isEqualTo(4);
        assertThat(label(given)).isEqualTo("x");
        assertThat(given.getWeight()).isEqualTo(1);
    }

    @Test
    void the_dimension_of_a_regressor_keeps_its_name_when_the_number_changes() {
        Example<Regressor> given = new ArrayExample<>(new Regressor("price", 1), new String[] {"a"}, new double[] {1});

        Dataset<Example<?>> adapted = adapt(Dataset.of(List.of(given, given), Targets.numbers(1, 2)));

        assertThat(adapted.inputs())
                .map(example -> regressor(example).getNames()[0])
                .containsOnly("price");
        assertThat(adapted.inputs())
                .map(example -> regressor(example).getValues()[0])
                .containsExactly(1.0, 2.0);
    }

    @Test
    void a_selection_keeps_ids_and_weights_and_needs_nothing_of_the_other_rows() {
        double[][] inputs = {{Double.NaN}, {1}, {Double.NaN}, {3}};
        Dataset<double[]> data = Dataset.of(inputs, Targets.labels("a", "b", "c", "d"))
                .withWeights(1, 2, 3, 4)
                .select(3, 1, 3);

        Dataset<Example<?>> adapted = adapt(data);

        assertThat(adapted.inputs()).map(AdaptTest::label).containsExactly("d", "b", "d");
        assertThat(adapted.inputs()).map(Example::getWeight).containsExactly(4f, 2f, 4f);
        assertThat(IntStream.range(0, 3).mapToObj(adapted::id)).containsExactly("3", "1", "3");
    }

    @Test
    void adapting_twice_changes_nothing() {
        Dataset<Example<?>> once =
                adapt(Dataset.of(NUMBERS, Targets.labels("b", "a", "b")).withWeights(1, 2, 3));

        assertThat(adapt(once).inputs()).isEqualTo(once.inputs());
        assertThat(adapt(once).input(1)).isSameAs(once.input(1));
    }
}
