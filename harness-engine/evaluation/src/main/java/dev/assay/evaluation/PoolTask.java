package dev.assay.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work for a pool that can be interrupted by itself: while it waits for other work, and its thread does some of that, the
 * interrupt stays with it and reaches the thread when it is back. What it itself has started ends with it.
 */
final class PoolTask<T> {

    private final Supplier<T> work;
    private final Set<Runnable> endings = new LinkedHashSet<>();
    /** The thread that does this and nothing on top of it. */
    private @Nullable Thread thread;

    private boolean interrupted;

    PoolTask(Supplier<T> work) {
        this.work = work;
    }

    T work() {
        return work.get();
    }

    /** Takes what ends something that the work has started. */
    void started(Runnable ending) {
        synchronized (this) {
            endings.add(ending);
            if (!interrupted) {
                return;
            }
        }
        ending.run();
    }

    synchronized void ended(Runnable ending) {
        endings.remove(ending);
    }

    /** Interrupts the work, if need be as soon as it begins, and ends what it has started. */
    void interrupt() {
        List<Runnable> all;
        synchronized (this) {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
            all = List.copyOf(endings);
        }
        all.forEach(Runnable::run);
    }

    /** The calling thread begins this, or comes back to it. */
    synchronized void enter() {
        thread = Thread.currentThread();
        if (interrupted) {
            thread.interrupt();
        }
    }

    /** The calling thread ends this, or turns to something else: from then on, no interrupt is meant for it any more. */
    synchronized void leave() {
        thread = null;
        interrupted |= Thread.interrupted();
    }
}
