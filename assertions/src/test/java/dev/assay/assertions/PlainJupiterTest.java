package dev.assay.assertions;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasF1AtLeast;
import static org.hamcrest.MatcherAssert.assertThat;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import org.junit.jupiter.api.Test;

/** A test as users write it, without Assay's engine. */
class PlainJupiterTest {

    private final Dataset<Integer> tumours = Models.tumours();
    private final Learner<Integer> forest = training -> Models.forest();

    @Test
    void a_candidate_is_good_enough() {
        Evaluation evaluation = CrossValidation.of(tumours).folds(10).seed(42).evaluate("forest", forest);

        assertThatModel(evaluation).hasF1AtLeast(0.84).hasRecallAtLeast("malignant", 0.8);
        assertThatModel(evaluation).atConfidence(0.95).hasAccuracyAtLeast(0.7);
        assertThat(evaluation, hasF1AtLeast(0.84));
    }

    @Test
    void a_candidate_is_better_than_the_floor() {
        Comparison comparison = CrossValidation.of(tumours)
                .folds(10)
                .seed(42)
                .compare(Candidate.of("forest", forest), Candidate.of("floor", Learners.majorityClass()));

        assertThatComparison(comparison).selects("forest").isSignificantlyBetterThan("floor");
    }

    @Test
    void a_fitted_model_is_good_enough() {
        assertThatModel(Models.forest()).on(tumours).hasAccuracyAtLeast(0.8);
    }
}
