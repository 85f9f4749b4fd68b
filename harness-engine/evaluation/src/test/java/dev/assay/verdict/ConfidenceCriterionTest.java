package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import dev.assay.testing.Script;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Criteria at a confidence level; bounds in messages are from SciPy 1.17.1. */
class ConfidenceCriterionTest {

    private static final Evaluation FITTED = Script.tumours(45, 5, 5, 45).fitted();

    private static Verdict atLeast(Evaluation evaluation, Metric metric, double threshold) {
        return Criteria.atLeast(metric, threshold).atConfidence(0.95).judge(evaluation);
    }

    private static String secondToFourthLine(Verdict verdict) {
        return String.join("\n", verdict.message().lines().skip(1).limit(3).toList());
    }

    @Test
    void is_met_where_even_the_lower_bound_reaches_a_minimum() {
        Verdict verdict = atLeast(FITTED, ClassificationMetrics.F1, 0.83);

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.expected()).isEqualTo("at least 0.8300 at 95 % confidence");
        assertThat(verdict.actual()).isEqualTo("95 % lower bound 0.8361");
        assertThat(verdict.judgement().confidence()).isEqualTo(OptionalDouble.of(0.95));
    }

    @Test
    void is_not_met_where_not_even_the_upper_bound_reaches_a_minimum() {
        Verdict verdict = atLeast(FITTED, ClassificationMetrics.F1, 0.95);

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [forest on tumours: one fitted model on 100 test examples]
                        Expecting F1 of "malignant" to be at least 0.9500 at 95 % confidence
                                      but even the 95 % upper bound 0.9407 misses it; the value is 0.9000
                          bounds: of this fitted model, by Wilson on 45 true positives and 10 errors
                          confusion (rows are the truth)
                                               benign  malignant
                                    benign         45          5
                                    malignant       5         45""");
        assertThat(verdict.actual()).isEqualTo("95 % upper bound 0.9407");
    }

    @Test
    void is_inconclusive_between_which_is_no_success() {
        Verdict verdict = atLeast(FITTED, ClassificationMetrics.F1, 0.85);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.isMet()).isFalse();
        assertThat(secondToFourthLine(verdict)).isEqualTo("""
                        Expecting F1 of "malignant" to be at least 0.8500 at 95 % confidence
                                      but the evidence doesn't decide: the 95 % lower bound 0.8361 misses it, the 95 % upper bound 0.9407 doesn't; the value is 0.9000
                          bounds: of this fitted model, by Wilson on 45 true positives and 10 errors""");
        assertThat(verdict.actual()).isEqualTo("95 % lower bound 0.8361");
    }

    @Test
    void mirrors_the_bounds_for_a_maximum() {
        Evaluation evaluation =
                Script.numbers(List.of(0.0, 10.0, 0.0, 10.0), 3, 13, 4, 14).crossValidated(2);
        MetricCriterion atMost = Criteria.atMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, 1.0);

        // √12.5 ∓ 0.7265425 · √0.75, Student's quantile with one degree of freedom at 0.7
        assertThat(atMost.atConfidence(0.7).judge(evaluation)).isInstanceOf(Verdict.NotMet.class);
        assertThat(secondToFourthLine(atMost.atConfidence(0.7).judge(evaluation)))
                .isEqualTo("""
                        Expecting root mean squared error to be at most 1.0000 at 70 % confidence
                                      but even the 70 % lower bound 2.9064 misses it; the value is 3.5356
                          bounds: of this training procedure, by the spread of folds after Nadeau and Bengio""");
        assertThat(Criteria.atMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, 4)
                        .atConfidence(0.7)
                        .judge(evaluation)
                        .actual())
                .isEqualTo("70 % upper bound 4.1648");
        assertThat(Criteria.atMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, 4.2)
                        .atConfidence(0.7)
                        .judge(evaluation))
                .isInstanceOf(Verdict.Met.class);
    }

    @Test
    void gates_proportions_on_the_bound_of_clopper_and_pearson() {
        assertThat(atLeast(FITTED, ClassificationMetrics.ACCURACY, 0.8362).isMet())
                .isTrue();
        assertThat(atLeast(FITTED, ClassificationMetrics.ACCURACY, 0.8363)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(atLeast(FITTED, ClassificationMetrics.RECALL, 0.8011).isMet())
                .isTrue();
        assertThat(atLeast(FITTED, ClassificationMetrics.RECALL, 0.8012).isMet())
                .isFalse();
    }

    @Test
    void falls_back_to_the_rows_of_a_repeat_where_all_folds_agree() {
        Evaluation evaluation = Script.tumours(9, 1, 0, 10, 9, 1, 0, 10).crossValidated(2);

        assertThat(atLeast(evaluation, ClassificationMetrics.F1, 0.8494).isMet())
                .isTrue();
        assertThat(secondToFourthLine(atLeast(evaluation, ClassificationMetrics.F1, 0.9)))
                .isEqualTo("""
                        Expecting F1 of "malignant" to be at least 0.9000 at 95 % confidence
                                      but the evidence doesn't decide: the 95 % lower bound 0.8494 misses it, the 95 % upper bound 0.9829 doesn't; the value is 0.9474
                          bounds: of the rows of one repeat, since all folds agree, by Wilson on 18 true positives and 2 errors""");
        assertThat(atLeast(evaluation, ClassificationMetrics.ACCURACY, 0.8508).isMet())
                .isTrue();
        assertThat(atLeast(evaluation, ClassificationMetrics.ACCURACY, 0.8509).isMet())
                .isFalse();
    }

    @Test
    void falls_back_to_one_fold_for_areas_that_cannot_be_pooled() {
        Evaluation evaluation = Script.probabilities(
                        List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.8, 0.3, 0.2)
                .crossValidated(2);

        assertThat(secondToFourthLine(atLeast(evaluation, ClassificationMetrics.ROC_AUC, 0.9)))
                .contains("the value is 1.0000", "Newcombe's method 5 with 1 positives and 1 negatives");
    }

    @Test
    void draws_from_the_rows_of_a_repeat_where_all_folds_agree_on_a_metric_without_a_formula() {
        Evaluation evaluation = Script.tumours(9, 1, 0, 10, 9, 1, 0, 10).crossValidated(2);
        Verdict verdict = atLeast(evaluation, ClassificationMetrics.F1.macro(), 0.9);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(secondToFourthLine(verdict)).matches("""
                        Expecting macro F1 to be at least 0.9000 at 95 % confidence
                                      but the evidence doesn't decide: the 95 % lower bound 0.8\\d\\d\\d misses it, the 95 % upper bound 0.9\\d\\d\\d doesn't; the value is 0.9499
                          bounds: of the rows of one repeat, since all folds agree, by 10,000 Dirichlet draws over the confusion matrix of 40 rows""");
    }

    @Test
    void draws_count_metrics_of_one_test_set_from_the_confusion_matrix() {
        assertThat(atLeast(FITTED, ClassificationMetrics.F1.macro(), 0.83)).isInstanceOf(Verdict.Met.class);
        assertThat(atLeast(FITTED, ClassificationMetrics.F1.macro(), 0.96)).isInstanceOf(Verdict.NotMet.class);
        assertThat(secondToFourthLine(atLeast(FITTED, ClassificationMetrics.F1.macro(), 0.9)))
                .endsWith(
                        "bounds: of this fitted model, by 10,000 Dirichlet draws over the confusion matrix of 100 rows");
    }

    @Test
    void draws_whole_groups_where_rows_belong_to_groups() {
        Script script = Script.tumours(45, 5, 5, 45);
        List<String> patients =
                IntStream.range(0, 100).mapToObj(row -> "patient " + row / 2).toList();
        Evaluation grouped = script.with(script.data().withGroups(patients)).fitted();

        assertThat(secondToFourthLine(atLeast(grouped, ClassificationMetrics.ACCURACY, 0.9)))
                .endsWith("bounds: of this fitted model, by 10,000 Dirichlet draws over 50 groups of 100 rows");
        // right and wrong rows come in pairs, so that there is half as much evidence
        assertThat(Uncertainty.of(grouped, ClassificationMetrics.ACCURACY)
                        .estimate()
                        .orElseThrow()
                        .lowerBound(0.95))
                .isLessThan(Uncertainty.of(FITTED, ClassificationMetrics.ACCURACY)
                        .estimate()
                        .orElseThrow()
                        .lowerBound(0.95));
    }

    @Test
    void says_where_there_are_few_groups() {
        Script script = Script.tumours(8, 2, 1, 9);
        List<String> clinics =
                IntStream.range(0, 20).mapToObj(row -> "clinic " + row % 4).toList();

        assertThat(secondToFourthLine(atLeast(
                        script.with(script.data().withGroups(clinics)).fitted(), ClassificationMetrics.F1, 0.9)))
                .endsWith("by 10,000 Dirichlet draws over only 4 groups of 20 rows (too few for bounds to be trusted)");
    }

    @Test
    void draws_weighted_rows_with_their_weights() {
        Script script = Script.tumours(2, 0, 0, 2);
        Dataset<Integer> weighted = script.data().withWeights(1, 2, 3, 4);

        assertThat(secondToFourthLine(atLeast(script.with(weighted).fitted(), ClassificationMetrics.F1, 0.9)))
                .endsWith("by 10,000 Dirichlet draws over 4 rows");
    }

    @Test
    void draws_rows_for_metrics_of_numbers() {
        Evaluation evaluation =
                Script.numbers(List.of(0.0, 10.0, 0.0, 10.0), 3, 13, 4, 14).fitted();

        assertThat(secondToFourthLine(Criteria.atMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, 3.5)
                        .atConfidence(0.95)
                        .judge(evaluation)))
                .endsWith("bounds: of this fitted model, by BCa bootstrap of 4 rows, 2,000 replicates");
    }

    @Test
    void cannot_be_told_where_all_draws_are_the_same() {
        Evaluation evaluation = Script.numbers(List.of(0.0, 10.0), 1, 11).fitted();
        Verdict verdict = Criteria.atMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, 2)
                .atConfidence(0.95)
                .judge(evaluation);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.actual()).isEqualTo("unknown");
        assertThat(secondToFourthLine(verdict)).isEqualTo("""
                        Expecting mean absolute error to be at most 2.0000 at 95 % confidence
                                      but that can't be told: mean absolute error is the same whichever of 2 rows are drawn, which says nothing about its spread""");
    }

    @Test
    void cannot_be_told_of_a_maximum() {
        Evaluation evaluation = Script.numbers(List.of(0.0, 10.0), 1, 14).fitted();
        Verdict verdict = Criteria.atMost(RegressionMetrics.MAXIMUM_ERROR, 5)
                .atConfidence(0.95)
                .judge(evaluation);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(secondToFourthLine(verdict)).isEqualTo("""
                        Expecting maximum error to be at most 5.0000 at 95 % confidence
                                      but that can't be told: no interval is known for maximum error on a single test set; cross-validate, or judge the value without confidence""");
    }

    @Test
    void cannot_be_told_where_the_metric_is_undefined_in_some_folds() {
        Evaluation evaluation = Script.probabilities(
                        List.of("malignant", "benign", "benign", "benign"), 0.9, 0.8, 0.3, 0.4)
                .crossValidated(2);

        assertThat(secondToFourthLine(atLeast(evaluation, ClassificationMetrics.ROC_AUC, 0.5)))
                .contains("but that can't be told: ROC AUC of \"malignant\" is undefined in some folds");
    }

    @Test
    void is_not_met_where_the_metric_is_undefined() {
        assertThat(atLeast(FITTED, ClassificationMetrics.ROC_AUC, 0.5)).isInstanceOf(Verdict.NotMet.class);
    }

    @Test
    void is_inconclusive_and_not_contradicted_where_a_perfect_model_is_to_be_perfect() {
        Verdict verdict = atLeast(Script.tumours(4, 0, 0, 4).fitted(), ClassificationMetrics.F1, 1);

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(secondToFourthLine(verdict)).contains("the 95 % upper bound 1.0000 doesn't; the value is 1.0000");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 95, 0.05, Double.NaN})
    void fails_with_a_level_that_is_none(double level) {
        MetricCriterion criterion = Criteria.atLeast(ClassificationMetrics.F1, 0.9);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> criterion.atConfidence(level))
                .withMessage("a confidence level lies above 0.5 and below 1, such as 0.95; not " + level);
    }
}
