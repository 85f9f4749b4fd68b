package dev.assay.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A value whose bounds are quantiles of draws, made by {@link CountSample}.
 *
 * <p>A bound is the draw of which at most the share 1 − level lie beyond it; where there are too few draws for the level, it
 * is the end of the value's range. The value itself is never outside of its bounds. A draw in which the value is undefined
 * counts as beyond either bound. Immutable, and the same on any number of threads.
 */
public final class DrawsEstimate implements Estimate {

    private final double value;
    private final double minimum;
    private final double maximum;
    private final String method;
    /** Ascending, those that are undefined last. */
    private final double[] draws;

    private final int defined;
    private final QuantileLevels levels;
    /** Values of fresh samples of the same size; of a bootstrap these are its replicates. */
    private final double[] fresh;

    DrawsEstimate(
            double value,
            double minimum,
            double maximum,
            String method,
            double[] sorted,
            QuantileLevels levels,
            double[] fresh) {
        this.value = value;
        this.minimum = minimum;
        this.maximum = maximum;
        this.method = method;
        this.draws = sorted;
        this.defined = defined(sorted);
        this.levels = levels;
        this.fresh = fresh;
    }

    static int defined(double[] sorted) {
        int size = sorted.length;
        while (size > 0 && Double.isNaN(sorted[size - 1])) {
            size--;
        }
        return size;
    }

    /**
     * Tells whether the draws differ. Draws that are all the same say nothing of the value's uncertainty, however narrow the
     * bounds between them look.
     *
     * @return whether bounds mean anything
     */
    public boolean hasSpread() {
        return defined > 0 && draws[defined - 1] - draws[0] > Samples.rounding(draws[0]);
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public double lowerBound(double level) {
        double below = levels.of(1 - Levels.require(level));
        int rank = (int) Math.floor(below * (draws.length + 1.0)) - (draws.length - defined);
        return rank < 1 ? minimum : Math.max(minimum, Math.min(value, draws[Math.min(rank, defined) - 1]));
    }

    @Override
    public double upperBound(double level) {
        double above = 1 - levels.of(Levels.require(level));
        int rank = (int) Math.floor(above * (draws.length + 1.0)) - (draws.length - defined);
        return rank < 1 ? maximum : Math.min(maximum, Math.max(value, draws[Math.max(0, defined - rank)]));
    }

    @Override
    public double chanceOfAtLeast(double threshold) {
        double least = threshold - Samples.rounding(threshold);
        return share(least, Double.POSITIVE_INFINITY);
    }

    @Override
    public double chanceOfAtMost(double threshold) {
        double most = threshold + Samples.rounding(threshold);
        return share(Double.NEGATIVE_INFINITY, most);
    }

    private double share(double least, double most) {
        return (double) Arrays.stream(fresh)
                        .filter(each -> each >= least && each <= most)
                        .count()
                / fresh.length;
    }

    /** Lets the bound stay as far from its value as it is, but for the size. */
    @Override
    public double chanceOfLowerBound(double threshold, double level, Prospect prospect) {
        double distance = prospect.scaled(value - lowerBound(level));
        return threshold <= minimum ? 1 : chanceOfAtLeast(needed(threshold + distance, prospect));
    }

    @Override
    public double chanceOfUpperBound(double threshold, double level, Prospect prospect) {
        double distance = prospect.scaled(upperBound(level) - value);
        return threshold >= maximum ? 1 : chanceOfAtMost(needed(threshold - distance, prospect));
    }

    /** Returns what fresh draws around the value at hand need for those around the true one to be there. */
    private double needed(double place, Prospect prospect) {
        return value + (place - prospect.truth()) * Math.sqrt(prospect.growth());
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public OptionalInt replicates() {
        return OptionalInt.of(draws.length);
    }

    @Override
    public String toString() {
        return value + " " + method;
    }
}
