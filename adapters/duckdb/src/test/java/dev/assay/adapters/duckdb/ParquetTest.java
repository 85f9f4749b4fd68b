package dev.assay.adapters.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.InvalidDataException;
import dev.assay.data.NumberTargets;
import dev.assay.evaluation.Evaluation;
import dev.assay.files.PredictionFile;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types, names and faults of Parquet's files, which DuckDB itself writes here. */
class ParquetTest {

    @TempDir
    Path folder;

    /** Writes what a query gives. */
    private Path write(String name, String query) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        return file;
    }

    private static Outcomes outcomes(Evaluation evaluation) {
        return evaluation.folds().get(0).outcomes();
    }

    private static List<String> truth(Evaluation evaluation) {
        return IntStream.range(0, evaluation.size())
                .mapToObj(outcomes(evaluation).labelTruth()::label)
                .toList();
    }

    private List<Double> numbers(String type) throws SQLException {
        Path file = write(
                "numbers.parquet",
                "SELECT CAST(x AS " + type + ") AS truth, 0 AS predicted FROM (VALUES (1.5), (7)) t(x)");
        NumberTargets truth =
                outcomes(PredictionFile.of(file).numbers().evaluation()).numberTruth();
        return List.of(truth.value(0), truth.value(1));
    }

    @Test
    void numbers_may_be_of_any_type() throws SQLException {
        for (String type : List.of("DOUBLE", "FLOAT", "DECIMAL(18, 3)", "DECIMAL(38, 10)", "VARCHAR")) {
            assertThat(numbers(type)).as(type).containsExactly(1.5, 7.0);
        }
        for (String type : List.of(
                "TINYINT",
                "SMALLINT",
                "INTEGER",
                "BIGINT",
                "UTINYINT",
                "USMALLINT",
                "UINTEGER",
                "UBIGINT",
                "HUGEINT")) {
            assertThat(numbers(type)).as(type).containsExactly(2.0, 7.0);
        }
    }

    private List<String> labels(String first, String second) throws SQLException {
        Path file = write(
                "labels.parquet",
                "SELECT x AS truth, x AS predicted FROM (SELECT " + first + " AS x UNION ALL SELECT " + second + ")");
        return truth(PredictionFile.of(file).evaluation());
    }

    @Test
    void labels_may_be_of_any_type() throws SQLException {
        assertThat(labels("'a'", "'é'")).containsExactly("a", "é");
        assertThat(labels("true", "false")).containsExactly("True", "False");
        assertThat(labels("CAST(7 AS UTINYINT)", "255")).containsExactly("7", "255");
        assertThat(labels("9223372036854775807", "-1")).containsExactly("9223372036854775807", "-1");
        assertThat(labels("CAST(18446744073709551615 AS UBIGINT)", "CAST(1 AS UBIGINT)"))
                .containsExactly("18446744073709551615", "1");
        assertThat(labels("DATE '2024-02-29'", "DATE '1969-01-01'")).containsExactly("2024-02-29", "1969-01-01");
        assertThat(labels("CAST('a' AS ENUM('b', 'a'))", "CAST('b' AS ENUM('b', 'a'))"))
                .containsExactly("a", "b");
        assertThat(labels("CAST('bytes' AS BLOB)", "CAST('more' AS BLOB)")).containsExactly("bytes", "more");
    }

    @Test
    void sets_of_labels_are_lists() throws SQLException {
        Path file = write(
                "sets.parquet",
                "SELECT ['a', 'b\"c'] AS truth, ['a'] AS predicted UNION ALL SELECT ['a'], CAST([] AS VARCHAR[])");

        LabelSetPredictions sets =
                outcomes(PredictionFile.of(file).labelSets().evaluation()).labelSetPredictions();

        assertThat(sets.labels().names()).containsExactly("a", "b\"c");
        assertThat(sets.set(0)).containsExactly("a");
        assertThat(sets.set(1)).isEmpty();
    }

    @Test
    void rows_are_in_the_order_of_the_file_however_many_there_are() throws SQLException {
        Path file = write(
                "many.parquet", "SELECT CAST(range AS DOUBLE) AS truth, range + 0.5 AS predicted FROM range(300000)");

        Outcomes outcomes = outcomes(PredictionFile.of(file).numbers().evaluation());

        assertThat(outcomes.size()).isEqualTo(300000);
        assertThat(IntStream.range(0, outcomes.size())
                        .filter(row -> outcomes.numberTruth().value(row) != row
                                || outcomes.numberPredictions().value(row) != row + .5))
                .isEmpty();
    }

    @Test
    void folds_weights_groups_attributes_and_missing_predictions_are_read() throws SQLException {
        Path file = write("all.parquet", """
                SELECT * FROM (VALUES
                  (0, 0, 'a', 'a', NULL, NULL, 2.5, 'g', 'north'),
                  (1, 0, 'b', 'b', NULL, NULL, 1.0, 'h', NULL),
                  (2, 1, 'a', NULL, 0.25, 0.75, 1.0, 'h', 'south'),
                  (3, 1, 'b', NULL, 0.5, 0.5, 1.0, 'h', 'south'))
                t("row", fold, truth, predicted, score_a, score_b, weight, "group", site)
                """);

        Evaluation read = PredictionFile.of(file).evaluation();

        assertThat(read.folds()).hasSize(2);
        assertThat(read.folds().get(0).outcomes().weight(0)).isEqualTo(2.5);
        assertThat(read.groups().orElseThrow()).containsExactly("g", "h", "h", "h");
        assertThat(read.attributes().get("site")).containsExactly("north", "", "south", "south");
        LabelPredictions scored = read.folds().get(1).outcomes().labelPredictions();
        assertThat(scored.score(0, 1)).isEqualTo(.75);
        assertThat(read.folds().get(0).outcomes().labelPredictions().index(1)).isEqualTo(1);
    }

    @Test
    void columns_are_named_and_left_out_as_in_other_formats() throws SQLException {
        Path file = write("named.parquet", "SELECT 'a' AS \"y \"\"true\"\"\", 'a' AS predicted, NULL AS note");

        Evaluation read = PredictionFile.of(file)
                .column("truth", "y \"true\"")
                .ignoring("note")
                .evaluation();

        assertThat(truth(read)).containsExactly("a");
        assertThat(read.attributes()).isEmpty();
    }

    /** Renames a column, which DuckDB would not write so, to a name of as many letters. */
    private static void rename(Path file, String from, String to) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(from);
        Files.writeString(file, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    @Test
    void names_may_differ_in_case_only() throws SQLException, IOException {
        Path file = write(
                "case.parquet",
                "SELECT 'A' AS truth, {'x': 1, 'y': [2]} AS nested, 0.25 AS score_a, 0.75 AS score_Q, 'n' AS note");
        rename(file, "score_Q", "score_A");

        Outcomes read = outcomes(PredictionFile.of(file).evaluation());

        assertThat(read.labelPredictions().labels().names()).containsExactly("a", "A");
        assertThat(read.labelPredictions().score(0, 1)).isEqualTo(.75);
    }

    @Test
    void fails_when_a_column_occurs_twice() throws SQLException, IOException {
        Path file = write("twice.parquet", "SELECT 'a' AS truth, 'a' AS predicted, 'b' AS predictex");
        rename(file, "predictex", "predicted");

        fails(file, options -> options, ": column 'predicted' occurs twice; rename one");
    }

    @Test
    void predictions_of_known_examples_are_read() throws SQLException {
        Path file = write("known.parquet", "SELECT 1 AS \"row\", 'b' AS predicted UNION ALL SELECT 0, 'a'");

        LabelPredictions read =
                (LabelPredictions) PredictionFile.of(file).labels("a", "b").predictions(2);

        assertThat(read.index(0)).isZero();
        assertThat(read.index(1)).isEqualTo(1);
    }

    @Test
    void names_of_files_and_folders_mean_nothing() throws SQLException, IOException {
        Files.createDirectories(folder.resolve("run=3/[1]"));
        Path file = write("run=3/[1]/it's * p[0]?.parquet", "SELECT 'a' AS truth, 'a' AS predicted");
        // what the name would stand for as a pattern
        write("run=3/[1]/it's x p0y.parquet", "SELECT 'b' AS truth, 'b' AS predicted");

        Evaluation read = PredictionFile.of(file).evaluation();

        assertThat(truth(read)).containsExactly("a");
        assertThat(read.attributes()).isEmpty();
    }

    @Test
    void endings_of_names_may_be_in_capitals() throws SQLException {
        assertThat(truth(PredictionFile.of(write("P.PARQUET", "SELECT 'a' AS truth, 'a' AS predicted"))
                        .evaluation()))
                .containsExactly("a");
    }

    @Test
    void nothing_is_downloaded_and_no_extension_is_loaded() throws SQLException {
        Path file = write("p.parquet", "SELECT 'a' AS truth");
        try (ParquetTable table = ParquetTable.open(file);
                Statement statement = table.connection().createStatement()) {
            assertThat(setting(statement, "autoinstall_known_extensions")).isEqualTo("false");
            assertThat(setting(statement, "autoload_known_extensions")).isEqualTo("false");
            try (ResultSet rows = statement.executeQuery(
                    "SELECT extension_name FROM duckdb_extensions() WHERE loaded AND install_mode <> 'STATICALLY_LINKED'")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT current_setting('" + name + "')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void fails(Path file, UnaryOperator<PredictionFile> options, String message) {
        assertThatThrownBy(() -> options.apply(PredictionFile.of(file)).evaluation())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(file + message);
    }

    @Test
    void fails_when_the_file_is_not_there() {
        fails(folder.resolve("no.parquet"), file -> file, ": no such file; looked for ");
    }

    @Test
    void fails_when_the_file_is_damaged() throws SQLException, IOException {
        String begin = ": cannot be read as Parquet: ";
        Path whole = write("p.parquet", "SELECT 'a' AS truth, random() AS score_a FROM range(10000)");
        byte[] bytes = Files.readAllBytes(whole);

        fails(Files.write(folder.resolve("empty.parquet"), new byte[0]), file -> file, begin);
        fails(Files.writeString(folder.resolve("text.parquet"), "truth,predicted\na,a\n"), file -> file, begin);
        fails(
                Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2)),
                file -> file,
                begin + "Invalid Input Error: No magic bytes found at end of file");
        byte[] wrong = bytes.clone();
        Arrays.fill(wrong, 4, 2000, (byte) 0x55);
        assertThatThrownBy(() -> PredictionFile.of(Files.write(folder.resolve("wrong.parquet"), wrong))
                        .evaluation())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(folder.resolve("wrong.parquet") + begin)
                .hasMessageEndingWith("; write the file again, as pandas does with to_parquet(…)")
                .hasMessageNotContaining("\n");
    }

    @Test
    void fails_when_the_file_is_damaged_behind_rows_that_can_be_read() throws SQLException, IOException {
        Path whole = write("p.parquet", "SELECT 'a' AS truth, random() AS score_a FROM range(500000)");
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, bytes.length / 2, bytes.length * 9 / 10, (byte) 0x55);

        assertThatThrownBy(() -> PredictionFile.of(Files.write(folder.resolve("wrong.parquet"), bytes))
                        .evaluation())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(folder.resolve("wrong.parquet") + ": cannot be read as Parquet: ")
                .hasMessageEndingWith("; write the file again, as pandas does with to_parquet(…)");
    }

    @Test
    void fails_when_a_column_is_missing() throws SQLException {
        fails(
                write("p.parquet", "SELECT 'a' AS y, 'a' AS predicted"),
                file -> file,
                ": no column 'truth' to judge predictions by; the columns are y, predicted; name the one that holds the truth "
                        + "with column(\"truth\", …)");
    }

    @Test
    void fails_when_there_are_no_rows() throws SQLException {
        fails(
                write("p.parquet", "SELECT 'a' AS truth, 'a' AS predicted WHERE false"),
                file -> file,
                ": it has no rows, but needs one for each prediction");
    }

    @Test
    void fails_when_a_cell_is_of_another_type_and_names_row_and_column() throws SQLException {
        fails(
                write("p.parquet", "SELECT 'a' AS truth, '0.5' AS score_a UNION ALL SELECT 'a', 'much'"),
                file -> file,
                ", row 1, column 'score_a': the cell is \"much\", but a number was expected");
        fails(
                write("p.parquet", "SELECT 1.0 AS truth, true AS predicted"),
                PredictionFile::numbers,
                ", row 0, column 'predicted': the cell is \"True\", but a number was expected");
    }

    @Test
    void fails_when_a_cell_is_not_a_number_or_missing_and_names_row_and_column() throws SQLException {
        fails(
                write("p.parquet", "SELECT 'a' AS truth, CAST('nan' AS FLOAT) AS score_a"),
                file -> file,
                ", row 0, column 'score_a': the cell is NaN, which is not a finite number");
        fails(
                write("p.parquet", "SELECT 'a' AS truth, 'a' AS predicted UNION ALL SELECT NULL, 'a'"),
                file -> file,
                ", row 1, column 'truth': the cell is empty; fill it in, or leave the row out");
        fails(
                write("p.parquet", "SELECT CAST(NULL AS BIGINT) AS \"row\", 'a' AS truth, 'a' AS predicted"),
                file -> file,
                ", row 0, column 'row': the cell is empty, but every row needs the id of its example");
    }

    @Test
    void fails_when_probabilities_do_not_sum_to_one_and_names_the_row() throws SQLException {
        fails(
                write("p.parquet", "SELECT 'a' AS truth, 0.5 AS score_a, 0.75 AS score_b"),
                file -> file,
                ", row 0: the probabilities sum to 1.25 instead of 1");
    }
}
