package dev.assay.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Concurrency;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Selection;
import dev.assay.learning.Learner;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.resampling.KFold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Classes and checks at the same time. */
@Timeout(60)
class ParallelTest {

    @TempDir
    Path output;

    private static Engine parallel(Engine engine, String classes, String checks, int threads) {
        return engine.with("assay.execution.parallel.enabled", "true")
                .with("assay.execution.parallel.mode.classes.default", classes)
                .with("assay.execution.parallel.mode.default", checks)
                .with("assay.execution.parallel.config.strategy", "fixed")
                .with("assay.execution.parallel.config.fixed.parallelism", threads + "");
    }

    private Engine concurrent(int threads) {
        return parallel(Engine.writingTo(output), "concurrent", "concurrent", threads);
    }

    /** Meets others, or gives up. */
    private static final class Meeting {

        private final CountDownLatch missing;

        Meeting(int others) {
            missing = new CountDownLatch(others);
        }

        boolean takesPlace(long milliseconds) {
            missing.countDown();
            try {
                return missing.await(milliseconds, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private static final long LONG = 30_000;

    abstract static class FirstOfTwo extends FlowerModels {

        static final Meeting CLASSES = new Meeting(2);

        @Check(judges = false)
        void meets() {
            assertThat(CLASSES.takesPlace(LONG)).isTrue();
        }
    }

    @ModelTest
    static class OneClassTestCase extends FirstOfTwo {}

    @ModelTest
    static class OtherClassTestCase extends FirstOfTwo {}

    @Test
    void classes_run_at_the_same_time_where_that_is_asked_for() {
        parallel(Engine.writingTo(output), "concurrent", "same_thread", 2)
                .run(OneClassTestCase.class, OtherClassTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));
    }

    @ModelTest
    static class ChecksTestCase extends FlowerModels {

        static final Meeting CHECKS = new Meeting(2);

        @Check(judges = false)
        void one() {
            assertThat(CHECKS.takesPlace(LONG)).isTrue();
        }

        @Check(judges = false)
        void two() {
            assertThat(CHECKS.takesPlace(LONG)).isTrue();
        }
    }

    @Test
    void checks_of_a_class_run_at_the_same_time_where_that_is_asked_for() {
        parallel(Engine.writingTo(output), "same_thread", "concurrent", 2)
                .run(ChecksTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));
    }

    @ModelTest
    static class CallsTestCase extends FlowerModels {

        static final Meeting CALLS = new Meeting(2);

        @Check
        @Execution(ExecutionMode.CONCURRENT)
        void isGood(Evaluation model) {
            assertThat(CALLS.takesPlace(LONG)).isTrue();
            Judge.met(model, "to be good");
        }
    }

    @Test
    void calls_for_several_candidates_run_as_their_check_says() {
        parallel(Engine.writingTo(output), "same_thread", "same_thread", 2)
                .run(CallsTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));
    }

    @ModelTest
    static class GroupsTestCase extends FlowerModels {

        static final Meeting GROUPS = new Meeting(3);

        @Check(judges = false)
        void outside() {
            assertThat(GROUPS.takesPlace(LONG)).isTrue();
        }

        @CheckGroup
        class Inside {

            @Check(judges = false)
            void one() {
                outside();
            }

            @Check(judges = false)
            void two() {
                outside();
            }
        }
    }

    @Test
    void groups_and_their_checks_run_at_the_same_time_as_checks_do() {
        parallel(Engine.writingTo(output), "same_thread", "concurrent", 3)
                .run(GroupsTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(3));
    }

    private static final Set<Thread> THREADS = Collections.synchronizedSet(new java.util.HashSet<>());

    @ModelTest
    static class HereTestCase extends FlowerModels {

        @Check(judges = false)
        void one() {
            THREADS.add(Thread.currentThread());
        }

        @Check(judges = false)
        void two() {
            THREADS.add(Thread.currentThread());
        }
    }

    @Test
    void all_run_on_the_thread_of_the_engine_unless_it_is_enabled() {
        Engine.writingTo(output)
                .with("assay.execution.parallel.mode.default", "concurrent")
                .run(HereTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));

        assertThat(THREADS).containsExactly(Thread.currentThread());
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ModelTest
    static class SaysSoTestCase extends FlowerModels {

        @Check(judges = false)
        void bySilence() {}

        @Check
        @Execution(ExecutionMode.SAME_THREAD)
        void byItself(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    private static Node.ExecutionMode mode(TestDescriptor root, String lastSegment) {
        return ((Node<?>) Engine.find(root, lastSegment)).getExecutionMode();
    }

    @Test
    void what_a_check_says_of_running_at_the_same_time_comes_before_its_class_and_that_before_the_configuration() {
        TestDescriptor root = parallel(Engine.discovering(), "same_thread", "same_thread", 2)
                .discover(SaysSoTestCase.class, HereTestCase.class);

        assertThat(mode(root, SaysSoTestCase.class.getName())).isEqualTo(Node.ExecutionMode.CONCURRENT);
        assertThat(mode(root, "bySilence()")).isEqualTo(Node.ExecutionMode.CONCURRENT);
        assertThat(mode(root, "byItself(dev.assay.evaluation.Evaluation)")).isEqualTo(Node.ExecutionMode.SAME_THREAD);
        assertThat(mode(root, "rule")).isEqualTo(Node.ExecutionMode.SAME_THREAD);
        assertThat(mode(root, HereTestCase.class.getName())).isEqualTo(Node.ExecutionMode.SAME_THREAD);
        assertThat(mode(root, "one()")).isEqualTo(Node.ExecutionMode.SAME_THREAD);
    }

    @Test
    void classes_run_as_checks_do_unless_that_is_said() {
        TestDescriptor root = Engine.discovering()
                .with("assay.execution.parallel.enabled", "true")
                .with("assay.execution.parallel.mode.default", "concurrent")
                .discover(HereTestCase.class);
        assertThat(mode(root, HereTestCase.class.getName())).isEqualTo(Node.ExecutionMode.CONCURRENT);
        assertThat(mode(root, "one()")).isEqualTo(Node.ExecutionMode.CONCURRENT);

        TestDescriptor classesOnly =
                parallel(Engine.discovering(), "concurrent", "same_thread", 2).discover(HereTestCase.class);
        assertThat(mode(classesOnly, HereTestCase.class.getName())).isEqualTo(Node.ExecutionMode.CONCURRENT);
        assertThat(mode(classesOnly, "one()")).isEqualTo(Node.ExecutionMode.SAME_THREAD);
    }

    static final class Locks implements ResourceLocksProvider {

        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock("class " + testClass.getSimpleName()));
        }

        @Override
        public Set<Lock> provideForNestedClass(List<Class<?>> enclosing, Class<?> testClass) {
            return Set.of(new Lock(
                    testClass.getSimpleName() + " in " + enclosing.get(0).getSimpleName()));
        }

        @Override
        public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> testClass, Method testMethod) {
            return Set.of(new Lock(
                    testMethod.getName() + " of " + testClass.getSimpleName() + (enclosing.isEmpty() ? "" : " inside"),
                    ResourceAccessMode.READ));
        }
    }

    @ResourceLock("database")
    @ResourceLock(value = "display", mode = ResourceAccessMode.READ, target = ResourceLockTarget.CHILDREN)
    @ResourceLock(providers = Locks.class)
    @ModelTest
    static class LockingTestCase extends FlowerModels {

        @Check(judges = false)
        @ResourceLock("printer")
        void prints() {}

        @Check
        @ResourceLock(value = "file", mode = ResourceAccessMode.READ)
        void reads(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ResourceLock(value = "display", target = ResourceLockTarget.CHILDREN)
    @ResourceLock(providers = Locks.class)
    @ModelTest
    @SuppressWarnings("ClassCanBeStatic") // groups are inner classes
    static class LockingGroupTestCase extends FlowerModels {

        @CheckGroup
        @ResourceLock("database")
        @ResourceLock(value = "network", target = ResourceLockTarget.CHILDREN)
        class InGroup {

            @Check(judges = false)
            @ResourceLock("printer")
            void prints() {}
        }
    }

    @Test
    void locks_around_groups_count_for_them_and_their_checks() {
        TestDescriptor root =
                parallel(Engine.discovering(), "concurrent", "concurrent", 2).discover(LockingGroupTestCase.class);

        assertThat(resources(root, LockingGroupTestCase.class.getName()))
                .containsExactly("class LockingGroupTestCase READ_WRITE");
        assertThat(resources(root, "InGroup"))
                .containsExactly(
                        "InGroup in LockingGroupTestCase READ_WRITE", "database READ_WRITE", "display READ_WRITE");
        assertThat(resources(root, "prints()"))
                .containsExactly("network READ_WRITE", "printer READ_WRITE", "prints of InGroup inside READ");
    }

    @Isolated("is alone")
    @ModelTest
    static class AloneTestCase extends FlowerModels {

        @Check(judges = false)
        void isAlone() {}
    }

    private static List<String> resources(TestDescriptor root, String lastSegment) {
        return ((Node<?>) Engine.find(root, lastSegment))
                .getExclusiveResources().stream()
                        .map(resource -> resource.getKey() + " " + resource.getLockMode())
                        .sorted()
                        .toList();
    }

    @Test
    void locks_of_classes_and_checks_are_told_to_the_platform() {
        TestDescriptor root = parallel(Engine.discovering(), "concurrent", "concurrent", 2)
                .discover(LockingTestCase.class, AloneTestCase.class);

        assertThat(resources(root, LockingTestCase.class.getName()))
                .containsExactly("class LockingTestCase READ_WRITE", "database READ_WRITE");
        assertThat(resources(root, "prints()"))
                .containsExactly("display READ", "printer READ_WRITE", "prints of LockingTestCase READ");
        assertThat(resources(root, "reads(dev.assay.evaluation.Evaluation)"))
                .containsExactly("display READ", "file READ", "reads of LockingTestCase READ");
        assertThat(resources(root, "rule")).as("its check has them").isEmpty();
        assertThat(resources(root, AloneTestCase.class.getName()))
                .containsExactly(ExclusiveResource.GLOBAL_KEY + " READ_WRITE");
    }

    abstract static class Exclusive extends FlowerModels {

        static final AtomicInteger RUNNING = new AtomicInteger();

        @Check
        void isGood(Evaluation model) throws InterruptedException {
            assertThat(RUNNING.incrementAndGet()).isEqualTo(1);
            Thread.sleep(5);
            RUNNING.decrementAndGet();
            Judge.met(model, "to be good");
        }
    }

    @ResourceLock("the only one")
    @ModelTest
    static class ExclusiveATestCase extends Exclusive {}

    @ResourceLock("the only one")
    @ModelTest
    static class ExclusiveBTestCase extends Exclusive {}

    @Isolated
    @ModelTest
    static class ExclusiveCTestCase extends Exclusive {}

    @Test
    void what_needs_a_resource_for_itself_waits_for_others() {
        concurrent(4)
                .run(ExclusiveATestCase.class, ExclusiveBTestCase.class, ExclusiveCTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(6));
    }

    static final class FailingLocks implements ResourceLocksProvider {

        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            throw new IllegalStateException("no key");
        }

        @Override
        public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> testClass, Method testMethod) {
            throw new IllegalStateException("no key for " + testMethod.getName());
        }
    }

    @ModelTest
    static class FailingLocksTestCase extends FlowerModels {

        @Check(judges = false)
        @ResourceLock(providers = FailingLocks.class)
        void one() {}
    }

    @ResourceLock(providers = FailingLocks.class)
    @ModelTest
    static class FailingLocksOfClassTestCase extends FlowerModels {

        @Check(judges = false)
        void one() {}
    }

    @Test
    void a_provider_of_locks_that_fails_is_an_issue() {
        List<DiscoveryIssue> issues =
                parallel(Engine.discovering(), "concurrent", "concurrent", 2).issues(FailingLocksTestCase.class);

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(DiscoveryIssue.Severity.ERROR);
            assertThat(issue.message())
                    .isEqualTo(FailingLocksTestCase.class.getName() + ".one() takes @ResourceLock from "
                            + FailingLocks.class.getName()
                            + ", which fails: java.lang.IllegalStateException: no key for one; mend the provider, or name"
                            + " the resource in the annotation");
        });
        assertThat(parallel(Engine.discovering(), "concurrent", "concurrent", 2)
                        .issues(FailingLocksOfClassTestCase.class))
                .extracting(DiscoveryIssue::message)
                .anySatisfy(message -> assertThat(message)
                        .isEqualTo(FailingLocksOfClassTestCase.class.getName() + " takes @ResourceLock from "
                                + FailingLocks.class.getName()
                                + ", which fails: java.lang.IllegalStateException: no key; mend the provider, or name"
                                + " the resource in the annotation"));
    }

    @ParameterizedTest
    @CsvSource({
        "assay.execution.parallel.enabled, yes, false or true",
        "assay.execution.parallel.mode.default, CONCURRENTLY, concurrent or same_thread",
        "assay.execution.parallel.mode.classes.default, all, concurrent or same_thread",
        "assay.execution.parallel.config.strategy, static, custom or dynamic or fixed"
    })
    void a_switch_of_an_unknown_value_is_an_issue(String key, String value, String expected) {
        assertThat(Engine.discovering()
                        .with("assay.execution.parallel.enabled", "true")
                        .with(key, value)
                        .issues(HereTestCase.class))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo(DiscoveryIssue.Severity.ERROR);
                    assertThat(issue.message())
                            .isEqualTo("configuration parameter " + key + " must be " + expected + ", not \"" + value
                                    + "\"");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "fixed, dynamic.factor, 2, 'fixed.parallelism'",
        "fixed, fixed.parallelism, many, 'fixed.parallelism'",
        "dynamic, dynamic.factor, -1, 'dynamic.factor'",
        "custom, custom.class, no.such.Strategy, 'no.such.Strategy'"
    })
    void a_strategy_that_can_not_be_made_is_an_issue(String strategy, String key, String value, String named) {
        assertThat(Engine.discovering()
                        .with("assay.execution.parallel.enabled", "true")
                        .with("assay.execution.parallel.config.strategy", strategy)
                        .with("assay.execution.parallel.config." + key, value)
                        .issues(HereTestCase.class))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo(DiscoveryIssue.Severity.ERROR);
                    assertThat(issue.message())
                            .startsWith("configuration parameters assay.execution.parallel.config.* make no sense: ")
                            .contains(named);
                });
    }

    @Test
    void a_switch_that_there_is_not_is_a_warning() {
        assertThat(parallel(Engine.discovering(), "concurrent", "concurrent", 2)
                        .with("assay.execution.parallel.mode.defaults", "concurrent")
                        .issues(HereTestCase.class))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo(DiscoveryIssue.Severity.WARNING);
                    assertThat(issue.message())
                            .isEqualTo("there is no configuration parameter assay.execution.parallel.mode.defaults, and"
                                    + " it does nothing; see those of assay.execution in Assay's documentation");
                });
    }

    /** Counts folds that run at the same time, and chooses within each by further evaluations. */
    abstract static class Nesting extends FlowerModels {

        static final AtomicInteger READS = new AtomicInteger();
        static final AtomicInteger RUNNING = new AtomicInteger();
        static final AtomicInteger MOST = new AtomicInteger();

        static void reset() {
            READS.set(0);
            RUNNING.set(0);
            MOST.set(0);
        }

        @Override
        @Examples
        Dataset<double[]> flowers() {
            READS.incrementAndGet();
            return super.flowers();
        }

        @Override
        @Candidate
        Learner<double[]> rule() {
            return training -> {
                MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
                try {
                    Thread.sleep(1);
                    return Flowers.rule().fit(training);
                } finally {
                    RUNNING.decrementAndGet();
                }
            };
        }

        @Candidate
        Learner<double[]> best() {
            return Selection.by(
                    ClassificationMetrics.ACCURACY,
                    KFold.of(2),
                    dev.assay.evaluation.Candidate.of("one", this::rule),
                    dev.assay.evaluation.Candidate.of("two", this::rule).withConcurrency(Concurrency.NOT_THREAD_SAFE));
        }

        @Check
        void alpha(Evaluation model) {
            Judge.met(model, "alpha of " + getClass().getSimpleName());
        }

        @Check
        void beta(Evaluation model) {
            Judge.met(model, "beta of " + getClass().getSimpleName());
        }
    }

    @ModelTest
    static class Nesting0TestCase extends Nesting {}

    @ModelTest
    static class Nesting1TestCase extends Nesting {}

    @ModelTest
    static class Nesting2TestCase extends Nesting {}

    @ModelTest
    static class Nesting3TestCase extends Nesting {}

    @ModelTest
    static class Nesting4TestCase extends Nesting {}

    @ModelTest
    static class Nesting5TestCase extends Nesting {}

    private static final Class<?>[] NESTING = {
        Nesting0TestCase.class,
        Nesting1TestCase.class,
        Nesting2TestCase.class,
        Nesting3TestCase.class,
        Nesting4TestCase.class,
        Nesting5TestCase.class
    };

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2", "8, 1", "8, 2"})
    @ResourceLock("Nesting")
    void checks_wait_for_shared_evaluations_and_never_do_more_folds_run_than_there_are_threads(
            int threads, int parallelism) {
        Nesting.reset();

        concurrent(threads)
                .with("assay.parallelism", parallelism + "")
                .run(NESTING)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(6 * 6).failed(0));

        assertThat(Nesting.READS).as("each class once").hasValue(6);
        assertThat(Nesting.MOST).hasValueLessThanOrEqualTo(parallelism).hasPositiveValue();
    }

    @Test
    @ResourceLock("Nesting")
    void no_more_classes_wait_for_evaluations_than_are_to_run_at_once() {
        Set<Thread> running = Collections.synchronizedSet(new java.util.HashSet<>());
        WaitingClasses.LISTENER = running::add;
        try {
            concurrent(2)
                    .with("assay.parallelism", "1")
                    .run(
                            Waiting0TestCase.class,
                            Waiting1TestCase.class,
                            Waiting2TestCase.class,
                            Waiting3TestCase.class,
                            Waiting4TestCase.class)
                    .testEvents()
                    .assertStatistics(stats -> stats.succeeded(5));
        } finally {
            WaitingClasses.LISTENER = thread -> {};
        }
        assertThat(running).hasSizeLessThanOrEqualTo(2);
    }

    abstract static class WaitingClasses extends FlowerModels {

        static volatile java.util.function.Consumer<Thread> LISTENER = thread -> {};

        @Override
        @Examples
        Dataset<double[]> flowers() {
            LISTENER.accept(Thread.currentThread());
            return super.flowers();
        }

        @Override
        @Candidate
        Learner<double[]> rule() {
            return training -> {
                Thread.sleep(30);
                return Flowers.rule().fit(training);
            };
        }

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    static class Waiting0TestCase extends WaitingClasses {}

    @ModelTest
    static class Waiting1TestCase extends WaitingClasses {}

    @ModelTest
    static class Waiting2TestCase extends WaitingClasses {}

    @ModelTest
    static class Waiting3TestCase extends WaitingClasses {}

    @ModelTest
    static class Waiting4TestCase extends WaitingClasses {}

    @Test
    @ResourceLock("Nesting")
    void report_entries_belong_to_the_check_and_class_that_publish_them() {
        EngineExecutionResults results =
                concurrent(4).with("assay.parallelism", "2").run(NESTING);

        List<String> told = results.allEvents().reportingEntryPublished().stream()
                .filter(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .containsKey("assay.criterion"))
                .map(event -> {
                    Map<String, String> pairs =
                            event.getRequiredPayload(ReportEntry.class).getKeyValuePairs();
                    TestDescriptor call = event.getTestDescriptor();
                    TestDescriptor check = call.getParent().orElseThrow();
                    String type = check.getParent()
                            .orElseThrow()
                            .getUniqueId()
                            .getLastSegment()
                            .getValue();
                    assertThat(pairs)
                            .containsEntry(
                                    "assay.candidate",
                                    call.getUniqueId().getLastSegment().getValue())
                            .containsEntry(
                                    "assay.criterion",
                                    check.getDisplayName() + " of " + type.substring(type.lastIndexOf('$') + 1));
                    return call.getUniqueId().toString();
                })
                .toList();
        assertThat(told).hasSize(6 * 6).doesNotHaveDuplicates();
        assertThat(results.containerEvents().reportingEntryPublished().stream()
                        .map(event -> event.getTestDescriptor()
                                .getUniqueId()
                                .getLastSegment()
                                .getValue()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(NESTING).map(Class::getName).toList());
    }

    @Test
    @ResourceLock("Nesting")
    @ResourceLock(Resources.SYSTEM_OUT)
    void tables_of_classes_stand_one_below_the_other() {
        String oneByOne = printed(Engine.writingTo(output).with("assay.summary", "on"));
        String atOnce = printed(concurrent(6).with("assay.summary", "on"));

        assertThat(blocks(atOnce)).hasSize(7).containsExactlyInAnyOrderElementsOf(blocks(oneByOne));
        assertThat(atOnce.lines().filter(line -> line.startsWith("Assay: criteria: ")))
                .hasSize(1);
    }

    private static List<String> blocks(String printed) {
        return Arrays.asList(printed.split("(?m)^(?=dev\\.assay|Assay: )"));
    }

    private static String printed(Engine engine) {
        PrintStream original = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            engine.run(NESTING);
        } finally {
            System.setOut(original);
        }
        return bytes.toString(UTF_8);
    }

    abstract static class Endless extends FlowerModels {

        @Override
        @Candidate("endless")
        Learner<double[]> rule() {
            return training -> {
                begun().countDown();
                new CountDownLatch(1).await();
                throw new AssertionError("not reached");
            };
        }

        abstract CountDownLatch begun();

        @Check(of = "endless")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "endless")
        void isVeryGood(Evaluation model) {
            Judge.met(model, "to be very good");
        }
    }

    @ModelTest
    static class EndlessATestCase extends Endless {

        static final CountDownLatch BEGUN = new CountDownLatch(1);

        @Override
        CountDownLatch begun() {
            return BEGUN;
        }
    }

    @ModelTest
    static class EndlessBTestCase extends Endless {

        static final CountDownLatch BEGUN = new CountDownLatch(1);

        @Override
        CountDownLatch begun() {
            return BEGUN;
        }
    }

    @Test
    void a_run_whose_thread_is_interrupted_ends_all_classes_and_leaves_no_thread_and_whole_files() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Thread run = new Thread(() -> {
            try {
                concurrent(4).with("assay.parallelism", "4").run(EndlessATestCase.class, EndlessBTestCase.class);
            } catch (RuntimeException e) {
                // how the platform tells
                return;
            }
        });
        run.start();
        EndlessATestCase.BEGUN.await();
        EndlessBTestCase.BEGUN.await();

        long start = System.nanoTime();
        run.interrupt();
        run.join();

        // a second is what is asked for; the limit is for a machine that is busy with something else
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(10);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && isOfRun(thread)) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(files()).isSubsetOf("class.summary.json");
    }

    private static boolean isOfRun(Thread thread) {
        return thread.getName().startsWith("assay-worker") || thread.getName().startsWith("junit-");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    @ModelTest
    static class WaitingForInterruptTestCase extends Endless {

        static final CountDownLatch BEGUN = new CountDownLatch(1);

        @Override
        CountDownLatch begun() {
            return BEGUN;
        }
    }

    @ModelTest
    static class InterruptingTestCase extends FlowerModels {

        @Check(judges = false)
        void interrupts() throws InterruptedException {
            WaitingForInterruptTestCase.BEGUN.await();
            throw new InterruptedException("enough");
        }
    }

    @Test
    void an_interrupt_of_one_class_stops_others_that_run_at_the_same_time() {
        EngineExecutionResults results = parallel(Engine.writingTo(output), "concurrent", "same_thread", 2)
                .with("assay.parallelism", "2")
                .run(WaitingForInterruptTestCase.class, InterruptingTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.failed(2).skipped(1));
        assertThat(Engine.failures(results))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder("enough", "endless: cancelled");
    }
}
