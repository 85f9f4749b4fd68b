package dev.assay.engine.internal.execution;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Something that is made when first needed, and once. A failure to make it is kept too, and thrown each time. */
final class Memo<T> {

    private final Callable<? extends T> source;
    private @Nullable Outcome<T> outcome;

    Memo(Callable<? extends T> source) {
        this.source = source;
    }

    synchronized T get() throws Exception {
        if (outcome == null) {
            outcome = Outcome.of(source);
        }
        return outcome.get();
    }

    /** Returns it if it was needed by now and could be made. */
    synchronized Optional<T> ifMade() {
        return Optional.ofNullable(outcome).flatMap(Outcome::value);
    }
}
