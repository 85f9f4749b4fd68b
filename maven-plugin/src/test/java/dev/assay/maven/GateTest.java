package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.result.BaselineFile;
import dev.assay.result.BaselineFiles;
import dev.assay.result.ResultException;
import dev.assay.result.ResultFiles;
import dev.assay.verdict.AcceptedResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {

    private static final Gate.Options STRICT = new Gate.Options(true, true, true, InconclusivePolicy.FAIL);

    @TempDir
    Path module;

    private Path results() {
        return module.resolve("target/assay");
    }

    private ModuleFolders folders() {
        return new ModuleFolders(
                "clinic", results(), module.resolve("target/test-classes"), module.resolve("assay-baselines"));
    }

    private Gate.Report judge(Gate.Options options, Rule... rules) {
        return Gate.judge(ModuleResults.read(List.of(folders())), List.of(rules), options);
    }

    private Gate.Report judge(Rule... rules) {
        return judge(STRICT, rules);
    }

    private void write(String candidate, double wrong) {
        Runs.write(results(), Runs.TUMOURS, candidate, wrong, 0.5);
    }

    private static Rule atLeast(String metric, double minimum) {
        Rule rule = new Rule();
        rule.setMetric(metric);
        rule.setMinimum(minimum);
        return rule;
    }

    private static Rule noRegression() {
        Rule rule = new Rule();
        rule.setNoRegression(true);
        return rule;
    }

    private void accept(String candidate) {
        BaselineFile file =
                BaselineFiles.in(folders().baselines()).accepting(true).open(Runs.TUMOURS, candidate);
        file.accept(
                AcceptedResult.of(ResultFiles.read(ResultFiles.in(results()).file(Runs.TUMOURS, candidate))),
                "accepted");
        file.write();
    }

    @Test
    void passes_when_all_candidates_meet_all_rules() {
        write("forest", 0.05);
        write("logistic regression", 0.08);

        Gate.Report report = judge(atLeast("accuracy", 0.8), atLeast("f1", 0.7));

        assertThat(report.failures()).isEmpty();
        assertThat(report.met()).isEqualTo(6);
    }

    @Test
    void fails_with_the_words_of_the_criterion_rule_and_file_when_a_candidate_misses_a_rule() {
        write("forest", 0.05);
        write("logistic regression", 0.3);

        Gate.Report report = judge(atLeast("accuracy", 0.9));

        assertThat(report.failures())
                .singleElement()
                .asString()
                .startsWith("rule 1 (metric accuracy, minimum 0.9):" + System.lineSeparator()
                        + "[logistic regression on tumours: 5-fold stratified cross-validation x 2, seed 42]")
                .contains("Expecting accuracy to be at least 0.9000")
                .endsWith("target/assay/org.clinic.TumourModelTest/logistic%20regression.json");
    }

    @Test
    void judges_bounds_at_a_confidence_level_and_tolerates_what_is_undecided_if_asked() {
        write("forest", 0.08);
        double value = Runs.model("forest", 0.08)
                .value(ClassificationMetrics.ACCURACY)
                .asOptional()
                .orElseThrow();
        Rule rule = atLeast("accuracy", value - 0.001);
        Rule bound = atLeast("accuracy", value - 0.001);
        bound.setConfidence(0.95);
        Gate.Options lenient = new Gate.Options(true, true, true, InconclusivePolicy.WARN);

        assertThat(judge(rule).failures()).isEmpty();
        assertThat(judge(bound).failures())
                .singleElement()
                .asString()
                .contains(" at 95 % confidence")
                .contains("the evidence doesn't decide: the 95 % lower bound 0.");
        assertThat(judge(lenient, bound).failures()).isEmpty();
        assertThat(judge(lenient, bound).warnings()).hasSize(1);
        // the demand of the test itself
        assertThat(judge(lenient, bound).met()).isEqualTo(1);
    }

    @Test
    void a_rule_is_of_the_candidates_that_it_matches() {
        write("forest", 0.05);
        write("logistic regression", 0.3);
        Rule rule = atLeast("accuracy", 0.9);
        rule.setCandidate("for*");
        rule.setTestClass("TumourModelTest");

        assertThat(judge(rule).failures()).isEmpty();
    }

    @Test
    void a_rule_that_matches_nothing_fails_and_says_what_there_is() {
        write("forest", 0.05);
        Rule rule = atLeast("accuracy", 0.9);
        rule.setCandidate("svm");

        assertThat(judge(rule).failures())
                .containsExactly("rule 1 (candidate svm, metric accuracy, minimum 0.9) matches no result;"
                        + " there are \"forest\" of org.clinic.TumourModelTest");
    }

    @Test
    void missing_results_fail_unless_allowed() {
        assertThat(judge(atLeast("accuracy", 0.9)).failures())
                .singleElement()
                .asString()
                .startsWith("there are no results in ")
                .endsWith("run model tests before, or set failIfNoResults to false where there are none");
        assertThat(judge(new Gate.Options(false, true, true, InconclusivePolicy.FAIL), atLeast("accuracy", 0.9))
                        .failures())
                .isEmpty();
    }

    @Test
    void what_a_check_of_the_tests_missed_fails_unless_allowed() {
        Runs.write(results(), Runs.TUMOURS, "forest", 0.08, 0.99);

        assertThat(judge().failures())
                .singleElement()
                .asString()
                .startsWith("check isGoodEnough of org.clinic.TumourModelTest:" + System.lineSeparator()
                        + "[forest on tumours")
                .contains("Expecting accuracy to be at least 0.9900");
        assertThat(judge(new Gate.Options(true, true, false, InconclusivePolicy.FAIL))
                        .failures())
                .isEmpty();
    }

    @Test
    void that_nothing_was_judged_is_a_warning() {
        write("forest", 0.08);
        Gate.Options rulesOnly = new Gate.Options(true, true, false, InconclusivePolicy.FAIL);

        assertThat(judge(rulesOnly).warnings())
                .containsExactly("nothing was judged: there are no rules, and nothing that tests demanded counts");
        assertThat(judge(rulesOnly, atLeast("accuracy", 0.5)).warnings()).isEmpty();
    }

    @Test
    void a_result_older_than_its_test_class_fails() throws IOException {
        write("forest", 0.05);
        Path compiled = folders().testClasses().resolve("org/clinic/TumourModelTest.class");
        Files.createDirectories(compiled.getParent());
        Files.writeString(compiled, "");
        Files.setLastModifiedTime(compiled, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

        assertThat(judge().failures()).isEmpty();

        Files.setLastModifiedTime(compiled, FileTime.from(Instant.now().plus(Duration.ofHours(1))));

        assertThat(judge().failures())
                .singleElement()
                .asString()
                .endsWith("org.clinic.TumourModelTest/forest.json is older than its test class;"
                        + " run org.clinic.TumourModelTest again");
        assertThat(judge(new Gate.Options(true, false, true, InconclusivePolicy.FAIL))
                        .failures())
                .isEmpty();
    }

    @Test
    void a_result_of_a_class_that_there_is_no_more_fails() throws IOException {
        write("forest", 0.05);
        Files.createDirectories(folders().testClasses());

        assertThat(judge().failures())
                .singleElement()
                .asString()
                .contains("a class that there is no more; delete the folder, or run mvn clean");
    }

    @Test
    void no_regression_compares_with_the_accepted_baseline() {
        write("forest", 0.05);
        accept("forest");

        assertThat(judge(noRegression()).failures()).isEmpty();

        write("forest", 0.3);

        assertThat(judge(noRegression()).failures())
                .singleElement()
                .asString()
                .startsWith("rule 1 (noRegression):")
                .contains("not to have regressed from 0.9")
                .contains("paired: ")
                .contains("assay-baselines/org.clinic.TumourModelTest/forest.json");
    }

    @Test
    void no_regression_without_a_baseline_is_not_met() {
        write("forest", 0.05);

        assertThat(judge(noRegression()).failures()).singleElement().asString().contains("there is no baseline yet, ");
    }

    @Test
    void a_rule_that_makes_no_sense_is_an_error_that_names_it() {
        write("forest", 0.05);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(atLeast("f1", 0.5), new Rule()))
                .withMessageStartingWith("rule 2 () demands nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(atLeast("acuracy", 0.9)))
                .withMessageStartingWith("rule 1 (metric acuracy, minimum 0.9): there is no metric \"acuracy\"");
    }

    @ParameterizedTest
    @EnumSource(Broken.class)
    void a_file_that_is_no_result_is_an_error_that_names_it(Broken broken) {
        Path file = broken.write(results());

        assertThatThrownBy(() -> judge()).isInstanceOf(ResultException.class).hasMessageStartingWith(file + ": ");
    }

    @Test
    void a_thousand_candidates_are_judged(TestReporter reporter) throws IOException {
        write("forest", 0.05);
        Path one = ResultFiles.in(results()).file(Runs.TUMOURS, "forest");
        String text = Files.readString(one);
        for (int i = 0; i < 999; i++) {
            Files.writeString(
                    ResultFiles.in(results()).file(Runs.TUMOURS, "forest " + i),
                    text.replace("\"candidate\" : \"forest\"", "\"candidate\" : \"forest " + i + "\""));
        }
        Rule bound = atLeast("accuracy", 0.8);
        bound.setConfidence(0.95);

        long start = System.nanoTime();
        Gate.Report report = judge(atLeast("f1", 0.8), bound);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;

        assertThat(report.met()).isEqualTo(3000);
        reporter.publishEntry(
                "check", "1,000 candidates of " + Files.size(one) + " bytes each in " + milliseconds + " ms");
        System.out.println("check: 1,000 candidates of " + Files.size(one) + " bytes each in " + milliseconds + " ms");
    }
}
