package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import dev.assay.resampling.Repeated;
import dev.assay.statistics.CochranQTest;
import dev.assay.statistics.DeLongTest;
import dev.assay.statistics.FiveByTwoFTest;
import dev.assay.statistics.FiveByTwoTTest;
import dev.assay.statistics.McNemarTest;
import dev.assay.statistics.WilcoxonTest;
import dev.assay.testing.Script;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DifferenceTestTest {

    private static final Metric ACCURACY = ClassificationMetrics.ACCURACY;
    private static final Script FOREST = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2, 4, 0, 0, 4);
    private static final Script FLOOR = Script.tumours(2, 2, 2, 2, 2, 2, 1, 3, 1, 3, 2, 2);

    /** Ranks 40 rows, of which every other is malignant, the better the less noise there is. */
    private static Script noisy(double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> truth = IntStream.range(0, 40)
                .mapToObj(row -> row % 2 == 0 ? "malignant" : "benign")
                .toList();
        double[] scores = truth.stream()
                .mapToDouble(label -> ("malignant".equals(label) ? 0.55 : 0.45) + noise * (random.nextDouble() - 0.5))
                .toArray();
        return Script.probabilities(truth, scores);
    }

    private static Comparison fitted(Script first, Script second) {
        return Comparison.of(
                List.of(first.fitted(), Evaluation.ofFittedModel("floor", second.predictor(), first.data())));
    }

    private static Difference test(Comparison comparison, Metric metric) {
        return comparison.difference(metric, "forest", "floor").orElseThrow();
    }

    @Test
    void accuracy_on_one_test_set_is_tested_by_the_rows_on_which_one_is_right() {
        // right: forest 21 of 24 rows, floor 12; on 2 rows of the second fold only floor is
        Difference difference = test(fitted(FOREST, FLOOR), ACCURACY);

        assertThat(difference.test()).isEqualTo(DifferenceTest.MCNEMAR);
        McNemarTest mcNemar = (McNemarTest) difference.result();
        assertThat(mcNemar.onlyFirst() - mcNemar.onlySecond()).isEqualTo(9);
        assertThat(difference.result()).isEqualTo(McNemarTest.of(mcNemar.onlyFirst(), mcNemar.onlySecond()));
        assertThat(difference.value()).isCloseTo(9 / 24.0, within(1e-15));
        assertThat(difference.pBetter()).isEqualTo(mcNemar.pValue() / 2);
        assertThat(difference.pWorse()).isEqualTo(1 - mcNemar.pValue() / 2);
    }

    @Test
    void the_area_of_a_label_on_one_test_set_is_tested_by_delong() {
        Script good = noisy(0.2, 1);
        Script bad = noisy(0.9, 2);

        Difference difference = test(fitted(good, bad), ClassificationMetrics.ROC_AUC);

        assertThat(difference.test()).isEqualTo(DifferenceTest.DELONG);
        DeLongTest deLong = (DeLongTest) difference.result();
        assertThat(deLong.firstArea() - deLong.secondArea()).isCloseTo(difference.value(), within(1e-12));
        assertThat(deLong.pValue()).isBetween(0.0, 0.05);
        assertThat(test(fitted(bad, good), ClassificationMetrics.ROC_AUC).pWorse())
                .isCloseTo(difference.pBetter(), within(1e-12));
    }

    @Test
    void other_metrics_on_one_test_set_are_tested_by_permutation_and_margins_by_bootstrap() {
        assertThat(test(fitted(FOREST, FLOOR), ClassificationMetrics.F1).test()).isEqualTo(DifferenceTest.PERMUTATION);
        List<Double> truth = Collections.nCopies(30, 0.0);
        double[] near = IntStream.range(0, 30).mapToDouble(i -> 0.01 * i).toArray();
        double[] far = Arrays.stream(near).map(error -> error + 0.2).toArray();
        Difference errors = test(fitted(Script.numbers(truth, near), Script.numbers(truth, far)), RegressionMetrics.R2);
        assertThat(errors.test()).isEqualTo(DifferenceTest.PERMUTATION);
        Labels labels = Labels.of("a", "b");
        Targets ab = Targets.labels(labels, 0, 1, 0, 1);
        Script margins = Script.of(ab, Predictions.margins(labels, 1.0, 0, 0, 1, 1, 0, 1, 0));
        assertThat(test(fitted(margins, margins), ClassificationMetrics.BALANCED_ACCURACY)
                        .test())
                .isEqualTo(DifferenceTest.PAIRED_BOOTSTRAP);
    }

    @Test
    void a_permutation_test_agrees_with_mcnemar_about_accuracy() {
        Comparison comparison = fitted(FOREST, FLOOR);

        double permuted = comparison
                .difference(ACCURACY, "forest", "floor", DifferenceTest.PERMUTATION)
                .result()
                .pValue();

        // 1,999 exchanges of which about p are as extreme: three standard errors
        double exact = test(comparison, ACCURACY).result().pValue();
        assertThat(permuted).isCloseTo(exact, within(3 * Math.sqrt(exact * (1 - exact) / 1999) + 1 / 2000.0));
    }

    @Test
    void rows_of_a_group_are_exchanged_together() {
        List<String> patients =
                IntStream.range(0, 24).mapToObj(row -> "patient " + row / 4).toList();
        Script forest = FOREST.with(FOREST.data().withGroups(patients));

        Difference grouped = test(fitted(forest, FLOOR), ACCURACY);

        assertThat(grouped.test()).isEqualTo(DifferenceTest.PERMUTATION);
        // of 2^6 ways to exchange six patients, two at least are as extreme as no exchange
        assertThat(grouped.result().pValue()).isGreaterThan(1 / 64.0);
        assertThat(grouped.result().pValue())
                .isGreaterThan(test(fitted(FOREST, FLOOR), ACCURACY).result().pValue());
    }

    @Test
    void tests_over_folds_take_the_differences_of_folds() {
        Comparison comparison = FOREST.against(FLOOR, 3);

        assertThat(comparison
                        .difference(ACCURACY, "forest", "floor", DifferenceTest.WILCOXON)
                        .result())
                .isEqualTo(WilcoxonTest.of(3 / 8.0, 1 / 8.0, 5 / 8.0));
    }

    @Test
    void five_by_two_tests_take_the_folds_of_each_repeat() {
        Script good = noisy(0.3, 1);
        Script bad = noisy(0.9, 2);
        CrossValidation<Integer> fiveByTwo = CrossValidation.of(good.data())
                .splitter(new Repeated(KFold.of(2).withShuffling(), 5))
                .seed(42);
        Comparison comparison =
                fiveByTwo.compare(Candidate.of("forest", good.learner()), Candidate.of("floor", bad.learner()));
        double[][] differences = new double[5][2];
        List<Double> ofGood = comparison.evaluation("forest").score(ACCURACY).definedFolds();
        List<Double> ofBad = comparison.evaluation("floor").score(ACCURACY).definedFolds();
        for (int fold = 0; fold < 10; fold++) {
            differences[fold / 2][fold % 2] = ofGood.get(fold) - ofBad.get(fold);
        }

        FiveByTwoTTest t = (FiveByTwoTTest) comparison
                .difference(ACCURACY, "forest", "floor", DifferenceTest.FIVE_BY_TWO_T)
                .result();
        FiveByTwoFTest f = (FiveByTwoFTest) comparison
                .difference(ACCURACY, "forest", "floor", DifferenceTest.FIVE_BY_TWO_F)
                .result();

        assertThat(t.pValue()).isCloseTo(FiveByTwoTTest.of(differences).pValue(), within(1e-9));
        assertThat(f.pValue()).isCloseTo(FiveByTwoFTest.of(differences).pValue(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELONG", "PERMUTATION", "PAIRED_BOOTSTRAP"})
    void tests_of_fitted_models_refuse_a_cross_validation_and_name_a_test_that_does_not(DifferenceTest test) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOREST.against(FLOOR, 3).difference(ACCURACY, "forest", "floor", test))
                .withMessage(
                        test + " can't compare \"forest\" and \"floor\": it compares fitted models on one test set, but"
                                + " these were cross-validated; take CORRECTED_RESAMPLED_T");
    }

    @Test
    void mcnemar_takes_one_repeat_of_a_cross_validation() {
        Difference difference =
                FOREST.against(FLOOR, 3).difference(ACCURACY, "forest", "floor", DifferenceTest.MCNEMAR);

        assertThat(difference.result())
                .isEqualTo(test(fitted(FOREST, FLOOR), ACCURACY).result());
        assertThat(difference.method()).isEqualTo("exact McNemar test on the rows of one repeat");
    }

    @Test
    void tests_that_do_not_fit_the_metric_or_the_folds_say_what_they_need() {
        Comparison folds = FOREST.against(FLOOR, 3);
        Comparison one = fitted(FOREST, FLOOR);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.difference(ClassificationMetrics.F1, "forest", "floor", DifferenceTest.MCNEMAR))
                .withMessageEndingWith("it compares accuracy only, and not F1 of \"malignant\"; take PERMUTATION");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.difference(ACCURACY, "forest", "floor", DifferenceTest.DELONG))
                .withMessageEndingWith("it compares the ROC AUC of one label only, and not accuracy; take PERMUTATION");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.difference(ACCURACY, "forest", "floor", DifferenceTest.WILCOXON))
                .withMessageEndingWith("it needs at least two folds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> folds.difference(ACCURACY, "forest", "floor", DifferenceTest.FIVE_BY_TWO_T))
                .withMessageEndingWith("it needs 5 repeats of 2 folds; folds of other numbers are tested by"
                        + " CORRECTED_RESAMPLED_T");
    }

    @Test
    void cochran_compares_all_candidates_on_one_test_set_only() {
        Comparison three = Comparison.of(List.of(
                FOREST.fitted(),
                Evaluation.ofFittedModel("floor", FLOOR.predictor(), FOREST.data()),
                Evaluation.ofFittedModel("twin", FLOOR.predictor(), FOREST.data())));

        CochranQTest test = three.cochranQ();

        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue()).isBetween(0.0, 0.05);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOREST.against(FLOOR, 3).cochranQ())
                .withMessage("Cochran's Q test compares fitted models on one test set of independent rows without"
                        + " weights; compare two candidates at a time by CORRECTED_RESAMPLED_T");
    }

    @Test
    void practical_differences_of_folds_are_those_of_the_bayesian_test_and_add_up_to_one() {
        PracticalDifference difference = FOREST.against(FLOOR, 3)
                .practicalDifference(ACCURACY, "forest", "floor", 0)
                .orElseThrow();

        // the posterior's tail is the one-sided p-value of the corrected resampled t test
        assertThat(difference.worse())
                .isCloseTo(test(FOREST.against(FLOOR, 3), ACCURACY).pBetter(), within(1e-12));
        assertThat(difference.better() + difference.equivalent() + difference.worse())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void a_lower_error_is_practically_better() {
        List<Double> truth = Collections.nCopies(30, 0.0);
        double[] near = IntStream.range(0, 30).mapToDouble(i -> 0.01 * i).toArray();
        double[] far = Arrays.stream(near).map(error -> error + 0.2).toArray();
        Metric error = RegressionMetrics.MEAN_ABSOLUTE_ERROR;
        Comparison comparison = fitted(Script.numbers(truth, near), Script.numbers(truth, far));

        assertThat(comparison
                        .practicalDifference(error, "forest", "floor", 0.1)
                        .orElseThrow()
                        .better())
                .isEqualTo(1);
        assertThat(comparison
                        .practicalDifference(error, "floor", "forest", 0.1)
                        .orElseThrow()
                        .worse())
                .isEqualTo(1);
        assertThat(comparison
                        .practicalDifference(error, "floor", "forest", 0.3)
                        .orElseThrow()
                        .equivalent())
                .isEqualTo(1);
    }

    @Test
    void the_same_seed_gives_the_same_test() {
        for (DifferenceTest test : List.of(DifferenceTest.PERMUTATION, DifferenceTest.PAIRED_BOOTSTRAP)) {
            assertThat(fitted(FOREST, FLOOR).difference(ClassificationMetrics.F1, "forest", "floor", test))
                    .isEqualTo(fitted(FOREST, FLOOR).difference(ClassificationMetrics.F1, "forest", "floor", test));
        }
    }
}
