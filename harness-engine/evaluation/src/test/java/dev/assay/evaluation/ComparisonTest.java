package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.statistics.CorrectedResampledTTest;
import dev.assay.testing.Script;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Script FOREST = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2, 4, 0, 0, 4);
    private static final Script FLOOR = Script.tumours(2, 2, 2, 2, 2, 2, 1, 3, 1, 3, 2, 2);

    private final Comparison comparison = FOREST.against(FLOOR, 3);

    @Test
    void finds_candidates_by_name() {
        assertThat(comparison.evaluations()).extracting(Evaluation::candidate).containsExactly("forest", "floor");
        assertThat(comparison.evaluation("floor").candidate()).isEqualTo("floor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison.evaluation("tree"))
                .withMessage("no candidate \"tree\"; the candidates are \"forest\", \"floor\"");
    }

    @Test
    void compares_by_the_headline_metric_of_its_data() {
        assertThat(comparison.headline().name()).isEqualTo("F1 of \"malignant\"");
        Script prices = Script.numbers(List.of(1.0, 2.0), 1, 2);
        assertThat(prices.against(prices, 2).headline()).isEqualTo(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR);
    }

    @Test
    void ranks_the_best_first() {
        assertThat(comparison.ranking(ClassificationMetrics.F1))
                .extracting(Evaluation::candidate)
                .containsExactly("forest", "floor");
        Script near = Script.numbers(List.of(1.0, 2.0), 1, 2);
        Script far = Script.numbers(List.of(1.0, 2.0), 5, 5);
        assertThat(far.against(near, 2).ranking(RegressionMetrics.MEAN_ABSOLUTE_ERROR))
                .extracting(Evaluation::candidate)
                .containsExactly("floor", "forest");
    }

    @Test
    void ranks_equals_in_the_given_order_and_the_undefined_last() {
        List<String> truth = List.of("malignant", "benign", "malignant", "benign");
        Script scored = Script.probabilities(truth, 0.9, 0.2, 0.1, 0.3);
        Script unscored = Script.labels(
                "1 malignant as malignant", "1 benign as benign", "1 malignant as benign", "1 benign as benign");

        Comparison several = scored.folds(2)
                .compare(
                        Candidate.of("unscored", unscored.learner()),
                        Candidate.of("one", scored.learner()),
                        Candidate.of("two", scored.learner()));

        assertThat(several.ranking(ClassificationMetrics.ROC_AUC))
                .extracting(Evaluation::candidate)
                .containsExactly("one", "two", "unscored");
        assertThat(several.ranking(ClassificationMetrics.ACCURACY))
                .extracting(Evaluation::candidate)
                .containsExactly("unscored", "one", "two");
    }

    @Test
    void tests_the_differences_of_folds_with_the_correction_for_shared_training_data() {
        // accuracies of 8 rows each: 7/8, 6/8, 8/8 against 4/8, 5/8, 3/8
        Difference difference = comparison
                .difference(ClassificationMetrics.ACCURACY, "forest", "floor")
                .orElseThrow();

        assertThat(difference.test()).isEqualTo(DifferenceTest.CORRECTED_RESAMPLED_T);
        assertThat(difference.result())
                .isEqualTo(CorrectedResampledTTest.of(new double[] {3 / 8.0, 1 / 8.0, 5 / 8.0}, 1 / 2.0));
        assertThat(difference.value()).isCloseTo(3 / 8.0, within(1e-15));
        assertThat(comparison
                        .difference(ClassificationMetrics.ACCURACY, "floor", "forest")
                        .orElseThrow()
                        .value())
                .isCloseTo(-3 / 8.0, within(1e-15));
    }

    @Test
    void tests_nothing_where_a_metric_is_undefined() {
        assertThat(comparison.difference(ClassificationMetrics.ROC_AUC, "forest", "floor"))
                .isEmpty();
        assertThat(comparison.practicalDifference(ClassificationMetrics.ROC_AUC, "forest", "floor", 0.01))
                .isEmpty();
    }

    @Test
    void writes_judgements_of_the_view_and_of_its_evaluations_to_one_ledger() {
        Ledger ledger = new Ledger();
        Comparison view = comparison.withLedger(ledger);

        assertThat(view.ledger()).isSameAs(ledger);
        assertThat(view.evaluations()).extracting(Evaluation::ledger).containsOnly(ledger);
        assertThat(comparison.evaluations()).extracting(Evaluation::ledger).containsOnly(comparison.ledger());
        assertThat(comparison.ledger()).isNotSameAs(ledger);
    }

    @Test
    void takes_evaluations_of_equal_data_on_equal_splits() {
        Evaluation floor =
                Script.tumours(3, 1, 0, 4, 4, 0, 2, 2, 4, 0, 0, 4).folds(3).evaluate("floor", FLOOR.learner());

        assertThat(Comparison.of(List.of(FOREST.crossValidated(3), floor)).evaluations())
                .hasSize(2);
    }

    @Test
    void fails_with_evaluations_on_other_splits_or_other_data() {
        Evaluation forest = FOREST.crossValidated(3);
        Evaluation otherSplits = FOREST.folds(2).evaluate("floor", FLOOR.learner());
        Evaluation otherData = FLOOR.with(FOREST.data()
                        .withIds(IntStream.range(0, 24).mapToObj(i -> "t" + i).toList()))
                .folds(3)
                .evaluate("floor", FLOOR.learner());

        for (Evaluation other : List.of(otherSplits, otherData)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Comparison.of(List.of(forest, other)))
                    .withMessage(
                            "\"forest\" and \"floor\" were not evaluated on the same splits of the same data; use one"
                                    + " CrossValidation for both");
        }
    }

    @Test
    void fails_with_less_than_two_evaluations_or_equal_names() {
        Evaluation forest = FOREST.crossValidated(3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(List.of(forest)))
                .withMessage("a comparison needs at least two candidates, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(List.of(forest, forest)))
                .withMessage("two candidates are named \"forest\"");
    }

    @Test
    void takes_differences_that_are_the_same_in_decimals_for_the_same() {
        // mean absolute errors of 0.9 and 0.8 in one fold, 0.8 and 0.7 in the other
        Script far = Script.numbers(List.of(0.0, 0.0), 0.9, 0.8);
        Script near = Script.numbers(List.of(0.0, 0.0), 0.8, 0.7);

        Difference difference = far.against(near, 2)
                .difference(RegressionMetrics.MEAN_ABSOLUTE_ERROR, "forest", "floor")
                .orElseThrow();

        assertThat(difference.result().remark()).isEqualTo("all differences are the same: their spread is unknown");
        assertThat(difference.value()).isEqualTo(0.1);
    }
}
