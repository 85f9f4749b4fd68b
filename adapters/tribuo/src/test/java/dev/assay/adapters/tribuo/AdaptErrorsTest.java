package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Table;
import dev.assay.data.Targets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

class AdaptErrorsTest {

    private static void assertRefused(Dataset<?> data, String message) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Fits.PROVIDER.adapt(data))
                .withMessage(message);
    }

    @Test
    void fails_for_a_type_of_inputs_that_it_does_not_know() {
        assertRefused(
                Dataset.of(List.of("good film", "bad film"), Targets.labels("+", "-")),
                "row 0 is of type java.lang.String; Tribuo takes double[], Row, Map<String, ? extends Number> or its"
                        + " own Example, into which map(…) can turn the inputs");
    }

    @Test
    void fails_for_a_missing_number() {
        assertRefused(
                Dataset.of(new double[][] {{1, 2}, {3, Double.NaN}}, Targets.labels("a", "b"))
                        .withFeatureNames(List.of("age", "bmi"))
                        .withIds(List.of("p1", "p2")),
                "row p2: the feature \"bmi\" is NaN, and Tribuo knows no missing values; fill it in, or leave out the"
                        + " row or the feature");
    }

    @Test
    void fails_for_a_missing_number_in_a_row() {
        Columns columns = Columns.of(List.of(new Column("age", Column.Type.NUMBER)));

        assertRefused(
                Table.of(columns, List.of(columns.row(Double.NaN)), Targets.labels("a")),
                "row 0: the feature \"age\" is NaN, and Tribuo knows no missing values; fill it in, or leave out the"
                        + " row or the feature");
    }

    @Test
    void fails_for_a_missing_number_in_an_example() {
        ArrayExample<Label> example =
                new ArrayExample<>(new Label("a"), new String[] {"age"}, new double[] {Double.NaN});

        assertRefused(
                Dataset.of(List.of(example), Targets.labels("a")),
                "row 0: the feature \"age\" is NaN, and Tribuo knows no missing values; fill it in, or leave out the"
                        + " row or the feature");
    }

    @Test
    void fails_for_a_column_of_text() {
        Columns columns =
                Columns.of(List.of(new Column("age", Column.Type.NUMBER), new Column("comment", Column.Type.TEXT)));

        assertRefused(
                Table.of(columns, List.of(columns.row(3, "fine")), Targets.labels("a")),
                "column 'comment' holds text, of which Tribuo knows no features; leave it out with ignore(\"comment\"),"
                        + " read it as categories with categories(\"comment\"), or turn the rows into features with"
                        + " map(…)");
    }

    @Test
    void fails_for_a_map_of_anything_else_than_numbers() {
        assertRefused(
                Dataset.of(List.of(Map.of("a", "1")), Targets.labels("a")),
                "row 0 maps a to 1; Tribuo needs a text, the feature's name, and a number");
    }

    @Test
    void fails_for_an_input_without_features() {
        assertRefused(
                Dataset.of(List.of(Map.of("a", 1), Map.of()), Targets.labels("a", "b")),
                "row 1 has no features, and Tribuo takes no such example");
    }

    @Test
    void fails_for_a_feature_that_is_there_twice() {
        Columns columns =
                Columns.of(List.of(new Column("a=b", Column.Type.NUMBER), new Column("a", Column.Type.CATEGORY)));

        assertRefused(
                Table.of(columns, List.of(columns.row(3, "b")), Targets.labels("a")),
                "row 0 has the feature \"a=b\" twice");
    }

    @Test
    void fails_for_another_number_of_features_than_of_names() {
        assertRefused(
                Dataset.of(List.of(new double[2], new double[3]), Targets.labels("a", "b"))
                        .withFeatureNames(List.of("x", "y")),
                "row 1 has 3 features instead of 2, which is how many have names");
    }

    @Test
    void fails_for_rows_of_different_length() {
        assertRefused(
                Dataset.of(List.of(new double[2], new double[3]), Targets.labels("a", "b")),
                "row 1 has 3 features instead of 2 as the rows before it");
    }

    @Test
    void fails_for_a_weight_beyond_32_bits() {
        Dataset<double[]> data = Dataset.of(new double[][] {{1}, {2}}, Targets.labels("a", "b"));

        assertRefused(
                data.withWeights(1, 1e300),
                "row 1: the weight 1.0E300 is beyond the 32 bits that Tribuo keeps weights in; scale the weights");
        assertRefused(
                data.withWeights(1e-60, 1),
                "row 0: the weight 1.0E-60 is beyond the 32 bits that Tribuo keeps weights in; scale the weights");
    }
}
