package dev.assay.engine.internal.execution;

/**
 * Whether a run is stopped: its thread was interrupted. The platform takes an interrupt for that of one check, and would go on
 * with the next.
 */
final class Stop {

    private volatile boolean stopped;

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }
}
