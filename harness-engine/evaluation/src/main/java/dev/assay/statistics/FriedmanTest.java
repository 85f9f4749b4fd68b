package dev.assay.statistics;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The test of k candidates over n data sets by ranks, with tied candidates sharing their mean rank:
 * {@code χ² = (k−1) Σ(Rⱼ − n(k+1)/2)² / (Σrᵢⱼ² − nk(k+1)²/4)} with k − 1 degrees of freedom, where {@code Rⱼ} is the sum of
 * candidate j's ranks {@code rᵢⱼ} (Friedman, Journal of the American Statistical Association 32, 1937; with ties after
 * Conover, Practical Nonparametric Statistics, 1999). The test of Iman and Davenport, less conservative, is
 * {@code F = (n−1)χ² / (n(k−1) − χ²)} with k − 1 and (k − 1)(n − 1) degrees of freedom (Communications in Statistics 9, 1980).
 *
 * <p>Candidates that all tie everywhere give p = 1. Where all data sets rank alike, F is infinite and its p-value 0. See
 * Demšar, "Statistical comparisons of classifiers over multiple data sets", Journal of Machine Learning Research 7, 2006.
 *
 * @param averageRanks of each candidate, 1 to k, 1 is best
 * @param dataSets how many data sets there are, n
 * @param statistic χ²
 * @param degreesOfFreedom of χ², k − 1
 * @param pValue of such a χ² or a higher one
 * @param imanDavenport F; infinite if all data sets rank alike
 * @param imanDavenportP of such an F or a higher one
 * @param remark what is special about the data, or empty
 */
public record FriedmanTest(
        List<Double> averageRanks,
        int dataSets,
        double statistic,
        double degreesOfFreedom,
        double pValue,
        double imanDavenport,
        double imanDavenportP,
        String remark)
        implements SignificanceTest {

    /** Copies the ranks. */
    public FriedmanTest {
        averageRanks = List.copyOf(averageRanks);
    }

    /**
     * Tests whether all candidates rank the same.
     *
     * @param scores for each data set, of which there are at least two, the score of each of at least two candidates,
     *     where higher is better
     * @return the result
     * @throws IllegalArgumentException if there are too few, data sets differ in length, or a score is not a number
     */
    public static FriedmanTest of(double[][] scores) {
        int k = Table.columns(scores.length, row -> scores[row].length, "data set", "candidate");
        int n = scores.length;
        if (n < 2) {
            throw new IllegalArgumentException("ranks are compared over at least 2 data sets, not " + n);
        }
        // in halves, so that sums are whole numbers and data sets that rank alike are known for certain
        double[] doubledSums = new double[k];
        double squares = 0;
        for (double[] row : scores) {
            for (int j = 0; j < k; j++) {
                double doubledRank = doubledRank(row, j);
                doubledSums[j] += doubledRank;
                squares += doubledRank * doubledRank;
            }
        }
        double between = 0;
        for (double sum : doubledSums) {
            double deviation = sum - n * (k + 1.0);
            between += deviation * deviation;
        }
        double within = squares - n * (double) k * (k + 1.0) * (k + 1.0);
        List<Double> ranks =
                DoubleStream.of(doubledSums).map(sum -> sum / (2.0 * n)).boxed().toList();
        double df = k - 1.0;
        if (within == 0) {
            return new FriedmanTest(ranks, n, 0, df, 1, 0, 1, "all candidates tie on every data set: no evidence");
        }
        double chiSquare = df * between / within;
        double p = ChiSquaredDistribution.of(df).survivalProbability(chiSquare);
        double rest = n * within - between;
        if (rest == 0) {
            return new FriedmanTest(
                    ranks, n, chiSquare, df, p, Double.POSITIVE_INFINITY, 0, "all data sets rank alike");
        }
        double f = (n - 1.0) * between / rest;
        return new FriedmanTest(
                ranks,
                n,
                chiSquare,
                df,
                p,
                f,
                FDistribution.of(df, df * (n - 1)).survivalProbability(f),
                "");
    }

    private static double doubledRank(double[] scores, int candidate) {
        double own = scores[candidate];
        if (Double.isNaN(own)) {
            throw new IllegalArgumentException("the score of candidate " + candidate + " is " + own);
        }
        int better = 0;
        int equal = 0;
        for (double score : scores) {
            better += score > own ? 1 : 0;
            equal += score == own ? 1 : 0;
        }
        return 2.0 * better + equal + 1;
    }

    /**
     * Compares two candidates by their average ranks: {@code z = (R̄₁ − R̄₂) / √(k(k+1)/6n)}, normal. Several such p-values
     * need {@link PValueAdjustment}.
     *
     * @param first the index of a candidate
     * @param second the index of another
     * @return the two-sided p-value, not adjusted
     */
    public double pValue(int first, int second) {
        double z = Math.abs(averageRanks.get(first) - averageRanks.get(second)) / standardError();
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }

    /** Returns that of the difference of two average ranks. */
    double standardError() {
        double k = averageRanks.size();
        return Math.sqrt(k * (k + 1) / (6.0 * dataSets));
    }
}
