package dev.assay.assertions;

import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import java.util.function.BiFunction;

/** Asserts how much a metric may differ between slices, whichever two of them; by bounds after {@code atConfidence}. */
public final class SliceDifferences {

    private final BiFunction<Metric, Double, ModelAssert> judge;

    SliceDifferences(BiFunction<Metric, Double, ModelAssert> judge) {
        this.judge = judge;
    }

    /**
     * Asserts that the accuracy differs by no more than so much.
     *
     * @param maximum the largest difference, at least 0
     * @return the assertions on the model
     */
    public ModelAssert accuracyDiffersByAtMost(double maximum) {
        return differsByAtMost(ClassificationMetrics.ACCURACY, maximum);
    }

    /**
     * Asserts that the precision of the positive label, or else the macro average, differs by no more than so much.
     *
     * @param maximum the largest difference, at least 0
     * @return the assertions on the model
     */
    public ModelAssert precisionDiffersByAtMost(double maximum) {
        return differsByAtMost(ClassificationMetrics.PRECISION, maximum);
    }

    /**
     * Asserts that the recall of the positive label, or else the macro average, differs by no more than so much.
     *
     * @param maximum the largest difference, at least 0
     * @return the assertions on the model
     */
    public ModelAssert recallDiffersByAtMost(double maximum) {
        return differsByAtMost(ClassificationMetrics.RECALL, maximum);
    }

    /**
     * Asserts that F1 of the positive label, or else the macro average, differs by no more than so much.
     *
     * @param maximum the largest difference, at least 0
     * @return the assertions on the model
     */
    public ModelAssert f1DiffersByAtMost(double maximum) {
        return differsByAtMost(ClassificationMetrics.F1, maximum);
    }

    /**
     * Asserts that a metric differs by no more than so much.
     *
     * @param metric any metric that fits the targets
     * @param maximum the largest difference, at least 0
     * @return the assertions on the model
     */
    public ModelAssert differsByAtMost(Metric metric, double maximum) {
        return judge.apply(metric, maximum);
    }
}
