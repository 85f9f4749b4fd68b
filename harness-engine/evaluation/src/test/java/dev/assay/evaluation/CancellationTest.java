package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Training;
import dev.assay.testing.Examples;
import dev.assay.testing.Script;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CancellationTest {

    private static final Dataset<Integer> DATA = Examples.blocks(20, 20);

    private static CrossValidation<Integer> validation(WorkerPool pool) {
        return CrossValidation.of(DATA).folds(5).pool(pool);
    }

    /** Fits that never end by themselves. */
    private static final class Endless {

        private final CountDownLatch begun;
        private final CountDownLatch interrupted;
        private final AtomicInteger fits = new AtomicInteger();

        Endless(int atOnce) {
            begun = new CountDownLatch(atOnce);
            interrupted = new CountDownLatch(atOnce);
        }

        Learner<Integer> learner() {
            return training -> {
                fits.incrementAndGet();
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    assertThat(training.isCancelled()).isTrue();
                    interrupted.countDown();
                    throw e;
                }
                throw new AssertionError("not reached");
            };
        }

        void awaitInterrupts() throws InterruptedException {
            assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void interrupts_folds_that_run_leaves_out_others_and_tells_whoever_waits() throws InterruptedException {
        Endless endless = new Endless(2);
        try (WorkerPool pool = WorkerPool.of(2)) {
            PendingEvaluation pending = validation(pool).start(Candidate.of("forest", endless.learner()));
            endless.begun.await();

            pending.cancel();

            assertThatThrownBy(pending::await)
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("forest: cancelled");
            endless.awaitInterrupts();
            // the pool's threads are free again, and no interrupt is left on them
            assertThat(validation(pool)
                            .evaluate("next", (Learner<Integer>) training -> {
                                assertThat(Thread.currentThread().isInterrupted())
                                        .isFalse();
                                return Learners.<Integer>majorityClass().fit(training);
                            })
                            .folds())
                    .hasSize(5);
            assertThat(endless.fits).hasValue(2);
        }
    }

    @Test
    void whoever_needs_it_can_wait_for_folds_that_heed_no_interrupt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            PendingEvaluation pending = validation(pool).start(Candidate.of("deaf", training -> {
                begun.countDown();
                while (release.getCount() > 0) {
                    Thread.onSpinWait();
                }
                throw new IllegalStateException("too late");
            }));
            begun.await();
            pending.cancel();

            assertThat(pending.awaitFolds(Duration.ofMillis(20))).isFalse();
            release.countDown();
            assertThat(pending.awaitFolds(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void changes_nothing_when_all_is_done() throws InterruptedException {
        try (WorkerPool pool = WorkerPool.of(2)) {
            PendingEvaluation pending = validation(pool).start(Candidate.of("floor", Learners.majorityClass()));
            Evaluation evaluation = pending.await();

            pending.cancel();

            assertThat(pending.await()).isSameAs(evaluation);
        }
    }

    @Test
    void tells_learners_that_do_not_wait_for_anything() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gaveUp = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            PendingEvaluation pending = validation(pool).start(Candidate.of("forest", training -> {
                training.throwIfCancelled();
                begun.countDown();
                while (!training.isCancelled()) {
                    Thread.onSpinWait();
                }
                gaveUp.countDown();
                training.throwIfCancelled();
                throw new AssertionError("not reached");
            }));
            begun.await();

            pending.cancel();

            assertThat(gaveUp.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(pending::await).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void tells_folds_behind_one_that_failed() {
        CountDownLatch begun = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(2)) {
            assertThatThrownBy(() -> validation(pool).evaluate("forest", Script.perFold(fold -> training -> {
                        if (fold == 0) {
                            begun.await();
                            throw new IllegalStateException("singular matrix");
                        }
                        begun.countDown();
                        while (!training.isCancelled()) {
                            Thread.onSpinWait();
                        }
                        return Learners.majorityClass().fit(training);
                    })))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("forest on data, repeat 1, fold 1: IllegalStateException: singular matrix");
        }
    }

    @Test
    void ends_evaluations_within_a_fold_with_it() throws InterruptedException {
        Endless endless = new Endless(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            PendingEvaluation pending = validation(pool).start(Candidate.of("outer", training -> {
                validation(pool).evaluate("inner", endless.learner());
                throw new AssertionError("not reached");
            }));
            endless.begun.await();

            pending.cancel();

            endless.awaitInterrupts();
            assertThatThrownBy(pending::await).hasMessage("outer: cancelled");
            assertThat(validation(pool)
                            .evaluate("next", Learners.majorityClass())
                            .folds())
                    .hasSize(5);
            assertThat(endless.fits).hasValue(1);
        }
    }

    @Test
    void gives_evaluations_up_when_another_of_the_same_comparison_cannot_even_be_started() throws InterruptedException {
        Endless endless = new Endless(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            Candidate broken = Candidate.of("broken", () -> {
                try {
                    endless.begun.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                throw new NoClassDefFoundError("libsvm");
            });

            assertThatThrownBy(() -> validation(pool).compare(Candidate.of("forest", endless.learner()), broken))
                    .isInstanceOf(NoClassDefFoundError.class);

            endless.awaitInterrupts();
        }
    }

    @Test
    void gives_evaluations_up_when_whoever_waits_is_interrupted() throws InterruptedException {
        Endless endless = new Endless(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            AtomicInteger told = new AtomicInteger();
            Thread waiting = new Thread(() -> {
                try {
                    validation(pool).evaluate("forest", endless.learner());
                } catch (EvaluationException e) {
                    if (Thread.currentThread().isInterrupted()) {
                        told.incrementAndGet();
                    }
                }
            });
            waiting.start();
            endless.begun.await();

            waiting.interrupt();

            waiting.join();
            endless.awaitInterrupts();
            assertThat(told).hasValue(1);
        }
    }

    @Test
    void keeps_an_interrupt_from_whatever_else_the_thread_does_meanwhile() {
        PoolTask<String> task = new PoolTask<>(() -> "done");
        task.enter();
        task.leave();
        task.interrupt();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        task.enter();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();

        task.leave();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void ends_what_a_task_starts_after_it_was_interrupted() {
        AtomicInteger ended = new AtomicInteger();
        PoolTask<String> task = new PoolTask<>(() -> "done");
        task.started(ended::incrementAndGet);
        task.interrupt();
        assertThat(ended).hasValue(1);

        task.started(ended::incrementAndGet);

        assertThat(ended).hasValue(2);
    }

    @Test
    void runs_no_folds_on_threads_of_others_that_wait() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        ForkJoinPool others = new ForkJoinPool(2);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            PendingEvaluation occupying = validation(pool).start(Candidate.of("first", training -> {
                begun.countDown();
                enough.await();
                return Learners.majorityClass().fit(training);
            }));
            begun.await();
            AtomicInteger started = new AtomicInteger();
            Thread[] waiting = new Thread[1];
            var evaluated = others.submit(() -> {
                PendingEvaluation pending = validation(pool).start(Candidate.of("second", training -> {
                    threads.add(Thread.currentThread().getName());
                    return Learners.majorityClass().fit(training);
                }));
                waiting[0] = Thread.currentThread();
                started.incrementAndGet();
                return pending.await();
            });
            while (started.get() == 0 || waiting[0].getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            enough.countDown();
            occupying.await();
            assertThat(evaluated.get().folds()).hasSize(5);
        } finally {
            others.shutdown();
        }

        assertThat(threads).isNotEmpty().allMatch(name -> name.startsWith("assay-worker-"));
    }

    @Test
    void is_not_cancelled_unless_told() {
        Training<Integer> training = Training.of(DATA, Seed.of(1));

        assertThat(training.isCancelled()).isFalse();
        training.throwIfCancelled();
        Training<Integer> cancelled = training.withCancellation(() -> true).withValidation(DATA);
        assertThat(cancelled.isCancelled()).isTrue();
        assertThatThrownBy(cancelled::throwIfCancelled)
                .isInstanceOf(CancellationException.class)
                .hasMessage("the fit was cancelled");
    }
}
