package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;

class ConditionsTest {

    private static final String ABSENT = "dev.assay.engine.absent";

    @TempDir
    Path output;

    private static List<String> reasons(Events events) {
        return events.skipped()
                .map(event -> event.getRequiredPayload(String.class))
                .toList();
    }

    @ModelTest
    @EnabledIfSystemProperty(named = ABSENT, matches = ".*", disabledReason = "needs the cluster")
    static class ClassTestCase extends FlowerModels {

        ClassTestCase() {
            throw new IllegalStateException("must not be made");
        }

        @Check
        void isGood(Evaluation model) {}
    }

    @Test
    void a_class_whose_condition_is_not_met_is_skipped_with_the_reason() {
        EngineExecutionResults results = Engine.writingTo(output).run(ClassTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.skipped(1).failed(0));
        assertThat(reasons(results.containerEvents()))
                .containsExactly("System property [" + ABSENT + "] does not exist ==> needs the cluster");
    }

    @ModelTest
    static class ChecksTestCase extends FlowerModels {

        @Check(of = "rule")
        @EnabledIfSystemProperty(named = "java.specification.name", matches = "Java")
        void aPartIsNoMatch(Evaluation model) {}

        @Check(of = "rule")
        @DisabledIfSystemProperty(named = "java.specification.name", matches = "Java.*")
        void bMatches(Evaluation model) {}

        @Check(of = "rule")
        @EnabledIfEnvironmentVariable(named = "DEV_ASSAY_ABSENT", matches = ".*")
        void cIsAbsent(Evaluation model) {}

        @Check(of = "rule")
        @DisabledIfEnvironmentVariable(named = " PATH ", matches = "(?s).*", disabledReason = "has a path")
        void dHasPath(Evaluation model) {}

        @Check
        @EnabledIfSystemProperty(named = "java.specification.name", matches = "Java.*")
        @EnabledIfSystemProperty(named = ABSENT, matches = "yes")
        void eSecondIsAbsent(Evaluation model) {}

        @Check(of = "rule")
        @Disabled("in any case")
        @EnabledIfSystemProperty(named = ABSENT, matches = "yes")
        void fIsDisabled(Evaluation model) {}

        @Check(of = "rule")
        @EnabledIfSystemProperty(named = "java.specification.name", matches = "Java.*")
        @DisabledIfSystemProperty(named = ABSENT, matches = ".*")
        @EnabledIfEnvironmentVariable(named = "PATH", matches = "(?s).*")
        @DisabledIfEnvironmentVariable(named = "DEV_ASSAY_ABSENT", matches = ".*")
        void runs(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void checks_whose_conditions_are_not_met_are_skipped_with_the_reasons_that_jupiter_gives() {
        EngineExecutionResults results = Engine.writingTo(output).run(ChecksTestCase.class);
        String java = System.getProperty("java.specification.name");

        results.testEvents().assertStatistics(stats -> stats.succeeded(1).failed(0));
        assertThat(reasons(results.testEvents()))
                .containsExactly(
                        "System property [java.specification.name] with value [" + java
                                + "] does not match regular expression [Java]",
                        "System property [java.specification.name] with value [" + java
                                + "] matches regular expression [Java.*]",
                        "Environment variable [DEV_ASSAY_ABSENT] does not exist",
                        "Environment variable [PATH] with value [" + System.getenv("PATH")
                                + "] matches regular expression [(?s).*] ==> has a path",
                        "in any case");
        assertThat(reasons(results.containerEvents()))
                .containsExactly("System property [" + ABSENT + "] does not exist");
    }

    @ModelTest
    static class CandidateTestCase extends FlowerModels {

        static final AtomicInteger FITS = new AtomicInteger();

        @Candidate
        @EnabledIfSystemProperty(named = ABSENT, matches = ".*")
        Learner<double[]> deep() {
            return training -> {
                FITS.incrementAndGet();
                return Flowers.rule().fit(training);
            };
        }

        @Check
        void each(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check
        void rest(Comparison models) {
            assertThat(models.evaluations()).hasSize(2);
            Judge.met(models, "to be good");
        }
    }

    @Test
    void tests_of_a_candidate_whose_condition_is_not_met_are_skipped_and_comparisons_do_without_it() {
        EngineExecutionResults results = Engine.writingTo(output).run(CandidateTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.skipped(1).succeeded(3).failed(0));
        assertThat(reasons(results.testEvents())).containsExactly("System property [" + ABSENT + "] does not exist");
        assertThat(CandidateTestCase.FITS).hasValue(0);
    }

    @ModelTest
    static class StreamTestCase extends FlowerModels {

        @Candidates
        @DisabledIfSystemProperty(named = "java.version", matches = ".*", disabledReason = "too many")
        List<?> grid() {
            throw new IllegalStateException("must not be called");
        }

        @Check
        void each(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void a_method_that_gives_candidates_is_not_called_if_its_condition_is_not_met() {
        EngineExecutionResults results = Engine.writingTo(output).run(StreamTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.skipped(1).succeeded(2).failed(0));
        assertThat(reasons(results.testEvents())).singleElement().asString().endsWith(" ==> too many");
    }

    @ModelTest
    static class LaterTestCase extends FlowerModels {

        static final String PROPERTY = "dev.assay.engine.set.between";

        @Check(of = "rule")
        @EnabledIfSystemProperty(named = PROPERTY, matches = "yes")
        void runs(Evaluation model) {
            // whoever asks later gets the same answer
            System.clearProperty(PROPERTY);
            Judge.met(model, "to be good");
        }

        @Check
        @EnabledIfSystemProperty(named = PROPERTY, matches = "yes")
        void runsToo(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void conditions_are_looked_at_when_a_class_runs_and_not_when_tests_are_looked_for() {
        var launcher = LauncherFactory.create();
        TestPlan plan = launcher.discover(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(LaterTestCase.class))
                .configurationParameter("assay.summary", "off")
                .configurationParameter("assay.progress", "off")
                .configurationParameter("assay.output", output.toString())
                .build());
        var listener = new SummaryGeneratingListener();
        System.setProperty(LaterTestCase.PROPERTY, "yes");
        try {
            launcher.execute(plan, listener);
        } finally {
            System.clearProperty(LaterTestCase.PROPERTY);
        }

        assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(3);
        assertThat(listener.getSummary().getTestsSkippedCount()).isZero();
    }

    // Misuse

    @Retention(RetentionPolicy.RUNTIME)
    @EnabledOnOs(OS.LINUX)
    @interface OnlyOnLinux {}

    static class Never implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ConditionEvaluationResult.disabled("never");
        }
    }

    static class Harmless implements Extension {}

    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(Never.class)
    @Repeatable(Often.class)
    @interface Sometimes {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Often {
        Sometimes[] value();
    }

    @ModelTest
    @EnabledOnOs(OS.LINUX)
    static class OtherOnClassTestCase extends FlowerModels {

        @Candidate
        @ExtendWith(Never.class)
        Learner<double[]> deep() {
            return Flowers.rule();
        }

        @Check
        @OnlyOnLinux
        void composed(Evaluation model) {}

        @Check
        @DisabledIf("isSlow")
        void methodBased(Evaluation model) {}

        @Check
        @Sometimes
        @Sometimes
        void repeated(Evaluation model) {}

        @Check
        @ExtendWith(Harmless.class)
        void extended(Evaluation model) {}
    }

    @Test
    void other_conditions_are_an_error_that_names_the_member() {
        String remedy = ", a condition that nobody would look at; use @EnabledIfSystemProperty, "
                + "@EnabledIfEnvironmentVariable, their opposites or @Disabled, or assume in the check what it needs";
        String name = OtherOnClassTestCase.class.getName();
        List<DiscoveryIssue> issues = Engine.discovering().issues(OtherOnClassTestCase.class);

        assertThat(issues).extracting(DiscoveryIssue::severity).containsOnly(Severity.ERROR);
        assertThat(issues)
                .extracting(DiscoveryIssue::message)
                .containsExactlyInAnyOrder(
                        name + " has @EnabledOnOs" + remedy,
                        name + ".deep() has @ExtendWith" + remedy,
                        name + ".composed(Evaluation) has @OnlyOnLinux" + remedy,
                        name + ".methodBased(Evaluation) has @DisabledIf" + remedy,
                        name + ".repeated(Evaluation) has @Often" + remedy);
    }

    @ModelTest
    static class BrokenConditionsTestCase extends FlowerModels {

        @Check
        @EnabledIfSystemProperty(named = " ", matches = "yes")
        void nameless(Evaluation model) {}

        @Check
        @DisabledIfSystemProperty(named = "os.name", matches = "")
        void withoutPattern(Evaluation model) {}

        @Check
        @EnabledIfEnvironmentVariable(named = "PATH", matches = "(")
        void noPattern(Evaluation model) {}
    }

    @Test
    void conditions_that_can_not_be_looked_at_are_an_error() {
        String name = BrokenConditionsTestCase.class.getName();

        assertThat(Engine.discovering().issues(BrokenConditionsTestCase.class))
                .extracting(DiscoveryIssue::message)
                .containsExactlyInAnyOrder(
                        name
                                + ".nameless(Evaluation) has @EnabledIfSystemProperty without a name; say by \"named\" what"
                                + " it is about",
                        name
                                + ".withoutPattern(Evaluation) has @DisabledIfSystemProperty(named = \"os.name\", matches ="
                                + " \"\"); give a regular expression, such as \".*\" for any value",
                        name + ".noPattern(Evaluation) has @EnabledIfEnvironmentVariable(named = \"PATH\", matches ="
                                + " \"(\"), which is no regular expression: Unclosed group; mend it");
    }
}
