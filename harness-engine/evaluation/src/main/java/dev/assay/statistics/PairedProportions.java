package dev.assay.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The difference of two proportions of the same rows, first less second, by the rows on which exactly one of two is right. Bounds
 * are the adjusted ones of Bonett and Price ("Adjusted Wald confidence interval for a difference of binomial proportions based
 * on paired data", Journal of Educational and Behavioral Statistics 37, 2012): with {@code p₁ = (b + 1)/(n + 2)} and {@code p₂ =
 * (c + 1)/(n + 2)} they are {@code p₁ − p₂ ± z √((p₁ + p₂ − (p₁ − p₂)²)/(n + 2))}, which have a width even where b = c = 0.
 *
 * @param onlyFirst on how many rows only the first is right, b
 * @param onlySecond on how many rows only the second is right, c
 * @param rows how many rows there are, n
 */
public record PairedProportions(int onlyFirst, int onlySecond, int rows) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Checks that there are so many rows. */
    public PairedProportions {
        if (onlyFirst < 0 || onlySecond < 0 || rows < 1 || (long) onlyFirst + onlySecond > rows) {
            throw new IllegalArgumentException("no numbers of rows on which one of two is right: " + onlyFirst + " and "
                    + onlySecond + " of " + rows);
        }
    }

    /**
     * Returns a one-sided bound of the difference.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the lower bound, at least −1
     */
    public double lowerBound(double level) {
        return Math.max(-1, centre() - distance(level));
    }

    /**
     * Returns a one-sided bound of the difference.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the upper bound, at most 1
     */
    public double upperBound(double level) {
        return Math.min(1, centre() + distance(level));
    }

    private double centre() {
        return ((double) onlyFirst - onlySecond) / (rows + 2.0);
    }

    private double distance(double level) {
        double either = (onlyFirst + onlySecond + 2.0) / (rows + 2.0);
        return NORMAL.inverseCumulativeProbability(Levels.require(level))
                * Math.sqrt((either - centre() * centre()) / (rows + 2.0));
    }
}
