package dev.assay.adapters.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.learning.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command finds in its folder. */
class FoldDataTest {

    private static final Columns COLUMNS = Columns.of(List.of(
            new Column("size", Column.Type.NUMBER),
            new Column("colour", Column.Type.CATEGORY),
            new Column("note", Column.Type.TEXT)));

    @TempDir
    Path folder;

    @SuppressWarnings("unchecked") // a data set of anything is one of objects, since it is immutable
    private static Training<Object> training(Dataset<?> data) {
        return Training.of((Dataset<Object>) data, Seed.of(42));
    }

    private void write(Dataset<?> data, Object... inputs) throws IOException {
        FoldData.of(training(data)).write(folder, List.of(inputs));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private JsonNode fold() throws IOException {
        return new JsonMapper().readTree(read("fold.json"));
    }

    @Test
    void rows_become_a_column_for_each_of_theirs() throws IOException {
        Dataset<?> data = Dataset.of(
                        List.of(COLUMNS.row(1.5, "red", "a \"b\", c"), COLUMNS.row(Double.NaN, "", "two\nlines")),
                        Targets.labels(Labels.of("yes", "no", "perhaps").withPositive("no"), List.of("no", "yes")))
                .withWeights(1, .1)
                .withGroups(List.of("g", "h"));

        write(data, COLUMNS.row(.1 + .2, "blue", "café"));

        assertThat(read("train.csv")).isEqualTo("""
                        size,colour,note,truth,weight,group
                        1.5,red,"a ""b"", c",no,1.0,g
                        ,"","two
                        lines",yes,0.1,h
                        """);
        assertThat(read("test.csv")).isEqualTo("size,colour,note\n0.30000000000000004,blue,café\n");
        assertThat(folder.resolve("validation.csv")).doesNotExist();
    }

    @Test
    void a_description_tells_what_the_files_are() throws IOException {
        Dataset<?> data = Dataset.of(
                        List.of(COLUMNS.row(1, "red", "x"), COLUMNS.row(2, "red", "y")),
                        Targets.labels(Labels.of("yes", "no", "perhaps").withPositive("no"), List.of("no", "yes")))
                .withWeights(1, 2);

        write(data, COLUMNS.row(3, "red", "z"));

        long seed = fold().get("seed").asLong();
        assertThat(seed).isBetween(0L, (long) Integer.MAX_VALUE);
        assertThat(fold()).isEqualTo(new JsonMapper().readTree("""
                                {"protocol": 1, "task": "labels", "seed": %d,
                                 "features": [{"name": "size", "type": "number"}, {"name": "colour", "type": "category"},
                                              {"name": "note", "type": "text"}],
                                 "truth": "truth", "weight": "weight", "group": null,
                                 "labels": ["yes", "no", "perhaps"], "positive": "no",
                                 "train": "train.csv", "validation": null, "test": "test.csv",
                                 "predictions": "predictions.csv", "examples": 1}
                                """.formatted(seed)));
    }

    @Test
    void seeds_differ_from_fold_to_fold_and_are_those_of_the_training() throws IOException {
        Dataset<Object> data = Dataset.of(List.of("a", "b"), Targets.numbers(1, 2));

        FoldData.of(Training.of(data, Seed.of(1))).write(folder, List.of("c"));
        long first = fold().get("seed").asLong();
        FoldData.of(Training.of(data, Seed.of(2))).write(folder, List.of("c"));
        long other = fold().get("seed").asLong();
        FoldData.of(Training.of(data, Seed.of(1))).write(folder, List.of("c"));

        assertThat(first).isNotEqualTo(other).isEqualTo(fold().get("seed").asLong());
    }

    @Test
    void arrays_of_numbers_have_the_names_of_their_features_or_else_numbers() throws IOException {
        Dataset<double[]> data = Dataset.of(new double[][] {{1, 2}, {3, 4}}, Targets.numbers(.5, -1e-300));
        write(data, new double[] {5, Double.NaN});

        assertThat(read("train.csv")).isEqualTo("x0,x1,truth\n1.0,2.0,0.5\n3.0,4.0,-1.0E-300\n");
        assertThat(read("test.csv")).isEqualTo("x0,x1\n5.0,\n");
        assertThat(fold().get("task").asString()).isEqualTo("numbers");
        assertThat(fold().get("labels").isNull()).isTrue();

        write(data.withFeatureNames(List.of("width", "height")), new double[] {5, 6});

        assertThat(read("test.csv")).isEqualTo("width,height\n5.0,6.0\n");
    }

    @Test
    void no_line_is_blank_where_the_only_number_is_missing() throws IOException {
        write(Dataset.of(new double[][] {{1}}, Targets.numbers(1)), new double[] {Double.NaN}, new double[] {2});

        assertThat(read("test.csv")).isEqualTo("x0\n\"\"\n2.0\n");
    }

    @Test
    void texts_have_one_column() throws IOException {
        write(Dataset.of(List.of("good, really", "bad"), Targets.labels("pos", "neg")), "");

        assertThat(read("train.csv")).isEqualTo("text,truth\n\"good, really\",pos\nbad,neg\n");
        assertThat(read("test.csv")).isEqualTo("text\n\"\"\n");
    }

    @Test
    void sets_of_labels_are_arrays_in_the_order_of_the_vocabulary() throws IOException {
        write(
                Dataset.of(
                        List.of("x", "y"),
                        Targets.labelSets(
                                Labels.of("b", "a \"quoted\""), List.of(Set.of("a \"quoted\"", "b"), Set.of()))),
                "z");

        assertThat(read("train.csv")).isEqualTo("text,truth\nx,\"[\"\"b\"\",\"\"a \\\"\"quoted\\\"\"\"\"]\"\ny,[]\n");
        assertThat(fold().get("task").asString()).isEqualTo("label sets");
    }

    @Test
    void a_validation_part_is_a_file_of_its_own() throws IOException {
        Dataset<Object> data = Dataset.of(List.of("a", "b", "c"), Targets.labels("p", "q", "p"));
        Training<Object> training = Training.of(data.select(0, 1), Seed.of(1)).withValidation(data.select(2));

        FoldData.of(training).write(folder, List.of("d"));

        assertThat(read("validation.csv")).isEqualTo("text,truth\nc,p\n");
        assertThat(fold().get("validation").asString()).isEqualTo("validation.csv");
    }

    @Test
    void a_feature_must_not_be_called_as_a_column_of_the_protocol_is() {
        Dataset<double[]> data =
                Dataset.of(new double[][] {{1, 2}}, Targets.numbers(1)).named("cars");

        assertThatThrownBy(() -> FoldData.of(training(data.withFeatureNames(List.of("truth", "weight")))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("a feature of cars is called 'truth', as the column is in which a command gets the truth; "
                        + "rename the feature");
        assertThatThrownBy(() -> FoldData.of(training(
                        data.withFeatureNames(List.of("weight", "size")).withWeights(1))))
                .hasMessage(
                        "a feature of cars is called 'weight', as the column is in which a command gets the weights; "
                                + "rename the feature");
    }

    @Test
    void a_feature_may_be_called_weight_where_there_are_no_weights() throws IOException {
        write(Dataset.of(new double[][] {{1}}, Targets.numbers(2)).withFeatureNames(List.of("weight")), new double[] {3
        });

        assertThat(read("train.csv")).isEqualTo("weight,truth\n1.0,2.0\n");
        assertThat(fold().get("weight").isNull()).isTrue();
    }

    @Test
    void inputs_of_other_types_are_refused() {
        assertThatThrownBy(() -> FoldData.of(training(
                        Dataset.of(List.of(1, 2), Targets.numbers(1, 2)).named("counts"))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("a command takes rows, arrays of numbers or texts, but the inputs of counts are of type "
                        + "java.lang.Integer; map(…) them to one of these");
    }

    @Test
    void inputs_that_are_not_like_those_of_the_training_part_are_refused() {
        assertThatThrownBy(() -> write(Dataset.of(List.of("a"), Targets.numbers(1)), 1))
                .hasMessage("the inputs are not all texts");
        assertThatThrownBy(() ->
                        write(Dataset.of(new double[][] {{1, 2}}, Targets.numbers(1)), (Object) new double[] {1}))
                .hasMessage("the inputs are not all arrays of 2 numbers");
        assertThatThrownBy(() -> write(Dataset.of(List.of(COLUMNS.row(1, "", "")), Targets.numbers(1)), "a"))
                .hasMessage("the inputs are not all rows of the columns size, colour, note");
    }
}
