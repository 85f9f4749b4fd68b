package dev.assay.assertions;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Metric;
import java.util.function.Consumer;
import org.assertj.core.api.DoubleAssert;
import org.assertj.core.api.SoftAssertions;

/**
 * Soft assertions on models: all failures are collected and reported together, beside those of AssertJ's own soft
 * assertions. What the assertions inherit from AssertJ, such as {@code isSameAs}, throws at once.
 *
 * <pre>{@code
 * ModelSoftAssertions.assertModelsSoftly(softly -> {
 *     softly.assertThatModel(evaluation).hasF1AtLeast(0.9).atConfidence(0.95).hasRecallAtLeast(0.85);
 *     softly.assertThatModel(fittedModel).on(testData).hasAccuracyAtLeast(0.8);
 * });
 * }</pre>
 */
public class ModelSoftAssertions extends SoftAssertions {

    /** Makes an empty collection of failures. */
    public ModelSoftAssertions() {}

    /**
     * Collects the failures of several assertions and reports them together.
     *
     * @param assertions asserts by means of what it is given
     */
    public static void assertModelsSoftly(Consumer<ModelSoftAssertions> assertions) {
        ModelSoftAssertions softly = new ModelSoftAssertions();
        assertions.accept(softly);
        softly.assertAll();
    }

    /**
     * Asserts on an evaluated candidate.
     *
     * @param evaluation the evaluation
     * @return assertions on it
     */
    public ModelAssert assertThatModel(Evaluation evaluation) {
        return new ModelAssert(evaluation, this::collectAssertionError);
    }

    /**
     * Asserts on a fitted model, once it is said on which data.
     *
     * @param model a {@link dev.assay.learning.Predictor}, or a fitted model that an adapter on the class path knows
     * @return takes the test data
     */
    public FittedModel assertThatModel(Object model) {
        return new FittedModel(model, this::assertThatModel);
    }

    /**
     * Asserts on several candidates that were evaluated on the same splits.
     *
     * @param comparison the comparison
     * @return assertions on it
     */
    public ComparisonAssert assertThatComparison(Comparison comparison) {
        return new ComparisonAssert(comparison, this::collectAssertionError);
    }

    /**
     * Hands a metric's value to AssertJ's assertions on numbers, as {@link ModelAssert#metric} does.
     *
     * @param evaluation the evaluation
     * @param metric any metric that fits the targets
     * @return assertions on the value, which is null where it is undefined
     */
    public DoubleAssert assertThatMetric(Evaluation evaluation, Metric metric) {
        MetricNumber number = MetricNumber.of(evaluation, metric);
        return proxy(DoubleAssert.class, Double.class, number.value()).as(number.description());
    }
}
