package dev.assay.assertions;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.assertions.hamcrest.ModelMatchers.differsByAtMost;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasRecallAtLeast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.not;

import dev.assay.data.Slice;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.metric.ClassificationMetrics;
import java.util.stream.IntStream;
import org.hamcrest.MatcherAssert;
import org.junit.jupiter.api.Test;

/** Slices, labels, folds and differences, by both façades. */
class SlicesTest {

    /** The forest is wrong about every man, all of whom are ill, and about no ill woman. */
    private final Evaluation forest = Evaluation.ofFittedModel(
            "forest",
            Models.forest(),
            Models.tumours()
                    .withAttribute(
                            "sex",
                            IntStream.range(0, 100)
                                    .mapToObj(row -> row % 10 == 0 ? "male" : "female")
                                    .toList()));

    @Test
    void slices_are_judged_by_themselves() {
        assertThatModel(forest).onSlice(Slice.of("sex", "female")).hasRecallAtLeast(0.99);

        assertThatThrownBy(() -> assertThatModel(forest).onEachSlice("sex").hasRecallAtLeast(0.5))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "Expecting recall of \"malignant\" to be at least 0.5000 on each slice by \"sex\"")
                .hasMessageContaining("the worst of 2, sex \"male\" (10 rows), doesn't meet it: value 0.0000");
        MatcherAssert.assertThat(forest, hasRecallAtLeast(0.99).onSlice(Slice.of("sex", "female")));
        MatcherAssert.assertThat(forest, not(hasRecallAtLeast(0.5).onEachSlice("sex")));
        assertThat(forest.ledger().judgements())
                .extracting(Judgement::outcome)
                .containsExactly(Judgement.Outcome.MET, Judgement.Outcome.NOT_MET);
    }

    @Test
    void labels_and_folds_are_judged_by_themselves_until_all_is_asked_for_again() {
        assertThatModel(forest)
                .ofEachLabel()
                .hasRecallAtLeast(0.8)
                .overall()
                .hasAccuracyAtLeast(0.85)
                .inEachFold()
                .hasAccuracyAtLeast(0.85);

        assertThatThrownBy(() -> assertThatModel(forest).ofEachLabel().hasRecallAtLeast(0.81))
                .hasMessageContaining("the worst of 2, \"malignant\" (50 rows)");
        MatcherAssert.assertThat(forest, hasRecallAtLeast(0.8).ofEachLabel());
        MatcherAssert.assertThat(forest, hasRecallAtLeast(0.8).inEachFold());
    }

    @Test
    void confidence_applies_to_slices() {
        ModelSoftAssertions softly = new ModelSoftAssertions();
        softly.assertThatModel(forest).atConfidence(0.95).onEachSlice("sex").hasAccuracyAtLeast(0.9);

        assertThat(softly.assertionErrorsCollected()).hasSize(1);
        assertThat(softly.assertionErrorsCollected().get(0))
                .hasMessageContaining("one misses it at 97.5 % (Bonferroni)");
    }

    @Test
    void differences_between_slices_are_judged() {
        assertThatModel(forest).betweenSlices("sex").recallDiffersByAtMost(1).hasF1AtLeast(0.8);

        assertThatThrownBy(() -> assertThatModel(forest).betweenSlices("sex").recallDiffersByAtMost(0.05))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("to differ by at most 0.0500 between slices by \"sex\"");
        assertThatThrownBy(() -> assertThatModel(forest)
                        .atConfidence(0.95)
                        .betweenSlices("sex")
                        .accuracyDiffersByAtMost(0.05))
                .hasMessageContaining("at 95 % confidence");
        assertThatThrownBy(() -> assertThatModel(forest).betweenSlices("sex").f1DiffersByAtMost(0.05))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThatModel(forest).betweenSlices("sex").precisionDiffersByAtMost(0.05))
                .isInstanceOf(AssertionError.class);
        MatcherAssert.assertThat(forest, differsByAtMost(ClassificationMetrics.RECALL, "sex", 1));
        MatcherAssert.assertThat(
                forest,
                not(differsByAtMost(ClassificationMetrics.RECALL, "sex", 0.05).atConfidence(0.95)));
    }
}
