package dev.assay.engine.internal.execution;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts checks that run. The platform waits for those that run at the same time, but not once a run is stopped: then some may
 * go on while their class is at its end.
 */
final class RunningChecks {

    private final Lock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private int running;

    void begun() {
        change(1);
    }

    void ended() {
        change(-1);
    }

    private void change(int by) {
        lock.lock();
        try {
            running += by;
            if (running == 0) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until none runs, but not for long. */
    void await(Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (running > 0 && left > 0) {
                left = none.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
