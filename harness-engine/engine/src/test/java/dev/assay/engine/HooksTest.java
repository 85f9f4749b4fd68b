package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class HooksTest {

    @TempDir
    Path output;

    @ModelTest
    @CrossValidate(folds = 2)
    static class OrderTestCase {

        static final List<String> LOG = new ArrayList<>();
        static Path output = Path.of("");

        OrderTestCase() {
            LOG.add("instance");
        }

        @BeforeEvaluation
        void open() {
            LOG.add("open");
        }

        @AfterEvaluation
        void close() {
            Path result = output.resolve(OrderTestCase.class.getName()).resolve("rule.json");
            LOG.add("close, " + (Files.exists(result) ? "with results" : "without results"));
        }

        @Examples
        Dataset<double[]> flowers() {
            LOG.add("examples");
            return Flowers.byColour();
        }

        @Candidates
        List<?> rules() {
            LOG.add("candidates");
            return List.of(dev.assay.evaluation.Candidate.of("rule", Flowers.rule()));
        }

        @Check(judges = false)
        void aNeedsNothing() {
            LOG.add("nothing");
        }

        @Check
        void isGood(Evaluation model) {
            LOG.add("check");
            Judge.met(model, "to be good");
        }

        @Check
        void isStillGood(Evaluation model) {
            LOG.add("check");
            Judge.met(model, "to be good");
        }
    }

    @Test
    void they_are_called_once_around_all_that_a_class_evaluates() {
        OrderTestCase.LOG.clear();
        OrderTestCase.output = output;
        Engine.writingTo(output).run(OrderTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(3));

        assertThat(OrderTestCase.LOG)
                .containsExactly(
                        "instance",
                        "nothing",
                        "open",
                        "candidates",
                        "examples",
                        "check",
                        "check",
                        "close, with results");
    }

    @Test
    void nothing_is_prepared_or_tidied_up_for_checks_that_need_no_examples_and_candidates() {
        OrderTestCase.LOG.clear();
        Engine.writingTo(output).run(selectMethod(OrderTestCase.class, "aNeedsNothing"));

        assertThat(OrderTestCase.LOG).containsExactly("instance", "nothing");
    }

    @ModelTest
    @CrossValidate(folds = 2)
    static class OpenedTestCase extends FlowerModels {

        String opened = "";

        @BeforeEvaluation
        void open() {
            opened = "file";
        }

        @CheckGroup
        class InGroup {

            final String seen = opened;

            @Check
            void seesWhatIsPrepared(Evaluation model) {
                assertThat(seen).isEqualTo("file");
                Judge.met(model, "to be good");
            }
        }
    }

    @Test
    void groups_are_made_when_all_is_prepared() {
        Engine.writingTo(output)
                .run(selectClass(OpenedTestCase.InGroup.class))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));
    }

    @ModelTest
    @CrossValidate(folds = 2)
    static class StragglingTestCase extends FlowerModels {

        static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());
        static final CountDownLatch BOTH = new CountDownLatch(2);

        @BeforeEvaluation
        void open() {
            LOG.add("open");
        }

        @AfterEvaluation
        void close() {
            LOG.add("close");
        }

        @Check(judges = false)
        void goesOn(Dataset<double[]> flowers) throws InterruptedException {
            BOTH.countDown();
            BOTH.await();
            long end = System.nanoTime() + 100_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            LOG.add("goes on");
        }

        @Check(judges = false)
        void stops(Dataset<double[]> flowers) throws InterruptedException {
            BOTH.countDown();
            BOTH.await();
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_is_tidied_up_is_so_after_checks_that_go_on_when_the_run_is_stopped() {
        Engine.writingTo(output)
                .with("assay.execution.parallel.enabled", "true")
                .with("assay.execution.parallel.mode.default", "concurrent")
                .with("assay.execution.parallel.config.strategy", "fixed")
                .with("assay.execution.parallel.config.fixed.parallelism", "2")
                .run(StragglingTestCase.class);

        assertThat(StragglingTestCase.LOG).containsExactly("open", "goes on", "close");
    }

    @ModelTest
    @Disabled("until spring")
    static class DisabledTestCase extends FlowerModels {

        static final AtomicInteger CALLS = new AtomicInteger();

        @BeforeEvaluation
        void open() {
            CALLS.incrementAndGet();
        }

        @AfterEvaluation
        void close() {
            CALLS.incrementAndGet();
        }

        @Check
        void isGood(Evaluation model) {}
    }

    @ModelTest
    static class NoInstanceTestCase extends FlowerModels {

        NoInstanceTestCase() throws IOException {
            throw new IOException("no such garden");
        }

        @AfterEvaluation
        void close() {
            DisabledTestCase.CALLS.incrementAndGet();
        }

        @Check
        void isGood(Evaluation model) {}
    }

    @Test
    void they_are_not_called_without_an_instance() {
        EngineExecutionResults results = Engine.writingTo(output).run(DisabledTestCase.class, NoInstanceTestCase.class);

        results.containerEvents().assertStatistics(stats -> stats.skipped(1).failed(0));
        assertThat(Engine.failures(results)).extracting(Throwable::getMessage).containsOnly("no such garden");
        assertThat(DisabledTestCase.CALLS).hasValue(0);
    }

    @ModelTest
    static class BrokenBeforeTestCase extends FlowerModels {

        static final AtomicInteger ATTEMPTS = new AtomicInteger();
        static final List<String> LOG = new ArrayList<>();

        @BeforeEvaluation
        void open() throws IOException {
            ATTEMPTS.incrementAndGet();
            throw new IOException("no such model");
        }

        @BeforeEvaluation
        void openMore() {
            LOG.add("more");
        }

        @AfterEvaluation
        void close() {
            LOG.add("close");
        }

        @Check
        void isGood(Evaluation model) {}

        @Check(judges = false)
        void areMany(Dataset<double[]> data) {}

        @Check(judges = false)
        void needsNothing() {}
    }

    @Test
    void a_failure_before_evaluation_is_reported_by_each_check_that_needs_examples_or_candidates() {
        EngineExecutionResults results = Engine.writingTo(output).run(BrokenBeforeTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(4).failed(3).succeeded(1));
        results.containerEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(Engine.failures(results))
                .allSatisfy(failure ->
                        assertThat(failure).isInstanceOf(IOException.class).hasMessage("no such model"));
        assertThat(BrokenBeforeTestCase.ATTEMPTS).hasValue(1);
        assertThat(BrokenBeforeTestCase.LOG).as("nothing more is opened").containsExactly("close");
    }

    @ModelTest
    static class BrokenAfterTestCase extends FlowerModels {

        static final List<String> LOG = new ArrayList<>();

        @AfterEvaluation
        void aBreaks() {
            throw new UncheckedIOException(new IOException("disk full"));
        }

        @AfterEvaluation
        void bIsCalled() {
            LOG.add("b");
        }

        @AfterEvaluation
        void cBreaksToo() {
            throw new AssertionError("left open");
        }

        @Check(of = "rule")
        void isBad(Evaluation model) {
            throw new IllegalStateException("bad");
        }

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void a_failure_after_evaluation_fails_the_class_and_hides_no_other() {
        EngineExecutionResults results = Engine.writingTo(output).run(BrokenAfterTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.failed(1).succeeded(1));
        assertThat(Engine.failures(results)).extracting(Throwable::getMessage).containsExactly("bad");
        Throwable failure = Engine.throwable(
                results.containerEvents().failed().stream().findFirst().orElseThrow());
        assertThat(failure)
                .isInstanceOf(JUnitException.class)
                .hasMessage(BrokenAfterTestCase.class.getName()
                        + ".aBreaks() with @AfterEvaluation failed: java.io.UncheckedIOException: "
                        + "java.io.IOException: disk full")
                .hasCauseInstanceOf(UncheckedIOException.class);
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly(BrokenAfterTestCase.class.getName()
                        + ".cBreaksToo() with @AfterEvaluation failed: java.lang.AssertionError: left open");
        assertThat(BrokenAfterTestCase.LOG).containsExactly("b");
        assertThat(output.resolve(BrokenAfterTestCase.class.getName())).isDirectoryContaining("glob:**rule.json");
    }

    interface FromInterface {

        @BeforeEvaluation
        default void openInterface() {
            InheritingTestCase.LOG.add("open interface");
        }

        @AfterEvaluation
        default void closeInterface() {
            InheritingTestCase.LOG.add("close interface");
        }
    }

    abstract static class Base extends FlowerModels {

        @BeforeEvaluation
        void zOpenBase() {
            InheritingTestCase.LOG.add("open base");
        }

        @BeforeEvaluation
        void openOverridden() {
            InheritingTestCase.LOG.add("overridden");
        }

        @BeforeEvaluation
        void openDropped() {
            InheritingTestCase.LOG.add("dropped");
        }

        @AfterEvaluation
        void aCloseBase() {
            InheritingTestCase.LOG.add("close base");
        }
    }

    @ModelTest
    static class InheritingTestCase extends Base implements FromInterface {

        static final List<String> LOG = new ArrayList<>();

        @BeforeEvaluation
        void openSecond() {
            LOG.add("open second");
        }

        @BeforeEvaluation
        void openFirst() {
            LOG.add("open first");
        }

        @Override
        @BeforeEvaluation
        void openOverridden() {
            LOG.add("open overriding");
        }

        @Override
        void openDropped() {
            LOG.add("without the annotation");
        }

        @AfterEvaluation
        void closeSecond() {
            LOG.add("close second");
        }

        @AfterEvaluation
        void closeFirst() {
            LOG.add("close first");
        }

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void those_of_bases_come_first_before_and_last_after_and_those_of_one_class_in_the_order_of_names() {
        Engine.writingTo(output)
                .run(InheritingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));

        assertThat(InheritingTestCase.LOG)
                .containsExactly(
                        "open base",
                        "open interface",
                        "open first",
                        "open overriding",
                        "open second",
                        "close first",
                        "close second",
                        "close interface",
                        "close base");
    }

    @ModelTest
    @CrossValidate(folds = 2)
    static class StoppedTestCase extends FlowerModels {

        static final CountDownLatch BEGUN = new CountDownLatch(1);
        static final AtomicInteger RUNNING = new AtomicInteger();
        static final Queue<String> LOG = new ConcurrentLinkedQueue<>();

        @Override
        @Candidate("deaf")
        Learner<double[]> rule() {
            return training -> {
                RUNNING.incrementAndGet();
                BEGUN.countDown();
                long end = System.nanoTime() + 200_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                RUNNING.decrementAndGet();
                return Flowers.rule().fit(training);
            };
        }

        @AfterEvaluation
        void close() {
            LOG.add("close while " + RUNNING + " run");
        }

        @Check(of = "majority class")
        void first(Evaluation model) throws InterruptedException {
            BEGUN.await();
            throw new OutOfMemoryError("how Eclipse stops a run");
        }

        @Check(of = "deaf")
        void second(Evaluation model) {
            LOG.add("second");
        }
    }

    @Test
    @Timeout(60)
    void a_class_tidies_up_when_the_run_is_stopped_and_folds_that_were_given_up_have_ended() {
        assertThatThrownBy(() ->
                        Engine.writingTo(output).with("assay.parallelism", "2").run(StoppedTestCase.class))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(StoppedTestCase.LOG).containsExactly("close while 0 run");
    }

    @ModelTest
    static class InterruptedTestCase extends FlowerModels {

        static final AtomicBoolean CALM = new AtomicBoolean();

        @AfterEvaluation
        void close() {
            CALM.set(!Thread.currentThread().isInterrupted());
        }

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_class_tidies_up_undisturbed_by_the_interrupt_that_stops_the_run() {
        try {
            Engine.writingTo(output).run(InterruptedTestCase.class);
        } finally {
            Thread.interrupted();
        }

        assertThat(InterruptedTestCase.CALM).isTrue();
    }

    @ModelTest
    static class MisusedTestCase extends FlowerModels {

        @BeforeEvaluation
        void withParameter(String name) {}

        @BeforeEvaluation
        @SuppressWarnings("UnusedMethod") // the point of the test
        private void hidden() {}

        @AfterEvaluation
        static void shared() {}

        @AfterEvaluation
        int giving() {
            return 1;
        }

        @Check
        void isGood(Evaluation model) {}
    }

    @Test
    void methods_that_the_engine_can_not_call_are_an_error() {
        List<DiscoveryIssue> issues = Engine.discovering().issues(MisusedTestCase.class);
        String name = MisusedTestCase.class.getName();

        assertThat(issues).extracting(DiscoveryIssue::severity).containsOnly(Severity.ERROR);
        assertThat(issues)
                .extracting(DiscoveryIssue::message)
                .containsExactlyInAnyOrder(
                        name + ".withParameter(String) has parameters; a method with @BeforeEvaluation takes none",
                        name + ".hidden() is private; make a method with @BeforeEvaluation package-private",
                        name + ".shared() is static; make a method with @AfterEvaluation an instance method",
                        name + ".giving() returns int; a method with @AfterEvaluation must return void");
    }
}
