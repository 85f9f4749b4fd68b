package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.testing.Examples;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {

    private static final Dataset<Integer> DATA = Examples.blocks(20, 20);

    private static void evaluate(WorkerPool pool, int folds, Learner<Integer> learner) {
        CrossValidation.of(DATA).folds(folds).pool(pool).evaluate("forest", learner);
    }

    @Test
    void runs_as_many_folds_at_once_as_it_has_threads() {
        CountDownLatch together = new CountDownLatch(4);
        try (WorkerPool pool = WorkerPool.of(4)) {
            evaluate(pool, 4, training -> {
                together.countDown();
                assertThat(together.await(30, TimeUnit.SECONDS)).isTrue();
                return Learners.<Integer>majorityClass().fit(training);
            });
        }

        assertThat(together.getCount()).isZero();
    }

    @Test
    void runs_no_more_folds_at_once_than_it_has_threads() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WorkerPool pool = WorkerPool.of(2)) {
            evaluate(pool, 10, training -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.sleep(2);
                now.decrementAndGet();
                return Learners.<Integer>majorityClass().fit(training);
            });
        }

        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void gives_its_threads_names_of_their_own() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        CountDownLatch together = new CountDownLatch(3);
        try (WorkerPool pool = WorkerPool.of(3)) {
            evaluate(pool, 3, training -> {
                names.add(Thread.currentThread().getName());
                together.countDown();
                together.await();
                return Learners.<Integer>majorityClass().fit(training);
            });
        }

        assertThat(names).hasSize(3).allMatch(name -> name.startsWith("assay-worker-"));
    }

    @Test
    void does_not_deadlock_when_a_fold_evaluates_on_the_only_thread() {
        AtomicInteger inner = new AtomicInteger();
        try (WorkerPool pool = WorkerPool.of(1)) {
            evaluate(pool, 5, training -> {
                CrossValidation.of(training.data()).folds(3).pool(pool).evaluate("inner", nested -> {
                    CrossValidation.of(nested.data()).folds(2).pool(pool).evaluate("innermost", innermost -> {
                        inner.incrementAndGet();
                        return Learners.<Integer>majorityClass().fit(innermost);
                    });
                    return Learners.<Integer>majorityClass().fit(nested);
                });
                return Learners.<Integer>majorityClass().fit(training);
            });
        }

        assertThat(inner).hasValue(5 * 3 * 2);
    }

    @Test
    void runs_no_more_folds_at_once_than_it_has_threads_when_folds_evaluate_themselves() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WorkerPool pool = WorkerPool.of(2)) {
            evaluate(pool, 20, training -> {
                CrossValidation.of(training.data()).folds(5).pool(pool).evaluate("inner", nested -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.sleep(1);
                    now.decrementAndGet();
                    return Learners.<Integer>majorityClass().fit(nested);
                });
                return Learners.<Integer>majorityClass().fit(training);
            });
        }

        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void tells_whoever_waits_that_it_was_closed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Learner<Integer> stuck = training -> {
            begun.countDown();
            never.await();
            throw new AssertionError("not reached");
        };
        WorkerPool pool = WorkerPool.of(1);
        PendingEvaluation pending = CrossValidation.of(DATA).folds(5).pool(pool).start(Candidate.of("forest", stuck));
        begun.await();

        pool.close();

        assertThatThrownBy(pending::await)
                .isInstanceOf(CancellationException.class)
                .hasMessage("the worker pool was closed");
        assertThatThrownBy(() -> evaluate(pool, 2, Learners.majorityClass()))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on data: the worker pool was closed");
    }

    @Test
    void tells_folds_that_do_not_wait_for_anything_that_it_was_closed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gaveUp = new CountDownLatch(1);
        WorkerPool pool = WorkerPool.of(1);
        PendingEvaluation unused = CrossValidation.of(DATA)
                .folds(5)
                .pool(pool)
                .start(Candidate.of("forest", training -> {
                    begun.countDown();
                    while (!training.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    gaveUp.countDown();
                    throw new CancellationException();
                }));
        begun.await();

        pool.close();

        assertThat(gaveUp.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interrupts_a_fold_that_waits_for_an_evaluation_of_its_own_when_it_is_closed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        WorkerPool pool = WorkerPool.of(1);
        PendingEvaluation unused = CrossValidation.of(DATA)
                .folds(5)
                .pool(pool)
                .start(Candidate.of("outer", training -> {
                    try {
                        evaluate(pool, 2, inner -> {
                            begun.countDown();
                            // does not let anybody stop it, until the pool is closed
                            while (!inner.isCancelled() && !Thread.interrupted()) {
                                Thread.onSpinWait();
                            }
                            return Learners.<Integer>majorityClass().fit(inner);
                        });
                    } catch (EvaluationException | CancellationException e) {
                        // whatever became of the inner one
                    }
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                    throw new AssertionError("not reached");
                }));
        begun.await();

        pool.close();

        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runs_folds_under_the_context_class_loader_of_whoever_started_them() {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        ClassLoader another = new ClassLoader(own) {};
        Set<ClassLoader> seen = ConcurrentHashMap.newKeySet();
        try (WorkerPool pool = WorkerPool.of(2)) {
            Thread.currentThread().setContextClassLoader(another);
            try {
                evaluate(pool, 4, training -> {
                    seen.add(Thread.currentThread().getContextClassLoader());
                    return Learners.<Integer>majorityClass().fit(training);
                });
            } finally {
                Thread.currentThread().setContextClassLoader(own);
            }
            assertThat(seen).containsExactly(another);

            seen.clear();
            evaluate(pool, 4, training -> {
                seen.add(Thread.currentThread().getContextClassLoader());
                return Learners.<Integer>majorityClass().fit(training);
            });
            assertThat(seen).containsExactly(own);
        }
    }

    @Test
    void shares_one_pool_that_closing_does_not_stop() {
        WorkerPool shared = WorkerPool.shared();
        shared.close();

        assertThat(WorkerPool.shared()).isSameAs(shared);
        assertThat(shared.parallelism()).isPositive();
        evaluate(shared, 2, Learners.majorityClass());
    }

    @Test
    void fails_without_threads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkerPool.of(0))
                .withMessage("assay.parallelism must be at least 1, not 0");
    }
}
