package dev.assay.evaluation;

import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.statistics.SignificanceTest;

/**
 * The difference between two candidates by a metric, tested.
 *
 * @param metric the metric
 * @param candidate a candidate's name
 * @param other the other candidate's name
 * @param value the candidate's value less the other's: over folds the mean of their differences
 * @param test how it was tested
 * @param method the same in words, such as "exact McNemar test on the rows of one repeat"
 * @param result what the test found, two-sided
 */
public record Difference(
        Metric metric,
        String candidate,
        String other,
        double value,
        DifferenceTest test,
        String method,
        SignificanceTest result) {

    /**
     * Returns the one-sided p-value for the candidate being better.
     *
     * @return how probable such a difference or a better one is if there is none, 0 to 1
     */
    public double pBetter() {
        return pOnSide(metric.direction() == Direction.HIGHER_IS_BETTER ? value : -value);
    }

    /**
     * Returns the one-sided p-value for the candidate being worse.
     *
     * @return how probable such a difference or a worse one is if there is none, 0 to 1
     */
    public double pWorse() {
        return pOnSide(metric.direction() == Direction.HIGHER_IS_BETTER ? -value : value);
    }

    private double pOnSide(double difference) {
        return difference > 0 ? result.pValue() / 2 : 1 - result.pValue() / 2;
    }
}
