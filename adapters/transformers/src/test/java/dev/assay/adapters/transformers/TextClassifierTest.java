package dev.assay.adapters.transformers;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.assay.adapters.onnx.OnnxOptions;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import dev.assay.data.Table;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.InvalidModelException;
import dev.assay.metric.Metric;
import dev.assay.prediction.LabelPredictions;
import dev.assay.serving.ModelFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextClassifierTest {

    @TempDir
    Path folder;

    private static Path resource(String name) {
        URL url = TextClassifierTest.class.getResource(name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<NamedCsvRecord> expected() throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(resource("support-intents-expected.csv"))) {
            return csv.stream().toList();
        }
    }

    private static Table testRows() throws IOException {
        int[] rows = expected().stream()
                .mapToInt(row -> Integer.parseInt(row.getField("row")))
                .toArray();
        return CsvDataset.of(resource("support-intents-messages.csv"))
                .target("intent")
                .texts("text")
                .read()
                .select(rows);
    }

    private static Dataset<String> testData() throws IOException {
        return testRows().map(row -> row.text("text"));
    }

    /** Copies the exported folder, without some files. */
    private Path copyWithout(String... missing) throws IOException {
        for (String name : List.of("config.json", "tokenizer.json", "tokenizer_config.json", "model.onnx")) {
            if (!List.of(missing).contains(name)) {
                Files.copy(resource("support-intents").resolve(name), folder.resolve(name));
            }
        }
        return folder;
    }

    private void edit(String name, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(name), text.replace(from, to));
    }

    private static void assertMetric(Evaluation evaluation, Metric metric, double expected) {
        assertThat(evaluation.value(metric).asOptional().orElseThrow())
                .as(metric.name())
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void labels_and_scores_are_those_of_transformers() throws Exception {
        List<NamedCsvRecord> expected = expected();
        try (TextClassifier intents = TextClassifier.read(resource("support-intents"))) {
            LabelPredictions predictions =
                    (LabelPredictions) intents.predict(testData().inputs());

            assertThat(predictions.size()).isEqualTo(540);
            for (int row = 0; row < expected.size(); row++) {
                assertThat(predictions.label(row)).isEqualTo(expected.get(row).getField("predicted"));
                for (int label = 0; label < intents.labels().size(); label++) {
                    String column = "score_" + intents.labels().name(label);
                    assertThat(predictions.score(row, label))
                            .isCloseTo(Double.parseDouble(expected.get(row).getField(column)), within(1e-5));
                }
            }
        }
    }

    @Test
    void metrics_are_those_of_scikit_learn() throws Exception {
        try (TextClassifier intents = TextClassifier.read(resource("support-intents"))) {
            Evaluation evaluation = Evaluation.ofFittedModel("intents", intents, testData());

            assertMetric(evaluation, ACCURACY, 0.9074074074074074);
            assertMetric(evaluation, LOG_LOSS, 0.4606737053701433);
            assertMetric(evaluation, F1.macro(), 0.9116029128042475);
            assertMetric(evaluation, ROC_AUC.macro(), 0.9766156386595876);
        }
    }

    @Test
    void its_size_is_that_of_the_files_it_needs() throws Exception {
        Path copy = copyWithout();
        long bytes = ModelFiles.size(copy);
        Files.write(copy.resolve("model.safetensors"), new byte[1000]);
        try (TextClassifier intents = TextClassifier.read(copy)) {
            assertThat(intents.sizeInBytes()).hasValue(bytes);
        }
    }

    @Test
    void long_texts_are_cut_where_the_tokenizer_says() throws Exception {
        String words = "my card was stolen ".repeat(12);
        String longer = words + "and what are the fees ".repeat(100);
        try (TextClassifier intents = TextClassifier.read(resource("support-intents"))) {
            // 62 words and two special tokens, or a little less than that; the model takes no more than 64
            LabelPredictions cut = (LabelPredictions) intents.predict(List.of(longer, longer + " again"));

            assertThat(cut.score(0, 0)).isEqualTo(cut.score(1, 0));
        }
        copyWithout();
        edit("tokenizer.json", "\"truncation\": null", """
                "truncation": {"direction": "Right", "max_length": 8, "strategy": "LongestFirst", "stride": 0}""");
        try (TextClassifier intents = TextClassifier.read(folder)) {
            LabelPredictions cut = (LabelPredictions) intents.predict(List.of(words, longer));

            assertThat(cut.score(0, 0)).isEqualTo(cut.score(1, 0));
        }
    }

    @Test
    void neither_order_nor_batches_nor_padding_change_scores() throws Exception {
        List<String> texts = testData().inputs().subList(0, 100);
        List<String> reversed =
                IntStream.range(0, 100).mapToObj(i -> texts.get(99 - i)).toList();
        copyWithout();
        edit("tokenizer.json", "\"padding\": null", """
                "padding": {"strategy": {"Fixed": 40}, "direction": "Right", "pad_to_multiple_of": 16, "pad_id": 0,
                "pad_type_id": 0, "pad_token": "[PAD]"}""");
        try (TextClassifier intents = TextClassifier.read(
                        resource("support-intents"), OnnxOptions.withDefaults().withThreads(1));
                TextClassifier padded = TextClassifier.read(folder)) {
            LabelPredictions one = (LabelPredictions) intents.withBatchSize(1).predict(texts);
            LabelPredictions all = (LabelPredictions) intents.withBatchSize(100).predict(reversed);
            LabelPredictions fixed = (LabelPredictions) padded.predict(texts);

            for (int row = 0; row < 100; row++) {
                assertThat(all.score(99 - row, 2)).isCloseTo(one.score(row, 2), within(1e-5));
                assertThat(fixed.score(row, 2)).isCloseTo(one.score(row, 2), within(1e-5));
            }
        }
    }

    @Test
    void empty_texts_and_none_are_predicted() throws Exception {
        try (TextClassifier intents = TextClassifier.read(resource("support-intents"))) {
            assertThat(intents.predict(List.of("")).size()).isEqualTo(1);
            assertThat(intents.predict(List.of()).size()).isZero();
        }
    }

    @Test
    void missing_files_are_named_with_a_remedy() throws IOException {
        copyWithout("config.json", "tokenizer.json", "model.onnx");
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(folder + " has no config.json; ");
        Files.copy(resource("support-intents").resolve("config.json"), folder.resolve("config.json"));
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(folder + " has no tokenizer.json; write it with: AutoTokenizer");
        Files.copy(resource("support-intents").resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(folder + " has no model.onnx; export the model with: optimum-cli");
        assertThatThrownBy(() -> TextClassifier.read(folder.resolve("nowhere")))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("there is no such folder; expected a folder as Optimum exports it");
    }

    @Test
    void the_settings_of_the_tokenizer_may_be_missing() throws Exception {
        copyWithout("tokenizer_config.json");
        try (TextClassifier intents = TextClassifier.read(folder)) {
            // cut at what config.json says the model takes
            assertThat(intents.predict(List.of("card ".repeat(1000))).size()).isEqualTo(1);
        }
    }

    @Test
    void damaged_files_are_named() throws IOException {
        copyWithout();
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {\"type\": \"Unheard\"}}");
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(folder.resolve("tokenizer.json") + " can't be read as a tokenizer: ");
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\"");
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(folder.resolve("tokenizer.json") + " isn't JSON, or is damaged: ");
        Files.copy(
                resource("support-intents").resolve("tokenizer.json"),
                folder.resolve("tokenizer.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("model.onnx"), "nothing");
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(folder.resolve("model.onnx") + " isn't an ONNX file, or is damaged");
    }

    @Test
    void labels_must_fit_the_model() throws IOException {
        copyWithout();
        edit("config.json", "\"5\": \"update_details\"", "\"6\": \"update_details\"");
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .hasMessageStartingWith(
                        folder.resolve("config.json") + ": id2label should name the labels 0 to 5, but is {");
        edit("config.json", ",\n    \"6\": \"update_details\"", "");
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("has 6 scores for each row, but there are 5 labels");
        edit("config.json", "single_label_classification", "multi_label_classification");
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .hasMessageContaining("the problem_type is \"multi_label_classification\"; models of one label");
    }

    @Test
    void inputs_that_are_no_texts_are_refused() throws IOException {
        Dataset<Row> rows = testRows();
        try (TextClassifier intents = TextClassifier.read(resource("support-intents"))) {
            assertThatThrownBy(() -> assertThatModel(intents).on(rows))
                    .hasMessageContaining(
                            "classifies texts, but the data's inputs are Row; take the texts out of rows");
        }
    }

    @Test
    void a_closed_classifier_says_so() {
        TextClassifier intents = TextClassifier.read(resource("support-intents"));

        intents.close();
        intents.close();

        assertThatThrownBy(() -> intents.predict(List.of("hello")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed");
    }

    @Test
    void nobody_is_told_of_its_use() {
        try (TextClassifier intents = TextClassifier.read(resource("support-intents"))) {
            assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
            assertThat(intents).asString().contains("text classifier of \"account_access\", ");
        }
    }

    @Test
    void the_example_of_the_readme_holds() throws IOException {
        Path folder = resource("support-intents");
        Table messages = testRows();

        try (TextClassifier intents = TextClassifier.read(folder)) {
            assertThatModel(intents).on(messages.map(row -> row.text("text"))).hasMacroF1AtLeast(0.9);
        }
    }

    @Test
    void the_readme_shows_that_example() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("../../README.md")).stream()
                .dropWhile(line -> !line.equals("## Text classifiers of Transformers"))
                .dropWhile(line -> !line.equals("```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .toList();

        assertThat(shown).hasSize(3);
        assertThat(
                        Files.readAllLines(Path.of(
                                        "src/test/java/dev/assay/adapters/transformers/TextClassifierTest.java"))
                                .stream()
                                .map(String::strip))
                .containsSubsequence(shown);
    }
}
