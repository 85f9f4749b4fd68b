package dev.assay.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.result.ClassResult;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** Demands that checks declare. */
class GateTest {

    @TempDir
    Path output;

    @ModelTest
    static class GatedTestCase extends FlowerModels {

        @Check(of = "rule")
        @Gate(metric = "accuracy", atLeast = 0.5)
        @Gate(metric = "zero-one loss", atMost = 0.5)
        void isMet(Evaluation model) {}

        @Check(of = "majority class")
        @Gate(metric = "accuracy", atLeast = 0.9)
        void isNotMet(Evaluation model) {}

        @Check(of = "majority class")
        @Gate(metric = "accuracy", atLeast = 0.9)
        @Gate(metric = "accuracy", atLeast = 0.2)
        @Gate(metric = "f1", atLeast = 0.9)
        void isNotMetTwice(Evaluation model) {
            throw new IllegalStateException("not to be called");
        }
    }

    private List<Result.JudgementEntry> judgements(Class<?> type, String candidate) {
        return ResultFiles.read(output.resolve(type.getName()).resolve(candidate + ".json"))
                .judgements();
    }

    @Test
    void gates_are_judged_before_the_check_and_written_down() {
        EngineExecutionResults results = Engine.writingTo(output).run(GatedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(1).failed(2));
        assertThat(judgements(GatedTestCase.class, "rule"))
                .extracting(Result.JudgementEntry::criterion)
                .containsExactly("accuracy to be at least 0.5000", "zero-one loss to be at most 0.5000");
        assertThat(judgements(GatedTestCase.class, "majority%20class"))
                .extracting(Result.JudgementEntry::outcome)
                .containsExactly(
                        Result.Outcome.NOT_MET, Result.Outcome.NOT_MET, Result.Outcome.MET, Result.Outcome.NOT_MET);
    }

    @Test
    void all_gates_that_fail_are_told_as_assertions_are() {
        List<Throwable> thrown = new ArrayList<>();
        Engine.writingTo(output).run(GatedTestCase.class).testEvents().failed().stream()
                .map(Engine::throwable)
                .forEach(thrown::add);

        assertThat(thrown).hasSize(2);
        assertThat(thrown.get(0)).isInstanceOfSatisfying(AssertionFailedError.class, one -> {
            assertThat(one.getMessage()).contains("Expecting accuracy to be at least 0.9000");
            assertThat(one.getExpected().getStringRepresentation()).isEqualTo("at least 0.9000");
            assertThat(one.getActual().getStringRepresentation()).isEqualTo("0.6666");
        });
        assertThat(thrown.get(1)).isInstanceOfSatisfying(MultipleFailuresError.class, both -> {
            assertThat(both.getMessage()).contains("isNotMetTwice(Evaluation) does not pass its gates");
            assertThat(both.getFailures()).hasSize(2);
        });
    }

    @ModelTest
    static class HardTestCase extends FlowerModels {

        @Check
        @Gate(metric = "accuracy", atLeast = 0.75, confidence = 0.95, expected = 0.8)
        @Gate(metric = "accuracy", atLeast = 0.2, confidence = 0.95, expected = 0.8)
        void isDecided(Evaluation model) {}
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void a_gate_that_the_data_can_hardly_decide_is_told_before_training() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        EngineExecutionResults results;
        try {
            results = Engine.writingTo(output).with("assay.summary", "on").run(HardTestCase.class);
        } finally {
            System.setOut(out);
        }

        String sentence = "accuracy: 30 examples settle 0\\.8000 against 0\\.7500 at 95 % confidence with \\d+% power;"
                + " about [\\d,]+ would with 80%";
        assertThat(printed.toString(UTF_8).lines().findFirst().orElseThrow())
                .matches("\\Q" + HardTestCase.class.getName() + "\\E: before training: isDecided: " + sentence);
        assertThat(results.testEvents().stream()
                        .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                        .map(event -> event.getRequiredPayload(ReportEntry.class)
                                .getKeyValuePairs()
                                .get("assay.power"))
                        .filter(Objects::nonNull))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry).matches(sentence));
        ClassResult summary = ResultFiles.readAll(output).get(0).summary();
        assertThat(summary.remarks()).singleElement().asString().matches("isDecided: " + sentence);
        // two gates of each of two candidates, at 95 % confidence
        assertThat(summary.budget().gates()).isEqualTo(4);
        assertThat(summary.budget().unbounded()).isZero();
        assertThat(summary.budget().falsePass()).isEqualTo(0.2);
        assertThat(summary.budget().redAtMost())
                .isGreaterThanOrEqualTo(summary.budget().redAtLeast());
    }

    @ModelTest
    static class UnfitTestCase extends FlowerModels {

        @Check(of = "rule")
        @Gate(metric = "mean absolute error", atMost = 1, confidence = 0.95, expected = 0.5)
        void doesNotFit(Evaluation model) {}

        @Check(of = "rule")
        @Gate(metric = "accuracy", atLeast = 0.75, confidence = 0.95, expected = 0.8)
        void isHard(Evaluation model) {}

        /** Two flowers of three are blue. */
        @Check(of = "rule")
        @Gate(metric = "accuracy", atLeast = 0.3, confidence = 0.95, expected = 0.5)
        void isWorseThanGuessing(Evaluation model) {}
    }

    @Test
    void a_gate_that_does_not_fit_the_data_hides_no_others() {
        Engine.writingTo(output).run(UnfitTestCase.class);

        assertThat(ResultFiles.readAll(output).get(0).summary().remarks())
                .satisfiesExactly(
                        remark -> assertThat(remark).startsWith("isHard: accuracy: 30 examples settle"),
                        remark -> assertThat(remark)
                                .startsWith(
                                        "isWorseThanGuessing: accuracy: whether the data can decide this gate can't be"
                                                + " told before training: "));
    }

    @ModelTest
    static class WrongGatesTestCase extends FlowerModels {

        @Check
        @Gate(metric = "acuracy", atLeast = 0.5)
        @Gate(metric = "accuracy")
        @Gate(metric = "accuracy", atLeast = 0.5, atMost = 0.6)
        @Gate(metric = "accuracy", atLeast = 80)
        @Gate(metric = "accuracy", atLeast = 0.5, confidence = 95)
        @Gate(metric = "accuracy", atLeast = 0.5, expected = 0.6)
        @Gate(metric = "zero-one loss", atMost = 0.5, confidence = 0.9, expected = 0.6)
        @Gate(metric = "accuracy", atLeast = 0.5, confidence = 0.9, expected = 80)
        void isGood(Evaluation model) {}

        @Gate(metric = "accuracy", atLeast = 0.5)
        @Gate(metric = "f1", atLeast = 0.5)
        void nobodyChecks(Evaluation model) {}

        @Check
        @Gate(metric = "accuracy", atLeast = 0.5)
        void compares(Comparison models) {}
    }

    @Test
    void gates_that_make_no_sense_are_found_at_discovery() {
        assertThat(Engine.discovering().issues(WrongGatesTestCase.class))
                .extracting(DiscoveryIssue::message)
                .satisfiesExactlyInAnyOrder(
                        message ->
                                assertThat(message).contains("compares(Comparison) has @Gate, but takes no Evaluation"),
                        message -> assertThat(message)
                                .contains("isGood(Evaluation) has a @Gate on acuracy that can't be", "accuracy"),
                        message -> assertThat(message).contains("without any of atLeast and atMost"),
                        message -> assertThat(message).contains("with both of atLeast and atMost"),
                        message -> assertThat(message).contains("80.0 makes no sense (is it meant in percent?)"),
                        message -> assertThat(message).contains("a confidence level lies above 0.5 and below 1"),
                        message -> assertThat(message).contains("an expected value but without confidence"),
                        message -> assertThat(message).contains("expected value 80.0, which lies outside of its range"),
                        message -> assertThat(message)
                                .contains("nobodyChecks(Evaluation) has @Gate but no @Check", "add @Check"),
                        message -> assertThat(message).contains("doesn't deserve to pass"));
    }
}
