package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Selection;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.ClusteringMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.MultiLabelMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import dev.assay.testing.Script;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documented schema and the files that are written agree. */
class ResultSchemaTest {

    private static final String RESOURCE = "/META-INF/assay/result-1.schema.json";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    Path folder;

    private static String schemaText() {
        try (InputStream stream = Result.class.getResourceAsStream(RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Error> faults(String json) {
        Schema schema = REGISTRY.getSchema(schemaText(), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }

    private String written(Evaluation evaluation, boolean withPredictions, Metric judged) throws IOException {
        Judge.judge(evaluation, Criteria.atLeast(judged, 0.5));
        Judge.judge(evaluation, Criteria.atLeast(judged, 0.99).atConfidence(0.95));
        Judge.handOut(evaluation, judged, "handed to a test");
        Map<String, List<Judgement>> judgements =
                Map.of("check()", evaluation.ledger().judgements());
        ResultFiles files = ResultFiles.in(folder);
        files.write("SchemaTest", evaluation, judgements, withPredictions);
        return Files.readString(files.file("SchemaTest", evaluation.candidate()));
    }

    @Test
    void a_classification_fits() throws IOException {
        Script script = Script.probabilities(List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.8, 0.3, 0.2);

        assertThat(faults(written(script.crossValidated(2), true, ClassificationMetrics.ROC_AUC)))
                .isEmpty();
        assertThat(faults(written(script.crossValidated(2), false, ClassificationMetrics.ROC_AUC)))
                .isEmpty();
    }

    @Test
    void undefined_metrics_and_predictions_without_scores_fit() throws IOException {
        Script script = Script.labels("1 a as a", "1 b as a", "2 c as c");

        assertThat(faults(written(script.crossValidated(2), true, ClassificationMetrics.LOG_LOSS)))
                .isEmpty();
    }

    @Test
    void a_regression_of_a_fitted_model_without_seed_fits() throws IOException {
        Script script = Script.numbers(List.of(1.0, 2.0, 4.0), 1, 2, 3);

        assertThat(faults(written(script.fitted(), true, RegressionMetrics.R2))).isEmpty();
    }

    @Test
    void sets_of_labels_fit_with_scores_and_without() throws IOException {
        Labels labels = Labels.of("a", "b");
        Targets truth = Targets.labelSets(labels, List.of(List.of("a"), List.of("a", "b"), List.of(), List.of("b")));
        Predictions scored = Predictions.labelSetScores(labels, 0.5, 0.9, 0.2, 0.6, 0.4, 0.1, 0.7, 0.3, 0.8);
        Predictions unscored = Predictions.labelSets(labels, List.of(List.of("a"), List.of(), List.of("b"), List.of()));

        String withScores = written(Script.of(truth, scored).crossValidated(2), true, MultiLabelMetrics.F1);
        String without = written(Script.of(truth, unscored).crossValidated(2), true, MultiLabelMetrics.RANKING_LOSS);

        assertThat(withScores)
                .contains("\"task\" : \"MULTI_LABEL\"", "\"name\" : \"micro F1\"", "\"scores\" : [ 0.9, 0.2 ]");
        assertThat(without).contains("\"undefined\" : \"the model gives sets of labels without scores\"");
        assertThat(faults(withScores)).isEmpty();
        assertThat(faults(without)).isEmpty();
    }

    @Test
    void a_clustering_fits_and_has_no_confusion_matrix() throws IOException {
        Script script = Script.of(
                Targets.labels("a", "b", "a", "b", "a", "b"),
                Predictions.clusters(7, -1, 7, 7, -1, 7).withPoints(new double[6][2]));

        String json = written(script.crossValidated(2), true, ClusteringMetrics.ADJUSTED_RAND_INDEX);

        assertThat(json).contains("\"confusion\" : null", "\"CLUSTERING\"", "\"name\" : \"V-measure\"");
        assertThat(faults(json)).isEmpty();
    }

    @Test
    void repeats_of_data_without_fingerprint_with_the_lowest_seed_fit() throws IOException {
        Dataset<Object> unknown = Dataset.of(
                Stream.generate(Object::new).limit(6).toList(), Targets.labels("a", "b", "a", "b", "a", "b"));
        Evaluation evaluation = CrossValidation.of(unknown)
                .folds(3)
                .repeats(2)
                .seed(Long.MIN_VALUE)
                .evaluate("floor", Learners.prior());

        String json = written(evaluation, true, ClassificationMetrics.ACCURACY);

        assertThat(json).contains("\"fingerprint\" : null", "\"seed\" : -9223372036854775808");
        assertThat(faults(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"candidate\"`, `\"name\"`",
                "assay-result/1, assay-result/2",
                "`\"examples\" : 4`, `\"examples\" : \"4\"`",
                "`\"examples\" : 4`, `\"examples\" : 0`",
                "CLASSIFICATION, CLUSTERING",
                "CLASSIFICATION, REGRESSION",
                "INCONCLUSIVE, FAILED",
                "`\"seed\" : 42`, `\"seed\" : 4.5`",
                "`\"trainSize\" : 2`, `\"trainSize\" : -1`",
                "`\"row\" : 0`, `\"row\" : 0, \"line\" : 1`",
                "`\"undefined\" : null`, `\"undefined\" : \"why not\"`",
                "`\"confidence\" : 0.95`, `\"confidence\" : 95`"
            })
    void a_wrong_file_does_not_fit(String right, String wrong) throws IOException {
        Script script = Script.probabilities(List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.8, 0.3, 0.2);
        String json = written(script.crossValidated(2), true, ClassificationMetrics.F1);

        assertThat(json).contains(right);
        assertThat(faults(json.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void what_was_chosen_fits_and_is_read_back() throws IOException {
        Script script = Script.numbers(List.of(1.0, 2.0, 3.0, 4.0), 1, 2, 4, 4);
        Learner<Integer> selection = Selection.by(
                RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                KFold.of(2),
                Candidate.of("floor", Learners.mean()),
                Candidate.of("forest", script.learner()));
        String json =
                written(script.folds(2).evaluate("chooser", selection), false, RegressionMetrics.MEAN_ABSOLUTE_ERROR);

        assertThat(faults(json)).isEmpty();
        assertThat(ResultFiles.read(ResultFiles.in(folder).file("SchemaTest", "chooser"))
                        .folds())
                .extracting(Result.FoldEntry::chosen)
                .containsExactly(
                        new Result.Chosen("forest", "mean absolute error", 0.5),
                        new Result.Chosen("forest", "mean absolute error", 0));
    }

    @Test
    void the_schema_is_a_schema() {
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(schemaText(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',           dev.assay.result.Result",
        "data,         dev.assay.result.Result$Data",
        "resampling,   dev.assay.result.Result$Resampling",
        "metric,       dev.assay.result.Result$MetricEntry",
        "confusion,    dev.assay.result.Result$Confusion",
        "judgement,    dev.assay.result.Result$JudgementEntry",
        "finding,      dev.assay.result.Result$FindingEntry",
        "fold,         dev.assay.result.Result$FoldEntry",
        "chosen,       dev.assay.result.Result$Chosen",
        "prediction,   dev.assay.result.Result$Prediction"
    })
    void the_schema_requires_and_describes_every_field(String definition, Class<?> type) {
        JsonNode schema = new JsonMapper().readTree(schemaText());
        JsonNode object = definition.isEmpty() ? schema : schema.path("$defs").path(definition);
        String[] fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);

        assertThat(object.path("required").valueStream().map(JsonNode::stringValue))
                .containsExactly(fields);
        assertThat(object.path("properties").propertyNames()).containsExactly(fields);
        assertThat(object.path("properties").properties())
                .allSatisfy(property -> assertThat(
                                property.getValue().path("description").asString(""))
                        .as(property.getKey())
                        .endsWith("."));
        assertThat(object.path("additionalProperties").booleanValue()).isFalse();
    }
}
