package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationException;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class LifeCycleTest {

    @TempDir
    Path output;

    /** Counts fits of a learner. */
    private static Learner<double[]> counting(AtomicInteger fits, Learner<double[]> learner) {
        return training -> {
            fits.incrementAndGet();
            return learner.fit(training);
        };
    }

    @ModelTest
    @CrossValidate(folds = 3, repeats = 2)
    static class CountingTestCase {

        static final AtomicInteger INSTANCES = new AtomicInteger();
        static final AtomicInteger READS = new AtomicInteger();
        static final AtomicInteger RULES = new AtomicInteger();
        static final AtomicInteger RULE_FITS = new AtomicInteger();
        static final AtomicInteger FLOOR_FITS = new AtomicInteger();
        static final AtomicInteger UNUSED_FITS = new AtomicInteger();

        CountingTestCase() {
            INSTANCES.incrementAndGet();
        }

        @Examples
        Dataset<double[]> flowers() {
            READS.incrementAndGet();
            return Flowers.byColour();
        }

        @Candidate
        Learner<double[]> rule() {
            RULES.incrementAndGet();
            return counting(RULE_FITS, Flowers.rule());
        }

        @Candidate
        Learner<double[]> floor() {
            return counting(FLOOR_FITS, Learners.majorityClass());
        }

        @Candidate
        Learner<double[]> unused() {
            return counting(UNUSED_FITS, Learners.prior());
        }

        @Check(of = {"rule", "floor"})
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = {"rule", "floor"})
        void isBetter(Comparison models) {
            Judge.met(models, "to be better");
        }

        @Check(of = "rule")
        void isStillGood(Evaluation model, Dataset<double[]> data) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void everything_is_made_once_and_only_what_is_needed() {
        Engine.writingTo(output).run(CountingTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(4));

        assertThat(CountingTestCase.INSTANCES).hasValue(1);
        assertThat(CountingTestCase.READS).hasValue(1);
        assertThat(CountingTestCase.RULES).as("a trainer for each fold").hasValue(6);
        assertThat(CountingTestCase.RULE_FITS).hasValue(6);
        assertThat(CountingTestCase.FLOOR_FITS).hasValue(6);
        assertThat(CountingTestCase.UNUSED_FITS).hasValue(0);
    }

    @ModelTest
    static class SelectedTestCase extends FlowerModels {

        static final AtomicInteger RULE_FITS = new AtomicInteger();
        static final AtomicInteger FLOOR_FITS = new AtomicInteger();

        @Override
        @Candidate
        Learner<double[]> rule() {
            return counting(RULE_FITS, Flowers.rule());
        }

        @Override
        @Candidate
        Learner<double[]> floor() {
            return counting(FLOOR_FITS, Learners.majorityClass());
        }

        @Check(of = "rule")
        void first(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check
        void second(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void candidates_of_checks_that_are_not_selected_are_not_evaluated() {
        Engine.writingTo(output)
                .run(selectMethod(SelectedTestCase.class, "first"))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));

        assertThat(SelectedTestCase.RULE_FITS).hasValue(3);
        assertThat(SelectedTestCase.FLOOR_FITS).hasValue(0);
    }

    @ModelTest
    static class LazyTestCase extends FlowerModels {

        static final AtomicInteger READS = new AtomicInteger();

        @Override
        @Examples
        Dataset<double[]> flowers() {
            READS.incrementAndGet();
            return super.flowers();
        }

        @Check(judges = false)
        void needsNothing() {}

        @Check(judges = false)
        void needsOnlyExamples(Dataset<double[]> data) {
            assertThat(data.size()).isEqualTo(30);
        }
    }

    @Test
    void examples_are_not_read_before_a_check_needs_them() {
        Engine engine = Engine.writingTo(output);
        engine.discover(LazyTestCase.class);
        Engine.writingTo(output).run(selectMethod(LazyTestCase.class, "needsNothing"));
        assertThat(LazyTestCase.READS).hasValue(0);

        Engine.writingTo(output)
                .run(selectMethod(LazyTestCase.class, "needsOnlyExamples"))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));
        assertThat(LazyTestCase.READS).hasValue(1);
    }

    @ModelTest
    static class BrokenInstanceTestCase extends FlowerModels {

        static final AtomicInteger ATTEMPTS = new AtomicInteger();

        BrokenInstanceTestCase() throws IOException {
            ATTEMPTS.incrementAndGet();
            throw new IOException("no such garden");
        }

        @Check
        void isGood(Evaluation model) {}

        @Check
        void wins(Comparison models) {}

        @Check(judges = false)
        void needsNothing() {}
    }

    @Test
    void a_constructor_that_fails_is_called_once_and_each_check_reports_it() {
        EngineExecutionResults results = Engine.writingTo(output).run(BrokenInstanceTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(4).failed(4));
        results.containerEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(Engine.failures(results))
                .allSatisfy(failure ->
                        assertThat(failure).isInstanceOf(IOException.class).hasMessage("no such garden"));
        assertThat(BrokenInstanceTestCase.ATTEMPTS).hasValue(1);
    }

    @ModelTest
    static class BrokenExamplesTestCase extends FlowerModels {

        static final AtomicInteger ATTEMPTS = new AtomicInteger();

        @Override
        @Examples
        Dataset<double[]> flowers() {
            ATTEMPTS.incrementAndGet();
            throw new IllegalStateException("all withered");
        }

        @Check
        void isGood(Evaluation model) {}

        @Check(judges = false)
        void areMany(Dataset<double[]> data) {}

        @Check
        void wins(Comparison models) {}
    }

    @Test
    void examples_that_fail_are_asked_for_once_and_each_check_reports_it() {
        EngineExecutionResults results = Engine.writingTo(output).run(BrokenExamplesTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(4).failed(4));
        results.containerEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(Engine.failures(results))
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("all withered"));
        assertThat(BrokenExamplesTestCase.ATTEMPTS).hasValue(1);
    }

    @ModelTest
    static class NullExamplesTestCase extends FlowerModels {

        @Override
        @Examples
        Dataset<double[]> flowers() {
            return null;
        }

        @Check
        void isGood(Evaluation model) {}
    }

    @Test
    void examples_that_are_null_are_named() {
        assertThat(Engine.failures(Engine.writingTo(output).run(NullExamplesTestCase.class)))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessage(NullExamplesTestCase.class.getName() + ".flowers() gave null and no data set"));
    }

    @ModelTest
    static class BrokenCandidateTestCase extends FlowerModels {

        static final AtomicInteger FITS = new AtomicInteger();

        @Candidate
        Learner<double[]> brokenLearner() {
            return counting(FITS, Flowers.broken());
        }

        @Candidate
        Learner<double[]> brokenMethod() throws IOException {
            throw new IOException("no such file");
        }

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "broken learner")
        void isStillGood(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check
        void wins(Comparison models) {
            Judge.met(models, "to be good");
        }

        @Check(of = {"rule", "majority class"})
        void winsOverOne(Comparison models) {
            Judge.met(models, "to be good");
        }
    }

    @Test
    void a_candidate_that_fails_is_reported_by_each_check_that_needs_it_and_the_others_still_run() {
        EngineExecutionResults results =
                Engine.writingTo(output).with("assay.parallelism", "1").run(BrokenCandidateTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(7).failed(4).succeeded(3));
        results.containerEvents().assertStatistics(stats -> stats.failed(0));
        List<Throwable> failures = Engine.failures(results);
        assertThat(failures.get(0))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith("broken learner on flowers, ")
                .hasMessageEndingWith("fold 1: IllegalStateException: out of water");
        assertThat(failures.get(1)).hasMessageContaining("no such file");
        assertThat(failures.get(2)).isSameAs(failures.get(0));
        assertThat(failures.get(3)).as("of the comparison").isSameAs(failures.get(0));
        assertThat(BrokenCandidateTestCase.FITS).as("later folds are left out").hasValue(1);
    }

    @ModelTest
    @CrossValidate(folds = 2)
    static class MeetingTestCase extends FlowerModels {

        static final CountDownLatch BOTH = new CountDownLatch(2);

        private static Learner<double[]> meeting() {
            return training -> {
                BOTH.countDown();
                if (!BOTH.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the other candidate did not start");
                }
                return Flowers.rule().fit(training);
            };
        }

        private final Set<Integer> folds = ConcurrentHashMap.newKeySet();

        private Learner<double[]> oncePerCandidate(int candidate) {
            return folds.add(candidate) ? meeting() : Flowers.rule();
        }

        @Override
        @Candidate
        Learner<double[]> rule() {
            return oncePerCandidate(1);
        }

        @Override
        @Candidate
        Learner<double[]> floor() {
            return oncePerCandidate(2);
        }

        @Check(of = "rule")
        void first(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "floor")
        void second(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    @Timeout(60)
    void candidates_of_different_checks_are_evaluated_together() {
        Engine.writingTo(output)
                .with("assay.parallelism", "4")
                .run(MeetingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));
    }

    @ModelTest
    static class ClassLoaderTestCase extends FlowerModels {

        static final Queue<ClassLoader> LOADERS = new ConcurrentLinkedQueue<>();

        @Override
        @Candidate
        Learner<double[]> rule() {
            return training -> {
                LOADERS.add(Thread.currentThread().getContextClassLoader());
                return Flowers.rule().fit(training);
            };
        }

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void learners_run_under_the_context_class_loader_of_the_test() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader original = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[0], original)) {
            thread.setContextClassLoader(loader);
            Engine.writingTo(output).with("assay.parallelism", "2").run(ClassLoaderTestCase.class);

            assertThat(ClassLoaderTestCase.LOADERS).hasSize(3).containsOnly(loader);
        } finally {
            thread.setContextClassLoader(original);
        }
    }

    @ModelTest
    static class TwoRunsTestCase extends FlowerModels {

        static final AtomicInteger INSTANCES = new AtomicInteger();

        TwoRunsTestCase() {
            INSTANCES.incrementAndGet();
        }

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void nothing_is_kept_from_one_run_to_the_next() {
        Engine.writingTo(output).run(TwoRunsTestCase.class);
        Engine.writingTo(output).run(TwoRunsTestCase.class);

        assertThat(TwoRunsTestCase.INSTANCES).hasValue(2);
    }

    @Test
    void threads_of_a_run_end_with_it() throws InterruptedException {
        Set<Thread> before = workers();

        Engine.writingTo(output).with("assay.parallelism", "3").run(OwnPoolTestCase.class);

        Set<Thread> after = workers();
        after.removeAll(before);
        for (Thread thread : after) {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        }
        assertThat(after).noneMatch(Thread::isAlive);
    }

    @ModelTest
    static class OwnPoolTestCase extends FlowerModels {

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    @CrossValidate(folds = 10, repeats = 30)
    static class StoppedTestCase extends FlowerModels {

        static final CountDownLatch RELEASE = new CountDownLatch(1);
        static final AtomicInteger FITS = new AtomicInteger();

        @Override
        @Candidate("endless")
        Learner<double[]> rule() {
            return training -> {
                FITS.incrementAndGet();
                RELEASE.await(20, TimeUnit.SECONDS);
                return Flowers.rule().fit(training);
            };
        }

        @Override
        @Candidate("at once")
        Learner<double[]> floor() {
            return Learners.majorityClass();
        }

        @Check(of = "at once")
        void first(Evaluation model) {
            throw new OutOfMemoryError("how Eclipse stops a run");
        }

        @Check(of = "endless")
        void second(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    @Timeout(60)
    void evaluations_are_given_up_when_the_run_is_stopped() {
        assertThatThrownBy(() -> Engine.writingTo(output).run(StoppedTestCase.class))
                .isInstanceOf(OutOfMemoryError.class);

        StoppedTestCase.RELEASE.countDown();
        // the shared pool begins tasks in their order
        CrossValidation.of(Flowers.byColour()).evaluate("later", Flowers.rule());
        assertThat(StoppedTestCase.FITS).hasValueLessThan(300);
    }

    private static Set<Thread> workers() {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("assay-worker"))
                .forEach(workers::add);
        return workers;
    }
}
