package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.evaluation.Evaluation;
import dev.assay.files.PredictionFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Judges predictions in the columnar files of pandas; an adapter on the class path reads each of their formats. */
class PredictionTablesTest {

    @Test
    void predictions_come_in_parquet() {
        Evaluation network =
                PredictionFile.of(Path.of("data/digits-predictions.parquet")).evaluation();
        assertThatModel(network).hasAccuracyAtLeast(0.95).atConfidence(0.95).hasMacroF1AtLeast(0.94);
    }

    /** Arrow Java needs {@code --add-opens=java.base/java.nio=ALL-UNNAMED}, as Surefire's configuration says here. */
    @Test
    void predictions_come_in_feather() {
        Evaluation forest = PredictionFile.of(Path.of("data/breast-cancer-predictions.feather"))
                .positive("malignant")
                .evaluation();
        assertThatModel(forest).hasRecallAtLeast("malignant", 0.93);
    }
}
