package dev.assay.assertions;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;

/**
 * The way in to assertions on models, to be imported statically.
 *
 * <pre>{@code
 * assertThatModel(evaluation).hasF1AtLeast(0.9);
 * assertThatModel(evaluation).atConfidence(0.95).hasRocAucAtLeast(0.97);
 * assertThatModel(fittedModel).on(testData).hasAccuracyAtLeast(0.8);
 * assertThatComparison(comparison).selects("forest").isSignificantlyBetterThan("floor");
 * }</pre>
 */
public final class ModelAssertions {

    private ModelAssertions() {}

    /**
     * Asserts on an evaluated candidate.
     *
     * @param evaluation the evaluation
     * @return assertions on it
     */
    public static ModelAssert assertThatModel(Evaluation evaluation) {
        return new ModelAssert(evaluation);
    }

    /**
     * Asserts on a fitted model, once it is said on which data.
     *
     * @param model a {@link dev.assay.learning.Predictor}, or a fitted model that an adapter on the class path knows
     * @return takes the test data
     */
    public static FittedModel assertThatModel(Object model) {
        return new FittedModel(model, ModelAssertions::assertThatModel);
    }

    /**
     * Asserts on several candidates that were evaluated on the same splits.
     *
     * @param comparison the comparison
     * @return assertions on it
     */
    public static ComparisonAssert assertThatComparison(Comparison comparison) {
        return new ComparisonAssert(comparison);
    }
}
