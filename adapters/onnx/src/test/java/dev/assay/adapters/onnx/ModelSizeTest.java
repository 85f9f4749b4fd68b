package dev.assay.adapters.onnx;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.learning.InvalidModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSizeTest {

    @TempDir
    Path folder;

    private Path copied(String name) {
        try {
            return Files.copy(Fixture.resource(name), folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void is_that_of_the_file_where_it_holds_its_weights() throws IOException {
        Path file = Fixture.FOREST.file();
        try (OnnxModel model = OnnxModel.read(file)) {
            assertThat(model.input("X").probabilities("probabilities").sizeInBytes())
                    .hasValue(Files.size(file));
        }
    }

    @Test
    void takes_in_the_files_with_weights_beside_it_once_each() throws IOException {
        long bytes = Files.size(Fixture.resource("external-weights.onnx"))
                + Files.size(Fixture.resource("external-weights.bin"));
        Dataset<double[]> data = Dataset.of(new double[][] {{1, 2}}, Targets.labels("a"));
        try (OnnxModel model = OnnxModel.read(Fixture.resource("external-weights.onnx"))) {
            OnnxPredictor<double[]> predictor =
                    model.input("X").withLabels("a", "b", "c").logits("Y");

            assertThat(predictor.sizeInBytes()).hasValue(bytes);
            assertThatModel(predictor).on(data).hasSizeAtMost(bytes);
            assertThatThrownBy(() -> assertThatModel(predictor).on(data).hasSizeAtMost(bytes - 1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("but it was " + bytes + " bytes");
        }
    }

    @Test
    void weights_are_found_in_initializers_branches_attributes_and_functions() throws IOException {
        assertThat(ExternalData.locations(Fixture.resource("external-everywhere.onnx")))
                .containsExactly(
                        "else.bin",
                        "function.bin",
                        "initializer-of-branch.bin",
                        "sparse.bin",
                        "then.bin",
                        "weights/main.bin");
    }

    @Test
    void fails_when_a_file_is_not_there_any_more() throws IOException {
        Path file = copied("external-weights.onnx");
        Path weights = copied("external-weights.bin");
        try (OnnxModel model = OnnxModel.read(file)) {
            OnnxPredictor<double[]> predictor =
                    model.input("X").withLabels("a", "b", "c").logits("Y");
            Files.delete(weights);

            assertThatThrownBy(predictor::sizeInBytes)
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(file + ": its size can't be told: java.nio.file.NoSuchFileException: " + weights);
        }
    }

    @Test
    void fails_when_the_file_is_damaged() throws IOException {
        byte[] whole = Files.readAllBytes(Fixture.resource("external-weights.onnx"));
        Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.onnx"), "version https://git-lfs.github.com/spec/v1");

        assertThatThrownBy(() -> ExternalData.locations(cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ExternalData.locations(text)).isInstanceOf(IOException.class);
    }
}
