package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class CheckTest {

    @TempDir
    Path output;

    @ModelTest
    static class ParametersTestCase extends FlowerModels {

        static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

        @Candidate
        Learner<double[]> again() {
            return Flowers.rule();
        }

        @Check(of = {"again", "rule"})
        void all(Dataset<double[]> data, Comparison models, Evaluation model) {
            SEEN.add(data.name() + ": " + model.candidate() + " among "
                    + models.evaluations().stream().map(Evaluation::candidate).toList());
            Judge.met(model, "to be good");
        }

        @Check(of = {"rule", "again"})
        void compared(Comparison models) {
            SEEN.add(models.evaluations().stream().map(Evaluation::candidate).toList() + "");
            Judge.met(models, "to be good");
        }
    }

    @Test
    void parameters_are_given_by_type() {
        Engine.writingTo(output)
                .run(ParametersTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(3));

        assertThat(ParametersTestCase.SEEN)
                .containsExactly(
                        "flowers: again among [again, majority class, rule]",
                        "flowers: rule among [again, majority class, rule]",
                        "[again, rule]");
    }

    @ModelTest
    static class OutcomesTestCase extends FlowerModels {

        @Check(of = "rule")
        void aborts(Evaluation model) {
            throw new TestAbortedException("not on Mondays");
        }

        @Check(of = "rule")
        void failsToAssert(Evaluation model) {
            throw new AssertionFailedError("too bad", 0.9, 0.8);
        }

        @Check(of = "rule")
        void throwsSomething(Evaluation model) throws IOException {
            throw new IOException("no such file");
        }
    }

    @Test
    void what_a_check_throws_is_reported_as_it_is() {
        EngineExecutionResults results = Engine.writingTo(output).run(OutcomesTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.aborted(1).failed(2));
        List<Throwable> failures = Engine.failures(results);
        assertThat(failures.get(0)).isInstanceOfSatisfying(AssertionFailedError.class, error -> {
            assertThat(error).hasMessage("too bad").hasNoCause();
            assertThat(error.getExpected().getEphemeralValue()).isEqualTo(0.9);
        });
        assertThat(failures.get(1)).isInstanceOf(IOException.class).hasMessage("no such file");
    }

    @ModelTest
    static class SilentTestCase extends FlowerModels {

        @Check
        void comparesSilently(Comparison models) {}

        @Check
        void isSilentByIntent(Comparison models, Evaluation model) {
            Judge.met(models, "to be good");
        }

        @Check(judges = false, of = "rule")
        void mayBeSilent(Evaluation model) {}

        @Check(of = "rule")
        void passesSilently(Evaluation model) {}
    }

    @Test
    void a_check_that_judges_nothing_fails() {
        EngineExecutionResults results = Engine.writingTo(output).run(SilentTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(3).failed(2));
        assertThat(Engine.failures(results))
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(AssertionFailedError.class))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "asserted nothing: comparesSilently(Comparison) judged no criterion; assert something of its "
                                + "Comparison, or declare @Check(judges = false)",
                        "asserted nothing: passesSilently(Evaluation) judged no criterion; assert something of its "
                                + "Evaluation, or declare @Check(judges = false)");
    }

    @ModelTest
    static class PassingOverTestCase extends FlowerModels {

        @Check(of = "rule")
        void forgetsToFail(Evaluation model) {
            Judge.notMetButSilent(model, "to be good");
        }

        @Check(of = "rule", judges = false)
        void isMeantToPass(Evaluation model) {
            Judge.notMetButSilent(model, "to be good");
        }
    }

    @Test
    void a_check_that_passes_over_a_criterion_that_is_not_met_fails() {
        EngineExecutionResults results = Engine.writingTo(output).run(PassingOverTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(1).failed(1));
        assertThat(Engine.failures(results).get(0))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("forgetsToFail(Evaluation) passed over a criterion that is not met; call"
                        + " assertAll() of soft assertions, or declare @Check(judges = false)");
    }

    @ModelTest
    static class OwnLedgerTestCase extends FlowerModels {

        @Check(of = "rule")
        void first(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "rule")
        void second(Evaluation model) {}

        @Check
        void third(Comparison models) {
            Judge.met(models.evaluation("rule"), "to be good");
        }
    }

    @Test
    void each_check_has_a_ledger_of_its_own_which_evaluations_of_a_comparison_share() {
        EngineExecutionResults results = Engine.writingTo(output).run(OwnLedgerTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(1));
        assertThat(Engine.failures(results).get(0)).hasMessageStartingWith("asserted nothing: second(Evaluation)");
    }

    @ModelTest
    static class EvidenceTestCase extends FlowerModels {

        static final Queue<Path> EVIDENCE = new ConcurrentLinkedQueue<>();

        @Check(of = "majority class")
        void one(Evaluation model) {
            EVIDENCE.add(model.evidence().orElseThrow());
            Judge.met(model, "to be good");
        }

        @Check
        void two(Comparison models) {
            EVIDENCE.add(models.evaluation("rule").evidence().orElseThrow());
            Judge.met(models, "to be good");
        }
    }

    @Test
    void evaluations_know_the_file_that_will_have_their_result() {
        Engine.writingTo(output).run(EvidenceTestCase.class);

        Path folder = output.resolve(EvidenceTestCase.class.getName());
        assertThat(EvidenceTestCase.EVIDENCE)
                .containsExactly(folder.resolve("majority%20class.json"), folder.resolve("rule.json"))
                .allSatisfy(file -> assertThat(file).exists());
    }
}
