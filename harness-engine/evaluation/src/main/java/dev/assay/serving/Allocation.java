package dev.assay.serving;

import dev.assay.statistics.QuantileEstimate;

/**
 * How much memory single predictions allocate: bytes of Java objects that calls with one example each made, as the JVM counts
 * them for the calling thread.
 *
 * <p>Counted is what the garbage collector will have to free. Not counted are native memory, such as the tensors and weights of
 * ONNX Runtime, what other threads allocate, and objects that the compiler of the JVM does away with, so that figures fall as a
 * program warms up.
 */
public final class Allocation {

    private final Readings bytes;

    Allocation(Readings bytes) {
        this.bytes = bytes;
    }

    /**
     * Estimates the median, in bytes.
     *
     * @return the estimate with its bounds
     */
    public QuantileEstimate estimate() {
        return bytes.percentile(50, 1);
    }

    /**
     * Returns the median of calls.
     *
     * @return how many bytes a call allocated
     */
    public long median() {
        return (long) estimate().value();
    }

    /**
     * Returns what the call allocated that allocated the most.
     *
     * @return a number of bytes
     */
    public long largest() {
        return bytes.largest();
    }

    /**
     * Returns how many calls count.
     *
     * @return their number, at least 1
     */
    public int calls() {
        return bytes.calls();
    }

    /**
     * Returns how many calls were to count.
     *
     * @return more than {@link #calls()} if the time limit ended measuring
     */
    public int wantedCalls() {
        return bytes.wanted();
    }

    /**
     * Returns how many calls were made before.
     *
     * @return the calls of the warm-up
     */
    public int warmUpCalls() {
        return bytes.warmUpCalls();
    }
}
