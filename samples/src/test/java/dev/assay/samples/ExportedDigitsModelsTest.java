package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.evaluation.DifferenceTest.DELONG;
import static dev.assay.evaluation.DifferenceTest.MCNEMAR;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;

import dev.assay.adapters.onnx.OnnxModel;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares a network from PyTorch with a forest from scikit-learn, both exported, on rows that neither was trained on. */
class ExportedDigitsModelsTest {

    private static Comparison models;

    @BeforeAll
    static void predictOnce() throws IOException {
        Dataset<double[]> digits = testRows();
        try (OnnxModel forest = OnnxModel.read(Path.of("models/digits-forest.onnx"));
                OnnxModel network = OnnxModel.read(Path.of("models/digits-cnn.onnx"))) {
            models = Comparison.of(List.of(
                    Evaluation.ofFittedModel("forest", forest.input("X").probabilities("probabilities"), digits),
                    Evaluation.ofFittedModel(
                            "network",
                            network.input("input").logits("logits").after(ExportedDigitsModelsTest::scaled),
                            digits)));
        }
    }

    private static Dataset<double[]> testRows() throws IOException {
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
    void the_network_is_good_enough() {
        assertThatModel(models.evaluation("network")).atConfidence(0.95).hasAccuracyAtLeast(0.94);
    }

    @Test
    void the_network_is_right_more_often() {
        assertThatComparison(models)
                .by(ACCURACY)
                .testedBy(MCNEMAR)
                .selects("network")
                .isSignificantlyBetterThan("forest");
    }

    @Test
    void the_network_tells_nines_from_other_digits_better() {
        assertThatComparison(models)
                .by(ROC_AUC.ofLabel("9"))
                .testedBy(DELONG)
                .selects("network")
                .isSignificantlyBetterThan("forest");
    }
}
