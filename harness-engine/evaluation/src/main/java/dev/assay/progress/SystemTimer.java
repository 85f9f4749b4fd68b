package dev.assay.progress;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's time. All alarms share one thread, which ends when there are none. */
final class SystemTimer implements Timer {

    static final SystemTimer INSTANCE = new SystemTimer();

    private static final long IDLE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor executor = executor();

    private SystemTimer() {}

    private static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, SystemTimer::thread);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        // an alarm that was given up must not hold what it was for
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "assay-timer", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm after(long nanos, Runnable action) {
        Future<?> future = executor.schedule(action, nanos, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }
}
