package dev.assay.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A quantile of a sample, such as the 95th percentile of how long calls took.
 *
 * <p>The value is the nearest rank: the smallest that at least the share {@code p} of the sample doesn't exceed, which is the
 * ⌈np⌉th of n in order (type 1 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50,
 * 1996). Bounds are order statistics as well: how many of n independent values lie below the true quantile is binomial, whatever
 * their distribution is, so that the u-th is an upper bound at the level {@code P(Bin(n, p) < u)} and the l-th a lower one at
 * {@code P(Bin(n, p) >= l)} (David and Nagaraja, "Order Statistics", 3rd edition 2003, section 7.1). They never miss more often
 * than the level allows if values are independent. Too few values have no such bound; then it is the end of the range.
 */
public final class QuantileEstimate implements Estimate {

    private final double[] sorted;
    private final double probability;
    private final double minimum;
    private final double maximum;
    private final String things;

    private QuantileEstimate(double[] sorted, double probability, double minimum, double maximum, String things) {
        this.sorted = sorted;
        this.probability = probability;
        this.minimum = minimum;
        this.maximum = maximum;
        this.things = things;
    }

    /**
     * Makes the estimate.
     *
     * @param sample at least one number, in any order
     * @param probability which quantile, above 0 and below 1
     * @return the estimate, of values of any size
     */
    public static QuantileEstimate of(double[] sample, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a quantile lies above 0 and below 1, not at " + probability);
        }
        if (sample.length == 0 || Arrays.stream(sample).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a quantile needs numbers, at least one");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new QuantileEstimate(sorted, probability, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "values");
    }

    /**
     * Says which values there can be.
     *
     * @param lowest what a lower bound is where the sample gives none
     * @param highest what an upper bound is where the sample gives none
     * @return the same estimate within that range
     */
    public QuantileEstimate within(double lowest, double highest) {
        return new QuantileEstimate(sorted, probability, lowest, highest, things);
    }

    /**
     * Says what the values are of.
     *
     * @param newThings in the plural, such as "calls"
     * @return the same estimate with that name
     */
    public QuantileEstimate named(String newThings) {
        return new QuantileEstimate(sorted, probability, minimum, maximum, newThings);
    }

    /**
     * Returns the size of the sample.
     *
     * @return how many values there are
     */
    public int size() {
        return sorted.length;
    }

    @Override
    public double value() {
        return sorted[rank() - 1];
    }

    /** Computes ⌈np⌉ in decimals, in which 0.07 · 100 is 7. */
    private int rank() {
        return BigDecimal.valueOf(probability)
                .multiply(BigDecimal.valueOf(sorted.length))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    @Override
    public double lowerBound(double level) {
        int rank = lowerRank(sorted.length, Levels.require(level));
        return rank == 0 ? minimum : sorted[rank - 1];
    }

    @Override
    public double upperBound(double level) {
        int rank = upperRank(sorted.length, Levels.require(level));
        return rank > sorted.length ? maximum : sorted[rank - 1];
    }

    /** Finds the highest rank that as many values as the level says reach from below, 0 if there is none. */
    private int lowerRank(int size, double level) {
        return BinomialDistribution.of(size, probability).inverseSurvivalProbability(level);
    }

    /** Finds the lowest rank that as few values as the level says fall short of, one more than there are if there is none. */
    private int upperRank(int size, double level) {
        return BinomialDistribution.of(size, probability).inverseCumulativeProbability(level) + 1;
    }

    /**
     * Returns how large a sample must be to give a lower bound.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the smallest such size, such as 5 for the median at 0.95
     */
    public int fewestForLowerBound(double level) {
        return fewest(1 - probability, level, size -> lowerRank(size, level) > 0);
    }

    /**
     * Returns how large a sample must be to give an upper bound.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the smallest such size, such as 299 for the 99th percentile at 0.95
     */
    public int fewestForUpperBound(double level) {
        return fewest(probability, level, size -> upperRank(size, level) <= size);
    }

    /** Starts from where all values lie on one side of the quantile, with the share's chance each, as rarely as the level asks. */
    private static int fewest(double share, double level, IntPredicate isEnough) {
        double needed = Math.log1p(-Levels.require(level)) / Math.log(share);
        int size = (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.floor(needed)));
        while (!isEnough.test(size)) {
            size++;
        }
        return size;
    }

    @Override
    public double chanceOfAtLeast(double threshold) {
        return chanceOfFewer(sorted.length, below(threshold), rank());
    }

    /** Counts values that equal the threshold as within it. */
    @Override
    public double chanceOfAtMost(double threshold) {
        return 1 - chanceOfFewer(sorted.length, upTo(threshold), rank());
    }

    /** Takes the sample for the distribution, moved so that its quantile is the true one. */
    @Override
    public double chanceOfLowerBound(double threshold, double level, Prospect prospect) {
        int size = prospect.scaled(sorted.length);
        int rank = lowerRank(size, Levels.require(level));
        if (rank == 0) {
            return threshold <= minimum ? 1 : 0;
        }
        return chanceOfFewer(size, below(threshold + value() - prospect.truth()), rank);
    }

    @Override
    public double chanceOfUpperBound(double threshold, double level, Prospect prospect) {
        int size = prospect.scaled(sorted.length);
        int rank = upperRank(size, Levels.require(level));
        if (rank > size) {
            return threshold >= maximum ? 1 : 0;
        }
        return 1 - chanceOfFewer(size, upTo(threshold + value() - prospect.truth()), rank);
    }

    /** Returns the chance that of so many values, each of which is counted with some share, fewer are than a number. */
    private static double chanceOfFewer(int size, double share, int number) {
        return BinomialDistribution.of(size, share).cumulativeProbability(number - 1);
    }

    private double below(double threshold) {
        return count(value -> value < threshold);
    }

    private double upTo(double threshold) {
        return count(value -> value <= threshold);
    }

    private double count(DoublePredicate counted) {
        return (double) Arrays.stream(sorted).filter(counted).count() / sorted.length;
    }

    /** Takes the sample for the distribution, and finds from which size on the bound's rank lies on the value's side. */
    @Override
    public double growthToSeparate(double threshold, double level) {
        Levels.require(level);
        double share = upTo(threshold);
        return Growth.solve(value(), threshold, growth -> {
            int size = new Prospect(value(), growth).scaled(sorted.length);
            return threshold < value() ? lowerRank(size, level) > share * size : upperRank(size, level) <= share * size;
        });
    }

    @Override
    public String method() {
        return String.format(Locale.ROOT, "by order statistics of %,d %s", sorted.length, things);
    }
}
