package dev.assay.progress;

/** The time that passes, as runs see it. */
public interface Timer {

    /**
     * Returns the system's time.
     *
     * @return a timer whose alarms share one daemon thread, which ends when there are none
     */
    static Timer system() {
        return SystemTimer.INSTANCE;
    }

    /** Something to be done later. */
    @FunctionalInterface
    interface Alarm {

        /** Gives it up if it hasn't begun. */
        void cancel();
    }

    /**
     * Returns the time that has passed.
     *
     * @return nanoseconds since some moment
     */
    long nanos();

    /**
     * Does something later.
     *
     * @param nanos after how many nanoseconds
     * @param action what to do; it must be short
     * @return gives it up
     */
    Alarm after(long nanos, Runnable action);
}
