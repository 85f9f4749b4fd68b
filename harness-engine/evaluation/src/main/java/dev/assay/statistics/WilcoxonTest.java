package dev.assay.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The signed rank test of paired differences (Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bulletin 1,
 * 1945): absolute differences are ranked, tied ones share their mean rank, and {@code w = min(W⁺, W⁻)} of the sums of ranks
 * of positive and negative differences. Differences of 0 are left out.
 *
 * <p>The p-value is exact for up to 25 differences without zeros and ties. Otherwise it is that of a normal distribution
 * with mean {@code n(n+1)/4} and variance {@code (n(n+1)(2n+1) − ½Σ(t³−t))/24}, with t the sizes of groups of ties, without
 * correction for continuity. These are SciPy's {@code wilcoxon} with the modes exact and approx.
 *
 * <p>Differences that are independent of each other, such as those over several data sets, are what the test is for; folds
 * share training data. It needs no estimate of a spread: where all differences are the same, the p-value is that of so many
 * signs that agree.
 *
 * @param positiveRanks the sum of ranks of positive differences, W⁺
 * @param negativeRanks the sum of ranks of negative differences, W⁻
 * @param used how many differences are not 0
 * @param exact whether the p-value is exact
 * @param pValue two-sided
 * @param remark what is special about the data, or empty
 */
public record WilcoxonTest(
        double positiveRanks, double negativeRanks, int used, boolean exact, double pValue, String remark)
        implements SignificanceTest {

    private static final int LARGEST_EXACT = 25;

    /**
     * Tests whether the differences lie symmetrically around 0.
     *
     * @param differences at least two, paired
     * @return the result
     * @throws IllegalArgumentException if there are fewer than two differences, or one is not finite
     */
    public static WilcoxonTest of(double... differences) {
        Differences.require("a signed rank test", differences);
        double[] used = Arrays.stream(differences).filter(d -> d != 0).toArray();
        if (used.length == 0) {
            return new WilcoxonTest(0, 0, 0, false, 1, Differences.NONE);
        }
        SignedRanks ranks = new SignedRanks(used);
        int zeros = differences.length - used.length;
        boolean exact = zeros == 0 && ranks.ties() == 0 && used.length <= LARGEST_EXACT;
        double p = exact ? exactP((int) ranks.smaller(), used.length) : normalP(ranks, used.length);
        return new WilcoxonTest(ranks.positive(), ranks.negative(), used.length, exact, p, remark(zeros, differences));
    }

    private static String remark(int zeros, double... differences) {
        if (zeros > 0) {
            return zeros == 1 ? "one difference is 0 and left out" : zeros + " differences are 0 and left out";
        }
        return Samples.allEqual(differences) ? "all differences are the same" : "";
    }

    /** Counts, among all 2ⁿ ways to give ranks 1 to n a sign, those with such a sum of ranks or a smaller one. */
    private static double exactP(int w, int n) {
        double[] ways = new double[w + 1];
        ways[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = w; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        return Math.min(1, 2 * Math.scalb(Arrays.stream(ways).sum(), -n));
    }

    private static double normalP(SignedRanks ranks, double n) {
        double mean = n * (n + 1) / 4;
        double variance = (n * (n + 1) * (2 * n + 1) - ranks.ties() / 2) / 24;
        double z = Math.abs(ranks.smaller() - mean) / Math.sqrt(variance);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }

    /**
     * Returns the smaller sum of ranks.
     *
     * @return w, at least 0
     */
    public double statistic() {
        return Math.min(positiveRanks, negativeRanks);
    }
}
