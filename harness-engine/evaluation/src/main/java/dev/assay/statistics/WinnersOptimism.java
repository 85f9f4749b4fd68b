package dev.assay.statistics;

/**
 * By how much the value of the best of several candidates is too good because the same folds chose it: {@code (1/K) Σₖ
 * |bₖ − wₖ|} over the folds k, with the value wₖ of the candidate that is best over all folds, and that of the best in this fold,
 * bₖ (Tibshirani and Tibshirani, "A bias correction for the minimum error rate in cross-validation", Annals of Applied
 * Statistics 3, 2009).
 *
 * <p>Never negative: 0 where one candidate is the best in each fold. An upper guess where candidates differ by little, and not
 * to be used with folds of single examples, of which nearly any is predicted right by some candidate.
 */
public final class WinnersOptimism {

    private WinnersOptimism() {}

    /**
     * Estimates the optimism.
     *
     * @param values the values of each candidate in each fold, one row for each candidate, all of one length
     * @param winner the row of the candidate that is best over all folds
     * @param higherIsBetter whether higher values are better
     * @return what is to be taken from the winner's value, or added where lower values are better; not negative
     */
    public static double estimate(double[][] values, int winner, boolean higherIsBetter) {
        double[] own = values[winner];
        double[] gaps = new double[own.length];
        for (int fold = 0; fold < own.length; fold++) {
            for (double[] candidate : values) {
                double gap = higherIsBetter ? candidate[fold] - own[fold] : own[fold] - candidate[fold];
                gaps[fold] = Math.max(gaps[fold], gap);
            }
        }
        return Samples.mean(gaps);
    }
}
