package dev.assay.verdict;

import dev.assay.serving.MeasurementOptions;
import java.time.Duration;
import java.util.Locale;

/**
 * Says by which options more is measured.
 *
 * @param measured what was measured
 * @param made how many things were
 * @param options how it was
 */
record MoreMeasuring(Measured measured, int made, MeasurementOptions options) {

    /** Tells whether it was the time limit that kept more from being measured. */
    boolean isCutShort() {
        return made < measured.wanted();
    }

    /** Changes nothing but what keeps so many things from being measured: their number, the time limit or both. */
    String words(long needed) {
        String changes =
                (measured.wanted() < needed ? String.format(Locale.ROOT, ".%s(%d)", measured.option(), needed) : "")
                        + (isCutShort()
                                ? String.format(
                                        Locale.ROOT, ".withTimeLimit(Duration.ofSeconds(%d))", secondsFor(needed))
                                : "");
        return options.equals(MeasurementOptions.withDefaults())
                ? "measuredWith(MeasurementOptions.withDefaults()" + changes + ")"
                : "add " + changes + " to the options of measuredWith";
    }

    /**
     * Extends the limit in proportion, which leaves as much more to the warm-up and to what is between calls; a limit shorter than
     * the calls that were made in it says less than these.
     */
    private long secondsFor(long needed) {
        double ofLimit = seconds(options.timeLimit()) / made * needed;
        double ofCalls = seconds(measured.each()) * needed;
        return (long) Math.ceil(Math.max(ofLimit, ofCalls));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
