package dev.assay.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How surprisingly many of some marked rows lie in a part of all rows: the chance that as many or more would, if rows had been
 * marked at random (Fisher's exact test, one-sided).
 *
 * @param inPart how many marked rows lie in the part
 * @param marked how many rows are marked
 * @param part how many rows the part has
 * @param rows how many rows there are
 * @param pValue the chance
 */
public record Enrichment(int inPart, int marked, int part, int rows, double pValue) {

    /**
     * Computes the chance.
     *
     * @param inPart how many marked rows lie in the part
     * @param marked how many rows are marked
     * @param part how many rows the part has
     * @param rows how many rows there are, at least 1
     * @return the result
     * @throws IllegalArgumentException if there can't be so many
     */
    public static Enrichment of(int inPart, int marked, int part, int rows) {
        if (rows < 1 || inPart < 0 || inPart > marked || inPart > part || marked > rows || part > rows) {
            throw new IllegalArgumentException(
                    "there can't be " + inPart + " of " + marked + " marked rows among " + part + " of " + rows);
        }
        double p = HypergeometricDistribution.of(rows, part, marked).survivalProbability(inPart - 1);
        return new Enrichment(inPart, marked, part, rows, p);
    }
}
