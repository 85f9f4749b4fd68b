package dev.assay.adapters.pytorch;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.learning.InvalidModelException;
import dev.assay.learning.LearnerProvider;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.tensors.TensorPredictor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchScriptModelTest {

    private static final List<double[]> TWO_ROWS = List.of(new double[] {0.25, 0.75}, new double[] {0.5, 0.5});

    @TempDir
    Path folder;

    private TorchScriptModel returning(String type, String expression) {
        return TorchScriptModel.read(TorchScriptFile.returning(folder.resolve("test.pt"), type, expression));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("model.pt");

        assertThatThrownBy(() -> TorchScriptModel.read(missing))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(missing + ": there is no such TorchScript file (looked for " + missing + ")");
        assertThatThrownBy(() -> TorchScriptModel.read(folder))
                .hasMessageStartingWith(folder + " is a folder, not a TorchScript file");
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        byte[] whole = Files.readAllBytes(Digits.file());
        Path cut = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.pt"), "version https://git-lfs.github.com/spec/v1\n");
        Path empty = Files.createFile(folder.resolve("empty.pt"));

        for (Path file : List.of(cut, text, empty)) {
            assertThatThrownBy(() -> TorchScriptModel.read(file))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageStartingWith(file + " isn't a TorchScript file, or is damaged; ");
        }
    }

    @Test
    void weights_without_a_model_are_explained() {
        assertThatThrownBy(() -> TorchScriptModel.read(TorchScriptFile.withoutConstants(folder.resolve("test.pt"))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(folder.resolve("test.pt")
                        + " isn't TorchScript, but perhaps weights alone (torch.save); export the whole model:"
                        + " torch.jit.trace(model.eval(), example).save(file); ");
    }

    @Test
    void an_operator_that_pytorch_does_not_know_is_named() {
        assertThatThrownBy(() -> returning("Tensor", "torch.frobnicate(input)"))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(folder.resolve("test.pt") + " can't be opened by PyTorch 2.7.1; ")
                .hasMessageContaining("frobnicate");
    }

    @Test
    void rows_of_another_length_are_named() {
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            TensorPredictor predictor = Digits.feed(model).logits();

            assertThatThrownBy(() -> predictor.predict(List.of(new double[64], new double[63])))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage("row 1: it has 63 numbers, but input (float32 [batch, 1, 8, 8]) takes 64 per row ("
                            + Digits.file() + ")");
        }
    }

    @Test
    void a_shape_that_the_model_does_not_take_is_told_with_pytorchs_reason() {
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            TensorPredictor predictor = model.input(2).withLabels("a", "b").logits();

            assertThatThrownBy(() -> predictor.predict(TWO_ROWS))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(Digits.file() + ": PyTorch 2.7.1 failed on rows 0 to 1, a tensor float32 [2, 2]:"
                            + " RuntimeError: Expected 4-dimensional input for 4-dimensional weight [8, 1, 3, 3], but got"
                            + " 2-dimensional input of size [2, 2] instead");
        }
    }

    @Test
    void a_precision_that_the_model_does_not_take_is_told_with_pytorchs_reason() {
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            TensorPredictor predictor =
                    model.inputInDoublePrecision(1, 8, 8).withLabels("a", "b").logits();

            assertThatThrownBy(() -> predictor.predict(List.of(new double[64])))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageEndingWith(
                            "a tensor float64 [1, 1, 8, 8]: RuntimeError: expected scalar type Double but found"
                                    + " Float");
        }
    }

    @Test
    void a_model_of_two_inputs_is_told_with_pytorchs_reason() {
        try (TorchScriptModel model = TorchScriptModel.read(TorchScriptFile.with(
                folder.resolve("test.pt"), "input: Tensor,\n    other: Tensor", "Tensor", "torch.add(input, other)"))) {
            assertThatThrownBy(
                            () -> model.input(2).withLabels("a", "b").logits().predict(TWO_ROWS))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageContaining("test.pt: PyTorch 2.7.1 failed on rows 0 to 1")
                    .hasMessageContaining("missing value for argument 'other'");
        }
    }

    @Test
    void another_number_of_labels_is_refused() {
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            TensorPredictor predictor =
                    model.input(1, 8, 8).withLabels("a", "b", "c").logits();

            assertThatThrownBy(() -> predictor.predict(Digits.testData().inputs()))
                    .isInstanceOf(InvalidPredictionsException.class)
                    .hasMessage(Digits.file()
                            + ": output gave a tensor float32 [256, 10] for 256 rows; expected a score for"
                            + " each of the 3 labels \"a\", \"b\", \"c\" for each row");
        }
    }

    @Test
    void shapes_of_rows_must_be_said() {
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            assertThatThrownBy(model::input)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(Digits.file()
                            + ": say the shape of a row, all sizes but that of the batch, such as input(13)"
                            + " or input(1, 8, 8)");
            assertThatThrownBy(() -> model.input(1, 0)).hasMessageContaining("at least 1, not 0");
        }
    }

    @Test
    void double_and_half_precision_are_read() throws Exception {
        try (TorchScriptModel model = returning("Tensor", "torch.add(input, 1)")) {
            NumberPredictions exact = (NumberPredictions)
                    model.inputInDoublePrecision(1).numbers().predict(List.of(new double[] {1e-12}));

            assertThat(exact.value(0)).isEqualTo(1 + 1e-12);
        }
        try (TorchScriptModel model = returning("Tensor", "torch.to(input, 5)")) {
            NumberPredictions half =
                    (NumberPredictions) model.input(1).numbers().predict(List.of(new double[] {0.5}));

            assertThat(half.value(0)).isEqualTo(0.5);
        }
    }

    @Test
    void an_output_of_a_dictionary_is_found_by_its_name() throws Exception {
        try (TorchScriptModel model =
                returning("Dict[str, Tensor]", "{\"raw\": input, \"double\": torch.mul(input, 2)}")) {
            LabelPredictions predictions = (LabelPredictions)
                    model.input(2).withLabels("a", "b").margins("double").predict(TWO_ROWS);

            assertThat(predictions.score(0, 1)).isEqualTo(1.5);
            assertThatThrownBy(() ->
                            model.input(2).withLabels("a", "b").margins("other").predict(TWO_ROWS))
                    .isInstanceOf(InvalidPredictionsException.class)
                    .hasMessageContaining("test.pt gave no output 'other', but ")
                    .hasMessageContaining("'double' float32 [2, 2]");
        }
    }

    @Test
    void several_outputs_are_refused_unless_one_is_named() {
        try (TorchScriptModel model = returning("Tuple[Tensor, Tensor]", "(input, torch.mul(input, 2))")) {
            assertThatThrownBy(
                            () -> model.input(2).withLabels("a", "b").margins().predict(TWO_ROWS))
                    .isInstanceOf(InvalidPredictionsException.class)
                    .hasMessageEndingWith(
                            "test.pt gave 2 tensors, float32 [2, 2], float32 [2, 2]; expected one: name it, as in"
                                    + " logits(\"name\"), if the model gives a dictionary, else export a model that gives one");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "float; 1.5; ': the output is no tensor, nor tensors by their names'",
                "List[int]; [1, 2]; ': the output is no tensor, nor tensors by their names'",
                "str; \"yes\"; ' gave string []; expected numbers in floating point'"
            })
    void an_output_that_is_no_tensor_is_refused(String type, String expression, String told) {
        try (TorchScriptModel model = returning(type, expression)) {
            assertThatThrownBy(() -> model.input(2).numbers().predict(TWO_ROWS))
                    .isInstanceOf(InvalidPredictionsException.class)
                    .hasMessage(folder.resolve("test.pt") + told);
        }
    }

    @Test
    void an_output_of_whole_numbers_is_refused() {
        try (TorchScriptModel model = returning("Tensor", "torch.argmax(input, 1)")) {
            assertThatThrownBy(() -> model.input(2).numbers().predict(TWO_ROWS))
                    .isInstanceOf(InvalidPredictionsException.class)
                    .hasMessageEndingWith("test.pt gave int64 [2]; expected numbers in floating point");
        }
    }

    @Test
    void a_closed_model_says_so() {
        TorchScriptModel model = TorchScriptModel.read(Digits.file());
        TensorPredictor predictor = Digits.feed(model).logits();

        model.close();
        predictor.close();

        assertThatThrownBy(() -> predictor.predict(Digits.testData().inputs()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Digits.file() + " was closed; close a model when nothing more is to be predicted");
    }

    @Test
    void a_model_as_it_is_asks_what_goes_in_and_comes_out() {
        assertThat(ServiceLoader.load(LearnerProvider.class)).hasExactlyElementsOfTypes(TorchScriptModelProvider.class);
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            assertThat(model.file()).isEqualTo(Digits.file());
            assertThatThrownBy(() -> assertThatModel(model).on(Digits.testData()))
                    .hasMessageContaining("say what the model takes and what it gives, as in model.input(1, 8, 8)");
        }
    }

    @Test
    void the_example_of_the_readme_holds() {
        Dataset<double[]> digits = Digits.testData();
        Path path = Digits.file();

        try (TorchScriptModel network = TorchScriptModel.read(path)) {
            assertThatModel(network.input(1, 8, 8)
                            .withLabels("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
                            .logits())
                    .on(digits)
                    .hasAccuracyAtLeast(0.95);
        }
    }

    @Test
    void the_readme_shows_that_example() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("../../README.md")).stream()
                .dropWhile(line -> !line.equals("## PyTorch models"))
                .dropWhile(line -> !line.equals("```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .toList();

        assertThat(shown).hasSize(7);
        assertThat(
                        Files.readAllLines(
                                        Path.of("src/test/java/dev/assay/adapters/pytorch/TorchScriptModelTest.java"))
                                .stream()
                                .map(String::strip))
                .containsSubsequence(shown);
    }

    @Test
    void djl_is_silent_and_offline_unless_told_otherwise() {
        Torch.engine();

        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    }

    /** In a JVM of its own, since PyTorch is loaded in this one. */
    @Test
    void missing_native_libraries_are_named_with_the_dependency_that_has_them() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("pytorch-native"))
                .collect(Collectors.joining(File.pathSeparator));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        WithoutNatives.class.getName(),
                        Digits.file().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("DJL_CACHE_DIR", folder.toString());
        int exit = builder.start().waitFor();

        assertThat(Files.readString(output))
                .contains(
                        "PyTorch can't be started: Failed to save pytorch index file: Offline mode is enabled.; its native"
                                + " libraries are in ai.djl.pytorch:pytorch-native-cpu:2.7.1, to be added as a dependency with the"
                                + " classifier " + System.getProperty("assay.test.platform"));
        assertThat(exit).isZero();
    }
}
