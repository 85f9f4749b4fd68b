package dev.assay.evaluation;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An evaluation that has been started. */
public final class PendingEvaluation {

    private final CompletableFuture<Evaluation> future;
    private final Runnable cancellation;
    private final CompletableFuture<Boolean> foldsEnded;

    /**
     * Wraps what runs.
     *
     * @param future the evaluation
     * @param cancellation gives it up
     * @param foldsEnded completes, never with a failure, when no fold runs any more
     */
    PendingEvaluation(
            CompletableFuture<Evaluation> future, Runnable cancellation, CompletableFuture<Boolean> foldsEnded) {
        this.future = future;
        this.cancellation = cancellation;
        this.foldsEnded = foldsEnded;
    }

    static PendingEvaluation failed(RuntimeException failure) {
        return new PendingEvaluation(
                CompletableFuture.failedFuture(failure), () -> {}, CompletableFuture.completedFuture(true));
    }

    /**
     * Waits for the evaluation. May be called any number of times; a failure is thrown each time.
     *
     * @return the evaluation
     * @throws EvaluationException if a fold failed; the message names it, the cause is the failure; or if the time limit is
     *     over
     * @throws CancellationException if the evaluation was given up
     * @throws InterruptedException if the waiting thread is interrupted; the evaluation goes on
     */
    public Evaluation await() throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            // newer Java versions wrap the one that tells the reason
            throw e.getCause() instanceof CancellationException told ? told : e;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof RuntimeException exception) {
                throw exception;
            }
            throw new EvaluationException("evaluation failed: " + e.getMessage(), e);
        }
    }

    /**
     * Gives the evaluation up unless it has ended: whoever waits gets a {@link CancellationException} at once, folds that are
     * running are interrupted, and others don't begin.
     */
    public void cancel() {
        cancellation.run();
    }

    /**
     * Waits until none of the folds runs any more. That may be later than the end of the evaluation, if it was given up or its time
     * was over: a learner need not heed an interrupt.
     *
     * @param atMost how long to wait
     * @return whether none runs
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public boolean awaitFolds(Duration atMost) throws InterruptedException {
        try {
            return foldsEnded.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
