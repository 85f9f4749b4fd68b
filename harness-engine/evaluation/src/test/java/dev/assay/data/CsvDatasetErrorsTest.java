package dev.assay.data;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a file can be wrong, and the message that says where and what to do. */
class CsvDatasetErrorsTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("data.csv");
    }

    private CsvDataset csv(String content) throws IOException {
        return CsvDataset.of(Files.writeString(file, content));
    }

    @Test
    void fails_when_the_file_is_missing() {
        assertInvalidData(
                () -> CsvDataset.of(Path.of("no/such.csv")).target("y").read(),
                "no/such.csv: no such file; looked for "
                        + Path.of("no/such.csv").toAbsolutePath());
    }

    @Test
    void fails_when_the_file_is_a_folder() {
        assertInvalidData(
                () -> CsvDataset.of(folder).target("y").read(),
                folder + ": no such file; looked for " + folder.toAbsolutePath());
    }

    @Test
    void fails_when_the_file_is_empty() throws IOException {
        CsvDataset empty = csv("").target("y");

        assertInvalidData(empty::read, file + ": the file is empty; its first line names the columns");
    }

    @Test
    void fails_when_the_file_has_a_header_only() throws IOException {
        CsvDataset header = csv("x,y\n\n").target("y");

        assertInvalidData(header::read, file + ": no examples below the line of column names");
    }

    @ParameterizedTest
    @CsvSource({"'2', 1", "'2,b,c', 3"})
    void fails_when_a_row_is_ragged(String row, int fields) throws IOException {
        CsvDataset ragged = csv("x,y\n1,\"a\nb\"\n" + row + "\n").target("y");

        assertInvalidData(
                ragged::read,
                file + ", line 4: " + fields
                        + " fields where the header has 2; is one of ',' missing, too many, or to be quoted?");
    }

    @Test
    void names_the_separator_when_a_row_is_ragged() throws IOException {
        CsvDataset ragged = csv("x;y\n1;2;3\n").separator(';').target("y");

        assertInvalidData(
                ragged::read,
                file + ", line 2: 3 fields where the header has 2; is one of ';' missing, too many, or to be quoted?");
    }

    @Test
    void fails_when_a_quote_is_not_closed_instead_of_swallowing_the_rest() throws IOException {
        CsvDataset unclosed = csv("x,y\n1,\"a\n2,b\n3,c\n").target("y");

        assertThatThrownBy(unclosed::read)
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(file + ": not CSV: ")
                .hasMessageContaining("line 2");
    }

    @Test
    void fails_when_text_follows_a_closing_quote() throws IOException {
        CsvDataset garbled = csv("x,y\n1,a\n2,\"b\"c\n").target("y");

        assertThatThrownBy(garbled::read)
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(file + ": not CSV: ")
                .hasMessageContaining("line 3");
    }

    @Test
    void fails_when_the_file_is_not_in_utf_8_instead_of_replacing_characters() throws IOException {
        Files.write(file, "x,y\n1,männlich\n".getBytes(StandardCharsets.ISO_8859_1));

        assertInvalidData(
                () -> CsvDataset.of(file).target("y").read(), file + ": not text in UTF-8; save it in that encoding");
    }

    @Test
    void fails_when_a_column_occurs_twice() throws IOException {
        CsvDataset twice = csv("x,y,x\n1,a,2\n").target("y");

        assertInvalidData(twice::read, file + ": column 'x' occurs twice");
    }

    @Test
    void fails_when_no_target_is_named() throws IOException {
        CsvDataset targetless = csv("x,y\n1,a\n");

        assertInvalidData(
                targetless::read,
                file + ": no target; name its column with target(…) for labels or numericTarget(…) for numbers");
    }

    @Test
    void fails_when_the_target_column_is_unknown_and_lists_those_that_there_are() throws IOException {
        CsvDataset unknown = csv("x,Diagnosis\n1,a\n").target("diagnosis");

        assertInvalidData(unknown::read, file + ": no column 'diagnosis'; the columns are x, Diagnosis");
    }

    @Test
    void fails_when_any_other_column_is_unknown() throws IOException {
        CsvDataset known = csv("x,y\n1,a\n").target("y");
        String message = file + ": no column 'z'; the columns are x, y";

        assertInvalidData(() -> known.groups("z").read(), message);
        assertInvalidData(() -> known.weights("z").read(), message);
        assertInvalidData(() -> known.ids("z").read(), message);
        assertInvalidData(() -> known.ignore("z").read(), message);
        assertInvalidData(() -> known.numbers("z").read(), message);
        assertInvalidData(() -> known.categories("z").read(), message);
        assertInvalidData(() -> known.texts("z").read(), message);
    }

    @Test
    void fails_when_a_column_has_two_roles() throws IOException {
        CsvDataset target = csv("x,y\n1,a\n").target("y");

        assertInvalidData(() -> target.groups("y"), "column 'y' cannot be both the target and the group");
    }

    @Test
    void fails_when_a_numeric_target_is_given_labels() throws IOException {
        CsvDataset numeric = csv("x,y\n1,2\n").numericTarget("y");
        String message = file + ": a numeric target has no labels; read it with target(…), or drop labels(…) and"
                + " positive(…)";

        assertInvalidData(() -> numeric.labels("2").read(), message);
        assertInvalidData(() -> numeric.positive("2").read(), message);
    }

    @Test
    void fails_when_no_inputs_are_left() throws IOException {
        CsvDataset inputless = csv("x,y\n1,a\n").target("y").ignore("x");

        assertInvalidData(inputless::read, file + ": no columns are left as inputs");
    }

    @Test
    void fails_when_a_column_declared_to_hold_numbers_has_text() throws IOException {
        CsvDataset text = csv("x,y\n1,a\n1d,b\n").target("y").numbers("x");

        assertInvalidData(
                text::read,
                file + ", line 3, column 'x': \"1d\" is not a number; correct it, or declare the column with "
                        + "categories(\"x\") or texts(\"x\")");
    }

    @Test
    void fails_when_numbers_are_wanted_of_a_column_that_was_taken_for_categories() throws IOException {
        Table table = csv("x,z,y\n1,1,a\n2,l2,b\n3,l3,b\n").target("y").read();

        assertInvalidData(
                table::numeric,
                "column 'z' holds text (" + file + ", line 3, column 'z': \"l2\"); correct it, leave the column out "
                        + "with ignore(\"z\"), or use the rows as they are");
    }

    @Test
    void fails_when_numbers_are_wanted_of_a_column_that_was_declared_as_text() throws IOException {
        Table table = csv("x,y\n1,a\n").target("y").texts("x").read();

        assertInvalidData(
                table::numeric,
                "column 'x' holds text; correct it, leave the column out with ignore(\"x\"), or use the rows as they are");
    }

    @Test
    void fails_when_a_cell_of_numbers_is_empty() throws IOException {
        CsvDataset empty = csv("x,y\n1,a\n ,b\n").target("y");

        assertInvalidData(
                empty::read,
                file + ", line 3, column 'x': the cell is empty, a number was expected; fill it in, or read missing "
                        + "numbers as NaN with allowingMissing()");
    }

    @Test
    void fails_when_a_cell_of_numbers_is_nan() throws IOException {
        CsvDataset nan = csv("x,y\n1,a\nNaN,b\n").target("y");

        assertInvalidData(
                nan::read,
                file + ", line 3, column 'x': the cell is NaN, a number was expected; fill it in, or read missing "
                        + "numbers as NaN with allowingMissing()");
    }

    @Test
    void fails_when_a_number_is_infinite() throws IOException {
        CsvDataset word = csv("x,y\n-Infinity,a\n").target("y");
        assertInvalidData(word::read, file + ", line 2, column 'x': -Infinity is not a finite number");

        CsvDataset large = csv("x,y\n1e999,a\n").target("y");
        assertInvalidData(large::read, file + ", line 2, column 'x': 1e999 is not a finite number");
    }

    @Test
    void fails_when_a_label_is_empty() throws IOException {
        CsvDataset empty = csv("x,y\n1,a\n2,\n").target("y");

        assertInvalidData(empty::read, file + ", line 3, column 'y': the cell is empty");
    }

    @Test
    void fails_when_a_group_or_an_id_is_empty() throws IOException {
        CsvDataset empty = csv("g,x,y\na,1,a\n,2,b\n").target("y");

        assertInvalidData(() -> empty.groups("g").read(), file + ", line 3, column 'g': the cell is empty");
        assertInvalidData(() -> empty.ids("g").read(), file + ", line 3, column 'g': the cell is empty");
    }

    @Test
    void fails_when_the_positive_label_does_not_occur() throws IOException {
        CsvDataset positive = csv("x,y\n1,benign\n2,malignant\n").target("y").positive("Malignant");

        assertInvalidData(
                positive::read,
                file + ": the positive label \"Malignant\" does not occur in column 'y'; the labels are \"benign\", "
                        + "\"malignant\"");
    }

    @Test
    void fails_when_a_label_is_not_among_the_declared_ones() throws IOException {
        CsvDataset declared = csv("x,y\n1,a\n2,B\n").target("y").labels("a", "b");

        assertInvalidData(
                declared::read, file + ", line 3, column 'y': no label \"B\"; the labels are declared as \"a\", \"b\"");
    }

    @Test
    void fails_when_a_numeric_target_is_text_without_advice_for_inputs() throws IOException {
        CsvDataset text = csv("x,y\n1,2\n2,many\n").numericTarget("y");

        assertInvalidData(text::read, file + ", line 3, column 'y': \"many\" is not a number; correct it");
    }

    @Test
    void fails_when_a_numeric_target_is_missing_even_if_inputs_may_be() throws IOException {
        CsvDataset missing = csv("x,y\n1,2\n2,\n").numericTarget("y").allowingMissing();

        assertInvalidData(
                missing::read, file + ", line 3, column 'y': the cell is empty, a number was expected; fill it in");
    }

    @Test
    void fails_when_a_weight_is_negative() throws IOException {
        CsvDataset negative = csv("x,w,y\n1,1,a\n2,-0.5,b\n").target("y").weights("w");

        assertInvalidData(negative::read, file + ", line 3, column 'w': the weight is negative: -0.5");
    }

    @Test
    void fails_when_a_weight_is_missing() throws IOException {
        CsvDataset missing = csv("x,w,y\n1,nan,a\n").target("y").weights("w").allowingMissing();

        assertInvalidData(
                missing::read, file + ", line 2, column 'w': the cell is nan, a number was expected; fill it in");
    }

    @Test
    void fails_when_all_weights_are_zero() throws IOException {
        CsvDataset zero = csv("x,w,y\n1,0,a\n").target("y").weights("w");

        assertInvalidData(zero::read, "all weights are zero");
    }

    @Test
    void fails_when_a_label_is_declared_twice() throws IOException {
        CsvDataset twice = csv("x,y\n1,a\n").target("y").labels("a", "a");

        assertInvalidData(twice::read, "label \"a\" is declared twice");
    }

    @Test
    void fails_when_a_time_stamp_is_none() throws IOException {
        CsvDataset odd =
                csv("x,at,y\n1,2024-03-01,a\n2,yesterday,b\n").target("y").times("at");

        assertInvalidData(
                odd::read,
                file
                        + ", line 3, column 'at': \"yesterday\" is no time stamp; write it as 2024-03-01T12:00:00Z, "
                        + "2024-03-01T12:00 or 2024-03-01");
    }

    @Test
    void fails_when_a_column_is_to_be_an_attribute_and_the_target() {
        CsvDataset target = CsvDataset.of(folder.resolve("any.csv")).target("y");

        assertInvalidData(() -> target.attributes("y"), "column 'y' cannot be both the target and an attribute");
    }
}
