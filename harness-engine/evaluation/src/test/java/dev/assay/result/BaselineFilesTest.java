package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learners;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.MultiLabelMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.LeavePOut;
import dev.assay.testing.Script;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BaselineFilesTest {

    private static final String TEST_CLASS = "org.clinic.TumourModelTest";
    private static final Metric ACCURACY = ClassificationMetrics.ACCURACY;
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    Path folder;

    private final Evaluation forest = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2).crossValidated(2);

    private BaselineFiles comparing() {
        return BaselineFiles.in(folder).accepting(false);
    }

    private Path accept(Evaluation evaluation, Metric metric) {
        BaselineFiles files = BaselineFiles.in(folder).accepting(true);
        Judge.judge(files.attach(TEST_CLASS, evaluation), Criteria.hasNotRegressed(metric));
        return files.file(TEST_CLASS, evaluation.candidate());
    }

    private static String schemaText() {
        try (InputStream stream = Baseline.class.getResourceAsStream("/META-INF/assay/baseline-1.schema.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Error> faults(String json) {
        return REGISTRY.getSchema(schemaText(), InputFormat.JSON).validate(json, InputFormat.JSON);
    }

    @Test
    void a_file_is_as_it_has_always_been() throws IOException {
        Path file = accept(forest, ACCURACY);

        String written = Files.readString(file);
        assertThat(file).isEqualTo(folder.resolve(TEST_CLASS).resolve("forest.json"));
        assertThat(written).startsWith("""
                {
                  "candidate" : "forest",
                  "checks" : [ ],
                  "data" : {
                    "examples" : 16,
                    "fingerprint" : "%s",
                    "name" : "tumours"
                  },
                  "folds" : {
                    "F1 of \\"malignant\\"" : [
                      0.8571428571428571,0.8
                    ],
                """.formatted(forest.fingerprint().orElseThrow()));
        assertThat(written).contains("    \"accuracy\" : { \"lower\" : 0.", ", \"value\" : 0.8125 },\n");
        assertThat(written).endsWith("""
                  "rows" : {
                    "ids" : null,
                    "labels" : [
                      "benign",
                      "malignant"
                    ],
                    "numbers" : null,
                    "predicted" : [
                      1,1,1,0,0,0,0,0,1,1,1,1,1,1,0,0
                    ]
                  },
                  "schema" : "assay-baseline/1",
                  "split" : {
                    "description" : "2-fold cross-validation",
                    "digest" : "%s",
                    "seed" : 42
                  },
                  "testClass" : "org.clinic.TumourModelTest"
                }
                """.formatted(forest.splitsFingerprint()));
    }

    @Test
    void files_of_this_version_stay_readable() {
        Path file = Path.of("src/test/resources/dev/assay/result/baseline-1.json");

        Baseline read = BaselineFile.read(file);

        assertThat(read.candidate()).isEqualTo("forest");
        assertThat(read.checks()).containsExactly("isNoWorse", "isStable");
        assertThat(read.data()).isEqualTo(new Baseline.Data(4, "00ff", "tumours"));
        assertThat(read.split()).isEqualTo(new Baseline.Split("2-fold cross-validation", "ff00", 42L));
        assertThat(read.metrics())
                .isEqualTo(Map.of(
                        "ROC AUC of \"malignant\"",
                        new Baseline.Value(null, null, null),
                        "accuracy",
                        new Baseline.Value(0.5, 1.0, 0.75)));
        assertThat(read.folds().get("accuracy")).containsExactly(1.0, 0.5);
        assertThat(read.folds().get("ROC AUC of \"malignant\""))
                .containsOnlyNulls()
                .hasSize(2);
        assertThat(read.rows())
                .isEqualTo(new Baseline.Rows(
                        List.of("a", "b", "c", "d"), List.of("benign", "malignant"), null, List.of(0, 1, 1, 0)));
    }

    @Test
    void what_was_accepted_is_met_and_written_to_the_byte_again() throws IOException {
        Path file = accept(forest, ACCURACY);
        String first = Files.readString(file);

        Verdict verdict = Judge.judge(comparing().attach(TEST_CLASS, forest), Criteria.hasNotRegressed(ACCURACY));
        assertThat(verdict).isInstanceOf(Verdict.Met.class);

        accept(Script.tumours(3, 1, 0, 4, 4, 0, 2, 2).crossValidated(2), ACCURACY);
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void files_of_all_kinds_of_predictions_fit_the_schema() throws IOException {
        Evaluation sets = Script.of(
                        Targets.labelSets(
                                Labels.of("a", "b"), List.of(List.of("a"), List.of("a", "b"), List.of(), List.of("b"))),
                        Predictions.labelSets(
                                Labels.of("a", "b"), List.of(List.of("a"), List.of(), List.of("b"), List.of())))
                .crossValidated(2);
        Evaluation unknown = CrossValidation.of(Dataset.of(
                        Stream.generate(Object::new).limit(6).toList(), Targets.labels("a", "b", "a", "b", "a", "b")))
                .folds(3)
                .repeats(2)
                .seed(1)
                .evaluate("floor", Learners.prior());
        Evaluation numbers =
                Script.numbers(List.of(1.0, 2.0, 4.0), 1 / 3.0, 2, 3).fitted();

        assertThat(faults(Files.readString(accept(forest, ClassificationMetrics.F1))))
                .isEmpty();
        String ofSets = Files.readString(accept(sets, MultiLabelMetrics.F1));
        assertThat(ofSets).contains("\"rows\" : null");
        assertThat(faults(ofSets)).isEmpty();
        assertThat(faults(Files.readString(accept(unknown, ACCURACY)))).isEmpty();
        String ofNumbers = Files.readString(accept(numbers, RegressionMetrics.MEAN_ABSOLUTE_ERROR));
        assertThat(ofNumbers).contains("      0.3333333333333333,2.0,3.0\n", "\"seed\" : null");
        assertThat(faults(ofNumbers)).isEmpty();
    }

    @Test
    void many_predicted_numbers_are_not_kept() throws IOException {
        double[] predicted = new double[2001];
        Evaluation numbers =
                Script.numbers(Collections.nCopies(2001, 1.0), predicted).fitted();

        assertThat(Files.readString(accept(numbers, RegressionMetrics.MEAN_ABSOLUTE_ERROR)))
                .contains("\"rows\" : null");
    }

    @Test
    void rows_that_several_folds_tested_are_not_kept() throws IOException {
        Script script = Script.tumours(2, 0, 0, 2);
        Evaluation pairs =
                CrossValidation.of(script.data()).splitter(LeavePOut.of(2)).evaluate("forest", script.learner());

        assertThat(pairs.testedRows(0)).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(Files.readString(accept(pairs, ACCURACY))).contains("\"rows\" : null");
    }

    @Test
    void ids_are_kept_where_they_are_not_positions() throws IOException {
        Script script = Script.tumours(2, 0, 0, 2);
        Script named = script.with(script.data().withIds(List.of("p1", "p2", "p3", "p4")));

        assertThat(Files.readString(accept(named.crossValidated(2), ACCURACY)))
                .contains("    \"ids\" : [\n      \"p1\",\"p2\",\"p3\",\"p4\"\n    ],\n");
    }

    @Test
    void what_one_row_changes_is_one_line_of_rows() throws IOException {
        String[] lines = new String[100];
        Arrays.fill(lines, "1 a as a");
        lines[99] = "1 b as b";
        List<String> before = Files.readAllLines(accept(Script.labels(lines).crossValidated(2), ACCURACY));
        lines[50] = "1 a as b";
        List<String> after = Files.readAllLines(accept(Script.labels(lines).crossValidated(2), ACCURACY));

        assertThat(before).hasSameSizeAs(after);
        int rows = before.indexOf("    \"predicted\" : [");
        assertThat(IntStream.range(rows, before.size())
                        .filter(line -> !before.get(line).equals(after.get(line))))
                .hasSize(1);
    }

    @Test
    void the_schema_is_a_schema() {
        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(schemaText(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "data,  dev.assay.evaluation.Baseline$Data",
        "split, dev.assay.evaluation.Baseline$Split",
        "value, dev.assay.evaluation.Baseline$Value",
        "rows,  dev.assay.evaluation.Baseline$Rows"
    })
    void the_schema_requires_and_describes_every_field(String definition, Class<?> type) {
        JsonNode object = new JsonMapper().readTree(schemaText()).path("$defs").path(definition);
        String[] fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);

        assertThat(object.path("required").valueStream().map(JsonNode::stringValue))
                .containsExactly(fields);
        assertThat(object.path("properties").propertyNames()).containsExactly(fields);
        assertThat(object.path("additionalProperties").booleanValue()).isFalse();
    }

    private String failure(String content) throws IOException {
        Path file = comparing().file(TEST_CLASS, "forest");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        try {
            Judge.judge(comparing().attach(TEST_CLASS, forest), Criteria.hasNotRegressed(ACCURACY));
        } catch (ResultException e) {
            return e.getMessage();
        }
        throw new AssertionError("read " + content);
    }

    @Test
    void files_that_are_no_baselines_are_named_with_the_remedy() throws IOException {
        String whole = Files.readString(accept(forest, ACCURACY));
        String remedy = "restore it from version control, or accept anew: mvn test -Dtest=TumourModelTest"
                + " -Dassay.baseline=accept";

        assertThat(failure(whole.substring(0, whole.length() / 2)))
                .contains("forest.json: not a whole baseline of Assay: ", remedy);
        assertThat(failure("")).contains("forest.json: not a ", remedy);
        assertThat(failure("<<<<<<< HEAD\n" + whole)).contains("forest.json: not a whole baseline of Assay: ", remedy);
        assertThat(failure("{\"schema\" : \"assay-result/1\"}"))
                .contains("forest.json: not a baseline of Assay: its \"schema\" is not assay-baseline/…; " + remedy);
        assertThat(failure(whole.replace("assay-baseline/1", "assay-baseline/2")))
                .contains(
                        "forest.json: has the form assay-baseline/2, but this version of Assay reads assay-baseline/1;"
                                + " use the version that wrote it, or " + remedy);
        assertThat(failure(whole.replace("1,1,1,0", "1,1,1,7")))
                .contains("not a whole baseline of Assay: ", "no label has index 7; there are 2 labels");
        assertThat(failure(whole.replace("\"metrics\"", "\"metric\""))).contains("not a whole baseline of Assay: ");
        assertThat(failure(whole.replace("\"rows\" : {", "\"rows\" : null, \"more\" : {")
                        .replace("\"data\" : {", "\"data\" : null, \"rest\" : {")))
                .contains("not a whole baseline of Assay: ");
    }

    @Test
    void a_file_that_is_none_is_replaced_when_accepting() throws IOException {
        Path file = comparing().file(TEST_CLASS, "forest");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<<<<<<< HEAD");
        BaselineFile opened = BaselineFiles.in(folder).accepting(true).open(TEST_CLASS, "forest");

        Judge.judge(forest.withBaseline(opened), Criteria.hasNotRegressed(ACCURACY));
        assertThat(Files.readString(file)).isEqualTo("<<<<<<< HEAD");
        opened.write();

        assertThat(BaselineFile.read(file).metrics()).containsKey("accuracy");
        assertThat(opened.remarks()).hasSize(2);
        assertThat(opened.remarks().get(0)).startsWith("a baseline that could not be read is replaced: ");
        assertThat(opened.remarks().get(1))
                .isEqualTo("accepted as the baseline: accuracy of 0.8125, where nothing was accepted before");
    }

    @Test
    void an_opened_file_is_written_when_told_with_all_metrics_that_were_asked_for() {
        accept(Script.tumours(4, 0, 0, 4, 4, 0, 0, 4).crossValidated(2), ACCURACY);
        BaselineFile opened = BaselineFiles.in(folder).accepting(true).open(TEST_CLASS, "forest");
        Evaluation view = forest.withBaseline(opened);
        Judge.judge(view, Criteria.hasNotRegressed(ACCURACY));
        Judge.judge(view, Criteria.hasNotRegressed(ClassificationMetrics.F1.macro()));
        opened.judgedBy(List.of("isNoWorse"), List.of("isNoWorse", "another"));
        opened.write();

        Baseline read = BaselineFile.read(comparing().file(TEST_CLASS, "forest"));
        assertThat(read.metrics()).containsKeys("accuracy", "macro F1", "F1 of \"malignant\"");
        assertThat(read.metrics().get("accuracy").value()).isEqualTo(0.8125);
        assertThat(read.checks()).containsExactly("isNoWorse");
        assertThat(opened.remarks())
                .containsExactly(
                        "accepted as the baseline: accuracy of 0.8125 instead of 1.0000",
                        "accepted as the baseline: macro F1 of 0.8118, where nothing was accepted before");
    }

    @Test
    void checks_that_judged_before_stay_while_they_exist() {
        BaselineFile first = BaselineFiles.in(folder).accepting(true).open(TEST_CLASS, "forest");
        Judge.judge(forest.withBaseline(first), Criteria.hasNotRegressed(ACCURACY));
        first.judgedBy(List.of("a", "b", "c"), List.of("a", "b", "c"));
        first.write();
        BaselineFile second = BaselineFiles.in(folder).accepting(true).open(TEST_CLASS, "forest");
        Judge.judge(forest.withBaseline(second), Criteria.hasNotRegressed(ACCURACY));
        second.judgedBy(List.of("b"), List.of("a", "b"));
        second.write();

        assertThat(BaselineFile.read(comparing().file(TEST_CLASS, "forest")).checks())
                .containsExactly("a", "b");
    }

    @Test
    void nothing_is_written_unless_it_is_accepted() {
        BaselineFile opened = comparing().open(TEST_CLASS, "forest");
        Judge.judge(forest.withBaseline(opened), Criteria.hasNotRegressed(ACCURACY));
        opened.judgedBy(List.of("a"), List.of("a"));
        opened.write();

        assertThat(comparing().list(TEST_CLASS)).isEmpty();
        assertThat(opened.remarks()).isEmpty();
    }

    @Test
    void baselines_of_a_class_are_listed() {
        Path file = accept(forest, ACCURACY);

        assertThat(comparing().list(TEST_CLASS)).containsExactly(file);
        assertThat(comparing().list("org.clinic.OtherTest")).isEmpty();
    }

    @Test
    void nested_classes_are_quoted_in_commands() {
        assertThat(comparing().open("org.clinic.Outer$InnerTest", "forest").command())
                .isEqualTo("mvn test '-Dtest=Outer$InnerTest' -Dassay.baseline=accept");
    }

    private static BaselineFile settings(String property, String variable, String ci) {
        return BaselineFiles.in(
                        Path.of("assay-baselines"),
                        name -> name.equals("assay.baseline") ? property : null,
                        name -> name.equals("ASSAY_BASELINE") ? variable : name.equals("CI") ? ci : null)
                .open(TEST_CLASS, "forest");
    }

    @ParameterizedTest
    @CsvSource({
        ",        ,        false",
        "accept,  ,        true",
        ",        accept,  true",
        "' ',     Accept,  true",
        "compare, accept,  false",
        "accept,  compare, true",
        ",        '',      false"
    })
    void property_and_environment_tell_whether_to_accept(String property, String variable, boolean accepting) {
        assertThat(settings(property, variable, null).isAccepting()).isEqualTo(accepting);
    }

    @Test
    void other_words_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("yes", null, null))
                .withMessage("the system property assay.baseline must be accept or compare, not \"yes\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(null, "true", null))
                .withMessage("the environment variable ASSAY_BASELINE must be accept or compare, not \"true\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "woodpecker"})
    void a_baseline_is_required_under_continuous_integration(String ci) {
        assertThat(settings(null, null, ci).isRequired()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "false", "FALSE"})
    void a_baseline_is_not_required_elsewhere(String ci) {
        assertThat(settings(null, null, ci).isRequired()).isFalse();
        assertThat(settings(null, null, null).isRequired()).isFalse();
    }

    @Test
    void a_place_where_nothing_can_be_written_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "");

        assertThatThrownBy(() -> Judge.judge(
                        BaselineFiles.in(file).accepting(true).attach(TEST_CLASS, forest),
                        Criteria.hasNotRegressed(ACCURACY)))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("forest.json: cannot be ");
    }
}
