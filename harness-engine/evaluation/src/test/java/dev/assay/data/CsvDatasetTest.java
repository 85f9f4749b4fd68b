package dev.assay.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from files that are as they should be; {@link CsvDatasetErrorsTest} has the others. */
class CsvDatasetTest {

    private static final String FLOWERS = """
            length,colour,note,species
            1.5,red,tall,rose
            2,blue,small,violet
            -3e2,red,tall,rose
            """;

    @TempDir
    Path folder;

    private CsvDataset csv(String content) throws IOException {
        return CsvDataset.of(Files.writeString(folder.resolve("flowers.csv"), content));
    }

    @Test
    void reads_rows_in_order_and_names_the_table_after_the_file() throws IOException {
        Table table = csv(FLOWERS).target("species").read();

        assertThat(table).hasToString("flowers (3 examples)");
        assertThat(table.input(2)).hasToString("Row[length=-300.0, colour=red, note=tall]");
        assertThat(Examples.labels(table)).containsExactly("rose", "violet", "rose");
    }

    @Test
    void infers_numbers_where_every_cell_is_one_and_categories_elsewhere() throws IOException {
        Table table = csv(FLOWERS).target("species").texts("note").read();

        assertThat(table.columns().asList())
                .containsExactly(
                        new Column("length", Column.Type.NUMBER),
                        new Column("colour", Column.Type.CATEGORY),
                        new Column("note", Column.Type.TEXT));
    }

    @Test
    void keeps_numbers_as_categories_where_told_so() throws IOException {
        Table table = csv(FLOWERS).target("species").categories("length").read();

        assertThat(table.input(0).text("length")).isEqualTo("1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1.5", "+.5", "1.", "1e3", "1E-3", " 7 ", "0"})
    void takes_a_cell_as_a_number(String cell) throws IOException {
        Table table = csv("x,y\n" + cell + ",a\n").target("y").read();

        assertThat(table.input(0).number("x")).isEqualTo(Double.parseDouble(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1f", "2L", "0x1p3", "0X1P3", "1_000", "1 000", "1;5", "١", "one", "-", "NA", "?"})
    void takes_a_cell_as_a_category(String cell) throws IOException {
        Table table = csv("x,y\n" + cell + ",a\n").target("y").read();

        assertThat(table.input(0).text("x")).isEqualTo(cell);
    }

    @Test
    void sorts_the_labels_that_occur_and_keeps_their_case() throws IOException {
        Table table = csv("x,y\n1,b\n2,A\n3,a\n4,B\n").target("y").read();

        assertThat(((LabelTargets) table.targets()).labels().names()).containsExactly("A", "B", "a", "b");
        assertThat(Examples.labels(table)).containsExactly("b", "A", "a", "B");
    }

    @Test
    void keeps_the_declared_order_of_labels_and_those_that_do_not_occur() throws IOException {
        Table table = csv(FLOWERS)
                .target("species")
                .labels("violet", "tulip", "rose")
                .positive("rose")
                .read();

        Labels labels = ((LabelTargets) table.targets()).labels();
        assertThat(labels).isEqualTo(Labels.of("violet", "tulip", "rose").withPositive("rose"));
    }

    @Test
    void reads_labels_that_look_like_numbers_as_labels() throws IOException {
        Table table = csv("x,y\n1,1\n2,0\n3,01\n").target("y").read();

        assertThat(Examples.labels(table)).containsExactly("1", "0", "01");
    }

    @Test
    void reads_a_numeric_target() throws IOException {
        Table table = csv("x,price\n1,2.5\n2,-1\n").numericTarget("price").read();

        assertThat(((NumberTargets) table.targets()).values()).containsExactly(2.5, -1);
    }

    @Test
    void reads_groups_ids_and_weights_and_leaves_those_columns_out_of_the_inputs() throws IOException {
        Table table = csv("who,id,w,junk,x,y\nann,a1,2,q,1,n\nann,a2,0.5,q,2,p\nbob,b1,0,q,3,n\n")
                .target("y")
                .groups("who")
                .ids("id")
                .weights("w")
                .ignore("junk")
                .read();

        assertThat(table.columns().names()).containsExactly("x");
        assertThat(table.groups()).contains(List.of("ann", "ann", "bob"));
        assertThat(table.id(2)).isEqualTo("b1");
        assertThat(table.weights())
                .hasValueSatisfying(weights -> assertThat(weights).containsExactly(2, 0.5, 0));
    }

    @Test
    void reads_time_stamps_and_attributes_and_leaves_those_columns_out_of_the_inputs() throws IOException {
        Table table =
                csv("at,fold,ward,x,y\n2024-03-01T12:00:00+02:00,0,n,1,a\n2024-03-01 12:00,1,s,2,b\n2024-03-02,0,n,3,a\n")
                        .target("y")
                        .times("at")
                        .attributes("fold", "ward")
                        .read();

        assertThat(table.columns().names()).containsExactly("x");
        assertThat(table.times())
                .contains(List.of(
                        Instant.parse("2024-03-01T10:00:00Z"),
                        Instant.parse("2024-03-01T12:00:00Z"),
                        Instant.parse("2024-03-02T00:00:00Z")));
        assertThat(table.attributeNames()).containsExactly("fold", "ward");
        assertThat(table.numeric().attribute("fold")).containsExactly("0", "1", "0");
    }

    @Test
    void reads_quoted_fields_with_separators_quotes_and_line_ends() throws IOException {
        Table table = csv("x,y\n\"a,b\",p\n\"say \"\"hi\"\"\",q\n\"two\nlines\",p\n")
                .target("y")
                .read();

        assertThat(table.inputs()).extracting(row -> row.text("x")).containsExactly("a,b", "say \"hi\"", "two\nlines");
    }

    @Test
    void skips_the_byte_order_mark() throws IOException {
        Table table = csv("\uFEFFx,y\n1,a\n").target("y").read();

        assertThat(table.columns().names()).containsExactly("x");
    }

    @Test
    void reads_other_separators() throws IOException {
        Table table = csv("x;y\n1;a,b\n").separator(';').target("y").read();

        assertThat(Examples.labels(table)).containsExactly("a,b");
        assertThat(table.input(0).number("x")).isEqualTo(1);
    }

    @Test
    void reads_chinese_japanese_and_korean() throws IOException {
        Table table = csv("長さ,ラベル\n1,猫\n2,고양이\n").target("ラベル").positive("猫").read();

        assertThat(Examples.labels(table)).containsExactly("猫", "고양이");
        assertThat(table.input(1).number("長さ")).isEqualTo(2);
    }

    @Test
    void skips_empty_lines_and_reads_all_kinds_of_line_ends() throws IOException {
        Table table = csv("x,y\r\n1,a\r\n\r\n2,b\n\n3,c").target("y").read();

        assertThat(Examples.labels(table)).containsExactly("a", "b", "c");
    }

    @Test
    void reads_missing_numbers_as_nan_where_allowed() throws IOException {
        Table table = csv("x,z,y\n1,,a\n,2,b\nNaN,nan,c\n")
                .target("y")
                .allowingMissing()
                .read();

        assertThat(table.numeric().inputs())
                .containsExactly(
                        new double[] {1, Double.NaN}, new double[] {Double.NaN, 2}, new double[] {Double.NaN, Double.NaN
                        });
    }

    @Test
    void gives_numeric_inputs_with_the_names_of_their_columns() throws IOException {
        Dataset<double[]> data =
                csv(FLOWERS).target("species").ignore("colour", "note").read().numeric();

        assertThat(data.featureNames()).containsExactly("length");
        assertThat(data.inputs()).containsExactly(new double[] {1.5}, new double[] {2}, new double[] {-300});
        assertThat(data.name()).isEqualTo("flowers");
    }

    @Test
    void leaves_the_reader_as_it_was_when_told_more() throws IOException {
        CsvDataset plain = csv(FLOWERS).target("species");

        plain.ignore("note").categories("length").positive("rose").labels("rose", "violet");

        assertThat(plain.read().columns().names()).containsExactly("length", "colour", "note");
        assertThat(((LabelTargets) plain.read().targets()).labels().positive()).isEmpty();
    }

    @Test
    void may_be_told_the_same_twice() throws IOException {
        Table table = csv("x,y\n1,2\n").target("y").numericTarget("y").read();

        assertThat(table.targets()).isInstanceOf(NumberTargets.class);
    }

    @ParameterizedTest
    @CsvSource({"iris.data.csv, iris.data", "iris, iris", ".iris, .iris"})
    void names_the_table_after_the_file_without_its_last_extension(String file, String name) throws IOException {
        Path path = Files.writeString(folder.resolve(file), FLOWERS);

        assertThat(CsvDataset.of(path).target("species").read().name()).isEqualTo(name);
    }

    @Test
    void uses_the_target_that_was_named_last() throws IOException {
        Table table = csv(FLOWERS).target("colour").target("species").read();

        assertThat(table.columns().names()).containsExactly("length", "colour", "note");
    }
}
