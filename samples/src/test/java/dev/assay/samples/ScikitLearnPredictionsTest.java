package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.metric.ClassificationMetrics.F1;

import dev.assay.evaluation.Evaluation;
import dev.assay.files.PredictionFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Judges what models predicted in Python, of which there is nothing here but a file. */
class ScikitLearnPredictionsTest {

    private final PredictionFile predictions =
            PredictionFile.of(Path.of("data/breast-cancer-predictions.csv")).positive("malignant");

    @Test
    void the_model_is_good_enough() {
        Evaluation model = predictions.evaluation("logistic-regression");
        assertThatModel(model).hasF1AtLeast(0.95).hasRecallAtLeast("malignant", 0.93);
        assertThatModel(model).atConfidence(0.95).hasRocAucAtLeast(0.97);
    }

    @Test
    void it_was_worth_the_effort() {
        assertThatComparison(predictions.comparison())
                .by(F1)
                .selects("logistic-regression")
                .isSignificantlyBetterThan("prior");
    }
}
