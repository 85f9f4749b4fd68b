package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.metric.Metric;

/** Makes criteria. */
public final class Criteria {

    private Criteria() {}

    /**
     * Demands that a metric be at least a threshold.
     *
     * @param metric the metric
     * @param threshold a possible value of the metric
     * @return the criterion, which judges the value itself; see {@link MetricCriterion#atConfidence}
     * @throws IllegalArgumentException if the metric can't have such a value
     */
    public static MetricCriterion atLeast(Metric metric, double threshold) {
        return new MetricCriterion(metric, Side.AT_LEAST, threshold);
    }

    /**
     * Demands that a metric be at most a threshold.
     *
     * @param metric the metric
     * @param threshold a possible value of the metric
     * @return the criterion, which judges the value itself; see {@link MetricCriterion#atConfidence}
     * @throws IllegalArgumentException if the metric can't have such a value
     */
    public static MetricCriterion atMost(Metric metric, double threshold) {
        return new MetricCriterion(metric, Side.AT_MOST, threshold);
    }

    /**
     * Demands that the data's headline metric be no worse than in the last accepted evaluation of the candidate.
     *
     * @return the criterion; see {@link NotRegressedCriterion#by} and {@link NotRegressedCriterion#atConfidence}
     */
    public static NotRegressedCriterion hasNotRegressed() {
        return new NotRegressedCriterion(null);
    }

    /**
     * Demands that a metric be no worse than in the last accepted evaluation of the candidate.
     *
     * @param metric any metric that fits the targets
     * @return the criterion; see {@link NotRegressedCriterion#by} and {@link NotRegressedCriterion#atConfidence}
     */
    public static NotRegressedCriterion hasNotRegressed(Metric metric) {
        return new NotRegressedCriterion(metric);
    }

    /**
     * Demands that a candidate be the best of a comparison; a tie for the best is inconclusive.
     *
     * @param metric by which metric
     * @param candidate the candidate's name
     * @return the criterion
     */
    public static Criterion<Comparison> isBest(Metric metric, String candidate) {
        return new BestCriterion(metric, candidate);
    }

    /**
     * Demands that a candidate be better than another beyond what chance explains: one-sided corrected resampled t test
     * over the folds (Nadeau and Bengio 2003).
     *
     * @param metric by which metric
     * @param candidate the candidate's name
     * @param other the other's name
     * @param significance the chance of a wrong "met", above 0 and below 0.5
     * @return the criterion
     */
    public static Criterion<Comparison> isSignificantlyBetter(
            Metric metric, String candidate, String other, double significance) {
        return new SignificanceCriterion(metric, candidate, other, significance);
    }
}
