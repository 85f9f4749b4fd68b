package dev.assay.engine.internal.execution;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What a call gave: a value, or a failure to be thrown to whoever asks. */
final class Outcome<T> {

    private final @Nullable T value;
    private final @Nullable Throwable failure;

    private Outcome(@Nullable T value, @Nullable Throwable failure) {
        this.value = value;
        this.failure = failure;
    }

    /** Makes the call. */
    static <T> Outcome<T> of(Callable<? extends T> call) {
        try {
            return new Outcome<>(call.call(), null);
        } catch (OutOfMemoryError e) {
            // how Eclipse stops a run
            throw e;
        } catch (InterruptedException e) {
            // for whoever waits next on this thread
            Thread.currentThread().interrupt();
            return new Outcome<>(null, e);
        } catch (Exception | Error e) {
            return new Outcome<>(null, e);
        }
    }

    boolean isInterrupted() {
        return failure instanceof InterruptedException;
    }

    /** Returns the value if there is one. */
    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** Returns the value or throws the failure as it is. */
    T get() throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof Exception exception) {
            throw exception;
        }
        return Objects.requireNonNull(value);
    }
}
