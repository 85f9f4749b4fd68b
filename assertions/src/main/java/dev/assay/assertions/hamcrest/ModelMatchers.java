package dev.assay.assertions.hamcrest;

import dev.assay.assertions.LatencyLimit;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Criterion;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.annotation.CheckReturnValue;
import org.hamcrest.Matcher;

/**
 * Hamcrest matchers of evaluations, to be imported statically: {@code assertThat(evaluation, hasF1AtLeast(0.9))}, or at a
 * confidence level {@code hasF1AtLeast(0.9).atConfidence(0.95)}.
 */
public final class ModelMatchers {

    private ModelMatchers() {}

    /**
     * Demands that a metric differs by no more than so much between slices, whichever two of them.
     *
     * @param metric any metric that fits the targets
     * @param by the name of an attribute or of a column of text, or {@code group}
     * @param maximum the largest difference, at least 0
     * @return the matcher
     */
    public static DifferenceMatcher differsByAtMost(Metric metric, String by, double maximum) {
        return new DifferenceMatcher(Criteria.differsByAtMost(metric, by, maximum));
    }

    /**
     * Demands that the accuracy is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasAccuracyAtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.ACCURACY, minimum));
    }

    /**
     * Demands that the balanced accuracy is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasBalancedAccuracyAtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.BALANCED_ACCURACY, minimum));
    }

    /**
     * Demands that the precision of the positive label where one is declared, and otherwise the macro average, is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasPrecisionAtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.PRECISION, minimum));
    }

    /**
     * Demands that the precision of one label is at least a threshold.
     *
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasPrecisionAtLeast(String label, double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.PRECISION.ofLabel(label), minimum));
    }

    /**
     * Demands that the recall of the positive label where one is declared, and otherwise the macro average, is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasRecallAtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.RECALL, minimum));
    }

    /**
     * Demands that the recall of one label is at least a threshold.
     *
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasRecallAtLeast(String label, double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.RECALL.ofLabel(label), minimum));
    }

    /**
     * Demands that F1 of the positive label where one is declared, and otherwise the macro average, is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasF1AtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.F1, minimum));
    }

    /**
     * Demands that F1 of one label is at least a threshold.
     *
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasF1AtLeast(String label, double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.F1.ofLabel(label), minimum));
    }

    /**
     * Demands that F-beta of the positive label where one is declared, and otherwise the macro average, is at least a threshold.
     *
     * @param beta how many times as much recall counts as precision, positive
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasFBetaAtLeast(double beta, double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.fBeta(beta), minimum));
    }

    /**
     * Demands that F-beta of one label is at least a threshold.
     *
     * @param beta how many times as much recall counts as precision, positive
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasFBetaAtLeast(double beta, String label, double minimum) {
        return new CriterionMatcher(
                Criteria.atLeast(ClassificationMetrics.fBeta(beta).ofLabel(label), minimum));
    }

    /**
     * Demands that macro F1 is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasMacroF1AtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.F1.macro(), minimum));
    }

    /**
     * Demands that micro F1 is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasMicroF1AtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.F1.micro(), minimum));
    }

    /**
     * Demands that weighted F1 is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasWeightedF1AtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.F1.weighted(), minimum));
    }

    /**
     * Demands that the area under the ROC curve of the positive label where one is declared, of the second of two labels, and otherwise the macro average, is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasRocAucAtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.ROC_AUC, minimum));
    }

    /**
     * Demands that the area under the ROC curve of one label is at least a threshold.
     *
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return the matcher
     */
    public static CriterionMatcher hasRocAucAtLeast(String label, double minimum) {
        return new CriterionMatcher(Criteria.atLeast(ClassificationMetrics.ROC_AUC.ofLabel(label), minimum));
    }

    /**
     * Demands that the log loss is at most a threshold.
     *
     * @param maximum the threshold, not negative
     * @return the matcher
     */
    public static CriterionMatcher hasLogLossAtMost(double maximum) {
        return new CriterionMatcher(Criteria.atMost(ClassificationMetrics.LOG_LOSS, maximum));
    }

    /**
     * Demands that the mean absolute error is at most a threshold.
     *
     * @param maximum the threshold, not negative
     * @return the matcher
     */
    public static CriterionMatcher hasMeanAbsoluteErrorAtMost(double maximum) {
        return new CriterionMatcher(Criteria.atMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, maximum));
    }

    /**
     * Demands that the mean squared error is at most a threshold.
     *
     * @param maximum the threshold, not negative
     * @return the matcher
     */
    public static CriterionMatcher hasMeanSquaredErrorAtMost(double maximum) {
        return new CriterionMatcher(Criteria.atMost(RegressionMetrics.MEAN_SQUARED_ERROR, maximum));
    }

    /**
     * Demands that the root mean squared error is at most a threshold.
     *
     * @param maximum the threshold, not negative
     * @return the matcher
     */
    public static CriterionMatcher hasRootMeanSquaredErrorAtMost(double maximum) {
        return new CriterionMatcher(Criteria.atMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, maximum));
    }

    /**
     * Demands that R² is at least a threshold.
     *
     * @param minimum the threshold, at most 1
     * @return the matcher
     */
    public static CriterionMatcher hasR2AtLeast(double minimum) {
        return new CriterionMatcher(Criteria.atLeast(RegressionMetrics.R2, minimum));
    }

    /**
     * Demands that a metric is at least a threshold.
     *
     * @param metric any metric that fits the targets
     * @param minimum the threshold, in the metric's range
     * @return the matcher
     */
    public static CriterionMatcher hasAtLeast(Metric metric, double minimum) {
        return new CriterionMatcher(Criteria.atLeast(metric, minimum));
    }

    /**
     * Demands that a metric is at most a threshold.
     *
     * @param metric any metric that fits the targets
     * @param maximum the threshold, in the metric's range
     * @return the matcher
     */
    public static CriterionMatcher hasAtMost(Metric metric, double maximum) {
        return new CriterionMatcher(Criteria.atMost(metric, maximum));
    }

    /**
     * Demands that the data's headline metric is no worse than in the last accepted evaluation of the candidate.
     *
     * @return the matcher
     */
    public static NotRegressedMatcher hasNotRegressed() {
        return new NotRegressedMatcher(Criteria.hasNotRegressed());
    }

    /**
     * Demands that a metric is no worse than in the last accepted evaluation of the candidate.
     *
     * @param metric any metric that fits the targets
     * @return the matcher
     */
    public static NotRegressedMatcher hasNotRegressed(Metric metric) {
        return new NotRegressedMatcher(Criteria.hasNotRegressed(metric));
    }

    /**
     * Demands that the data's headline metric is not worse than in the last accepted evaluation of the candidate by more than a
     * tolerance.
     *
     * @param tolerance by how much it may be worse, in units of the metric, at least 0
     * @return the matcher
     */
    public static NotRegressedMatcher hasNotRegressedBy(double tolerance) {
        return new NotRegressedMatcher(Criteria.hasNotRegressed().by(tolerance));
    }

    /**
     * Demands that a metric is not worse than in the last accepted evaluation of the candidate by more than a tolerance.
     *
     * @param metric any metric that fits the targets
     * @param tolerance by how much it may be worse, in units of the metric, at least 0
     * @return the matcher
     */
    public static NotRegressedMatcher hasNotRegressedBy(Metric metric, double tolerance) {
        return new NotRegressedMatcher(Criteria.hasNotRegressed(metric).by(tolerance));
    }

    /**
     * Demands that a criterion is met.
     *
     * @param criterion the criterion
     * @return the matcher
     */
    public static Matcher<Evaluation> meets(Criterion<? super Evaluation> criterion) {
        return new AnyCriterionMatcher(criterion);
    }

    /**
     * Hands F1, of the positive label where one is declared, and otherwise the macro average, to another matcher. The result
     * keeps that this was done, not how it ended.
     *
     * @param matcher matches the value
     * @return the matcher
     */
    public static Matcher<Evaluation> hasF1(Matcher<? super Double> matcher) {
        return has(ClassificationMetrics.F1, matcher);
    }

    /**
     * Hands the accuracy to another matcher. The result keeps that this was done, not how it ended.
     *
     * @param matcher matches the value
     * @return the matcher
     */
    public static Matcher<Evaluation> hasAccuracy(Matcher<? super Double> matcher) {
        return has(ClassificationMetrics.ACCURACY, matcher);
    }

    /**
     * Hands a metric's value to another matcher. The result keeps that this was done, not how it ended.
     *
     * @param metric any metric that fits the targets
     * @param matcher matches the value
     * @return the matcher, which never matches where the metric is undefined
     */
    public static Matcher<Evaluation> has(Metric metric, Matcher<? super Double> matcher) {
        return new ValueMatcher(metric, matcher);
    }

    /**
     * Demands that single predictions of a fitted model take no longer than so much.
     *
     * @param limit longer than 0, such as {@code Duration.ofMillis(5)}
     * @return takes the percentile, and then is the matcher
     */
    @CheckReturnValue
    public static LatencyLimit<BudgetMatcher> predictsWithin(Duration limit) {
        return percentile -> new BudgetMatcher(Criteria.predictsWithin(limit, percentile));
    }

    /**
     * Demands that a fitted model predicts at least so many examples in a second, in batches.
     *
     * @param examplesPerSecond above 0
     * @return the matcher
     */
    public static BudgetMatcher hasThroughputAtLeast(double examplesPerSecond) {
        return new BudgetMatcher(Criteria.hasThroughputAtLeast(examplesPerSecond));
    }

    /**
     * Demands that a single prediction allocates no more than so much memory for Java objects.
     *
     * @param bytes at least 0
     * @return the matcher
     */
    public static BudgetMatcher allocatesAtMost(long bytes) {
        return new BudgetMatcher(Criteria.allocatesAtMost(bytes));
    }

    /**
     * Demands that a fitted model is no larger than so much, by what it tells of itself.
     *
     * @param bytes at least 0
     * @return the matcher
     */
    public static BudgetMatcher hasSizeAtMost(long bytes) {
        return new BudgetMatcher(Criteria.hasSizeAtMost(bytes));
    }

    /**
     * Demands that a model is no larger on disk than so much.
     *
     * @param bytes at least 0
     * @param fileOrFolder the model's file, or the folder that holds its files and nothing else
     * @return the matcher
     */
    public static BudgetMatcher hasSizeAtMost(long bytes, Path fileOrFolder) {
        return new BudgetMatcher(Criteria.hasSizeAtMost(bytes, fileOrFolder));
    }
}
