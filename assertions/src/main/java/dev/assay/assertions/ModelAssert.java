package dev.assay.assertions;

import dev.assay.data.Slice;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import dev.assay.serving.MeasurementOptions;
import dev.assay.verdict.BudgetCriterion;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Criterion;
import dev.assay.verdict.DifferenceCriterion;
import dev.assay.verdict.Judge;
import dev.assay.verdict.MetricCriterion;
import dev.assay.verdict.NotRegressedCriterion;
import dev.assay.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractDoubleAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions on an evaluated candidate.
 *
 * <p>A metric with an "at least" or "at most" is judged by its value, or, after {@link #atConfidence}, by a one-sided
 * confidence bound. What a fitted model takes in time, memory and space is measured when it is first asserted. All else is open: any {@link Metric} with {@link #hasAtLeast} and {@link #hasAtMost}, any
 * {@link Criterion} with {@link #meets}, and AssertJ's own assertions on a value with {@link #metric}.
 */
// open and returning myself, as AssertJ's users expect of assertions
public class ModelAssert extends AbstractAssert<ModelAssert, Evaluation> {

    private final Failures failures;
    private OptionalDouble confidence = OptionalDouble.empty();
    private Optional<UnaryOperator<MetricCriterion>> scope = Optional.empty();
    private MeasurementOptions measurement = MeasurementOptions.withDefaults();

    /**
     * Makes assertions.
     *
     * @param evaluation the evaluation
     */
    public ModelAssert(Evaluation evaluation) {
        this(evaluation, Failures.THROWN);
    }

    ModelAssert(Evaluation evaluation, Failures failures) {
        super(evaluation, ModelAssert.class);
        this.failures = failures;
    }

    /**
     * Judges what follows by one-sided confidence bounds instead of values: an "at least" by the lower bound, an "at most"
     * by the upper one. Where the evidence decides neither for nor against, the assertion fails and says so.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return these assertions
     */
    public ModelAssert atConfidence(double level) {
        confidence = OptionalDouble.of(level);
        return myself;
    }

    /**
     * Judges what follows on some examples only, in place of slices that were asked for before. An empty slice fails.
     *
     * @param slice such as {@code Slice.of("sex", "female")}
     * @return these assertions
     */
    public ModelAssert onSlice(Slice slice) {
        return within(criterion -> criterion.onSlice(slice));
    }

    /**
     * Judges what follows on each slice by itself, in place of slices that were asked for before: the worst decides, and a
     * failure lists all.
     *
     * @param by the name of an attribute or of a column of text, or {@value Slice#GROUP}
     * @return these assertions
     */
    public ModelAssert onEachSlice(String by) {
        return within(criterion -> criterion.onEachSlice(by));
    }

    /**
     * Judges what follows for each label by itself: the worst decides, and a failure lists all.
     *
     * @return these assertions
     */
    public ModelAssert ofEachLabel() {
        return within(MetricCriterion::ofEachLabel);
    }

    /**
     * Judges what follows in each fold by itself: the worst decides, and a failure lists all.
     *
     * @return these assertions
     */
    public ModelAssert inEachFold() {
        return within(MetricCriterion::inEachFold);
    }

    /**
     * Judges what follows on all examples, labels and folds together, as before slices, labels or folds were asked for.
     *
     * @return these assertions
     */
    public ModelAssert overall() {
        scope = Optional.empty();
        return myself;
    }

    private ModelAssert within(UnaryOperator<MetricCriterion> next) {
        UnaryOperator<MetricCriterion> before = scope.orElse(UnaryOperator.identity());
        scope = Optional.of(criterion -> next.apply(before.apply(criterion)));
        return myself;
    }

    /**
     * Asks how much a metric may differ between slices.
     *
     * @param by the name of an attribute or of a column of text, or {@value Slice#GROUP}
     * @return takes metric and difference
     */
    public SliceDifferences betweenSlices(String by) {
        return new SliceDifferences((metric, maximum) -> {
            DifferenceCriterion criterion = Criteria.differsByAtMost(metric, by, maximum);
            return meets(confidence.isPresent() ? criterion.atConfidence(confidence.getAsDouble()) : criterion);
        });
    }

    /**
     * Asserts that the accuracy is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasAccuracyAtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.ACCURACY, minimum);
    }

    /**
     * Asserts that the balanced accuracy is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasBalancedAccuracyAtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.BALANCED_ACCURACY, minimum);
    }

    /**
     * Asserts that the precision of the positive label where one is declared, and otherwise the macro average, is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasPrecisionAtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.PRECISION, minimum);
    }

    /**
     * Asserts that the precision of one label is at least a threshold.
     *
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasPrecisionAtLeast(String label, double minimum) {
        return hasAtLeast(ClassificationMetrics.PRECISION.ofLabel(label), minimum);
    }

    /**
     * Asserts that the recall of the positive label where one is declared, and otherwise the macro average, is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasRecallAtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.RECALL, minimum);
    }

    /**
     * Asserts that the recall of one label is at least a threshold.
     *
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasRecallAtLeast(String label, double minimum) {
        return hasAtLeast(ClassificationMetrics.RECALL.ofLabel(label), minimum);
    }

    /**
     * Asserts that F1 of the positive label where one is declared, and otherwise the macro average, is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasF1AtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.F1, minimum);
    }

    /**
     * Asserts that F1 of one label is at least a threshold.
     *
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasF1AtLeast(String label, double minimum) {
        return hasAtLeast(ClassificationMetrics.F1.ofLabel(label), minimum);
    }

    /**
     * Asserts that F-beta of the positive label where one is declared, and otherwise the macro average, is at least a threshold.
     *
     * @param beta how many times as much recall counts as precision, positive
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasFBetaAtLeast(double beta, double minimum) {
        return hasAtLeast(ClassificationMetrics.fBeta(beta), minimum);
    }

    /**
     * Asserts that F-beta of one label is at least a threshold.
     *
     * @param beta how many times as much recall counts as precision, positive
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasFBetaAtLeast(double beta, String label, double minimum) {
        return hasAtLeast(ClassificationMetrics.fBeta(beta).ofLabel(label), minimum);
    }

    /**
     * Asserts that macro F1 is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasMacroF1AtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.F1.macro(), minimum);
    }

    /**
     * Asserts that micro F1 is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasMicroF1AtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.F1.micro(), minimum);
    }

    /**
     * Asserts that weighted F1 is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasWeightedF1AtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.F1.weighted(), minimum);
    }

    /**
     * Asserts that the area under the ROC curve of the positive label where one is declared, of the second of two labels, and otherwise the macro average, is at least a threshold.
     *
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasRocAucAtLeast(double minimum) {
        return hasAtLeast(ClassificationMetrics.ROC_AUC, minimum);
    }

    /**
     * Asserts that the area under the ROC curve of one label is at least a threshold.
     *
     * @param label the label
     * @param minimum the threshold, 0 to 1
     * @return these assertions
     */
    public ModelAssert hasRocAucAtLeast(String label, double minimum) {
        return hasAtLeast(ClassificationMetrics.ROC_AUC.ofLabel(label), minimum);
    }

    /**
     * Asserts that the log loss is at most a threshold.
     *
     * @param maximum the threshold, not negative
     * @return these assertions
     */
    public ModelAssert hasLogLossAtMost(double maximum) {
        return hasAtMost(ClassificationMetrics.LOG_LOSS, maximum);
    }

    /**
     * Asserts that the mean absolute error is at most a threshold.
     *
     * @param maximum the threshold, not negative
     * @return these assertions
     */
    public ModelAssert hasMeanAbsoluteErrorAtMost(double maximum) {
        return hasAtMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, maximum);
    }

    /**
     * Asserts that the mean squared error is at most a threshold.
     *
     * @param maximum the threshold, not negative
     * @return these assertions
     */
    public ModelAssert hasMeanSquaredErrorAtMost(double maximum) {
        return hasAtMost(RegressionMetrics.MEAN_SQUARED_ERROR, maximum);
    }

    /**
     * Asserts that the root mean squared error is at most a threshold.
     *
     * @param maximum the threshold, not negative
     * @return these assertions
     */
    public ModelAssert hasRootMeanSquaredErrorAtMost(double maximum) {
        return hasAtMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, maximum);
    }

    /**
     * Asserts that R² is at least a threshold.
     *
     * @param minimum the threshold, at most 1
     * @return these assertions
     */
    public ModelAssert hasR2AtLeast(double minimum) {
        return hasAtLeast(RegressionMetrics.R2, minimum);
    }

    /**
     * Asserts that a metric is at least a threshold.
     *
     * @param metric any metric that fits the targets
     * @param minimum the threshold, in the metric's range
     * @return these assertions
     */
    public ModelAssert hasAtLeast(Metric metric, double minimum) {
        return judge(Criteria.atLeast(metric, minimum));
    }

    /**
     * Asserts that a metric is at most a threshold.
     *
     * @param metric any metric that fits the targets
     * @param maximum the threshold, in the metric's range
     * @return these assertions
     */
    public ModelAssert hasAtMost(Metric metric, double maximum) {
        return judge(Criteria.atMost(metric, maximum));
    }

    /**
     * Asserts that the data's headline metric is no worse than in the last accepted evaluation of this candidate, its baseline:
     * see {@link dev.assay.verdict.NotRegressedCriterion}. It fails if there is no baseline; accept one with {@code
     * -Dassay.baseline=accept}. An improvement never fails.
     *
     * @return these assertions
     */
    public ModelAssert hasNotRegressed() {
        return judge(Criteria.hasNotRegressed());
    }

    /**
     * Asserts that a metric is no worse than in the last accepted evaluation of this candidate, as {@link #hasNotRegressed()}.
     *
     * @param metric any metric that fits the targets
     * @return these assertions
     */
    public ModelAssert hasNotRegressed(Metric metric) {
        return judge(Criteria.hasNotRegressed(metric));
    }

    /**
     * Asserts that the data's headline metric is not worse than in the last accepted evaluation of this candidate by more than a
     * tolerance, as {@link #hasNotRegressed()}.
     *
     * @param tolerance by how much it may be worse, in units of the metric, at least 0
     * @return these assertions
     */
    public ModelAssert hasNotRegressedBy(double tolerance) {
        return judge(Criteria.hasNotRegressed().by(tolerance));
    }

    /**
     * Asserts that a metric is not worse than in the last accepted evaluation of this candidate by more than a tolerance, as
     * {@link #hasNotRegressed()}.
     *
     * @param metric any metric that fits the targets
     * @param tolerance by how much it may be worse, in units of the metric, at least 0
     * @return these assertions
     */
    public ModelAssert hasNotRegressedBy(Metric metric, double tolerance) {
        return judge(Criteria.hasNotRegressed(metric).by(tolerance));
    }

    /**
     * Says how often the model is asked for what follows of latency, throughput and allocation.
     *
     * @param options warm-up, number of calls, size of batches, time limit
     * @return these assertions
     */
    public ModelAssert measuredWith(MeasurementOptions options) {
        measurement = options;
        return myself;
    }

    /**
     * Asks how long single predictions of a fitted model take, after a warm-up: {@code
     * predictsWithin(Duration.ofMillis(5)).atPercentile(95)}. Without a percentile, nothing is asserted. See
     * {@link dev.assay.serving.Latency} for what is measured.
     *
     * @param limit longer than 0
     * @return takes the percentile, and asserts
     */
    @CheckReturnValue
    public LatencyLimit<ModelAssert> predictsWithin(Duration limit) {
        return percentile -> judge(Criteria.predictsWithin(limit, percentile));
    }

    /**
     * Asserts that a fitted model predicts at least so many examples in a second, in batches: see
     * {@link dev.assay.serving.Throughput}.
     *
     * @param examplesPerSecond above 0
     * @return these assertions
     */
    public ModelAssert hasThroughputAtLeast(double examplesPerSecond) {
        return judge(Criteria.hasThroughputAtLeast(examplesPerSecond));
    }

    /**
     * Asserts that a single prediction of a fitted model allocates no more than so much memory for Java objects: see
     * {@link dev.assay.serving.Allocation}. It fails where the JVM doesn't count that.
     *
     * @param bytes at least 0
     * @return these assertions
     */
    public ModelAssert allocatesAtMost(long bytes) {
        return judge(Criteria.allocatesAtMost(bytes));
    }

    /**
     * Asserts that a fitted model is no larger than so much, by what it tells of itself: see
     * {@link dev.assay.learning.Predictor#sizeInBytes}.
     *
     * @param bytes at least 0
     * @return these assertions
     * @throws IllegalArgumentException if it doesn't tell
     */
    public ModelAssert hasSizeAtMost(long bytes) {
        return judge(Criteria.hasSizeAtMost(bytes));
    }

    /**
     * Asserts that a model is no larger on disk than so much.
     *
     * @param bytes at least 0
     * @param fileOrFolder the model's file, or the folder that holds its files and nothing else
     * @return these assertions
     * @throws IllegalArgumentException if there is no such file
     */
    public ModelAssert hasSizeAtMost(long bytes, Path fileOrFolder) {
        return judge(Criteria.hasSizeAtMost(bytes, fileOrFolder));
    }

    private ModelAssert judge(BudgetCriterion criterion) {
        if (scope.isPresent()) {
            throw new IllegalArgumentException(criterion.description()
                    + ": budgets are not of slices, labels or folds; assert them before, after overall(), or on the examples"
                    + " of a slice alone: assertThatModel(evaluation.on(slice).orElseThrow())");
        }
        BudgetCriterion measured = criterion.measuredWith(measurement);
        return meets(confidence.isPresent() ? measured.atConfidence(confidence.getAsDouble()) : measured);
    }

    private ModelAssert judge(NotRegressedCriterion criterion) {
        return meets(confidence.isPresent() ? criterion.atConfidence(confidence.getAsDouble()) : criterion);
    }

    private ModelAssert judge(MetricCriterion criterion) {
        MetricCriterion scoped = scope.orElse(UnaryOperator.identity()).apply(criterion);
        return meets(confidence.isPresent() ? scoped.atConfidence(confidence.getAsDouble()) : scoped);
    }

    /**
     * Asserts that a criterion is met, as it stands: neither {@link #atConfidence} nor slices, labels and folds touch it.
     *
     * @param criterion the criterion
     * @return these assertions
     */
    public ModelAssert meets(Criterion<? super Evaluation> criterion) {
        if (failures.none(this::isNotNull)) {
            Verdict verdict = Judge.judge(actual, criterion);
            if (!verdict.passes()) {
                failures.add(failureWithActualExpected(verdict.actual(), verdict.expected(), "%s", verdict.message()));
            }
        }
        return myself;
    }

    /**
     * Hands a metric's value to AssertJ's assertions on numbers; the result keeps that this was done, not how it ended. An
     * undefined value is null, and the description says why. See {@link ModelSoftAssertions#assertThatMetric} for soft
     * assertions.
     *
     * @param metric any metric that fits the targets
     * @return assertions on the value
     */
    public AbstractDoubleAssert<?> metric(Metric metric) {
        isNotNull();
        MetricNumber number = MetricNumber.of(actual, metric);
        return Assertions.assertThat(number.value()).as(number.description());
    }
}
