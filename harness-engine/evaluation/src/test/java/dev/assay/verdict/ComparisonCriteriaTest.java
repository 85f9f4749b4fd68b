package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.DifferenceTest;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.testing.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonCriteriaTest {

    /** Accuracies of 8 rows each: 7/8, 6/8, 8/8. */
    private static final Script FOREST = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2, 4, 0, 0, 4);

    /** Accuracies 4/8, 5/8, 3/8: the differences are 3/8, 1/8, 5/8. */
    private static final Script FLOOR = Script.tumours(2, 2, 2, 2, 2, 2, 1, 3, 1, 3, 2, 2);

    private static final Comparison COMPARISON = FOREST.against(FLOOR, 3);

    private static Verdict best(Comparison comparison, String candidate) {
        return Criteria.isBest(comparison.headline(), candidate).judge(comparison);
    }

    private static Verdict better(Comparison comparison, String candidate, String other, double significance) {
        return Criteria.isSignificantlyBetter(ClassificationMetrics.ACCURACY, candidate, other, significance)
                .judge(comparison);
    }

    @Test
    void the_best_candidate_is_the_best() {
        Verdict verdict = best(COMPARISON, "forest");

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.message()).isEmpty();
        assertThat(verdict.judgement().criterion()).isEqualTo("\"forest\" to be the best by F1 of \"malignant\"");
        assertThat(verdict.expected()).isEqualTo("best: forest");
        assertThat(verdict.actual()).isEqualTo("forest");
    }

    @Test
    void another_candidate_is_not_the_best() {
        // F1: 22/25 against 10/22
        Verdict verdict = best(COMPARISON, "floor");

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [tumours: 3-fold cross-validation, seed 42]
                        Expecting "floor" to be the best by F1 of "malignant"
                                      but "forest" is better: 0.8800 against 0.4545
                                  F1 of "malignant"
                          forest             0.8800
                          floor              0.4545""");
    }

    @Test
    void close_values_are_written_with_as_many_decimals_as_tell_them_apart() {
        List<Double> truth = List.of(0.0, 0.0);
        Comparison comparison =
                Script.numbers(truth, 1.00001, 1.00001).against(Script.numbers(truth, 1.00002, 1.00002), 2);

        assertThat(best(comparison, "floor").actual()).isEqualTo("\"forest\" is better: 1.00001 against 1.00002");
    }

    @Test
    void a_tie_is_inconclusive() {
        Verdict verdict = best(FOREST.against(FOREST, 3), "forest");

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [tumours: 3-fold cross-validation, seed 42]
                        Expecting "forest" to be the best by F1 of "malignant"
                                      but "floor" is just as good: both have 0.8800
                                  F1 of "malignant"
                          forest             0.8800
                          floor              0.8800""");
    }

    @Test
    void a_candidate_whose_metric_is_undefined_is_not_the_best() {
        List<String> truth = List.of("malignant", "benign", "malignant", "benign");
        Script scored = Script.probabilities(truth, 0.9, 0.2, 0.1, 0.3);
        Script unscored = Script.tumours(1, 0, 0, 1, 1, 0, 0, 1);
        Comparison comparison = scored.against(unscored, 2);

        Verdict verdict =
                Criteria.isBest(ClassificationMetrics.ROC_AUC, "floor").judge(comparison);

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [tumours: 2-fold cross-validation, seed 42]
                        Expecting "floor" to be the best by ROC AUC of "malignant"
                                      but its value is undefined: the model gives labels without scores that rank examples
                                  ROC AUC of "malignant"
                          forest                  0.5000
                          floor                undefined""");
        assertThat(Criteria.isBest(ClassificationMetrics.ROC_AUC, "forest").judge(comparison))
                .isInstanceOf(Verdict.Met.class);
    }

    @Test
    void the_lowest_error_is_the_best() {
        Script near = Script.numbers(List.of(1.0, 2.0), 1, 2);
        Script far = Script.numbers(List.of(1.0, 2.0), 5, 5);

        assertThat(best(near.against(far, 2), "forest")).isInstanceOf(Verdict.Met.class);
        assertThat(best(near.against(far, 2), "floor")).isInstanceOf(Verdict.NotMet.class);
    }

    @Test
    void a_candidate_is_significantly_better_below_the_significance_level() {
        // d̄ = 3/8, s² = 1/16, t = 3/8 / √(1/16 · (1/3 + 1/2)) = 1.6432, df 2: one-sided p = 0.1210
        Verdict verdict = better(COMPARISON, "forest", "floor", 0.13);

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.expected()).isEqualTo("p below 0.13");
        assertThat(verdict.actual())
                .isEqualTo("it is 0.3750 better on average over the folds: one-sided p = 0.1210, significant below 0.13"
                        + " (corrected resampled t test)");
    }

    @Test
    void a_better_candidate_may_be_inconclusive() {
        Verdict verdict = better(COMPARISON, "forest", "floor", 0.05);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [tumours: 3-fold cross-validation, seed 42]
                        Expecting "forest" to be significantly better than "floor" by accuracy
                                      but it is 0.3750 better on average over the folds: one-sided p = 0.1210, significant below 0.05 (corrected resampled t test)
                                  accuracy
                          forest    0.8750
                          floor     0.5000""");
    }

    @Test
    void a_significantly_worse_candidate_is_not_better() {
        Verdict verdict = better(COMPARISON, "floor", "forest", 0.13);

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.actual()).startsWith("it is 0.3750 worse on average over the folds: one-sided p = 0.8790");
    }

    @Test
    void equal_candidates_are_inconclusive() {
        Verdict verdict = better(FOREST.against(FOREST, 3), "forest", "floor", 0.05);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.actual())
                .isEqualTo("it is as good on average over the folds: one-sided p = 0.5000, significant below 0.05"
                        + " (corrected resampled t test); all differences are 0: no evidence");
    }

    @Test
    void a_candidate_that_is_better_by_the_same_in_each_fold_is_met_with_a_remark() {
        Comparison comparison =
                Script.tumours(2, 0, 0, 2, 2, 0, 0, 2).against(Script.tumours(1, 1, 0, 2, 1, 1, 0, 2), 2);

        assertThat(better(comparison, "forest", "floor", 0.05).actual())
                .isEqualTo("it is 0.2500 better on average over the folds: one-sided p = 0.0000, significant below 0.05"
                        + " (corrected resampled t test); all differences are the same: their spread is unknown");
        assertThat(better(comparison, "forest", "floor", 0.05)).isInstanceOf(Verdict.Met.class);
        assertThat(better(comparison, "floor", "forest", 0.05)).isInstanceOf(Verdict.NotMet.class);
    }

    @Test
    void a_lower_error_is_better() {
        List<Double> truth = List.of(0.0, 0.0, 0.0);
        Comparison comparison = Script.numbers(truth, 1, 1.1, 0.9).against(Script.numbers(truth, 5, 5.2, 5.1), 3);
        Criterion<Comparison> forest =
                Criteria.isSignificantlyBetter(RegressionMetrics.MEAN_ABSOLUTE_ERROR, "forest", "floor", 0.05);
        Criterion<Comparison> floor =
                Criteria.isSignificantlyBetter(RegressionMetrics.MEAN_ABSOLUTE_ERROR, "floor", "forest", 0.05);

        assertThat(forest.judge(comparison)).isInstanceOf(Verdict.Met.class);
        assertThat(forest.judge(comparison).actual()).startsWith("it is 4.1000 better on average");
        assertThat(floor.judge(comparison)).isInstanceOf(Verdict.NotMet.class);
        assertThat(floor.judge(comparison).actual()).startsWith("it is 4.1000 worse on average");
    }

    @Test
    void one_split_is_tested_by_its_rows() {
        Comparison holdOut = CrossValidation.of(FOREST.data())
                .splitter(HoldoutSplit.of(0.25))
                .compare(Candidate.of("forest", FOREST.learner()), Candidate.of("floor", FLOOR.learner()));

        Verdict verdict = better(holdOut, "forest", "floor", 0.05);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.actual()).contains("one-sided p = ").endsWith("(exact McNemar test)");
    }

    @Test
    void a_metric_that_is_undefined_in_a_fold_cannot_be_tested() {
        Criterion<Comparison> significant =
                Criteria.isSignificantlyBetter(ClassificationMetrics.ROC_AUC, "forest", "floor", 0.05);
        Criterion<Comparison> equivalent =
                Criteria.isPracticallyEquivalent(ClassificationMetrics.ROC_AUC, "forest", "floor", 0.01, 0.05);

        assertThat(significant.judge(COMPARISON)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(significant.judge(COMPARISON).actual())
                .isEqualTo("that can't be tested: the metric is undefined for one of them, or in a fold");
        assertThat(equivalent.judge(COMPARISON)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(equivalent.judge(COMPARISON).actual())
                .isEqualTo("that can't be told: the metric is undefined for one of them, or in a fold");
    }

    @Test
    void p_values_are_adjusted_for_all_other_candidates_whichever_is_asked_about() {
        Comparison four = FOREST.folds(3)
                .compare(
                        Candidate.of("forest", FOREST.learner()),
                        Candidate.of("floor", FLOOR.learner()),
                        Candidate.of("twin", FLOOR.learner()),
                        Candidate.of("same", FOREST.learner()));

        // one-sided 0.1210 twice and 0.5 once: three times the lowest for both that tie
        assertThat(better(four, "forest", "floor", 0.05).actual())
                .isEqualTo(
                        "it is 0.3750 better on average over the folds: one-sided p = 0.3631, Holm-adjusted for all 3"
                                + " rivals, significant below 0.05 (corrected resampled t test)");
        assertThat(better(four, "forest", "twin", 0.05).actual())
                .isEqualTo(better(four, "forest", "floor", 0.05).actual());
        assertThat(better(COMPARISON, "forest", "floor", 0.13)).isInstanceOf(Verdict.Met.class);
        assertThat(better(four, "forest", "floor", 0.13)).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void a_rival_that_cannot_be_tested_counts_among_all_others() {
        List<String> truth =
                List.of("malignant", "benign", "malignant", "benign", "malignant", "benign", "malignant", "benign");
        Script good = Script.probabilities(truth, 0.9, 0.1, 0.8, 0.2, 0.9, 0.1, 0.8, 0.2);
        Script bad = Script.probabilities(truth, 0.1, 0.9, 0.8, 0.2, 0.4, 0.6, 0.3, 0.1);
        Script unscored = Script.tumours(1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1);
        Comparison comparison = good.folds(4)
                .compare(
                        Candidate.of("good", good.learner()),
                        Candidate.of("bad", bad.learner()),
                        Candidate.of("unscored", unscored.learner()));

        Verdict verdict = Criteria.isSignificantlyBetter(
                        ClassificationMetrics.ROC_AUC, "good", "bad", 0.05, DifferenceTest.WILCOXON)
                .judge(comparison);

        assertThat(verdict.actual()).contains("Holm-adjusted for all 2 rivals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.isSignificantlyBetter(
                                ClassificationMetrics.ROC_AUC, "good", "unscored", 0.05, DifferenceTest.WILCOXON)
                        .judge(comparison))
                .withMessageEndingWith("it needs a metric that is defined in each fold");
    }

    private static Verdict equivalent(double within, double significance) {
        return Criteria.isPracticallyEquivalent(ClassificationMetrics.ACCURACY, "forest", "floor", within, significance)
                .judge(COMPARISON);
    }

    @Test
    void candidates_are_equivalent_within_what_does_not_matter() {
        // with 2 degrees of freedom P(T > t) = ½ − t / (2√(2 + t²)), and the scale is √(1/16 · (1/3 + 1/2)) = 0.2282
        assertThat(equivalent(1, 0.1)).isInstanceOf(Verdict.Met.class);
        assertThat(equivalent(0.001, 0.05)).isInstanceOf(Verdict.NotMet.class);
        assertThat(equivalent(0.3, 0.05)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(equivalent(0.3, 0.05).message()).isEqualToNormalizingNewlines("""
                        [tumours: 3-fold cross-validation, seed 42]
                        Expecting "forest" to be practically equivalent to "floor", within 0.3000 by accuracy
                                      but it is 0.3750 better: better by more than that with probability 0.6132, equivalent with 0.3379, worse by more with 0.0489 (Bayesian correlated t test)
                                  accuracy
                          forest    0.8750
                          floor     0.5000""");
    }

    @Test
    void a_candidate_is_not_worse_than_one_that_is_no_better_by_more_than_what_does_not_matter() {
        Criterion<Comparison> forest =
                Criteria.isNotWorse(ClassificationMetrics.ACCURACY, "forest", "floor", 0.5, 0.05);
        Criterion<Comparison> floor =
                Criteria.isNotWorse(ClassificationMetrics.ACCURACY, "floor", "forest", 0.01, 0.13);
        Criterion<Comparison> thin = Criteria.isNotWorse(ClassificationMetrics.ACCURACY, "forest", "floor", 0.01, 0.05);

        assertThat(forest.judge(COMPARISON)).isInstanceOf(Verdict.Met.class);
        assertThat(floor.judge(COMPARISON)).isInstanceOf(Verdict.NotMet.class);
        assertThat(floor.judge(COMPARISON).message())
                .startsWith(String.join(
                        System.lineSeparator(),
                        "[tumours: 3-fold cross-validation, seed 42]",
                        "Expecting \"floor\" not to be worse than \"forest\" by more than 0.0100 by accuracy",
                        "              but it is 0.3750 worse: worse by more than that with p = 0.8746, ruled out below 0.13 (Bayesian"
                                + " correlated t test)"));
        assertThat(thin.judge(COMPARISON)).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void models_with_the_same_predictions_are_equivalent_and_not_worse_but_not_better() {
        Comparison twins = Comparison.of(
                List.of(FOREST.fitted(), Evaluation.ofFittedModel("floor", FOREST.predictor(), FOREST.data())));
        for (Metric metric : List.of(ClassificationMetrics.ACCURACY, ClassificationMetrics.F1)) {
            assertThat(Criteria.isNotWorse(metric, "forest", "floor", 0, 0.05).judge(twins))
                    .isInstanceOf(Verdict.Met.class);
            assertThat(Criteria.isPracticallyEquivalent(metric, "forest", "floor", 0.001, 0.05)
                            .judge(twins))
                    .isInstanceOf(Verdict.Met.class);
            Verdict better = Criteria.isSignificantlyBetter(metric, "forest", "floor", 0.05)
                    .judge(twins);
            assertThat(better).isInstanceOf(Verdict.Inconclusive.class);
            assertThat(better.actual()).contains("it is as good: one-sided p = 0.5000");
        }
    }

    @Test
    void fails_with_a_difference_that_cannot_be_meant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.isPracticallyEquivalent(ClassificationMetrics.F1, "a", "b", 0, 0.05))
                .withMessage("a difference that doesn't matter is above 0, such as 0.01; not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.isNotWorse(ClassificationMetrics.F1, "a", "b", -0.1, 0.05))
                .withMessage("a difference that doesn't matter is at least 0, such as 0.01; not -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.isNotWorse(ClassificationMetrics.F1, "a", "a", 0.1, 0.05))
                .withMessage("\"a\" can't be worse than itself");
    }

    @Test
    void criteria_describe_themselves_before_they_know_the_data() {
        assertThat(Criteria.isBest(ClassificationMetrics.F1, "forest").description())
                .isEqualTo("\"forest\" to be the best by F1");
        assertThat(Criteria.isSignificantlyBetter(ClassificationMetrics.F1, "forest", "floor", 0.05)
                        .description())
                .isEqualTo("\"forest\" to be significantly better than \"floor\" by F1");
    }

    @Test
    void fails_with_a_candidate_that_there_is_not() {
        for (Criterion<Comparison> criterion : List.of(
                Criteria.isBest(ClassificationMetrics.F1, "tree"),
                Criteria.isSignificantlyBetter(ClassificationMetrics.F1, "tree", "floor", 0.05),
                Criteria.isSignificantlyBetter(ClassificationMetrics.F1, "forest", "tree", 0.05))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> criterion.judge(COMPARISON))
                    .withMessage("no candidate \"tree\"; the candidates are \"forest\", \"floor\"");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.95, -1, Double.NaN})
    void fails_with_a_significance_level_that_is_none(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.isSignificantlyBetter(ClassificationMetrics.F1, "a", "b", level))
                .withMessage("a significance level lies above 0 and below 0.5, such as 0.05; not " + level);
    }

    @Test
    void fails_to_compare_a_candidate_with_itself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.isSignificantlyBetter(ClassificationMetrics.F1, "a", "a", 0.05))
                .withMessage("\"a\" can't be better than itself");
    }
}
