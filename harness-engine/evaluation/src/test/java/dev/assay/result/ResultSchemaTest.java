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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documented schema and the files that are written agree. */
class ResultSchemaTest {

    private static final String RESULT = "result-1";
    private static final String CLASS = "class-1";
    private static final String TIMINGS = "timings-1";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    Path folder;

    private static String schemaText(String name) {
        try (InputStream stream = Result.class.getResourceAsStream("/META-INF/assay/" + name + ".schema.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Error> faults(String json) {
        return faults(RESULT, json);
    }

    private static List<Error> faults(String name, String json) {
        Schema schema = REGISTRY.getSchema(schemaText(name), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }

    private String summary(ClassResult summary) throws IOException {
        ResultFiles files = ResultFiles.in(folder);
        files.writeSummary(summary);
        return Files.readString(files.summaryFile(summary.testClass()));
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
    void a_summary_of_candidates_that_were_compared_fits() throws IOException {
        String json = summary(ClassResultExamples.compared());

        assertThat(faults(CLASS, json)).isEmpty();
        assertThat(faults(CLASS, json.replace("\"pValue\" : 0.25", "\"pValue\" : 25")))
                .isNotEmpty();
        assertThat(faults(CLASS, json.replace("\"unbounded\"", "\"free\""))).isNotEmpty();
    }

    @Test
    void a_summary_without_results_fits() throws IOException {
        assertThat(faults(CLASS, summary(ClassResultExamples.failed()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {RESULT, CLASS, TIMINGS})
    void the_schema_is_a_schema(String name) {
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(schemaText(name), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "result-1, '',             dev.assay.result.Result",
        "result-1, data,           dev.assay.result.Result$Data",
        "result-1, resampling,     dev.assay.result.Result$Resampling",
        "result-1, metric,         dev.assay.result.Result$MetricEntry",
        "result-1, interval,       dev.assay.result.Result$IntervalEntry",
        "result-1, bound,          dev.assay.result.Result$BoundEntry",
        "result-1, confusion,      dev.assay.result.Result$Confusion",
        "result-1, plots,          dev.assay.result.PlotData",
        "result-1, labelCurves,    dev.assay.result.PlotData$LabelCurves",
        "result-1, curve,          dev.assay.result.PlotData$Curve",
        "result-1, reliability,    dev.assay.result.PlotData$Reliability",
        "result-1, reliabilityBin, dev.assay.result.PlotData$ReliabilityBin",
        "result-1, scoreHistogram, dev.assay.result.PlotData$ScoreHistogram",
        "result-1, fit,            dev.assay.result.PlotData$Fit",
        "result-1, slice,          dev.assay.result.PlotData$SliceEntry",
        "result-1, worst,          dev.assay.result.PlotData$WorstPrediction",
        "result-1, judgement,      dev.assay.result.Result$JudgementEntry",
        "result-1, finding,        dev.assay.result.Result$FindingEntry",
        "result-1, fold,           dev.assay.result.Result$FoldEntry",
        "result-1, chosen,         dev.assay.result.Result$Chosen",
        "result-1, prediction,     dev.assay.result.Result$Prediction",
        "class-1,  '',             dev.assay.result.ClassResult",
        "class-1,  failure,        dev.assay.result.ClassResult$Failure",
        "class-1,  differences,    dev.assay.result.ClassResult$Differences",
        "class-1,  difference,     dev.assay.result.ClassResult$DifferenceEntry",
        "class-1,  budget,         dev.assay.result.ClassResult$ErrorBudget",
        "timings-1, '',            dev.assay.result.Timings",
        "timings-1, fold,          dev.assay.result.Timings$FoldTiming"
    })
    void the_schema_requires_and_describes_every_field(String name, String definition, Class<?> type) {
        JsonNode schema = new JsonMapper().readTree(schemaText(name));
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
