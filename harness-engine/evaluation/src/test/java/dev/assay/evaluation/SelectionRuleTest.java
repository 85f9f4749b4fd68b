package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.testing.Script;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SelectionRuleTest {

    /** Accuracies of 8 rows each: 8/8, 6/8, 7/8. The mean is 0.875, the standard deviation 0.125. */
    private static final Script BEST = Script.tumours(4, 0, 0, 4, 3, 1, 1, 3, 4, 0, 1, 3);

    /** 6/8, 6/8, 7/8: 0.79. */
    private static final Script GOOD = Script.tumours(3, 1, 1, 3, 3, 1, 1, 3, 4, 0, 1, 3);

    /** 6/8 in each: 0.75. */
    private static final Script POOR = Script.tumours(3, 1, 1, 3, 3, 1, 1, 3, 3, 1, 1, 3);

    private static final Metric ACCURACY = ClassificationMetrics.ACCURACY;
    private static final SelectionRule WITHIN = SelectionRule.withinOneStandardError();

    private static final Candidate POOR_ONE = Candidate.of("poor", POOR.learner());
    private static final Candidate GOOD_ONE = Candidate.of("good", GOOD.learner());
    private static final Candidate BEST_ONE = Candidate.of("best", BEST.learner());

    private static Comparison compare(Candidate... candidates) {
        return BEST.folds(3).compare(candidates);
    }

    private static String chosen(SelectionRule rule, Metric metric, Candidate... candidates) {
        return rule.select(compare(candidates), metric).chosen().orElseThrow().candidate();
    }

    @Test
    void the_best_is_chosen_wherever_it_stands() {
        assertThat(chosen(SelectionRule.best(), ACCURACY, POOR_ONE, GOOD_ONE, BEST_ONE))
                .isEqualTo("best");
        assertThat(chosen(SelectionRule.best(), ACCURACY, BEST_ONE, GOOD_ONE)).isEqualTo("best");
    }

    @Test
    void the_first_within_one_corrected_standard_error_of_the_best_is_chosen() {
        Selected selected = WITHIN.select(compare(POOR_ONE, GOOD_ONE, BEST_ONE), ACCURACY);

        // 0.125 · √(1/3 + 1/2); the uncorrected 0.125/√3 = 0.072 would leave "good" out
        assertThat(selected.standardError().orElseThrow()).isCloseTo(0.125 * Math.sqrt(5 / 6.0), within(1e-15));
        assertThat(selected.eligible()).extracting(Evaluation::candidate).containsExactly("good", "best");
        assertThat(selected.chosen()).get().extracting(Evaluation::candidate).isEqualTo("good");
        assertThat(chosen(WITHIN, ACCURACY, BEST_ONE, GOOD_ONE, POOR_ONE)).isEqualTo("best");
    }

    @Test
    void a_lower_error_is_better() {
        assertThat(chosen(WITHIN, ClassificationMetrics.ZERO_ONE_LOSS, POOR_ONE, GOOD_ONE, BEST_ONE))
                .isEqualTo("good");
        assertThat(chosen(SelectionRule.best(), ClassificationMetrics.ZERO_ONE_LOSS, POOR_ONE, BEST_ONE))
                .isEqualTo("best");
    }

    @Test
    void costs_say_which_is_the_simplest_if_there_are_any() {
        assertThat(chosen(WITHIN, ACCURACY, GOOD_ONE.withCost(3), POOR_ONE.withCost(1), BEST_ONE.withCost(2)))
                .isEqualTo("best");
        assertThat(chosen(WITHIN, ACCURACY, BEST_ONE.withCost(7), GOOD_ONE.withCost(-1)))
                .isEqualTo("good");
        assertThat(chosen(WITHIN, ACCURACY, BEST_ONE.withCost(1), GOOD_ONE.withCost(1)))
                .isEqualTo("best");
    }

    @Test
    void equals_of_the_best_are_told_apart_by_cost_and_then_by_order() {
        Candidate twin = Candidate.of("twin", BEST.learner());

        assertThat(chosen(SelectionRule.best(), ACCURACY, twin, BEST_ONE)).isEqualTo("twin");
        assertThat(chosen(SelectionRule.best(), ACCURACY, twin.withCost(2), BEST_ONE.withCost(1)))
                .isEqualTo("best");
    }

    @Test
    void costs_of_some_candidates_only_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WITHIN.select(compare(POOR_ONE, GOOD_ONE.withCost(1)), ACCURACY))
                .withMessage("\"poor\" has no cost, but others have; give all candidates a cost, or none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.by(ACCURACY, POOR_ONE, GOOD_ONE.withCost(1)))
                .withMessage("\"poor\" has no cost, but others have; give all candidates a cost, or none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POOR_ONE.withCost(Double.NaN))
                .withMessage("the cost of \"poor\" must be a finite number, not NaN");
    }

    @Test
    void an_order_that_means_nothing_tells_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WITHIN.select(compare(POOR_ONE, GOOD_ONE).withoutOrder(), ACCURACY))
                .withMessage(
                        "the candidates come in the order of their names, which doesn't say which is the simplest; give each"
                                + " a cost, as by @Candidate(cost = …) or Candidate.withCost(…)");
        assertThat(WITHIN.select(
                                compare(BEST_ONE.withCost(2), GOOD_ONE.withCost(1))
                                        .withoutOrder()
                                        .withLedger(new Ledger()),
                                ACCURACY)
                        .chosen())
                .get()
                .extracting(Evaluation::candidate)
                .isEqualTo("good");
    }

    @Test
    void a_single_split_has_no_standard_error() {
        Comparison holdOut = BEST.folds(3).splitter(HoldoutSplit.of(0.25)).compare(POOR_ONE, BEST_ONE);

        Selected selected = WITHIN.select(holdOut, ACCURACY);

        assertThat(selected.chosen()).isEmpty();
        assertThat(selected.reason())
                .endsWith(
                        "is the best, but without at least two folds, in all of which the metric is defined, it has no standard"
                                + " error; take more or larger folds, or choose the best");
    }

    @Test
    void nothing_is_chosen_by_a_metric_that_is_undefined_for_all() {
        Selected selected = SelectionRule.best().select(compare(POOR_ONE, GOOD_ONE), ClassificationMetrics.ROC_AUC);

        assertThat(selected.chosen()).isEmpty();
        assertThat(selected.reason())
                .startsWith("it is undefined")
                .endsWith("for \"poor\", and no better for the others");
    }

    /** The same evaluation, had its folds taken so long. */
    private static Evaluation timed(String name, Script script, int fitSeconds, int predictSeconds) {
        List<Fold> folds = script.crossValidated(3).folds().stream()
                .map(fold -> new Fold(
                        fold.split(),
                        fold.outcomes(),
                        Duration.ofSeconds(fitSeconds),
                        Duration.ofSeconds(predictSeconds),
                        null,
                        null))
                .toList();
        return new Evaluation(new Evaluation.Facts(
                name,
                BEST.data(),
                "3-fold cross-validation",
                OptionalLong.of(42),
                true,
                true,
                0.5,
                folds,
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of()),
                new Scores(BEST.data(), folds),
                null));
    }

    private static String chosen(SelectionRule rule, Evaluation... evaluations) {
        Comparison comparison = Comparison.of(Arrays.asList(evaluations));
        return rule.select(comparison, ACCURACY).chosen().orElseThrow().candidate();
    }

    @Test
    void time_decides_if_asked_to() {
        Evaluation poor = timed("poor", POOR, 1, 1);
        Evaluation good = timed("good", GOOD, 2, 9);
        Evaluation best = timed("best", BEST, 3, 8);
        Evaluation twin = timed("twin", BEST, 4, 7);

        assertThat(chosen(WITHIN.preferring(Preference.FASTEST_TO_FIT), twin, best, good, poor))
                .isEqualTo("good");
        assertThat(chosen(WITHIN.preferring(Preference.FASTEST_TO_PREDICT), poor, good, best, twin))
                .isEqualTo("twin");
        SelectionRule best1 = SelectionRule.best();
        assertThat(chosen(best1.preferring(Preference.FASTEST_TO_FIT), poor, good, twin, best))
                .isEqualTo("best");
        assertThat(chosen(best1, poor, good, twin, best)).isEqualTo("twin");
    }

    @Test
    void rules_describe_themselves() {
        assertThat(SelectionRule.best().description()).isEqualTo("the best");
        assertThat(SelectionRule.best()
                        .preferring(Preference.FASTEST_TO_PREDICT)
                        .description())
                .isEqualTo("the best, of equals the fastest to predict");
        assertThat(WITHIN.description()).isEqualTo("the simplest within one standard error of the best");
        assertThat(WITHIN.preferring(Preference.FASTEST_TO_FIT).description())
                .isEqualTo("the fastest to fit within one standard error of the best");
    }
}
