package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Concurrency;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationException;
import dev.assay.evaluation.FoldFailures;
import dev.assay.evaluation.PendingEvaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.resampling.KFold;
import dev.assay.resampling.Splitter;
import dev.assay.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** How folds are run, and how runs end before they are done. */
@Timeout(60)
class RunsTest {

    @TempDir
    Path output;

    /** Fits until it is interrupted. */
    private static Learner<double[]> endless(CountDownLatch begun, CountDownLatch interrupted) {
        return training -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            throw new AssertionError("not reached");
        };
    }

    private static void awaitInterrupt(CountDownLatch interrupted) throws InterruptedException {
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @ModelTest
    @CrossValidate(folds = 5, repeats = 6)
    static class OneByOneTestCase extends FlowerModels {

        // not safe to be shared by threads
        static final List<Integer> FITS = new ArrayList<>();
        static final AtomicInteger RUNNING = new AtomicInteger();

        @Override
        @Candidate(concurrency = Concurrency.NOT_THREAD_SAFE)
        Learner<double[]> rule() {
            return training -> {
                assertThat(RUNNING.incrementAndGet()).isEqualTo(1);
                FITS.add(training.data().size());
                return inputs -> {
                    RUNNING.decrementAndGet();
                    return Flowers.rule().fit(training).predict(inputs);
                };
            };
        }

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void folds_of_a_candidate_that_is_not_thread_safe_run_one_after_another() {
        Engine.writingTo(output)
                .with("assay.parallelism", "4")
                .run(OneByOneTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));

        assertThat(OneByOneTestCase.FITS).hasSize(30).containsOnly(24);
    }

    @ModelTest
    @CrossValidate(folds = 3, failures = FoldFailures.SKIP)
    static class SkippingTestCase extends FlowerModels {

        private final AtomicInteger next = new AtomicInteger();

        @Override
        @Candidate
        Learner<double[]> rule() {
            return next.getAndIncrement() == 1 ? Flowers.broken() : Flowers.rule();
        }

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void folds_that_fail_can_be_left_out_with_a_remark() {
        Engine.writingTo(output).run(SkippingTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(1));

        assertThat(ResultFiles.read(
                                output.resolve(SkippingTestCase.class.getName()).resolve("rule.json"))
                        .remarks())
                .containsExactly(
                        "repeat 1, fold 2 failed and is left out: IllegalStateException: out of water",
                        "repeat 1 has predictions for 20 of 30 tested examples only: its metrics are over these");
    }

    abstract static class SlowModels extends FlowerModels {

        @Override
        @Candidate("endless")
        Learner<double[]> rule() {
            return endless(new CountDownLatch(1), new CountDownLatch(1));
        }

        @Check(of = "endless")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    @CrossValidate(folds = 3, timeLimitSeconds = 1)
    static class LimitedFoldsTestCase extends SlowModels {}

    @ModelTest
    @Holdout(timeLimitSeconds = 1)
    static class LimitedPartsTestCase extends SlowModels {}

    @ModelTest
    static class LimitedMethodTestCase extends SlowModels {

        @Resampling(timeLimitSeconds = 1)
        Splitter folds() {
            return KFold.of(3);
        }
    }

    @Test
    void an_evaluation_fails_when_its_time_is_over() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        List<Thread> runs = Stream.of(
                        LimitedFoldsTestCase.class, LimitedPartsTestCase.class, LimitedMethodTestCase.class)
                .map(type -> new Thread(() -> {
                    List<Throwable> found = Engine.failures(Engine.writingTo(output)
                            .with("assay.parallelism", "1")
                            .run(type));
                    synchronized (failures) {
                        failures.addAll(found);
                    }
                }))
                .toList();
        runs.forEach(Thread::start);
        for (Thread run : runs) {
            run.join();
        }

        assertThat(failures)
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(EvaluationException.class)
                        .hasMessageContaining("time limit"))
                .anySatisfy(failure -> assertThat(failure)
                        .hasMessage(
                                "endless on flowers: 0 of 3 folds were done in 1 s, which is the time limit; running "
                                        + "then: repeat 1, fold 1; raise the limit, or take fewer folds, fewer repeats or fewer "
                                        + "examples"));
    }

    @ModelTest
    @CrossValidate(folds = 3)
    static class InterruptedTestCase extends FlowerModels {

        static final CountDownLatch BEGUN = new CountDownLatch(1);
        static final CountDownLatch INTERRUPTED = new CountDownLatch(1);
        static final CountDownLatch FIRST_DONE = new CountDownLatch(1);

        @Override
        @Candidate("endless")
        Learner<double[]> rule() {
            return endless(BEGUN, INTERRUPTED);
        }

        @Check(of = "majority class")
        void first(Evaluation model) {
            Judge.met(model, "to be good");
            FIRST_DONE.countDown();
        }

        @Check(of = "endless")
        void second(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "endless")
        void third(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    /** Is selected behind the other. */
    @ModelTest
    static class LaterTestCase extends FlowerModels {

        static final AtomicInteger READS = new AtomicInteger();

        @Override
        @Examples
        Dataset<double[]> flowers() {
            READS.incrementAndGet();
            return super.flowers();
        }

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void a_run_whose_thread_is_interrupted_ends_within_a_fold_starts_nothing_more_and_keeps_what_is_done()
            throws Exception {
        Path folder = Files.createDirectories(output.resolve(InterruptedTestCase.class.getName()));
        Files.writeString(folder.resolve("endless.json"), "{}");
        List<EngineExecutionResults> results = new ArrayList<>();
        Thread run = new Thread(() -> results.add(Engine.writingTo(output)
                .with("assay.parallelism", "4")
                .run(InterruptedTestCase.class, LaterTestCase.class)));
        run.start();
        InterruptedTestCase.BEGUN.await();

        InterruptedTestCase.FIRST_DONE.await();
        while (!isAwaitingAnEvaluation(run)) {
            Thread.onSpinWait();
        }
        run.interrupt();
        run.join();

        awaitInterrupt(InterruptedTestCase.INTERRUPTED);
        assertThat(Engine.failures(results.get(0))).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(results.get(0).allEvents().skipped().stream())
                .as("the third check, and the other class")
                .hasSize(2)
                .allSatisfy(event ->
                        assertThat(event.getPayload(String.class)).contains("the run was stopped by an interrupt"));
        assertThat(LaterTestCase.READS).hasValue(0);
        assertThat(names(folder))
                .as("whole files, and none of an earlier run")
                .containsExactlyInAnyOrder(
                        "class.summary.json", "majority%20class.json", "majority%20class.timings.json");
    }

    private static boolean isAwaitingAnEvaluation(Thread run) {
        return run.getState() == Thread.State.WAITING
                && Stream.of(run.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(PendingEvaluation.class.getName()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }

    @ModelTest
    @CrossValidate(folds = 4)
    static class BusyTestCase extends FlowerModels {

        static final CountDownLatch BEGUN = new CountDownLatch(2);
        static final Set<Thread> WORKERS = ConcurrentHashMap.newKeySet();

        private static void begin() {
            WORKERS.add(Thread.currentThread());
            BEGUN.countDown();
        }

        private record Waiting() implements Learner<double[]> {

            @Override
            public Predictor<double[]> fit(Training<double[]> training) throws Exception {
                begin();
                new CountDownLatch(1).await();
                throw new AssertionError("not reached");
            }
        }

        /** Gives what it has when it is not wanted any more. */
        private record Computing() implements Learner<double[]> {

            @Override
            public Predictor<double[]> fit(Training<double[]> training) throws Exception {
                begin();
                while (!training.isCancelled()) {
                    Thread.onSpinWait();
                }
                return Flowers.rule().fit(training);
            }
        }

        @Override
        @Candidate(value = "waiting", concurrency = Concurrency.NOT_THREAD_SAFE)
        Learner<double[]> rule() {
            return new Waiting();
        }

        @Override
        @Candidate(value = "computing", concurrency = Concurrency.NOT_THREAD_SAFE)
        Learner<double[]> floor() {
            return new Computing();
        }

        @Check
        void areGood(Comparison models) {
            Judge.met(models, "to be good");
        }
    }

    @Test
    void a_run_that_is_cancelled_leaves_no_thread_and_no_half_written_file() throws Exception {
        Thread run = new Thread(() -> Engine.writingTo(output)
                .with("assay.parallelism", "2")
                .with("assay.cache", "read-write")
                .with("assay.cache.directory", output.resolve("cache").toString())
                .run(BusyTestCase.class));
        run.start();
        BusyTestCase.BEGUN.await();
        while (!isAwaitingAnEvaluation(run)) {
            Thread.onSpinWait();
        }

        run.interrupt();
        run.join();

        assertThat(BusyTestCase.WORKERS).as("no fold began after the first two").hasSize(2);
        for (Thread worker : BusyTestCase.WORKERS) {
            // milliseconds; the limit is for a machine that is busy with something else
            worker.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(worker.isAlive()).isFalse();
        }
        try (Stream<Path> files = Files.walk(output)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .as("it says that nothing could be evaluated")
                    .containsExactly("class.summary.json");
        }
    }

    @ModelTest
    static class OverlookingTestCase extends FlowerModels {

        @Check(judges = false)
        void isInterruptedAtItsEnd() {
            Thread.currentThread().interrupt();
        }

        @Check(judges = false)
        void isNotStarted() {}
    }

    @Test
    void a_check_that_overlooks_an_interrupt_does_not_pass() {
        EngineExecutionResults results = Engine.writingTo(output).run(OverlookingTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(1).failed(1).skipped(1));
        assertThat(Engine.failures(results).get(0))
                .isInstanceOf(InterruptedException.class)
                .hasMessage(
                        "the thread was interrupted during isInterruptedAtItsEnd(), which stops the run; a check that is"
                                + " done with an interrupt clears it by Thread.interrupted()");
    }

    @ModelTest
    static class StoppedTestCase extends FlowerModels {

        static final CountDownLatch BEGUN = new CountDownLatch(1);
        static final CountDownLatch INTERRUPTED = new CountDownLatch(1);

        @Override
        @Candidate("endless")
        Learner<double[]> rule() {
            return endless(BEGUN, INTERRUPTED);
        }

        @Override
        @Candidate("at once")
        Learner<double[]> floor() {
            return Learners.majorityClass();
        }

        @Check(of = "at once")
        void first(Evaluation model) throws InterruptedException {
            BEGUN.await();
            throw new OutOfMemoryError("how Eclipse stops a run");
        }

        @Check(of = "endless")
        void second(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void a_run_that_is_stopped_interrupts_its_folds() throws InterruptedException {
        assertThatThrownBy(() ->
                        Engine.writingTo(output).with("assay.parallelism", "2").run(StoppedTestCase.class))
                .isInstanceOf(OutOfMemoryError.class);

        awaitInterrupt(StoppedTestCase.INTERRUPTED);
    }
}
