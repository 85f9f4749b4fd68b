package dev.assay.adapters.onnx;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import dev.assay.learning.InvalidModelException;
import dev.assay.learning.LearnerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {

    @TempDir
    Path folder;

    private static OnnxFile pair(String operator) {
        return new OnnxFile()
                .input("X", OnnxFile.FLOAT, "batch", 2)
                .node(operator, "", List.of("X"), List.of("Y"))
                .output("Y", OnnxFile.FLOAT, "batch", 2);
    }

    @Test
    void inputs_outputs_labels_and_metadata_are_read() {
        try (OnnxModel model = OnnxModel.read(Fixture.FOREST.file())) {
            assertThat(model.inputs()).hasToString("['X' (float32 [batch, 30])]");
            assertThat(model.outputs().get(0)).hasToString("'label' (int64 [batch])");
            assertThat(model.inputs().get(0).shape()).containsExactly(-1L, 30L);
            assertThat(model.outputs().get(1).name()).isEqualTo("probabilities");
            assertThat(model.labels().orElseThrow().names()).containsExactly("benign", "malignant");
            assertThat(model.metadata()).containsEntry("task", "classification");
            assertThat(model)
                    .hasToString(Fixture.FOREST.file()
                            + ": inputs 'X' (float32 [batch, 30]); outputs 'label' (int64 [batch]), 'probabilities' (float32"
                            + " [batch, 2])");
        }
    }

    @Test
    void labels_of_transformers_metadata_are_read() {
        Path file = pair("Identity")
                .metadata("id2label", "{\"1\": \"yes\", \"0\": \"no\"}")
                .write(folder.resolve("a.onnx"));
        try (OnnxModel model = OnnxModel.read(file)) {
            assertThat(model.labels().orElseThrow().names()).containsExactly("no", "yes");
        }
    }

    @Test
    void labels_that_cannot_be_read_are_shown() {
        Path file = pair("Identity").metadata("labels", "yes/no").write(folder.resolve("a.onnx"));
        try (OnnxModel model = OnnxModel.read(file)) {
            assertThatThrownBy(model::labels)
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageStartingWith(
                            file + ": 'labels' in the metadata should be a JSON array of names, but is yes/no");
        }
    }

    @Test
    void missing_labels_are_asked_for() {
        Path file = pair("Identity").metadata("author", "us").write(folder.resolve("a.onnx"));
        try (OnnxModel model = OnnxModel.read(file)) {
            assertThat(model.labels()).isEmpty();
            assertThatThrownBy(() -> model.input("X").probabilities("Y"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(
                            file + " names no labels in its metadata ('labels', 'classes', 'class_names' or 'id2label';"
                                    + " there is only 'author'); name them in the order of the scores: withLabels(…)");
        }
    }

    @Test
    void another_number_of_labels_is_refused() {
        try (OnnxModel model = OnnxModel.read(Fixture.WINE.file())) {
            assertThatThrownBy(() ->
                            model.input("input").withLabels("red", "white").logits("logits"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageContaining("has 3 scores for each row, but there are 2 labels: \"red\", \"white\"");
        }
    }

    @Test
    void names_that_the_model_does_not_have_are_answered_with_those_it_has() {
        Path file = Fixture.FOREST.file();
        try (OnnxModel model = OnnxModel.read(file)) {
            assertThatThrownBy(() -> model.input("input"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(file + " has no input 'input'; its inputs are 'X' (float32 [batch, 30])");
            assertThatThrownBy(() -> model.input("X").probabilities("scores"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(
                            file + " has no output 'scores'; its outputs are 'label' (int64 [batch]), 'probabilities'"
                                    + " (float32 [batch, 2])");
        }
    }

    @Test
    void outputs_must_hold_what_is_said() {
        try (OnnxModel model = OnnxModel.read(Fixture.FOREST.file())) {
            OnnxFeed<double[]> feed = model.input("X");

            assertThatThrownBy(() -> feed.probabilities("label")).hasMessageContaining("holds no scores");
            assertThatThrownBy(() -> feed.numbers("probabilities"))
                    .hasMessageContaining("doesn't hold numbers, one for each row");
            assertThatThrownBy(() -> feed.labels("probabilities"))
                    .hasMessageContaining("doesn't hold labels, one for each row");
        }
    }

    @Test
    void inputs_of_strings_take_no_arrays() {
        Path file = new OnnxFile()
                .input("city", OnnxFile.STRING, "batch", 1)
                .identity("city", "Y")
                .output("Y", OnnxFile.STRING, "batch", 1)
                .write(folder.resolve("a.onnx"));
        try (OnnxModel model = OnnxModel.read(file)) {
            assertThatThrownBy(() -> model.input("city"))
                    .hasMessage(
                            file + ": input 'city' (string [batch, 1]) doesn't take numbers; feed it with columns(…) or"
                                    + " encodedBy(…)");
        }
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("model.onnx");

        assertThatThrownBy(() -> OnnxModel.read(missing))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(missing + ": there is no such ONNX file");
        assertThatThrownBy(() -> OnnxModel.read(folder)).hasMessageStartingWith(folder + " is a folder");
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        byte[] whole = Files.readAllBytes(Fixture.CNN.file());
        Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.onnx"), "version https://git-lfs.github.com/spec/v1\n");
        Path empty = Files.createFile(folder.resolve("empty.onnx"));

        for (Path file : List.of(cut, text, empty)) {
            assertThatThrownBy(() -> OnnxModel.read(file))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageStartingWith(file + " isn't an ONNX file, or is damaged; ");
        }
    }

    @Test
    void an_unknown_opset_is_explained() {
        Path file = pair("Identity").opset(99).write(folder.resolve("new.onnx"));

        assertThatThrownBy(() -> OnnxModel.read(file))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(
                        file + " needs a newer ONNX Runtime than 1.28.0, or a re-export with an older opset");
    }

    @Test
    void an_unknown_operator_is_explained() {
        Path file = pair("Frobnicate").write(folder.resolve("odd.onnx"));

        assertThatThrownBy(() -> OnnxModel.read(file))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(file + " has an operator that ONNX Runtime 1.28.0 doesn't know; ")
                .hasMessageContaining("Frobnicate");
    }

    @Test
    void cuda_without_its_libraries_is_explained() {
        assertThatThrownBy(() -> OnnxModel.read(
                        Fixture.WINE.file(), OnnxOptions.withDefaults().withCuda(0)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith("CUDA device 0 can't be used: ")
                .hasMessageContaining("onnxruntime_gpu");
    }

    @Test
    void options_are_checked() {
        assertThatThrownBy(() -> OnnxOptions.withDefaults().withThreads(0)).hasMessageContaining("at least 1, not 0");
        assertThatThrownBy(() -> OnnxOptions.withDefaults().withCuda(-1)).hasMessageContaining("at least 0, not -1");
        try (OnnxModel model = OnnxModel.read(
                Fixture.WINE.file(), OnnxOptions.withDefaults().withThreads(1).withParallelOperators(2))) {
            assertThatThrownBy(() -> model.input("input").withBatchSize(0))
                    .hasMessageContaining("at least 1 row, not 0");
        }
    }

    @Test
    void a_closed_model_says_so() {
        OnnxModel model = OnnxModel.read(Fixture.WINE.file());
        OnnxPredictor<double[]> predictor = model.input("input").logits("logits");

        predictor.close();
        model.close();

        assertThatThrownBy(() -> predictor.predict(Fixture.WINE.testData().inputs()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wine-mlp.onnx was closed");
    }

    @Test
    void data_of_another_kind_are_refused() {
        Dataset<Row> rows = Fixture.WINE.data().read();
        try (OnnxModel model = OnnxModel.read(Fixture.WINE.file())) {
            OnnxPredictor<double[]> predictor = model.input("input").logits("logits");

            assertThatThrownBy(() -> assertThatModel(predictor).on(rows))
                    .hasMessageContaining(
                            "is fed with double[], but the data's inputs are Row; a Table gives double[] with"
                                    + " numeric()");
        }
    }

    @Test
    void a_model_as_it_is_asks_what_its_output_holds() {
        assertThat(ServiceLoader.load(LearnerProvider.class)).hasExactlyElementsOfTypes(OnnxModelProvider.class);
        try (OnnxModel model = OnnxModel.read(Fixture.WINE.file())) {
            assertThatThrownBy(() -> assertThatModel(model).on(Fixture.WINE.testData()))
                    .hasMessageContaining("say what the model takes and what its output holds");
        }
    }

    @Test
    void the_example_of_the_readme_holds() {
        Dataset<double[]> tumours = CsvDataset.of(Path.of("../../samples/data/breast-cancer.csv"))
                .target("diagnosis")
                .positive("malignant")
                .read()
                .numeric();
        Path path = Fixture.FOREST.file();

        try (OnnxModel forest = OnnxModel.read(path)) {
            assertThatModel(forest.input("X").probabilities("probabilities"))
                    .on(tumours)
                    .hasF1AtLeast(0.95);
        }
    }

    @Test
    void the_readme_shows_that_example() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("../../README.md")).stream()
                .dropWhile(line -> !line.equals("## Models in ONNX files"))
                .dropWhile(line -> !line.equals("```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .toList();

        assertThat(shown).hasSize(5);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/adapters/onnx/OnnxModelTest.java")).stream()
                        .map(String::strip))
                .containsSubsequence(shown);
    }
}
