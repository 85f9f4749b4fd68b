package dev.assay.report;

import dev.assay.statistics.NemenyiTest;
import java.util.ArrayList;
import java.util.List;

/**
 * How candidates rank over several data sets.
 *
 * @param metric the name of the metric that ranks them
 * @param dataSets how many data sets there are
 * @param alpha the chance to find any difference where there is none
 * @param criticalDifference by how much mean ranks of two candidates differ at least if one is better
 * @param ranks one for each candidate
 */
public record MeanRanks(String metric, int dataSets, double alpha, double criticalDifference, List<Rank> ranks) {

    /** Copies the list. */
    public MeanRanks {
        ranks = List.copyOf(ranks);
    }

    /**
     * A candidate's rank.
     *
     * @param candidate its name
     * @param meanRank its rank on average over the data sets, 1 is best
     */
    public record Rank(String candidate, double meanRank) {}

    /**
     * Takes what a test found.
     *
     * @param metric the name of the metric
     * @param candidates the candidates' names, in the test's order
     * @param test the test
     * @return the ranks
     * @throws IllegalArgumentException if there are not as many names as ranks
     */
    public static MeanRanks of(String metric, List<String> candidates, NemenyiTest test) {
        List<Double> found = test.averageRanks();
        if (candidates.size() != found.size()) {
            throw new IllegalArgumentException(candidates.size() + " names for " + found.size() + " ranks");
        }
        List<Rank> ranks = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            ranks.add(new Rank(candidates.get(i), found.get(i)));
        }
        return new MeanRanks(metric, test.dataSets(), test.alpha(), test.criticalDifference(), ranks);
    }
}
