package dev.assay.evaluation;

import dev.assay.data.Seed;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.statistics.BayesianSignedRankTest;
import dev.assay.statistics.FriedmanTest;
import dev.assay.statistics.NemenyiTest;
import dev.assay.statistics.PValueAdjustment;
import dev.assay.statistics.WilcoxonTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same candidates on several data sets: whether one is better in general, and not just on the data at hand. Each data set
 * counts once, by the candidates' values on it, and data sets are taken for independent of each other (Demšar, "Statistical
 * comparisons of classifiers over multiple data sets", Journal of Machine Learning Research 7, 2006).
 *
 * <pre>{@code
 * ComparisonOverDataSets all = ComparisonOverDataSets.of(List.of(onIris, onWine, onDigits));
 * all.friedman(ACCURACY).pValue();
 * all.against("majority class", ACCURACY, PValueAdjustment.HOLM).get("forest");
 * }</pre>
 */
public final class ComparisonOverDataSets {

    private static final int DRAWS = 50_000;

    private final List<Comparison> comparisons;
    private final List<String> candidates;

    private ComparisonOverDataSets(List<Comparison> comparisons, List<String> candidates) {
        this.comparisons = comparisons;
        this.candidates = candidates;
    }

    /**
     * Puts comparisons together.
     *
     * @param comparisons one for each of at least two data sets, of candidates with the same names, in any order
     * @return all of them
     * @throws IllegalArgumentException if there are fewer, or one has other candidates
     */
    public static ComparisonOverDataSets of(List<Comparison> comparisons) {
        if (comparisons.size() < 2) {
            throw new IllegalArgumentException("at least 2 data sets are needed, not " + comparisons.size());
        }
        List<String> candidates = names(comparisons.get(0));
        for (Comparison comparison : comparisons) {
            List<String> names = names(comparison);
            if (names.size() != candidates.size() || !names.containsAll(candidates)) {
                throw new IllegalArgumentException("the same candidates have to be compared on each data set, but on "
                        + dataName(comparisons.get(0)) + " they are " + candidates + ", on " + dataName(comparison)
                        + " " + names);
            }
        }
        return new ComparisonOverDataSets(List.copyOf(comparisons), candidates);
    }

    private static List<String> names(Comparison comparison) {
        return comparison.evaluations().stream().map(Evaluation::candidate).toList();
    }

    private static String dataName(Comparison comparison) {
        return comparison.evaluations().get(0).dataName();
    }

    /**
     * Returns the names of the candidates: indices of the tests' results are positions in this list.
     *
     * @return the names, in the order of the first comparison
     */
    public List<String> candidates() {
        return candidates;
    }

    /**
     * Tests whether all candidates rank the same.
     *
     * @param metric the metric to rank by
     * @return the test of Friedman, with that of Iman and Davenport
     * @throws IllegalArgumentException if the metric is undefined for a candidate on a data set, or doesn't fit its targets
     */
    public FriedmanTest friedman(Metric metric) {
        double[][] scores = new double[comparisons.size()][candidates.size()];
        for (int set = 0; set < scores.length; set++) {
            for (int candidate = 0; candidate < candidates.size(); candidate++) {
                scores[set][candidate] = score(metric, comparisons.get(set), candidates.get(candidate));
            }
        }
        return FriedmanTest.of(scores);
    }

    /** Returns a candidate's value, where higher is better. */
    private static double score(Metric metric, Comparison comparison, String candidate) {
        Evaluation evaluation = comparison.evaluation(candidate);
        if (evaluation.value(metric) instanceof MetricValue.Defined defined) {
            return metric.direction() == Direction.HIGHER_IS_BETTER ? defined.value() : -defined.value();
        }
        throw new IllegalArgumentException(metric.name() + " of \"" + candidate + "\" is undefined on "
                + evaluation.dataName() + "; leave that data set out, or take another metric");
    }

    /**
     * Compares all candidates with each other by their average ranks.
     *
     * @param metric the metric to rank by
     * @param alpha the chance to find any difference where there is none, above 0 and below 1
     * @return the critical difference of average ranks
     * @throws IllegalArgumentException as {@link #friedman} does, or if α is out of its range
     */
    public NemenyiTest nemenyi(Metric metric, double alpha) {
        return NemenyiTest.of(friedman(metric), alpha);
    }

    /**
     * Compares all candidates with one of them by their average ranks.
     *
     * @param control the candidate that the others are compared with
     * @param metric the metric to rank by
     * @param adjustment how p-values are adjusted for the number of comparisons
     * @return the adjusted two-sided p-value of each other candidate
     * @throws IllegalArgumentException as {@link #friedman} does, or if there is no such candidate
     */
    public Map<String, Double> against(String control, Metric metric, PValueAdjustment adjustment) {
        int index = index(control);
        FriedmanTest ranks = friedman(metric);
        List<String> others =
                candidates.stream().filter(name -> !name.equals(control)).toList();
        double[] adjusted = adjustment.adjust(others.stream()
                .mapToDouble(other -> ranks.pValue(index, index(other)))
                .toArray());
        Map<String, Double> pValues = new LinkedHashMap<>();
        for (int i = 0; i < adjusted.length; i++) {
            pValues.put(others.get(i), adjusted[i]);
        }
        return pValues;
    }

    private int index(String candidate) {
        int index = candidates.indexOf(candidate);
        if (index < 0) {
            throw new IllegalArgumentException("no candidate \"" + candidate + "\"; the candidates are " + candidates);
        }
        return index;
    }

    /**
     * Tests two candidates by the ranks of their differences.
     *
     * @param metric the metric to compare by
     * @param candidate a candidate's name
     * @param other another candidate's name
     * @return Wilcoxon's signed rank test, where positive ranks are those of data sets on which the first is better
     * @throws IllegalArgumentException as {@link #friedman} does, or if there is no such candidate
     */
    public WilcoxonTest wilcoxon(Metric metric, String candidate, String other) {
        return WilcoxonTest.of(differences(metric, candidate, other));
    }

    /**
     * Tells how probably a candidate is practically better than another on the next data set, equivalent or worse.
     *
     * @param metric the metric to compare by
     * @param candidate a candidate's name
     * @param other another candidate's name
     * @param rope how far two candidates may be apart and still be equivalent, in units of the metric, at least 0
     * @return the Bayesian signed rank test, from 50,000 draws of the first evaluation's seed
     * @throws IllegalArgumentException as {@link #friedman} does, or if there is no such candidate
     */
    public BayesianSignedRankTest signedRank(Metric metric, String candidate, String other, double rope) {
        long seed = Seed.of(comparisons.get(0).evaluations().get(0).seed().orElse(0))
                .derive("signed rank")
                .derive(metric.name())
                .value();
        return BayesianSignedRankTest.of(differences(metric, candidate, other), rope, DRAWS, seed);
    }

    private double[] differences(Metric metric, String candidate, String other) {
        index(candidate);
        index(other);
        return comparisons.stream()
                .mapToDouble(comparison -> score(metric, comparison, candidate) - score(metric, comparison, other))
                .toArray();
    }
}
