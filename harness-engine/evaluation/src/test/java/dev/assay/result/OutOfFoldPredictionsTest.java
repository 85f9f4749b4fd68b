package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import dev.assay.result.OutOfFoldPredictions.Format;
import dev.assay.testing.Examples;
import dev.assay.testing.Script;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutOfFoldPredictionsTest {

    @TempDir
    Path folder;

    private static String written(Evaluation evaluation, Format format) throws IOException {
        StringWriter writer = new StringWriter();
        OutOfFoldPredictions.of(evaluation).write(format, writer);
        return writer.toString();
    }

    private static List<List<String>> csv(Evaluation evaluation) throws IOException {
        List<List<String>> records = new ArrayList<>();
        CsvReader.builder().ofCsvRecord(written(evaluation, Format.CSV)).forEach(row -> records.add(row.getFields()));
        return records;
    }

    private static List<JsonNode> jsonLines(Evaluation evaluation) throws IOException {
        return written(evaluation, Format.JSON_LINES)
                .lines()
                .map(line -> new JsonMapper().readTree(line))
                .toList();
    }

    private static final String AWKWARD = "a \"b\",\nc;ü\t\\";

    private static Evaluation awkward() {
        Labels labels = Labels.of("plain", AWKWARD);
        Dataset<Integer> data = Examples.of(Targets.labels(labels, List.of("plain", AWKWARD, AWKWARD, "plain")))
                .withIds(List.of("1,5", "x\"y", "", "=2"))
                .withGroups(List.of("g\n1", "g2", "", "g2"))
                .withWeights(0.1, 2, 1.0 / 3, 1e-300);
        Predictions predictions = Predictions.probabilities(labels, 0.1, 0.9, 0.3, 0.7, 1.0 / 3, 2.0 / 3, 1, 0);
        return new Script(data, predictions).crossValidated(2);
    }

    @Test
    void a_table_has_a_row_for_each_tested_example() throws IOException {
        assertThat(csv(awkward()))
                .containsExactly(
                        List.of(
                                "row",
                                "repeat",
                                "fold",
                                "truth",
                                "predicted",
                                "score_plain",
                                "score_" + AWKWARD,
                                "weight",
                                "group"),
                        List.of("1,5", "0", "0", "plain", AWKWARD, "0.1", "0.9", "0.1", "g\n1"),
                        List.of("x\"y", "0", "0", AWKWARD, AWKWARD, "0.3", "0.7", "2.0", "g2"),
                        List.of(
                                "",
                                "0",
                                "1",
                                AWKWARD,
                                AWKWARD,
                                "0.3333333333333333",
                                "0.6666666666666666",
                                "0.3333333333333333",
                                ""),
                        List.of("=2", "0", "1", "plain", "plain", "1.0", "0.0", "1.0E-300", "g2"));
    }

    @Test
    void json_lines_tell_the_same_as_csv() throws IOException {
        List<List<String>> csv = csv(awkward());
        List<JsonNode> lines = jsonLines(awkward());

        assertThat(lines).hasSize(4);
        for (int row = 0; row < lines.size(); row++) {
            assertThat(lines.get(row).propertyNames()).containsExactlyElementsOf(csv.get(0));
            for (int column = 0; column < csv.get(0).size(); column++) {
                JsonNode cell = lines.get(row).get(csv.get(0).get(column));
                String text = csv.get(row + 1).get(column);
                if (cell.isNumber()) {
                    assertThat(cell.doubleValue()).isEqualTo(Double.parseDouble(text));
                } else {
                    assertThat(cell.stringValue()).isEqualTo(text);
                }
            }
        }
        assertThat(lines.get(1).get("score_plain").isNumber()).isTrue();
        assertThat(lines.get(1).get("fold").isInt()).isTrue();
    }

    @Test
    void numbers_come_back_exactly() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<Double> truth = new ArrayList<>();
        double[] predicted = new double[200];
        for (int row = 0; row < predicted.length; row++) {
            double number = Double.longBitsToDouble(random.nextLong());
            predicted[row] = Double.isFinite(number) ? number : Double.MIN_VALUE;
            truth.add((double) row);
        }
        // values at the ends of the range, whose metrics would overflow, are not asked for any
        Evaluation evaluation = Script.numbers(truth, predicted).crossValidated(4);

        List<List<String>> csv = csv(evaluation);
        List<JsonNode> lines = jsonLines(evaluation);

        assertThat(csv.get(0)).containsExactly("row", "repeat", "fold", "truth", "predicted");
        for (int row = 0; row < predicted.length; row++) {
            assertThat(Double.parseDouble(csv.get(row + 1).get(4))).isEqualTo(predicted[row]);
            assertThat(lines.get(row).get("predicted").doubleValue()).isEqualTo(predicted[row]);
            assertThat(csv.get(row + 1).get(0)).isEqualTo(Integer.toString(row));
        }
    }

    @Test
    void repeats_and_folds_are_told_apart() throws IOException {
        Dataset<Integer> data = Examples.blocks(3, 3);
        Learner<Integer> learner = training -> inputs -> Predictions.labels(training.labels(), new int[inputs.size()]);
        Evaluation evaluation = CrossValidation.of(data).folds(3).repeats(2).evaluate("first", learner);

        List<List<String>> records = csv(evaluation);

        assertThat(records).hasSize(1 + 2 * 6);
        for (int fold = 0; fold < 6; fold++) {
            int[] rows = evaluation.folds().get(fold).split().testRows();
            for (int i = 0; i < rows.length; i++) {
                List<String> row = records.get(1 + 2 * fold + i);
                assertThat(row.subList(0, 3))
                        .containsExactly(
                                Integer.toString(rows[i]), Integer.toString(fold / 3), Integer.toString(fold % 3));
            }
        }
    }

    @Test
    void sets_of_labels_are_json_arrays() throws IOException {
        Labels labels = Labels.of("x", "y,\"z\"");
        Dataset<Integer> data = Examples.of(
                Targets.labelSets(labels, List.of(List.of("x", "y,\"z\""), List.of(), List.of("x"), List.of("x"))));
        Evaluation evaluation = new Script(
                        data, Predictions.labelSetScores(labels, 0.5, 0.9, 0.1, 0.2, 0.8, 0.5, 0.5, 0, 0))
                .crossValidated(2);

        List<List<String>> csv = csv(evaluation);

        assertThat(csv.get(0))
                .containsExactly("row", "repeat", "fold", "truth", "predicted", "score_x", "score_y,\"z\"");
        assertThat(csv.get(1)).containsExactly("0", "0", "0", "[\"x\",\"y,\\\"z\\\"\"]", "[\"x\"]", "0.9", "0.1");
        assertThat(csv.get(2).get(3)).isEqualTo("[]");
        JsonNode line = jsonLines(evaluation).get(0);
        assertThat(line.get("truth").valueStream().map(JsonNode::stringValue)).containsExactly("x", "y,\"z\"");
        assertThat(line.get("predicted").isArray()).isTrue();
    }

    @Test
    void quantiles_and_clusters_have_columns_too() throws IOException {
        Dataset<Integer> data = Examples.numbered(2);
        Evaluation quantiles = new Script(
                        data, Predictions.numbers(1, 2).withQuantiles(new double[] {0.1, 0.9}, 0.5, 1.5, 1, 3))
                .crossValidated(2);
        assertThat(csv(quantiles).get(0)).endsWith("predicted", "quantile_0.1", "quantile_0.9");
        assertThat(csv(quantiles).get(2)).endsWith("2.0", "1.0", "3.0");

        Evaluation clusters = new Script(Examples.blocks(1, 1), Predictions.clusters(7, 3)).fitted();
        assertThat(csv(clusters).get(1)).containsExactly("0", "0", "0", "a", "7");
    }

    @Test
    void what_only_some_folds_have_is_missing_in_the_others() throws IOException {
        Script script = Script.probabilities(List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.8, 0.3, 0.2);
        LabelPredictions scored = (LabelPredictions) script.predictions();
        Evaluation evaluation = CrossValidation.of(script.data())
                .splitter(KFold.of(2))
                .evaluate(
                        "moody",
                        Script.<Integer>perFold(fold -> training -> inputs -> fold == 0
                                ? Predictions.labels(scored.labels(), new int[inputs.size()])
                                : script.predictor().predict(inputs)));

        assertThat(csv(evaluation).get(1)).endsWith("benign", "", "");
        assertThat(csv(evaluation).get(3).get(6)).isEqualTo("0.3");
        assertThat(jsonLines(evaluation).get(0).get("score_benign").isNull()).isTrue();
        assertThat(evaluation.repeats()).extracting(Outcomes::size).containsExactly(4);
    }

    @Test
    void an_empty_text_is_not_taken_for_a_missing_one() throws IOException {
        assertThat(written(awkward(), Format.CSV).lines().skip(8).findFirst().orElseThrow())
                .startsWith("\"\",0,1,");
    }

    @Test
    void files_are_written_whole_with_line_feeds_only() throws IOException {
        for (Format format : Format.values()) {
            Path file = folder.resolve("deep").resolve("er." + format.extension());
            OutOfFoldPredictions.of(awkward()).write(format, file);

            assertThat(file).hasContent(written(awkward(), format)).content().doesNotContain("\r");
        }
        try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("er.csv", "er.jsonl");
        }
    }

    @Test
    void names_the_file_that_cannot_be_written() throws IOException {
        Path file =
                Files.createDirectories(folder.resolve("taken.csv/by a folder")).getParent();

        assertThatThrownBy(() -> OutOfFoldPredictions.of(awkward()).write(Format.CSV, file))
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith(file + ": cannot be written: ");
    }

    @Test
    void a_writer_is_flushed_and_stays_open() throws IOException {
        List<String> calls = new ArrayList<>();
        Writer writer = new StringWriter() {
            @Override
            public void flush() {
                calls.add("flush");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };

        OutOfFoldPredictions.of(awkward()).write(Format.JSON_LINES, writer);
        OutOfFoldPredictions.of(awkward()).write(Format.CSV, writer);

        assertThat(calls).isNotEmpty().containsOnly("flush");
    }

    @Test
    void result_files_keep_one_export_beside_a_result() throws IOException {
        ResultFiles files = ResultFiles.in(folder);
        Evaluation evaluation = awkward();

        files.export("T", evaluation, Optional.of(Format.CSV));
        assertThat(folder.resolve("T/forest.predictions.csv")).hasContent(written(evaluation, Format.CSV));
        files.export("T", evaluation, Optional.of(Format.JSON_LINES));
        assertThat(folder.resolve("T/forest.predictions.csv")).doesNotExist();
        assertThat(folder.resolve("T/forest.predictions.jsonl")).exists();
        files.delete("T", "forest");
        assertThat(folder.resolve("T/forest.predictions.jsonl")).doesNotExist();
        files.export("T", evaluation, Optional.of(Format.CSV));
        files.export("T", evaluation, Optional.empty());
        assertThat(folder.resolve("T")).isEmptyDirectory();
    }
}
