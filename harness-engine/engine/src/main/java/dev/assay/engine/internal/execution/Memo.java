package dev.assay.engine.internal.execution;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Something that is made when first needed, and once. A failure to make it is kept too, and thrown each time, but for interrupts. */
final class Memo<T> {

    private final Callable<? extends T> source;
    private final Lock lock = new ReentrantLock();
    private volatile @Nullable Outcome<T> outcome;

    Memo(Callable<? extends T> source) {
        this.source = source;
    }

    /**
     * Makes it, or waits for another thread that does.
     *
     * @throws InterruptedException if this thread is interrupted while it waits; that is not kept
     */
    T get() throws Exception {
        Outcome<T> known = outcome;
        return known == null ? make().get() : known.get();
    }

    private Outcome<T> make() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Outcome<T> made = outcome;
            if (made == null) {
                made = Outcome.of(source);
                if (made.isInterrupted()) {
                    return made;
                }
                outcome = made;
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether it was needed by now, and was made or could not be. */
    boolean isKnown() {
        return outcome != null;
    }

    /** Returns it if it was needed by now and could be made. */
    Optional<T> ifMade() {
        return Optional.ofNullable(outcome).flatMap(Outcome::value);
    }
}
