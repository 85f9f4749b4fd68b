package dev.assay.assertions;

/**
 * How long single predictions may take, as soon as it is said how many of them: nothing is measured or asserted before, so that
 * {@code predictsWithin(limit);} alone always passes. What gives a limit is annotated, so that Error Prone and IDEs warn of that.
 *
 * @param <T> what goes on from there
 */
@FunctionalInterface
public interface LatencyLimit<T> {

    /**
     * Demands it of all but the slowest calls.
     *
     * @param percentile of 100 calls, how many may not take longer: above 0 and below 100, such as 95
     * @return the assertions on the model, or the matcher
     */
    T atPercentile(double percentile);

    /**
     * Demands it of half of the calls.
     *
     * @return the assertions on the model, or the matcher
     */
    default T atMedian() {
        return atPercentile(50);
    }
}
