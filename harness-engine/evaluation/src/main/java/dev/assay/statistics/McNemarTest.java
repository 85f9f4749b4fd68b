package dev.assay.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The test of two classifiers on the same rows by those on which exactly one of them is right: b rows only the first, c rows
 * only the second (McNemar, "Note on the sampling error of the difference between correlated proportions or percentages",
 * Psychometrika 12, 1947).
 *
 * <ul>
 *   <li>exact: {@code min(1, 2 · P(X ≤ min(b, c)))} with X binomial of b + c trials at ½;
 *   <li>mid-p: the exact one less {@code P(X = min(b, c))}, and {@code 1 − ½ P(X = b)} if b = c (Fagerland, Lydersen and
 *       Laake, "The McNemar test for binary matched-pairs data", BMC Medical Research Methodology 13, 2013);
 *   <li>plain: {@code χ² = (b − c)² / (b + c)}, and corrected {@code χ² = (|b − c| − 1)² / (b + c)} (Edwards, Psychometrika
 *       13, 1948), both with 1 degree of freedom; for large b + c only.
 * </ul>
 *
 * <p>It compares fitted models on one test set. Where b = c = 0 every p-value is 1.
 *
 * @param onlyFirst on how many rows only the first is right, b
 * @param onlySecond on how many rows only the second is right, c
 * @param pValue exact, two-sided
 * @param midP the mid-p-value, two-sided: less conservative than the exact one, and almost never too small
 * @param chiSquare the plain statistic
 * @param chiSquareP its p-value
 * @param correctedChiSquare the statistic that is corrected for continuity
 * @param correctedChiSquareP its p-value
 * @param remark what is special about the data, or empty
 */
public record McNemarTest(
        int onlyFirst,
        int onlySecond,
        double pValue,
        double midP,
        double chiSquare,
        double chiSquareP,
        double correctedChiSquare,
        double correctedChiSquareP,
        String remark)
        implements SignificanceTest {

    /**
     * Tests whether both classifiers are right equally often.
     *
     * @param onlyFirst on how many rows only the first is right, at least 0
     * @param onlySecond on how many rows only the second is right, at least 0
     * @return the result
     * @throws IllegalArgumentException if a count is negative, or both together exceed {@link Integer#MAX_VALUE}
     */
    public static McNemarTest of(int onlyFirst, int onlySecond) {
        long all = (long) onlyFirst + onlySecond;
        if (onlyFirst < 0 || onlySecond < 0 || all > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "no numbers of rows on which one of two is right: " + onlyFirst + " and " + onlySecond);
        }
        if (all == 0) {
            return new McNemarTest(0, 0, 1, 1, 0, 1, 0, 1, "the two are right on the same rows: no evidence");
        }
        BinomialDistribution binomial = BinomialDistribution.of((int) all, 0.5);
        int fewer = Math.min(onlyFirst, onlySecond);
        double point = binomial.probability(fewer);
        double exact = Math.min(1, 2 * binomial.cumulativeProbability(fewer));
        double gap = Math.abs((double) onlyFirst - onlySecond);
        double plain = gap * gap / all;
        double corrected = (gap - 1) * (gap - 1) / all;
        return new McNemarTest(
                onlyFirst,
                onlySecond,
                exact,
                onlyFirst == onlySecond ? 1 - point / 2 : Math.max(0, exact - point),
                plain,
                tail(plain),
                corrected,
                tail(corrected),
                "");
    }

    private static double tail(double chiSquare) {
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquare);
    }

    /**
     * Returns the exact one-sided p-value for the first being right more often.
     *
     * @return {@code P(X ≤ c)}; 1 where b = c = 0
     */
    public double pFirstBetter() {
        int all = onlyFirst + onlySecond;
        return all == 0 ? 1 : BinomialDistribution.of(all, 0.5).cumulativeProbability(onlySecond);
    }
}
