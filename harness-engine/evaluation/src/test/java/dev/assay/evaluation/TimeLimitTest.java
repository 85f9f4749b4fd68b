package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.testing.Examples;
import dev.assay.testing.ManualTimer;
import dev.assay.testing.Script;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeLimitTest {

    private static final Dataset<Integer> DATA = Examples.blocks(20, 20);

    private final ManualTimer timer = new ManualTimer();

    private CrossValidation<Integer> limited(WorkerPool pool) {
        return CrossValidation.of(DATA)
                .folds(4)
                .pool(pool)
                .with(RunOptions.DEFAULTS.withTimer(timer))
                .timeLimit(Duration.ofSeconds(30));
    }

    @Test
    void interrupts_folds_and_says_what_was_done_when_the_time_is_over() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            PendingEvaluation pending = limited(pool)
                    .failures(FoldFailures.SKIP)
                    .start(Candidate.of("forest", Script.perFold(fold -> training -> {
                        if (fold < 2) {
                            return Learners.majorityClass().fit(training);
                        }
                        begun.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            interrupted.countDown();
                            throw e;
                        }
                        throw new AssertionError("not reached");
                    })));
            begun.await();

            timer.advance(Duration.ofMillis(29_999));
            assertThat(interrupted.getCount()).isEqualTo(1);
            timer.advance(Duration.ofMillis(1));

            assertThatThrownBy(pending::await)
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage(
                            "forest on data: 2 of 4 folds were done in 30 s, which is the time limit; running then:"
                                    + " repeat 1, fold 3; raise the limit, or take fewer folds, fewer repeats or fewer examples");
            assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void does_not_count_the_time_before_the_first_fold() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            PendingEvaluation before = CrossValidation.of(DATA)
                    .folds(2)
                    .pool(pool)
                    .start(Candidate.of("before", training -> {
                        begun.countDown();
                        enough.await();
                        return Learners.majorityClass().fit(training);
                    }));
            begun.await();
            PendingEvaluation pending = limited(pool).start(Candidate.of("forest", Learners.majorityClass()));

            timer.advance(Duration.ofHours(1));
            enough.countDown();

            assertThat(before.await().folds()).hasSize(2);
            assertThat(pending.await().folds()).hasSize(4);
            assertThat(timer.alarms()).as("the limit ends with the evaluation").isZero();
        }
    }

    @Test
    void counts_by_the_system_time() {
        Learner<Integer> endless = training -> {
            new CountDownLatch(1).await();
            throw new AssertionError("not reached");
        };

        try (WorkerPool pool = WorkerPool.of(2)) {
            assertThatThrownBy(() -> CrossValidation.of(DATA)
                            .folds(2)
                            .pool(pool)
                            .timeLimit(Duration.ofMillis(5))
                            .evaluate("forest", endless))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("in 5 ms, which is the time limit");
        }
    }

    @Test
    void must_be_positive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossValidation.of(DATA).timeLimit(Duration.ZERO))
                .withMessage("the time limit must be positive, not PT0S");
    }
}
