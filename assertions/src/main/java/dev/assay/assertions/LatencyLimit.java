package dev.assay.assertions;

import java.util.function.DoubleFunction;

/**
 * How long single predictions may take, as soon as it is said how many of them: nothing is asserted before.
 *
 * @param <T> what goes on from there
 */
public final class LatencyLimit<T> {

    private final DoubleFunction<T> judge;

    /**
     * Makes a limit.
     *
     * @param judge takes the percentile
     */
    public LatencyLimit(DoubleFunction<T> judge) {
        this.judge = judge;
    }

    /**
     * Demands it of all but the slowest calls.
     *
     * @param percentile of 100 calls, how many may not take longer: above 0 and below 100, such as 95
     * @return the assertions on the model, or the matcher
     */
    public T atPercentile(double percentile) {
        return judge.apply(percentile);
    }

    /**
     * Demands it of half of the calls.
     *
     * @return the assertions on the model, or the matcher
     */
    public T atMedian() {
        return judge.apply(50);
    }
}
