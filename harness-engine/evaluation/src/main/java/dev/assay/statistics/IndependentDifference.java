package dev.assay.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The difference between two independent values of which one-sided bounds are known, first less second. The distance of each
 * bound of the difference is the root of the sum of the squared distances of the values' own bounds (MOVER: Zou and Donner,
 * "Construction of confidence limits about effect measures: a general approach", Statistics in Medicine 27, 2008).
 *
 * <p>Values that are not independent but go the same way, such as those on overlapping data, are closer than that: the bounds
 * are then too wide, never too narrow.
 *
 * @param first the first value
 * @param firstLower its one-sided lower bound at any confidence level
 * @param firstUpper its one-sided upper bound at any confidence level
 * @param second the second value
 * @param secondLower the second value's one-sided lower bound
 * @param secondUpper the second value's one-sided upper bound
 * @param secondLevel the confidence level of these two; at others they are taken to be as far away as normal quantiles are
 */
public record IndependentDifference(
        double first,
        DoubleUnaryOperator firstLower,
        DoubleUnaryOperator firstUpper,
        double second,
        double secondLower,
        double secondUpper,
        double secondLevel) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Checks that the bounds are on both sides of the second value. */
    public IndependentDifference {
        if (!(secondLower <= second && second <= secondUpper)) {
            throw new IllegalArgumentException(secondLower + " and " + secondUpper + " are no bounds of " + second);
        }
        Levels.require(secondLevel);
    }

    /**
     * Takes an estimate as the first value.
     *
     * @param first the first value, with all its bounds
     * @param second the second value
     * @param secondLower the second value's one-sided lower bound
     * @param secondUpper the second value's one-sided upper bound
     * @param secondLevel the confidence level of these two
     */
    public IndependentDifference(
            Estimate first, double second, double secondLower, double secondUpper, double secondLevel) {
        this(first.value(), first::lowerBound, first::upperBound, second, secondLower, secondUpper, secondLevel);
    }

    /**
     * Returns the difference itself.
     *
     * @return first less second
     */
    public double value() {
        return first - second;
    }

    /**
     * Returns a one-sided bound of the difference.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the lower bound
     */
    public double lowerBound(double level) {
        return value() - Math.hypot(first - firstLower.applyAsDouble(level), (secondUpper - second) * scale(level));
    }

    /**
     * Returns a one-sided bound of the difference.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the upper bound
     */
    public double upperBound(double level) {
        return value() + Math.hypot(firstUpper.applyAsDouble(level) - first, (second - secondLower) * scale(level));
    }

    private double scale(double level) {
        return level == secondLevel
                ? 1
                : NORMAL.inverseCumulativeProbability(Levels.require(level))
                        / NORMAL.inverseCumulativeProbability(secondLevel);
    }
}
