package dev.assay.assertions;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasNotRegressed;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasNotRegressedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assertions.hamcrest.ModelMatchers;
import dev.assay.data.Labels;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.learning.Predictor;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.prediction.Predictions;
import dev.assay.result.BaselineFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hamcrest.MatcherAssert;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Both façades compare with what was accepted, here as in a plain test without the engine. */
class BaselineFacadesTest {

    private static final Metric ACCURACY = ClassificationMetrics.ACCURACY;

    @TempDir
    Path folder;

    private Evaluation attached(Evaluation evaluation, boolean accepting) {
        return BaselineFiles.in(folder).accepting(accepting).attach("org.clinic.ForestTest", evaluation);
    }

    /** A model that takes every tumour for a malignant one: 50 of 100. */
    private Evaluation worse() {
        return attached(
                Evaluation.ofFittedModel(
                        "forest",
                        (Predictor<Integer>) rows -> Predictions.labels(
                                Labels.of("benign", "malignant"),
                                rows.stream().mapToInt(row -> 1).toArray()),
                        Models.tumours()),
                false);
    }

    @BeforeEach
    void accept() {
        assertThatModel(attached(Models.fittedForest(), true)).hasNotRegressed().hasNotRegressed(ACCURACY);
    }

    @Test
    void what_was_accepted_passes() {
        Evaluation forest = attached(Models.fittedForest(), false);

        assertThatModel(forest)
                .hasNotRegressed()
                .hasNotRegressed(ACCURACY)
                .hasNotRegressedBy(0)
                .hasNotRegressedBy(ACCURACY, 0.01)
                .atConfidence(0.95)
                .hasNotRegressed();
        MatcherAssert.assertThat(
                forest,
                Matchers.allOf(List.of(
                        hasNotRegressed(),
                        hasNotRegressed(ACCURACY),
                        hasNotRegressedBy(0),
                        hasNotRegressedBy(ACCURACY, 0.01),
                        hasNotRegressed().atConfidence(0.95))));

        assertThat(forest.ledger().judgements())
                .extracting(Judgement::criterion)
                .containsExactly(
                        "F1 of \"malignant\" not to have regressed",
                        "accuracy not to have regressed",
                        "accuracy not to have regressed by more than 0.0100",
                        "F1 of \"malignant\" not to have regressed at 95 % confidence");
    }

    @Test
    void what_is_worse_fails_with_the_verdicts_message() {
        Evaluation worse = worse();

        assertThatThrownBy(() -> assertThatModel(worse).hasNotRegressed(ACCURACY))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("Expecting accuracy not to have regressed from 0.8500")
                .hasMessageContaining("flipped: 45 from right to wrong, 10 from wrong to right, of 100")
                .hasMessage(worse.ledger().judgements().get(0).message());
        assertThatThrownBy(() -> MatcherAssert.assertThat(worse, hasNotRegressed(ACCURACY)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected: accuracy not to have regressed")
                .hasMessageContaining("flipped: 45 from right to wrong");
        assertThatModel(worse).hasNotRegressedBy(ACCURACY, 0.35);
        assertThatThrownBy(() -> assertThatModel(worse).atConfidence(0.95).hasNotRegressedBy(ACCURACY, 0.35))
                .hasMessageContaining("by more than 0.3500 at 95 % confidence");
    }

    @Test
    void both_facades_have_the_same_methods() {
        assertThat(methods(ModelMatchers.class))
                .hasSize(4)
                .containsExactlyInAnyOrderElementsOf(methods(ModelAssert.class).toList());
    }

    private static Stream<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("hasNotRegressed"))
                .map(Demand::signature);
    }
}
