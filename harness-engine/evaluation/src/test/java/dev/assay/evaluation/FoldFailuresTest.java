package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.learning.Learner;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.MetricValue;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Script;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FoldFailuresTest {

    /** Two folds of neighbours; the model gets 3 of 4 examples right in the first, and 1 of 4 in the second. */
    private static final Script SCRIPT =
            Script.labels("2 a as a", "1 b as b", "1 b as a", "1 a as a", "1 a as b", "2 b as a");

    private static Supplier<Learner<Integer>> failingIn(Script script, Integer... folds) {
        Set<Integer> failing = Set.of(folds);
        return Script.perFold(fold -> failing.contains(fold)
                ? training -> {
                    throw new IllegalStateException("singular matrix");
                }
                : script.learner());
    }

    private static CrossValidation<Integer> skipping(int folds) {
        return SCRIPT.folds(folds).failures(FoldFailures.SKIP);
    }

    @Test
    void leaves_failed_folds_out_and_says_so() {
        Evaluation evaluation = skipping(4).evaluate("forest", failingIn(SCRIPT, 1));

        assertThat(evaluation.folds())
                .extracting(fold -> fold.split().toString())
                .containsExactly("repeat 1, fold 1", "repeat 1, fold 3", "repeat 1, fold 4");
        assertThat(evaluation.remarks())
                .startsWith(
                        "repeat 1, fold 2 failed and is left out: IllegalStateException: singular matrix",
                        "repeat 1 has predictions for 6 of 8 tested examples only: its metrics are over these");
        assertThat(evaluation.repeats().get(0).size()).isEqualTo(6);
        // 2 + 1 + 0 of 6
        assertThat(evaluation.value(ClassificationMetrics.ACCURACY)).isEqualTo(MetricValue.of(0.5));
        assertThat(evaluation.score(ClassificationMetrics.ACCURACY).foldsUsed()).isEqualTo(3);
    }

    @Test
    void leaves_folds_out_whose_predictions_are_invalid() {
        Supplier<Learner<Integer>> source =
                Script.perFold(fold -> fold == 0 ? training -> rows -> Predictions.numbers(1, 2) : SCRIPT.learner());

        assertThat(skipping(4).evaluate("forest", source).remarks())
                .element(0)
                .asString()
                .startsWith("repeat 1, fold 1 failed and is left out: ");
    }

    @Test
    void leaves_a_repeat_out_whose_folds_all_failed() {
        Script script = Script.labels("2 a as a", "2 b as b");
        Evaluation evaluation = CrossValidation.of(script.data())
                .folds(2)
                .repeats(3)
                .failures(FoldFailures.SKIP)
                .evaluate("forest", failingIn(script, 0, 1, 4));

        assertThat(evaluation.repeats()).hasSize(2);
        assertThat(evaluation.remarks())
                .containsExactly(
                        "repeat 1, fold 1 failed and is left out: IllegalStateException: singular matrix",
                        "repeat 1, fold 2 failed and is left out: IllegalStateException: singular matrix",
                        "repeat 3, fold 1 failed and is left out: IllegalStateException: singular matrix",
                        "repeat 1 is left out: all its folds failed",
                        "repeat 3 has predictions for 2 of 4 tested examples only: its metrics are over these");
        MetricScore score = evaluation.score(ClassificationMetrics.ACCURACY.averagedOverFolds());
        assertThat(score.repeats()).isEqualTo(List.of(MetricValue.of(1), MetricValue.of(1)));
    }

    @Test
    void averages_the_folds_of_the_repeat_they_belong_to_when_one_between_is_left_out() {
        // the second repeat fails; rows are dealt anew in each, so the model is right in all of the third one only
        Script script = Script.labels("2 a as a", "2 b as b");
        Learner<Integer> wrong = training -> rows -> Predictions.labels(training.labels(), new int[rows.size()]);
        Supplier<Learner<Integer>> source = Script.perFold(fold -> {
            if (fold == 2 || fold == 3) {
                return training -> {
                    throw new IllegalStateException("singular matrix");
                };
            }
            return fold < 2 ? wrong : script.learner();
        });

        MetricScore score = CrossValidation.of(script.data())
                .folds(2)
                .repeats(3)
                .failures(FoldFailures.SKIP)
                .evaluate("forest", source)
                .score(ClassificationMetrics.ACCURACY.averagedOverFolds());

        assertThat(score.repeats()).isEqualTo(List.of(MetricValue.of(0.5), MetricValue.of(1)));
        assertThat(score.value()).isEqualTo(MetricValue.of(0.75));
    }

    @Test
    void fails_when_all_folds_fail() {
        assertThatThrownBy(() -> skipping(4).evaluate("forest", failingIn(SCRIPT, 0, 1, 2, 3)))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on data: all 4 folds failed; the first is repeat 1, fold 1: IllegalStateException: "
                        + "singular matrix")
                .hasRootCauseMessage("singular matrix");
    }

    @Test
    void fails_when_one_fold_of_several_is_left() {
        assertThatThrownBy(() -> skipping(4).evaluate("forest", failingIn(SCRIPT, 1, 2, 3)))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on data: 3 of 4 folds failed, which leaves too few; the first is repeat 1, fold 2: "
                        + "IllegalStateException: singular matrix");
    }

    @Test
    void fails_with_an_error_in_any_case() {
        StackOverflowError error = new StackOverflowError();
        Supplier<Learner<Integer>> source = Script.perFold(fold -> training -> {
            if (fold == 2) {
                throw error;
            }
            throw new IllegalStateException("singular matrix");
        });

        assertThatThrownBy(() -> skipping(4).evaluate("forest", source)).isSameAs(error);
    }

    @Test
    void can_be_compared_with_evaluations_that_lack_the_same_folds_only() {
        CrossValidation<Integer> validation = skipping(4);
        Evaluation forest = validation.evaluate("forest", failingIn(SCRIPT, 1, 2));
        Evaluation floor = validation.evaluate("floor", failingIn(SCRIPT, 1, 2));
        Evaluation whole = validation.evaluate("whole", SCRIPT.learner());

        assertThat(Comparison.of(List.of(forest, floor)).evaluations()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(List.of(forest, whole)))
                .withMessage("\"forest\" and \"whole\" can't be compared, since one of them lacks repeat 1, fold 2 and"
                        + " repeat 1, fold 3, which failed and was left out; mend it, or compare those that lack the same"
                        + " folds");
    }
}
