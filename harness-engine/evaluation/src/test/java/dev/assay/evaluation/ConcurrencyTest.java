package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.testing.Examples;
import dev.assay.testing.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ConcurrencyTest {

    private static final Dataset<Integer> DATA = Examples.blocks(20, 20);

    @ParameterizedTest
    @EnumSource(names = {"MULTI_THREADED", "NOT_THREAD_SAFE"})
    void runs_one_fold_after_another_in_their_order(Concurrency concurrency) {
        // neither is safe to be shared by threads
        List<Integer> order = new ArrayList<>();
        AtomicInteger running = new AtomicInteger();
        Supplier<Learner<Integer>> source = Script.perFold(fold -> training -> {
            assertThat(running.incrementAndGet()).isEqualTo(1);
            order.add(fold);
            return rows -> {
                running.decrementAndGet();
                return Learners.<Integer>majorityClass().fit(training).predict(rows);
            };
        });

        try (WorkerPool pool = WorkerPool.of(4)) {
            Evaluation evaluation = CrossValidation.of(DATA)
                    .folds(5)
                    .repeats(8)
                    .pool(pool)
                    .evaluate(Candidate.of("forest", source).withConcurrency(concurrency));

            assertThat(evaluation.folds()).hasSize(40);
        }
        assertThat(order)
                .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
    }

    @Test
    void runs_folds_of_other_candidates_meanwhile() {
        CountDownLatch both = new CountDownLatch(2);
        Supplier<Learner<Integer>> meeting = () -> training -> {
            both.countDown();
            assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
            return Learners.<Integer>majorityClass().fit(training);
        };

        try (WorkerPool pool = WorkerPool.of(2)) {
            Comparison comparison = CrossValidation.of(DATA)
                    .folds(5)
                    .pool(pool)
                    .compare(
                            Candidate.of("a", meeting).withConcurrency(Concurrency.MULTI_THREADED),
                            Candidate.of("b", meeting).withConcurrency(Concurrency.NOT_THREAD_SAFE));

            assertThat(comparison.evaluations()).hasSize(2);
        }
    }

    @Test
    void does_not_deadlock_when_a_fold_evaluates_on_the_only_thread() {
        AtomicInteger inner = new AtomicInteger();
        try (WorkerPool pool = WorkerPool.of(1)) {
            CrossValidation<Integer> validation =
                    CrossValidation.of(DATA).folds(3).pool(pool);
            Candidate counting = Candidate.of("inner", training -> {
                        inner.incrementAndGet();
                        return Learners.majorityClass().fit(training);
                    })
                    .withConcurrency(Concurrency.NOT_THREAD_SAFE);
            validation.evaluate(Candidate.of("outer", training -> {
                        validation.evaluate(counting);
                        return Learners.majorityClass().fit(training);
                    })
                    .withConcurrency(Concurrency.MULTI_THREADED));
        }

        assertThat(inner).hasValue(3 * 3);
    }

    @Test
    void runs_all_folds_under_the_context_class_loader_of_whoever_started_them() {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        ClassLoader another = new ClassLoader(own) {};
        Set<ClassLoader> seen = ConcurrentHashMap.newKeySet();
        try (WorkerPool pool = WorkerPool.of(2)) {
            Thread.currentThread().setContextClassLoader(another);
            CrossValidation.of(DATA)
                    .pool(pool)
                    .evaluate(Candidate.of("forest", training -> {
                                seen.add(Thread.currentThread().getContextClassLoader());
                                return Learners.majorityClass().fit(training);
                            })
                            .withConcurrency(Concurrency.NOT_THREAD_SAFE));
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }

        assertThat(seen).containsExactly(another);
    }

    @Test
    void leaves_folds_out_that_come_after_one_that_failed() {
        AtomicInteger fits = new AtomicInteger();
        try (WorkerPool pool = WorkerPool.of(4)) {
            assertThatThrownBy(() -> CrossValidation.of(DATA)
                            .pool(pool)
                            .evaluate(Candidate.of("forest", training -> {
                                        fits.incrementAndGet();
                                        throw new IllegalStateException("singular matrix");
                                    })
                                    .withConcurrency(Concurrency.MULTI_THREADED)))
                    .hasMessage("forest on data, repeat 1, fold 1: IllegalStateException: singular matrix");
        }

        assertThat(fits).hasValue(1);
    }

    @Test
    void tells_whoever_waits_that_the_pool_was_closed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        WorkerPool pool = WorkerPool.of(2);
        PendingEvaluation pending = CrossValidation.of(DATA)
                .pool(pool)
                .start(Candidate.of("forest", training -> {
                            begun.countDown();
                            new CountDownLatch(1).await();
                            throw new AssertionError("not reached");
                        })
                        .withConcurrency(Concurrency.MULTI_THREADED));
        begun.await();

        pool.close();

        assertThatThrownBy(pending::await)
                .isInstanceOf(CancellationException.class)
                .hasMessage("the worker pool was closed");
    }
}
