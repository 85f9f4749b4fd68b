package dev.assay.engine.internal.execution;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a run is stopped: a thread of it was interrupted. The platform takes an interrupt for that of one check, and would go on
 * with the next, and with those that run at the same time.
 */
final class Stop {

    private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** Takes what ends something that runs, and does it at once if the run is stopped. */
    void begun(Runnable ending) {
        endings.add(ending);
        if (stopped) {
            ending.run();
        }
    }

    void ended(Runnable ending) {
        endings.remove(ending);
    }

    void stop() {
        stopped = true;
        endings.forEach(Runnable::run);
    }

    boolean isStopped() {
        return stopped;
    }
}
