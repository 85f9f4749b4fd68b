package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.learning.Learners;
import dev.assay.progress.ProgressBoard;
import dev.assay.testing.Examples;
import dev.assay.testing.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchedRunsTest {

    private final ManualTimer timer = new ManualTimer();
    private final List<String> printed = new ArrayList<>();
    private final ProgressBoard plain = ProgressBoard.ofLines(timer, printed::add);

    @Test
    void shows_evaluations_while_they_run() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            CrossValidation<Integer> validation =
                    CrossValidation.of(Examples.blocks(9, 9)).folds(3).pool(pool);
            PendingEvaluation pending = watched(validation).start(Candidate.of("forest", training -> {
                begun.countDown();
                enough.await();
                // is a part of the fold and not shown
                watched(validation).evaluate("inner", Learners.majorityClass());
                return Learners.majorityClass().fit(training);
            }));
            begun.await();
            timer.advance(Duration.ofSeconds(2));
            enough.countDown();
            pending.await();
            timer.advance(Duration.ofSeconds(60));
        }

        assertThat(printed).containsExactly("forest on data: 0 of 3 folds, 2 s" + System.lineSeparator());
        assertThat(timer.alarms()).isZero();
    }

    private CrossValidation<Integer> watched(CrossValidation<Integer> validation) {
        return validation.with(RunOptions.DEFAULTS.withTimer(timer).withBoard(() -> Optional.of(plain)));
    }

    @Test
    void shows_evaluations_that_were_given_up_no_longer() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            CrossValidation<Integer> validation =
                    CrossValidation.of(Examples.blocks(9, 9)).folds(3).pool(pool);
            PendingEvaluation pending = watched(validation).start(Candidate.of("forest", training -> {
                begun.countDown();
                new CountDownLatch(1).await();
                throw new AssertionError("not reached");
            }));
            begun.await();
            pending.cancel();
            assertThatThrownBy(pending::await).isInstanceOf(CancellationException.class);
        }
        timer.advance(Duration.ofSeconds(60));

        assertThat(printed).isEmpty();
        assertThat(timer.alarms()).isZero();
    }
}
