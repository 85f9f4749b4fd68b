package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.adapters.pytorch.TorchScriptModel;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Judges a network that was trained in PyTorch on the part of the data that it wasn't trained on. */
class ExportedPyTorchModelTest {

    private static Dataset<double[]> testDigits() throws IOException {
        int[] rows = Files.readAllLines(Path.of("models/digits-test-rows.csv")).stream()
                .skip(1)
                .mapToInt(Integer::parseInt)
                .toArray();
        return CsvDataset.of(Path.of("data/digits.csv"))
                .target("digit")
                .read()
                .numeric()
                .select(rows);
    }

    /** Puts pixels from 0 to 1, as the network was trained. */
    private static double[] scaled(double[] pixels) {
        return Arrays.stream(pixels).map(pixel -> pixel / 16).toArray();
    }

    @Test
    void the_network_is_good_enough() throws IOException {
        try (TorchScriptModel network = TorchScriptModel.read(Path.of("models/digits-cnn.pt"))) {
            assertThatModel(network.input(1, 8, 8)
                            .withLabels("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
                            .logits()
                            .after(ExportedPyTorchModelTest::scaled))
                    .on(testDigits())
                    .hasMacroF1AtLeast(0.95)
                    .atConfidence(0.95)
                    .hasAccuracyAtLeast(0.94)
                    .hasRecallAtLeast("0", 0.9);
        }
    }
}
