package dev.assay.adapters.tensorflow;

import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Metric;
import dev.assay.prediction.LabelPredictions;
import dev.assay.tensors.TensorPredictor;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exported model predicts what TensorFlow does: labels exactly, scores within 1e-4, metrics within 1e-6. */
class ExportedModelTest {

    private static void assertMetric(Evaluation evaluation, Metric metric, JsonNode expected) {
        assertThat(evaluation.value(metric).asOptional().orElseThrow())
                .as(metric.name())
                .isCloseTo(expected.doubleValue(), within(1e-6));
    }

    private static double score(TensorPredictor predictor, List<double[]> inputs) {
        try {
            return ((LabelPredictions) predictor.predict(inputs)).score(50, 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void labels_and_scores_are_those_of_tensorflow() throws Exception {
        List<NamedCsvRecord> expected = Wine.expected();
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder())) {
            LabelPredictions predictions = (LabelPredictions) Wine.feed(model)
                    .withBatchSize(20)
                    .probabilities("probabilities")
                    .predict(Wine.testData().inputs());

            assertThat(predictions.size()).isEqualTo(expected.size()).isEqualTo(54);
            for (int row = 0; row < expected.size(); row++) {
                assertThat(predictions.label(row)).isEqualTo(expected.get(row).getField("predicted"));
                for (int label = 0; label < 3; label++) {
                    String column = "score_class_" + label;
                    assertThat(predictions.score(row, label))
                            .isCloseTo(Double.parseDouble(expected.get(row).getField(column)), within(1e-4));
                }
            }
        }
    }

    @Test
    void metrics_are_those_of_scikit_learn() {
        JsonNode expected =
                new JsonMapper().readTree(Wine.resource("expected-metrics.json").toFile());
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder())) {
            Evaluation evaluation =
                    Evaluation.ofFittedModel("mlp", Wine.feed(model).probabilities(), Wine.testData());

            assertThat(evaluation.size()).isEqualTo(expected.get("rows").intValue());
            assertMetric(evaluation, ACCURACY, expected.get("accuracy"));
            assertMetric(evaluation, LOG_LOSS, expected.get("logLoss"));
            assertMetric(evaluation, F1.macro(), expected.get("macro").get("f1"));
            assertMetric(evaluation, F1.weighted(), expected.get("weighted").get("f1"));
            assertMetric(evaluation, ROC_AUC.macro(), expected.get("rocAucOneVsRestMacro"));
            assertThat(evaluation.versions()).containsEntry("tensorflow", "2.18.0");
        }
    }

    @Test
    void a_model_is_as_large_as_the_files_of_its_folder() throws Exception {
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder())) {
            long graph = Files.size(Wine.folder().resolve("saved_model.pb"));
            assertThat(Wine.feed(model).probabilities().sizeInBytes().orElseThrow())
                    .isBetween(graph + 1, graph + 10_000);
        }
    }

    @Test
    void threads_share_a_model() {
        List<double[]> inputs = Wine.testData().inputs();
        try (TensorFlowModel model = TensorFlowModel.read(
                Wine.folder(), TensorFlowOptions.withDefaults().withThreads(1))) {
            List<Double> scores = Stream.generate(() -> Wine.feed(model).probabilities())
                    .limit(16)
                    .parallel()
                    .map(predictor -> score(predictor, inputs))
                    .toList();

            assertThat(scores).containsOnly(scores.get(0));
        }
    }
}
