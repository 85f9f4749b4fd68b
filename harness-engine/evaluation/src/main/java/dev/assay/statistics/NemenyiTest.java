package dev.assay.statistics;

import java.util.List;

/**
 * Compares all candidates with each other by their average ranks over n data sets, after a {@link FriedmanTest}: two differ if
 * their ranks differ by the critical difference {@code q √(k(k+1)/6n)} or more, where q is the quantile of the studentized range
 * of k values with infinite degrees of freedom over √2 (Nemenyi, Distribution-free multiple comparisons, 1963; Demšar, Journal
 * of Machine Learning Research 7, 2006).
 *
 * <p>The chance to find any difference where there is none is at most α, over all pairs together.
 *
 * @param averageRanks of each candidate, 1 is best
 * @param dataSets how many data sets there are
 * @param alpha the chance of any false finding, above 0 and below 1
 * @param criticalDifference of average ranks, positive
 */
public record NemenyiTest(List<Double> averageRanks, int dataSets, double alpha, double criticalDifference) {

    /** Copies the ranks. */
    public NemenyiTest {
        averageRanks = List.copyOf(averageRanks);
    }

    /**
     * Computes the critical difference.
     *
     * @param ranks the candidates' ranks
     * @param alpha the chance of any false finding, above 0 and below 1
     * @return the result
     * @throws IllegalArgumentException if α is out of its range
     */
    public static NemenyiTest of(FriedmanTest ranks, double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("a chance of false findings lies between 0 and 1, not at " + alpha);
        }
        StudentizedRange range = new StudentizedRange(ranks.averageRanks().size());
        double q = range.inverseSurvivalProbability(alpha) / Math.sqrt(2);
        return new NemenyiTest(ranks.averageRanks(), ranks.dataSets(), alpha, q * ranks.standardError());
    }

    /**
     * Tells whether two candidates differ.
     *
     * @param first the index of a candidate
     * @param second the index of another
     * @return whether their ranks differ by the critical difference or more
     */
    public boolean differ(int first, int second) {
        return rankDifference(first, second) >= criticalDifference;
    }

    /**
     * Returns the p-value of a pair, adjusted for all pairs.
     *
     * @param first the index of a candidate
     * @param second the index of another
     * @return the lowest α at which they differ
     */
    public double pValue(int first, int second) {
        double k = averageRanks.size();
        double error = Math.sqrt(k * (k + 1) / (12.0 * dataSets));
        return new StudentizedRange(averageRanks.size()).survivalProbability(rankDifference(first, second) / error);
    }

    private double rankDifference(int first, int second) {
        return Math.abs(averageRanks.get(first) - averageRanks.get(second));
    }
}
