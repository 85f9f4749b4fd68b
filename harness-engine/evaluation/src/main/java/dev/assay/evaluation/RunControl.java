package dev.assay.evaluation;

import dev.assay.progress.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends: with the outcome of its folds, or before that because it is cancelled or its time is over. Then whoever
 * waits knows at once, folds that run are interrupted, and others don't begin. When it has ended, it holds nothing of the
 * run any more.
 */
final class RunControl {

    private final CompletableFuture<Evaluation> result;
    private final Optional<Duration> limit;
    private final Timer timer;
    private final String candidate;
    private List<Runnable> atEnd = List.of();
    private List<? extends PoolTask<?>> tasks = List.of();
    private Timer.@Nullable Alarm alarm;
    private boolean ended;
    private volatile boolean stopped;

    RunControl(String candidate, CompletableFuture<Evaluation> result, Optional<Duration> limit, Timer timer) {
        this.candidate = candidate;
        this.result = result;
        this.limit = limit;
        this.timer = timer;
    }

    /** Takes what is to be interrupted, and what is to be done at the end, before the result is there. */
    synchronized void over(List<? extends PoolTask<?>> all, List<Runnable> lastActions) {
        tasks = all;
        atEnd = lastActions;
    }

    /** Starts the time limit with the first fold that begins: waiting for other candidates' folds doesn't count. */
    synchronized void foldBegins(Supplier<EvaluationException> timeOver) {
        if (limit.isPresent() && alarm == null && !ended) {
            alarm = timer.after(limit.get().toNanos(), () -> stop(timeOver));
        }
    }

    boolean isStopped() {
        return stopped;
    }

    void cancel() {
        stop(() -> new CancellationException(candidate + ": cancelled"));
    }

    private void stop(Supplier<? extends RuntimeException> reason) {
        RuntimeException failure = reason.get();
        end().ifPresent(running -> {
            stopped = true;
            running.forEach(PoolTask::interrupt);
            result.completeExceptionally(failure);
        });
    }

    /** Ends the run with what its folds gave, unless it has ended. */
    void complete(@Nullable Evaluation evaluation, @Nullable Throwable failure) {
        end().ifPresent(all -> {
            if (failure == null) {
                result.complete(evaluation);
            } else {
                // folds may still run if the pool was closed
                stopped = true;
                all.forEach(PoolTask::interrupt);
                Throwable cause = failure.getCause();
                result.completeExceptionally(failure instanceof CompletionException && cause != null ? cause : failure);
            }
        });
    }

    /** Lets go of everything; returns what was to be interrupted, once. */
    private synchronized Optional<List<? extends PoolTask<?>>> end() {
        if (ended) {
            return Optional.empty();
        }
        ended = true;
        Optional<List<? extends PoolTask<?>>> all = Optional.of(tasks);
        tasks = List.of();
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        atEnd.forEach(Runnable::run);
        atEnd = List.of();
        return all;
    }
}
