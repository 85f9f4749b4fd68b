package dev.assay.adapters.pytorch;

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

/** An exported model predicts what PyTorch does: labels exactly, scores within 1e-5, metrics within 1e-6. */
class ExportedModelTest {

    private static void assertMetric(Evaluation evaluation, Metric metric, JsonNode expected) {
        assertThat(evaluation.value(metric).asOptional().orElseThrow())
                .as(metric.name())
                .isCloseTo(expected.doubleValue(), within(1e-6));
    }

    private static double score(TensorPredictor predictor, List<double[]> inputs) {
        try {
            return ((LabelPredictions) predictor.predict(inputs)).score(100, 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void labels_and_scores_are_those_of_pytorch() throws Exception {
        List<NamedCsvRecord> expected = Digits.expected();
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            LabelPredictions predictions = (LabelPredictions)
                    Digits.feed(model).logits().predict(Digits.testData().inputs());

            assertThat(predictions.size()).isEqualTo(expected.size()).isEqualTo(540);
            for (int row = 0; row < expected.size(); row++) {
                assertThat(predictions.label(row)).isEqualTo(expected.get(row).getField("predicted"));
                for (int label = 0; label < 10; label++) {
                    assertThat(predictions.score(row, label))
                            .isCloseTo(Double.parseDouble(expected.get(row).getField("score_" + label)), within(1e-5));
                }
            }
        }
    }

    @Test
    void metrics_are_those_of_scikit_learn() {
        JsonNode expected = new JsonMapper()
                .readTree(Digits.resource("expected-metrics.json").toFile());
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            Evaluation evaluation =
                    Evaluation.ofFittedModel("cnn", Digits.feed(model).logits(), Digits.testData());

            assertThat(evaluation.size()).isEqualTo(expected.get("rows").intValue());
            assertMetric(evaluation, ACCURACY, expected.get("accuracy"));
            assertMetric(evaluation, LOG_LOSS, expected.get("logLoss"));
            assertMetric(evaluation, F1.macro(), expected.get("macro").get("f1"));
            assertMetric(evaluation, F1.weighted(), expected.get("weighted").get("f1"));
            assertMetric(evaluation, ROC_AUC.macro(), expected.get("rocAucOneVsRestMacro"));
            assertThat(evaluation.versions()).containsEntry("pytorch", "2.7.1").containsKey("djl");
        }
    }

    @Test
    void a_model_is_as_large_as_its_file() throws Exception {
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            assertThat(Digits.feed(model).logits().sizeInBytes()).hasValue(Files.size(Digits.file()));
        }
    }

    @Test
    void the_size_of_batches_changes_nothing() throws Exception {
        List<double[]> inputs = Digits.testData().inputs();
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            LabelPredictions whole = (LabelPredictions)
                    Digits.feed(model).withBatchSize(1000).logits().predict(inputs);
            LabelPredictions parts = (LabelPredictions)
                    Digits.feed(model).withBatchSize(7).logits().predict(inputs);

            for (int row = 0; row < inputs.size(); row++) {
                assertThat(parts.score(row, 3)).isCloseTo(whole.score(row, 3), within(1e-6));
            }
        }
    }

    @Test
    void threads_share_a_model() {
        List<double[]> inputs = Digits.testData().inputs();
        try (TorchScriptModel model = TorchScriptModel.read(Digits.file())) {
            List<Double> scores = Stream.generate(() -> Digits.feed(model).logits())
                    .limit(16)
                    .parallel()
                    .map(predictor -> score(predictor, inputs))
                    .toList();

            assertThat(scores).containsOnly(scores.get(0));
        }
    }
}
