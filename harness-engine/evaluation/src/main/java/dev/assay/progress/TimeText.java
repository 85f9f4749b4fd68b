package dev.assay.progress;

import java.time.Duration;

/** Words spans of time as a reader who waits wants them. */
public final class TimeText {

    private static final long SECOND = 1_000_000_000;

    private TimeText() {}

    /** Words what has passed, in whole seconds that have, such as "3 min 20 s". */
    static String ofElapsed(long nanos) {
        return ofSeconds(nanos / SECOND);
    }

    /** Words what is still to pass, never as nothing, and beyond ten minutes without seconds. */
    static String ofRest(long nanos) {
        long seconds = Math.max(1, (nanos + SECOND / 2) / SECOND);
        return ofSeconds(seconds < 600 ? seconds : (seconds + 30) / 60 * 60);
    }

    /**
     * Words a span exactly, to the millisecond.
     *
     * @param duration not negative
     * @return such as "3 min 20 s" or "1500 ms"
     */
    public static String of(Duration duration) {
        return duration.toMillisPart() == 0 ? ofSeconds(duration.toSeconds()) : duration.toMillis() + " ms";
    }

    private static String ofSeconds(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? two(seconds / 60, "min", seconds % 60, "s")
                : two(seconds / 3600, "h", seconds / 60 % 60, "min");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
