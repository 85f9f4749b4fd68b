package dev.assay.metric;

/** How the value of a metric would vary over test sets of the same size, by what was counted on one. */
public sealed interface Sampling {

    /**
     * The metric is a proportion of independent trials.
     *
     * @param successes how many succeeded
     * @param trials how many there were, at least 1
     */
    record Proportion(long successes, long trials) implements Sampling {}

    /**
     * The metric is the F1 of one label, 2J / (1 + J), where J is the proportion of true positives among all rows that
     * are positive in truth or prediction.
     *
     * @param truePositives rows that are positive in both
     * @param errors rows that are positive in one only
     */
    record F1(long truePositives, long errors) implements Sampling {}

    /**
     * The metric is the area under a ROC curve.
     *
     * @param area the area, 0 to 1
     * @param standardError by DeLong, DeLong and Clarke-Pearson 1988; 0 if all placements are equal
     * @param positives how many rows are positive, at least 1
     * @param negatives how many rows are negative, at least 1
     */
    record RocArea(double area, double standardError, long positives, long negatives) implements Sampling {}
}
