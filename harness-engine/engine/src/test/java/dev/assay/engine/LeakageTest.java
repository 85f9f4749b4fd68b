package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import dev.assay.data.Table;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationException;
import dev.assay.leakage.LeakageException;
import dev.assay.leakage.LeakagePolicy;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.resampling.KFold;
import dev.assay.resampling.Splitter;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaks that were planted, from the examples to what readers see. */
class LeakageTest {

    @TempDir
    Path output;

    /** Patients with several examples, time stamps, a renamed column of the target, and a running number. */
    @CrossValidate(folds = 4)
    abstract static class PatientModels {

        @Examples
        Table patients() {
            Columns columns = Columns.of(List.of(
                    new Column("number", Column.Type.NUMBER),
                    new Column("age", Column.Type.NUMBER),
                    new Column("code", Column.Type.CATEGORY)));
            List<Row> rows = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                boolean isIll = i % 3 == 0;
                labels.add(isIll ? "ill" : "well");
                rows.add(columns.row(1000 + i, 30 + i * 5 % 17, isIll ? "C50" : "N60"));
            }
            return Table.of(columns, rows, Targets.labels(labels))
                    .withIds(IntStream.range(0, 24).mapToObj(i -> "E" + i).toList())
                    .withGroups(
                            IntStream.range(0, 24).mapToObj(i -> "P" + i % 12).toList())
                    .withTimes(IntStream.range(0, 24)
                            .mapToObj(i -> Instant.ofEpochSecond(3600L * i))
                            .toList());
        }

        @Candidate
        Learner<Row> majority() {
            return Learners.majorityClass();
        }

        @Candidate
        Learner<Row> prior() {
            return Learners.prior();
        }

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    static class WarnedTestCase extends PatientModels {}

    @Test
    void by_default_leaks_are_in_the_result_with_rows_and_columns() {
        Engine.writingTo(output).run(WarnedTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(2));

        for (String candidate : List.of("majority", "prior")) {
            Result result = ResultFiles.read(
                    output.resolve(WarnedTestCase.class.getName()).resolve(candidate + ".json"));
            assertThat(result.findings())
                    .extracting(finding -> finding.severity() + " " + finding.kind() + " " + finding.columns())
                    .containsExactly(
                            "LEAK GROUP_ON_BOTH_SIDES []",
                            "LEAK TIME_BACKWARDS []",
                            "LEAK TARGET_AMONG_INPUTS [code]",
                            "HINT ID_COLUMN [number]");
            assertThat(result.findings())
                    .allSatisfy(finding -> assertThat(finding.rows())
                            .isNotEmpty()
                            .allSatisfy(row -> assertThat(finding.sentence()).contains(row)));
            assertThat(result.remarks())
                    .startsWith(result.findings().stream()
                            .map(Result.FindingEntry::sentence)
                            .toArray(String[]::new));
        }
    }

    @ModelTest
    @CrossValidate(folds = 4, leakage = LeakagePolicy.FAIL)
    static class FailingTestCase extends PatientModels {}

    @ModelTest
    @Holdout(leakage = LeakagePolicy.FAIL)
    static class FailingHoldoutTestCase extends PatientModels {}

    @ModelTest
    static class FailingResamplingTestCase {

        @Examples
        Dataset<double[]> flowers() {
            double[][] heights = IntStream.range(0, 30)
                    .mapToObj(i -> new double[] {i == 29 ? 0.5 : i + 0.5})
                    .toArray(double[][]::new);
            return Dataset.of(heights, Flowers.byColour().targets());
        }

        @Resampling(leakage = LeakagePolicy.FAIL)
        Splitter neighbours() {
            return KFold.of(3);
        }

        @Candidate
        Learner<double[]> rule() {
            return Flowers.rule();
        }

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check
        void isFast(Evaluation model) {
            Judge.met(model, "to be fast");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {FailingTestCase.class, FailingHoldoutTestCase.class})
    void leaks_fail_the_check_of_each_candidate_if_the_annotation_says_so(Class<?> type) {
        List<Throwable> failures = Engine.failures(Engine.writingTo(output).run(type));

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(EvaluationException.class)
                        .hasCauseInstanceOf(LeakageException.class)
                        .hasMessageContaining(" on patients: there are 3 leaks:")
                        .hasMessageContaining("on both sides of a split: in repeat 1, fold 1, group \"P")
                        .hasMessageContaining("time goes backwards in ")
                        .hasMessageContaining(
                                "'code', since each of its 2 values comes with one target only: \"C50\" with \"ill\" "
                                        + "(as in example E0), \"N60\" with \"well\" (as in example E1)"));
        assertThat(output.resolve(type.getName()).resolve("majority.json")).doesNotExist();
    }

    @Test
    void leaks_fail_all_checks_if_the_method_that_gives_the_splitter_says_so() {
        List<Throwable> failures = Engine.failures(Engine.writingTo(output).run(FailingResamplingTestCase.class));

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageStartingWith("rule on flowers: there is a leak:" + System.lineSeparator()
                                + "  2 of 30 examples are exact copies of ones that the tested model learnt from: in repeat "
                                + "1, fold 1, example 0 is tested and example 29, with the same inputs, is in the training "
                                + "part"));
    }

    @ModelTest
    @CrossValidate(folds = 4, leakage = LeakagePolicy.OFF)
    static class SilentTestCase extends PatientModels {}

    @Test
    void nobody_looks_for_leaks_if_the_annotation_says_so() {
        Engine.writingTo(output).run(SilentTestCase.class);

        Result result =
                ResultFiles.read(output.resolve(SilentTestCase.class.getName()).resolve("majority.json"));
        assertThat(result.findings()).isEmpty();
    }
}
