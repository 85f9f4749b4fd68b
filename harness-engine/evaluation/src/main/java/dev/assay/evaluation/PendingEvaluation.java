package dev.assay.evaluation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** An evaluation that has been started. */
public final class PendingEvaluation {

    private final CompletableFuture<Evaluation> future;
    private final Runnable cancellation;

    PendingEvaluation(CompletableFuture<Evaluation> future, Runnable cancellation) {
        this.future = future;
        this.cancellation = cancellation;
    }

    static PendingEvaluation failed(RuntimeException failure) {
        return new PendingEvaluation(CompletableFuture.failedFuture(failure), () -> {});
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
}
