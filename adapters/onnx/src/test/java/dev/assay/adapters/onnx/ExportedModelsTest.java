package dev.assay.adapters.onnx;

import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static dev.assay.metric.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static dev.assay.metric.RegressionMetrics.R2;
import static dev.assay.metric.RegressionMetrics.ROOT_MEAN_SQUARED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.assay.data.Dataset;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Metric;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every exported model predicts what its own framework does: labels exactly, scores within 1e-5, metrics within 1e-6. */
class ExportedModelsTest {

    static Stream<Arguments> classifiers() {
        return Stream.of(
                Arguments.of(Fixture.LOGISTIC_REGRESSION, "X", "probabilities"),
                Arguments.of(Fixture.FOREST, "X", "probabilities"),
                Arguments.of(Fixture.CNN, "input", "logits"),
                Arguments.of(Fixture.WINE, "input", "logits"));
    }

    private static OnnxPredictor<double[]> predictor(Fixture fixture, String input, String output) {
        OnnxFeed<double[]> feed = OnnxModel.read(fixture.file()).input(input).withBatchSize(50);
        return output.equals("logits") ? feed.logits(output) : feed.probabilities(output);
    }

    private static Dataset<double[]> testData(Fixture fixture) {
        return fixture.equals(Fixture.CNN)
                ? fixture.testData()
                        .map(pixels ->
                                Arrays.stream(pixels).map(pixel -> pixel / 16).toArray())
                : fixture.testData();
    }

    private static JsonNode metrics(Fixture fixture) {
        return new JsonMapper()
                .readTree(Fixture.resource("expected-metrics.json").toFile())
                .get(fixture.name());
    }

    private static void assertMetric(Evaluation evaluation, Metric metric, JsonNode expected) {
        assertThat(evaluation.value(metric).asOptional().orElseThrow())
                .as(metric.name())
                // of the number where it is in units of the target, which single precision knows no better
                .isCloseTo(expected.doubleValue(), within(1e-6 * Math.max(1, expected.doubleValue())));
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void labels_and_scores_are_those_of_the_framework(Fixture fixture, String input, String output) throws Exception {
        List<NamedCsvRecord> expected = fixture.expected();
        try (OnnxPredictor<double[]> predictor = predictor(fixture, input, output)) {
            LabelPredictions predictions =
                    (LabelPredictions) predictor.predict(testData(fixture).inputs());

            assertThat(predictions.size()).isEqualTo(expected.size());
            for (int row = 0; row < expected.size(); row++) {
                assertThat(predictions.label(row)).isEqualTo(expected.get(row).getField("predicted"));
                for (int label = 0; label < predictions.labels().size(); label++) {
                    String column = "score_" + predictions.labels().name(label);
                    assertThat(predictions.score(row, label))
                            .isCloseTo(Double.parseDouble(expected.get(row).getField(column)), within(1e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void metrics_are_those_of_scikit_learn(Fixture fixture, String input, String output) {
        JsonNode expected = metrics(fixture);
        try (OnnxPredictor<double[]> predictor = predictor(fixture, input, output)) {
            Evaluation evaluation = Evaluation.ofFittedModel(fixture.name(), predictor, testData(fixture));

            assertThat(evaluation.size()).isEqualTo(expected.get("rows").intValue());
            assertThat(evaluation.versions()).containsKey("onnxruntime");
            assertMetric(evaluation, ACCURACY, expected.get("accuracy"));
            assertMetric(evaluation, LOG_LOSS, expected.get("logLoss"));
            assertMetric(evaluation, F1.macro(), expected.get("macro").get("f1"));
            assertMetric(evaluation, F1.weighted(), expected.get("weighted").get("f1"));
            if (expected.has("positive")) {
                assertMetric(evaluation, ROC_AUC.ofLabel("malignant"), expected.get("rocAuc"));
            } else {
                assertMetric(evaluation, ROC_AUC.macro(), expected.get("rocAucOneVsRestMacro"));
            }
        }
    }

    @Test
    void numbers_and_their_metrics_are_those_of_the_framework() throws Exception {
        Fixture fixture = Fixture.BOOSTING;
        JsonNode metrics = metrics(fixture);
        List<NamedCsvRecord> expected = fixture.expected();
        try (OnnxPredictor<double[]> predictor =
                OnnxModel.read(fixture.file()).input("X").numbers("variable")) {
            NumberPredictions predictions =
                    (NumberPredictions) predictor.predict(fixture.testData().inputs());
            Evaluation evaluation = Evaluation.ofFittedModel("boosting", predictor, fixture.testData());

            for (int row = 0; row < expected.size(); row++) {
                double value = Double.parseDouble(expected.get(row).getField("predicted"));
                // they have seven digits
                assertThat(predictions.value(row)).isCloseTo(value, within(1e-6 * value));
            }
            assertMetric(evaluation, R2, metrics.get("r2"));
            assertMetric(evaluation, MEAN_ABSOLUTE_ERROR, metrics.get("meanAbsoluteError"));
            assertMetric(evaluation, ROOT_MEAN_SQUARED_ERROR, metrics.get("rootMeanSquaredError"));
        }
    }

    @Test
    void labels_are_read_by_name_and_by_index() throws Exception {
        for (Fixture fixture : List.of(Fixture.LOGISTIC_REGRESSION, Fixture.FOREST)) {
            try (OnnxPredictor<double[]> predictor =
                    OnnxModel.read(fixture.file()).input("X").labels("label")) {
                LabelPredictions predictions =
                        (LabelPredictions) predictor.predict(fixture.testData().inputs());

                List<NamedCsvRecord> expected = fixture.expected();
                for (int row = 0; row < expected.size(); row++) {
                    assertThat(predictions.label(row))
                            .isEqualTo(expected.get(row).getField("predicted"));
                }
            }
        }
    }

    @Test
    void the_size_of_batches_changes_nothing() throws Exception {
        List<double[]> inputs = testData(Fixture.CNN).inputs();
        try (OnnxModel model =
                OnnxModel.read(Fixture.CNN.file(), OnnxOptions.withDefaults().withThreads(1))) {
            LabelPredictions whole = (LabelPredictions)
                    model.input("input").withBatchSize(1000).logits("logits").predict(inputs);
            LabelPredictions parts = (LabelPredictions)
                    model.input("input").withBatchSize(7).logits("logits").predict(inputs);

            for (int row = 0; row < inputs.size(); row++) {
                assertThat(parts.score(row, 3)).isCloseTo(whole.score(row, 3), within(1e-6));
            }
        }
    }

    @Test
    void threads_share_a_session() {
        List<double[]> inputs = testData(Fixture.FOREST).inputs();
        try (OnnxPredictor<double[]> predictor = predictor(Fixture.FOREST, "X", "probabilities")) {
            List<Double> scores = Stream.generate(() -> predictor)
                    .limit(16)
                    .parallel()
                    .map(shared -> score(shared, inputs))
                    .toList();

            assertThat(scores).containsOnly(scores.get(0));
        }
    }

    private static double score(OnnxPredictor<double[]> predictor, List<double[]> inputs) {
        try {
            return ((LabelPredictions) predictor.predict(inputs)).score(100, 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
