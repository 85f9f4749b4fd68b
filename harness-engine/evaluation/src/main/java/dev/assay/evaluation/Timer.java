package dev.assay.evaluation;

/** The time that passes, as runs see it. */
interface Timer {

    /** Something to be done later. */
    @FunctionalInterface
    interface Alarm {

        /** Gives it up if it hasn't begun. */
        void cancel();
    }

    /** Returns the time since some moment in the past, in nanoseconds. */
    long nanos();

    /** Does something after so many nanoseconds; it must be short. */
    Alarm after(long nanos, Runnable action);
}
