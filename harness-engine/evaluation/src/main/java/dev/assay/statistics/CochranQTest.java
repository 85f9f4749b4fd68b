package dev.assay.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The test of several classifiers on the same rows: {@code Q = k(k−1) Σ(Gⱼ − Ḡ)² / ΣLᵢ(k − Lᵢ)}, χ² with k − 1 degrees of
 * freedom, where {@code Gⱼ} is on how many rows classifier j is right, and {@code Lᵢ} how many classifiers are right on row i
 * (Cochran, "The comparison of percentages in matched samples", Biometrika 37, 1950).
 *
 * <p>It compares fitted models on one test set, for which it needs enough rows: at least 24 of disagreement among the
 * classifiers is a common rule. For two classifiers it is McNemar's plain χ².
 *
 * @param statistic Q, at least 0
 * @param degreesOfFreedom the number of classifiers less one
 * @param disagreements on how many rows some classifiers are right and some are not
 * @param pValue of such a statistic or a higher one; 1 if there are no disagreements
 * @param remark what is special about the data, or empty
 */
public record CochranQTest(double statistic, double degreesOfFreedom, int disagreements, double pValue, String remark)
        implements SignificanceTest {

    /**
     * Tests whether all classifiers are right equally often.
     *
     * @param right for each row, of which there is at least one, whether each of at least two classifiers is right
     * @return the result
     * @throws IllegalArgumentException if there are no rows or fewer than two classifiers, or rows differ in length
     */
    public static CochranQTest of(boolean[][] right) {
        int classifiers = Table.columns(right.length, row -> right[row].length, "row", "classifier");
        long[] rightOf = new long[classifiers];
        long all = 0;
        long mixed = 0;
        int disagreements = 0;
        for (boolean[] row : right) {
            long count = 0;
            for (int j = 0; j < classifiers; j++) {
                if (row[j]) {
                    rightOf[j]++;
                    count++;
                }
            }
            all += count;
            mixed += count * (classifiers - count);
            disagreements += count > 0 && count < classifiers ? 1 : 0;
        }
        double df = classifiers - 1.0;
        if (disagreements == 0) {
            return new CochranQTest(0, df, 0, 1, "all are right on the same rows: no evidence");
        }
        double mean = (double) all / classifiers;
        double squares = 0;
        for (long count : rightOf) {
            squares += (count - mean) * (count - mean);
        }
        double q = classifiers * df * squares / mixed;
        return new CochranQTest(
                q, df, disagreements, ChiSquaredDistribution.of(df).survivalProbability(q), "");
    }
}
