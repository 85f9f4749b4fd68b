package dev.assay.serving;

import dev.assay.statistics.QuantileEstimate;
import java.time.Duration;
import java.util.Collection;

/**
 * How long single predictions take: the wall-clock time of calls with one example each, one after another on one thread.
 *
 * <p>A call goes through the adapter, as a program's would: it takes in what the adapter does to hand the example over and to read
 * the scores. Putting a data set into a library's form, which is done once, is not counted. Times are those of
 * {@link System#nanoTime()} before and after; reading the clock, which takes some 20 to 100 ns, is part of them.
 *
 * <p>Bounds of percentiles hold for independent calls. Calls in a row are not quite that: a collection of garbage, a busy
 * neighbour or a throttled processor slows down several, and examples are asked for again when all had their turn. Where that
 * matters, bounds are too narrow, and so they say nothing of other machines, other loads or other data.
 */
public final class Latency {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Readings nanos;
    private final long clock;

    Latency(Readings nanos, long clock) {
        this.nanos = nanos;
        this.clock = clock;
    }

    /**
     * Measures a model.
     *
     * @param model a {@link dev.assay.learning.Predictor}, or a fitted model that an adapter on the class path knows
     * @param data a {@link dev.assay.data.Dataset}, or a data set that an adapter knows; examples take turns in their order
     * @return how long calls took
     * @throws MeasurementException if a prediction fails
     */
    public static Latency measure(Object model, Object data) {
        return measure(model, data, MeasurementOptions.withDefaults());
    }

    /**
     * Measures a model.
     *
     * @param model as for {@link #measure(Object, Object)}
     * @param data as for {@link #measure(Object, Object)}
     * @param options how many calls are made
     * @return how long calls took
     * @throws MeasurementException if a prediction fails
     */
    public static Latency measure(Object model, Object data, MeasurementOptions options) {
        return ServedModel.of(model, data).latency(options);
    }

    /**
     * Takes calls that were timed elsewhere, such as in production.
     *
     * @param times at least one, none of them negative
     * @return how long these calls took
     */
    public static Latency of(Collection<Duration> times) {
        if (times.isEmpty() || times.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException(
                    "a latency needs the times of calls, at least one, none of them negative");
        }
        return new Latency(
                new Readings(times.stream().mapToLong(Duration::toNanos).toArray(), 0, times.size()), 0);
    }

    /**
     * Estimates a percentile, in milliseconds.
     *
     * @param percentile above 0 and below 100, such as 95
     * @return the estimate with its bounds
     */
    public QuantileEstimate estimate(double percentile) {
        return nanos.percentile(percentile, NANOS_PER_MILLISECOND);
    }

    /**
     * Returns a percentile by nearest rank: the time that so many of 100 calls didn't exceed.
     *
     * @param percentile above 0 and below 100, such as 95
     * @return the time of one of the calls
     */
    public Duration percentile(double percentile) {
        return Duration.ofNanos((long) nanos.percentile(percentile, 1).value());
    }

    /**
     * Returns the time of the slowest call.
     *
     * @return the longest time
     */
    public Duration slowest() {
        return Duration.ofNanos(nanos.largest());
    }

    /**
     * Returns how many calls count.
     *
     * @return their number, at least 1
     */
    public int calls() {
        return nanos.calls();
    }

    /**
     * Returns how many calls were to count.
     *
     * @return more than {@link #calls()} if the time limit ended measuring
     */
    public int wantedCalls() {
        return nanos.wanted();
    }

    /**
     * Returns how many calls were made before.
     *
     * @return the calls of the warm-up
     */
    public int warmUpCalls() {
        return nanos.warmUpCalls();
    }

    /**
     * Returns what of each call is spent on reading the clock.
     *
     * @return the median of readings right after each other; 0 for calls that were timed elsewhere
     */
    public Duration clock() {
        return Duration.ofNanos(clock);
    }
}
