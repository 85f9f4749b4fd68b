package dev.assay.data;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables made from memory, their columns and rows. */
class TableTest {

    private static final Columns COLUMNS = Columns.of(List.of(
            new Column("age", Column.Type.NUMBER),
            new Column("town", Column.Type.CATEGORY),
            new Column("income", Column.Type.NUMBER),
            new Column("note", Column.Type.TEXT)));

    @Test
    void gives_cells_by_the_name_of_their_column() {
        Row row = COLUMNS.row(41, "Bonn", 2.5, "new");

        assertThat(row.number("age")).isEqualTo(41);
        assertThat(row.text("town")).isEqualTo("Bonn");
        assertThat(row.number("income")).isEqualTo(2.5);
        assertThat(row.text("note")).isEqualTo("new");
        assertThat(row.columns()).isSameAs(COLUMNS);
        assertThat(row).hasToString("Row[age=41.0, town=Bonn, income=2.5, note=new]");
    }

    @Test
    void gives_a_copy_of_all_numbers_in_order() {
        Row row = COLUMNS.row(41, "Bonn", 2.5, "new");

        row.numbers()[0] = 9;

        assertThat(row.numbers()).containsExactly(41, 2.5);
    }

    @Test
    void allows_numbers_that_are_missing() {
        assertThat(COLUMNS.row(Double.NaN, "Bonn", 1, "").number("age")).isNaN();
    }

    @Test
    void equals_rows_of_the_same_columns_and_cells() {
        Row row = COLUMNS.row(1, "Bonn", Double.NaN, "new");

        assertThat(row)
                .isEqualTo(COLUMNS.row(1.0, "Bonn", Double.NaN, "new"))
                .hasSameHashCodeAs(COLUMNS.row(1.0, "Bonn", Double.NaN, "new"))
                .isNotEqualTo(COLUMNS.row(2, "Bonn", Double.NaN, "new"))
                .isNotEqualTo(COLUMNS.row(1, "Bonn", Double.NaN, "old"));
        assertThat(Columns.of(List.of(new Column("x", Column.Type.TEXT))).row("u"))
                .isNotEqualTo(
                        Columns.of(List.of(new Column("y", Column.Type.TEXT))).row("u"));
    }

    @Test
    void equals_columns_of_the_same_names_and_types_in_order() {
        Column number = new Column("x", Column.Type.NUMBER);
        Column text = new Column("y", Column.Type.TEXT);

        assertThat(Columns.of(List.of(number, text)))
                .isEqualTo(Columns.of(List.of(number, text)))
                .hasSameHashCodeAs(Columns.of(List.of(number, text)))
                .isNotEqualTo(Columns.of(List.of(text, number)))
                .isNotEqualTo(Columns.of(List.of(number, new Column("y", Column.Type.CATEGORY))));
    }

    @Test
    void fails_when_a_column_occurs_twice() {
        Column column = new Column("x", Column.Type.NUMBER);

        assertInvalidData(() -> Columns.of(List.of(column, column)), "column 'x' occurs twice");
    }

    @Test
    void fails_when_there_are_too_few_or_too_many_cells() {
        assertInvalidData(() -> COLUMNS.row(1), "1 cells for 4 columns (age, town, income, note)");
        assertInvalidData(() -> COLUMNS.row(1, "a", 2, "b", 3), "5 cells for 4 columns (age, town, income, note)");
    }

    @Test
    void fails_when_a_cell_is_of_the_wrong_type() {
        assertInvalidData(() -> COLUMNS.row("1", "a", 2, "b"), "column 'age' holds numbers, not 1");
        assertInvalidData(() -> COLUMNS.row(1, 7, 2, "b"), "column 'town' holds text, not 7");
        assertInvalidData(() -> COLUMNS.row(1, "a", 2, null), "column 'note' holds text, not null");
    }

    @Test
    void fails_when_a_column_is_unknown() {
        Row row = COLUMNS.row(1, "a", 2, "b");
        String message = "no column 'Age'; the columns are age, town, income, note";

        assertInvalidData(() -> row.number("Age"), message);
        assertInvalidData(() -> row.text("Age"), message);
    }

    @Test
    void fails_when_a_cell_is_read_as_the_wrong_type_and_says_how_to_read_it() {
        Row row = COLUMNS.row(1, "a", 2, "b");

        assertInvalidData(() -> row.text("age"), "column 'age' holds numbers; read it with number(\"age\")");
        assertInvalidData(() -> row.number("note"), "column 'note' holds text; read it with text(\"note\")");
    }

    @Test
    void keeps_rows_in_order() {
        Table table = Table.of(
                COLUMNS,
                List.of(COLUMNS.row(1, "a", 2, "b"), COLUMNS.row(3, "c", 4, "d")),
                Targets.labels("yes", "no"));

        assertThat(table.columns()).isEqualTo(COLUMNS);
        assertThat(table.input(1).number("age")).isEqualTo(3);
        assertThat(table).hasToString("data (2 examples)");
    }

    @Test
    void turns_rows_of_numbers_into_arrays() {
        Columns numbers = Columns.of(List.of(new Column("x", Column.Type.NUMBER), new Column("y", Column.Type.NUMBER)));
        Table table = Table.of(numbers, List.of(numbers.row(1, 2), numbers.row(3, 4)), Targets.labels("yes", "no"));

        Dataset<double[]> numeric = table.numeric();

        assertThat(numeric.inputs()).containsExactly(new double[] {1, 2}, new double[] {3, 4});
        assertThat(numeric.featureNames()).containsExactly("x", "y");
    }

    @Test
    void fails_when_rows_with_text_are_to_become_arrays() {
        Table table = Table.of(COLUMNS, List.of(COLUMNS.row(1, "a", 2, "b")), Targets.labels("yes"));

        assertInvalidData(
                table::numeric,
                "column 'town' holds text; correct it, leave the column out with ignore(\"town\"), or use the rows as "
                        + "they are");
    }

    @Test
    void fails_when_a_row_has_other_columns() {
        Columns other = Columns.of(List.of(new Column("x", Column.Type.NUMBER)));
        List<Row> rows = List.of(COLUMNS.row(1, "a", 2, "b"), other.row(1));

        assertInvalidData(
                () -> Table.of(COLUMNS, rows, Targets.labels("yes", "no")),
                "row 1 has other columns: [x] instead of [age, town, income, note]");
    }
}
