package dev.assay.serving;

import dev.assay.statistics.QuantileEstimate;
import java.math.BigDecimal;
import java.util.Arrays;

/** What each of several calls took, in any unit. */
final class Readings {

    private final long[] sorted;
    private final int warmUpCalls;
    private final int wanted;

    /**
     * Takes what was read.
     *
     * @param readings what calls took, at least one
     * @param warmUpCalls how many calls were made before
     * @param wanted how many calls were to be made; fewer were if the time was over
     */
    Readings(long[] readings, int warmUpCalls, int wanted) {
        this.sorted = readings.clone();
        Arrays.sort(sorted);
        this.warmUpCalls = warmUpCalls;
        this.wanted = wanted;
    }

    int calls() {
        return sorted.length;
    }

    int warmUpCalls() {
        return warmUpCalls;
    }

    int wanted() {
        return wanted;
    }

    long largest() {
        return sorted[sorted.length - 1];
    }

    /**
     * Estimates a percentile.
     *
     * @param unit how many units of a reading are one of the estimate
     */
    QuantileEstimate percentile(double percentile, double unit) {
        if (!(percentile > 0 && percentile < 100)) {
            throw new IllegalArgumentException(
                    "a percentile lies above 0 and below 100, such as 95; not " + percentile);
        }
        return QuantileEstimate.of(
                        Arrays.stream(sorted)
                                .mapToDouble(reading -> reading / unit)
                                .toArray(),
                        BigDecimal.valueOf(percentile).movePointLeft(2).doubleValue())
                .within(0, Double.POSITIVE_INFINITY)
                .named("calls");
    }
}
