package dev.assay.serving;

import java.time.Duration;

/**
 * How often a model is asked to find out what a prediction takes.
 *
 * <p>By default: after a warm-up of 200 calls and half a second, whichever ends later, 1,000 calls of one example; for throughput,
 * batches of 32 examples in 20 rounds; nothing longer than 30 seconds.
 *
 * @param warmUpCalls how many calls are made at least before any counts; for throughput, how many examples are predicted
 * @param warmUpTime how long the warm-up takes at least; compilers of the JVM need both
 * @param calls how many calls count, at least 1
 * @param batchSize how many examples are predicted at once where throughput is measured, at least 1
 * @param rounds how often throughput is measured, each time for about {@link Throughput#ROUND}, at least 1
 * @param timeLimit how long one measurement may take in all: the warm-up ends at half of it, and when it is over, the calls that were
 *     made count
 */
public record MeasurementOptions(
        int warmUpCalls, Duration warmUpTime, int calls, int batchSize, int rounds, Duration timeLimit) {

    private static final MeasurementOptions DEFAULTS =
            new MeasurementOptions(200, Duration.ofMillis(500), 1000, 32, 20, Duration.ofSeconds(30));

    /** Checks the numbers. */
    public MeasurementOptions {
        if (warmUpCalls < 0 || warmUpTime.isNegative()) {
            throw new IllegalArgumentException("a warm-up can't be of " + warmUpCalls + " calls and " + warmUpTime);
        }
        require(calls, "calls");
        require(batchSize, "examples in a batch");
        require(rounds, "rounds");
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("a time limit is longer than 0, not " + timeLimit);
        }
    }

    private static void require(int number, String things) {
        if (number < 1) {
            throw new IllegalArgumentException("there must be " + things + ", at least 1, not " + number);
        }
    }

    /**
     * Returns what is done unless told otherwise.
     *
     * @return the defaults
     */
    public static MeasurementOptions withDefaults() {
        return DEFAULTS;
    }

    /**
     * Sets what is done before any call counts.
     *
     * @param newCalls how many calls at least, 0 or more
     * @param newTime how long at least, 0 or longer
     * @return the same options with that warm-up
     */
    public MeasurementOptions withWarmUp(int newCalls, Duration newTime) {
        return new MeasurementOptions(newCalls, newTime, calls, batchSize, rounds, timeLimit);
    }

    /**
     * Sets how many calls count for latency and allocation.
     *
     * @param newCalls at least 1; the 99th percentile needs 299 for a bound at 95 % confidence, and more to be of use
     * @return the same options with so many calls
     */
    public MeasurementOptions withCalls(int newCalls) {
        return new MeasurementOptions(warmUpCalls, warmUpTime, newCalls, batchSize, rounds, timeLimit);
    }

    /**
     * Sets how many examples are predicted at once where throughput is measured.
     *
     * @param examples at least 1; more than the data have are as many as the data have
     * @return the same options with such batches
     */
    public MeasurementOptions withBatchSize(int examples) {
        return new MeasurementOptions(warmUpCalls, warmUpTime, calls, examples, rounds, timeLimit);
    }

    /**
     * Sets how often throughput is measured.
     *
     * @param newRounds at least 1; bounds at 95 % confidence need 5
     * @return the same options with so many rounds
     */
    public MeasurementOptions withRounds(int newRounds) {
        return new MeasurementOptions(warmUpCalls, warmUpTime, calls, batchSize, newRounds, timeLimit);
    }

    /**
     * Sets how long one measurement may take.
     *
     * @param limit longer than 0; a call that has begun is waited for
     * @return the same options with that limit
     */
    public MeasurementOptions withTimeLimit(Duration limit) {
        return new MeasurementOptions(warmUpCalls, warmUpTime, calls, batchSize, rounds, limit);
    }
}
