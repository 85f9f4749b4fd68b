package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.DifferenceTest;
import dev.assay.evaluation.SelectionRule;
import dev.assay.metric.Metric;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

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
     * Demands that a metric differ by no more than so much between slices, whichever two of them.
     *
     * @param metric the metric
     * @param by the name of an attribute or of a column of text, or {@value dev.assay.data.Slice#GROUP}
     * @param maximum the largest difference that is allowed, at least 0
     * @return the criterion, which judges the values themselves; see {@link DifferenceCriterion#atConfidence}
     */
    public static DifferenceCriterion differsByAtMost(Metric metric, String by, double maximum) {
        return new DifferenceCriterion(metric, by, maximum, OptionalDouble.empty());
    }

    /**
     * Demands that single predictions of a fitted model take no longer than so much, but for the slowest of them.
     *
     * @param limit longer than 0
     * @param percentile of 100 calls, how many may not take longer: above 0 and below 100, such as 95
     * @return the criterion, which judges the value itself; see {@link BudgetCriterion#atConfidence}
     */
    public static BudgetCriterion predictsWithin(Duration limit, double percentile) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a limit of time is longer than 0, not " + limit);
        }
        return new BudgetCriterion(
                new Budgets.OfLatency(percentile),
                Side.AT_MOST,
                // the unit of the value that results keep, however short the limit is
                limit.toNanos() / 1e6,
                new Notation.WithUnit("ms", 0, 2, 3));
    }

    /**
     * Demands that a fitted model predict at least so many examples in a second, in batches.
     *
     * @param examplesPerSecond above 0
     * @return the criterion, which judges the median of several rounds; see {@link BudgetCriterion#atConfidence}
     */
    public static BudgetCriterion hasThroughputAtLeast(double examplesPerSecond) {
        if (!(examplesPerSecond > 0 && Double.isFinite(examplesPerSecond))) {
            throw new IllegalArgumentException("a throughput is above 0, not " + examplesPerSecond);
        }
        return new BudgetCriterion(
                new Budgets.OfThroughput(),
                Side.AT_LEAST,
                examplesPerSecond,
                new Notation.WithUnit("examples per second", 0, 0, 3));
    }

    /**
     * Demands that a single prediction allocate no more than so much memory for Java objects.
     *
     * @param bytes at least 0
     * @return the criterion, which judges the median of calls; see {@link BudgetCriterion#atConfidence} and
     *     {@link dev.assay.serving.Allocation}
     */
    public static BudgetCriterion allocatesAtMost(long bytes) {
        return ofBytes(new Budgets.OfAllocation(), bytes);
    }

    /**
     * Demands that a fitted model be no larger than so much, by what it tells of itself.
     *
     * @param bytes at least 0
     * @return the criterion; judging fails with an {@link IllegalArgumentException} where the size isn't known
     */
    public static BudgetCriterion hasSizeAtMost(long bytes) {
        return ofBytes(new Budgets.OfSize(), bytes);
    }

    /**
     * Demands that a model be no larger on disk than so much.
     *
     * @param bytes at least 0
     * @param fileOrFolder the model's file, or the folder that holds its files and nothing else
     * @return the criterion, also of evaluations that are not of one fitted model; judging fails with an
     *     {@link IllegalArgumentException} if there is no such file
     */
    public static BudgetCriterion hasSizeAtMost(long bytes, Path fileOrFolder) {
        return ofBytes(new Budgets.OfFiles(fileOrFolder), bytes);
    }

    private static BudgetCriterion ofBytes(Budget budget, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a number of bytes is not negative, as " + bytes + " is");
        }
        return new BudgetCriterion(budget, Side.AT_MOST, bytes, new Notation.WithUnit("bytes", 0, 0, 0));
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
     * Demands that a rule choose a candidate, such as the simplest within one standard error of the best.
     *
     * @param metric by which metric
     * @param rule how one of the candidates is chosen
     * @param candidate the candidate's name
     * @return the criterion
     */
    public static Criterion<Comparison> isSelected(Metric metric, SelectionRule rule, String candidate) {
        return new SelectionCriterion(metric, rule, candidate);
    }

    /**
     * Demands that a candidate be better than another beyond what chance explains, by the test that suits the evaluations; see
     * {@link Comparison#difference(Metric, String, String)}. The p-value is one-sided and adjusted, after Holm, for the
     * comparisons with all other candidates.
     *
     * @param metric by which metric
     * @param candidate the candidate's name
     * @param other the other's name
     * @param significance the chance of a wrong "met", above 0 and below 0.5
     * @return the criterion
     */
    public static Criterion<Comparison> isSignificantlyBetter(
            Metric metric, String candidate, String other, double significance) {
        return new SignificanceCriterion(metric, candidate, other, significance, Optional.empty());
    }

    /**
     * Demands that a candidate be better than another beyond what chance explains, by a certain test. The p-value is one-sided
     * and adjusted, after Holm, for the comparisons with all other candidates.
     *
     * @param metric by which metric
     * @param candidate the candidate's name
     * @param other the other's name
     * @param significance the chance of a wrong "met", above 0 and below 0.5
     * @param test how to test; judging fails with an {@link IllegalArgumentException} where that can't be done
     * @return the criterion
     */
    public static Criterion<Comparison> isSignificantlyBetter(
            Metric metric, String candidate, String other, double significance, DifferenceTest test) {
        return new SignificanceCriterion(metric, candidate, other, significance, Optional.of(test));
    }

    /**
     * Demands that two candidates be as good as each other, but for a difference that doesn't matter: met if that is the case
     * with a probability of 1 − significance, not met if it isn't with such a probability. See
     * {@link Comparison#practicalDifference}.
     *
     * @param metric by which metric
     * @param candidate a candidate's name
     * @param other the other's name
     * @param within the largest difference that doesn't matter, in units of the metric, above 0
     * @param significance the chance of a wrong verdict, above 0 and below 0.5
     * @return the criterion
     */
    public static Criterion<Comparison> isPracticallyEquivalent(
            Metric metric, String candidate, String other, double within, double significance) {
        return new PracticalCriterion(
                PracticalCriterion.Demand.EQUIVALENT, metric, candidate, other, within, significance);
    }

    /**
     * Demands that a candidate be no worse than another, but for a difference that doesn't matter (non-inferiority): met if it
     * can be ruled out that the candidate is worse by more, not met if it can be ruled out that it isn't. P-values are one-sided
     * and adjusted, after Holm, for the comparisons with all other candidates.
     *
     * @param metric by which metric
     * @param candidate the candidate's name
     * @param other the other's name
     * @param by the largest difference that doesn't matter, in units of the metric, at least 0
     * @param significance the chance of a wrong verdict, above 0 and below 0.5
     * @return the criterion
     */
    public static Criterion<Comparison> isNotWorse(
            Metric metric, String candidate, String other, double by, double significance) {
        return new PracticalCriterion(PracticalCriterion.Demand.NOT_WORSE, metric, candidate, other, by, significance);
    }
}
