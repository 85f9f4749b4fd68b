package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.adapters.tensorflow.TensorFlowModel;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Judges a network that was trained in Keras on the part of the data that it wasn't trained on. */
class ExportedTensorFlowModelTest {

    private static Dataset<double[]> testWines() throws IOException {
        int[] rows = Files.readAllLines(Path.of("models/wine-test-rows.csv")).stream()
                .skip(1)
                .mapToInt(Integer::parseInt)
                .toArray();
        return CsvDataset.of(Path.of("data/wine.csv"))
                .target("cultivar")
                .read()
                .numeric()
                .select(rows);
    }

    @Test
    void the_network_is_good_enough() throws IOException {
        try (TensorFlowModel network = TensorFlowModel.read(Path.of("models/wine-mlp"))) {
            assertThatModel(network.input("features")
                            .withLabels("class_0", "class_1", "class_2")
                            .probabilities("probabilities"))
                    .on(testWines())
                    .hasMacroF1AtLeast(0.95)
                    .hasLogLossAtMost(0.1)
                    .atConfidence(0.9)
                    .hasAccuracyAtLeast(0.9);
        }
    }
}
