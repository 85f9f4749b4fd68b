package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Predictor;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Direction;
import dev.assay.metric.FoldCombination;
import dev.assay.metric.Metric;
import dev.assay.metric.Range;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import dev.assay.testing.RandomCases;
import dev.assay.testing.Script;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotRegressedCriterionTest {

    private static final Metric ACCURACY = ClassificationMetrics.ACCURACY;
    private static final Labels LABELS = Labels.of("benign", "malignant").withPositive("malignant");

    /** Forty tumours, each second one malignant, of which a model is wrong about certain ones. */
    private static Script tumours(int... wrong) {
        List<Integer> errors = IntStream.of(wrong).boxed().toList();
        int[] truth = IntStream.range(0, 40).map(row -> row % 2).toArray();
        int[] said = IntStream.range(0, 40)
                .map(row -> errors.contains(row) ? 1 - truth[row] : truth[row])
                .toArray();
        Script script = Script.of(Targets.labels(LABELS, truth), Predictions.labels(LABELS, said));
        return script.with(script.data().named("tumours"));
    }

    private static Verdict judge(MemoryStore store, Evaluation now, NotRegressedCriterion criterion) {
        return Judge.judge(now.withBaseline(store), criterion);
    }

    private static Verdict accuracy(Script before, Script now) {
        return judge(
                MemoryStore.of(before.crossValidated(4)), now.crossValidated(4), Criteria.hasNotRegressed(ACCURACY));
    }

    @Test
    void the_same_predictions_are_met() {
        Verdict verdict = accuracy(tumours(1, 2), tumours(1, 2));

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.message()).isEmpty();
        assertThat(verdict.judgement().criterion()).isEqualTo("accuracy not to have regressed");
        assertThat(verdict.judgement().threshold()).hasValue(0.95);
        assertThat(verdict.expected()).isEqualTo("not worse than 0.9500");
        assertThat(verdict.actual()).isEqualTo("0.9500");
    }

    @Test
    void an_improvement_is_met() {
        assertThat(accuracy(tumours(1, 2), tumours(3))).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void as_many_errors_elsewhere_are_met() {
        assertThat(accuracy(tumours(1, 2), tumours(3, 4))).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void significantly_more_errors_are_not_met_and_listed() {
        // 6 to wrong, 0 to right: exact one-sided McNemar p = 2⁻⁶ = 0.015625
        Verdict verdict = accuracy(tumours(0), tumours(0, 1, 3, 5, 7, 9, 2));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [forest on tumours: 4-fold cross-validation, seed 42]
                        Expecting accuracy not to have regressed from 0.9750
                                      but it was 0.8250, which is 0.1500 worse, beyond chance: one-sided p = 0.0156
                          paired: by row, over the same 40 examples; exact McNemar test
                          flipped: 6 from right to wrong, 0 from wrong to right, of 40
                            example 1: truth and before "malignant", now "benign"
                            example 2: truth and before "benign", now "malignant"
                            example 3: truth and before "malignant", now "benign"
                            example 5: truth and before "malignant", now "benign"
                            example 7: truth and before "malignant", now "benign"
                            example 9: truth and before "malignant", now "benign"
                          by label: 5 of 20 "malignant", 1 of 20 "benign"
                          baseline: assay-baselines/org.clinic.TumourModelTest/forest.json
                          to accept it: mvn test -Dtest=TumourModelTest -Dassay.baseline=accept   (or with ASSAY_BASELINE=accept in the environment)
                          folds: worst 0.30 (fold 1), median 1.00, best 1.00
                          confusion (rows are the truth)
                                               benign  malignant
                                    benign         18          2
                                    malignant       5         15""");
        assertThat(verdict.judgement().message()).isEqualTo(verdict.message());
    }

    @Test
    void a_few_more_errors_are_inconclusive_and_the_remedy_is_named() {
        // 4 to wrong, 1 to right: P(X ≤ 1; 5, ½) = 6/32
        Verdict verdict = accuracy(tumours(0), tumours(1, 3, 5, 7));

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message())
                .contains(
                        "but it was 0.9000, which is 0.0750 worse, but the evidence is thin: one-sided p = 0.1875",
                        "flipped: 4 from right to wrong, 1 from wrong to right, of 40",
                        "remedy: allow a tolerance (hasNotRegressedBy), test on more examples, or accept it");
    }

    @Test
    void what_is_within_the_tolerance_is_met() {
        MemoryStore store = MemoryStore.of(tumours(0).crossValidated(4));
        Evaluation now = tumours(1, 3, 5, 7).crossValidated(4);
        NotRegressedCriterion criterion = Criteria.hasNotRegressed(ACCURACY);

        Verdict met = judge(store, now, criterion.by(0.075));
        assertThat(met).isInstanceOf(Verdict.Met.class);
        assertThat(met.judgement().criterion()).isEqualTo("accuracy not to have regressed by more than 0.0750");
        assertThat(met.judgement().threshold().getAsDouble()).isEqualTo(0.9);
        assertThat(judge(store, now, criterion.by(0.074))).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(judge(store, now, criterion.by(0.074)).message())
                .contains("Expecting accuracy not to have regressed from 0.9750 by more than 0.0740");
    }

    @Test
    void the_headline_metric_is_tested_by_exchanging_predictions() {
        // F1 of "malignant"; all 6 flips must be exchanged or none for so large a difference: p about 2⁻⁶
        Verdict verdict = judge(
                MemoryStore.of(tumours(0).crossValidated(4)),
                tumours(0, 1, 3, 5, 7, 9, 11).crossValidated(4),
                Criteria.hasNotRegressed());

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message())
                .contains("Expecting F1 of \"malignant\" not to have regressed from 0.9756")
                .contains("paired: by row, over the same 40 examples; permutation test with 10,000 draws")
                .containsPattern("one-sided p = 0\\.01[4-7]");
        assertThat(verdict.judgement().criterion()).isEqualTo("F1 of \"malignant\" not to have regressed");
        assertThat(Criteria.hasNotRegressed().description()).isEqualTo("the headline metric not to have regressed");
    }

    @Test
    void repeats_are_paired_by_the_first_which_is_said() {
        Script before = tumours(0);
        Script now = tumours(1, 3, 5, 7, 9, 11);
        MemoryStore store = MemoryStore.of(
                CrossValidation.of(before.data()).folds(4).repeats(3).seed(1).evaluate("forest", before.learner()));
        Evaluation later =
                CrossValidation.of(now.data()).folds(4).repeats(3).seed(1).evaluate("forest", now.learner());

        assertThat(judge(store, later, Criteria.hasNotRegressed(ACCURACY)).message())
                .contains("paired: by row, over the same 40 examples in the first of 3 repeats; exact McNemar test");
    }

    @Test
    void rows_are_paired_over_another_split_too() {
        Verdict verdict = judge(
                MemoryStore.of(tumours(0).crossValidated(4)),
                tumours(0, 1, 3, 5, 7, 9, 11).crossValidated(5),
                Criteria.hasNotRegressed(ACCURACY));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).contains("paired: by row");
    }

    private static Evaluation otherInputs(Script script) {
        Dataset<Integer> shifted = script.data()
                .withInputs(IntStream.range(0, 40).mapToObj(row -> row + 1000).toList());
        return CrossValidation.of(shifted)
                .splitter(KFold.of(4))
                .seed(42)
                .evaluate(
                        "forest",
                        training -> inputs -> script.predictions()
                                .select(inputs.stream()
                                        .mapToInt(input -> input - 1000)
                                        .toArray()));
    }

    @Test
    void other_data_with_the_same_split_are_paired_by_fold() {
        Verdict verdict = judge(
                MemoryStore.of(tumours(0).crossValidated(4)),
                otherInputs(tumours(0, 1, 3, 11, 13, 15, 21, 23, 35)),
                Criteria.hasNotRegressed(ACCURACY));

        // differences by fold −.2, −.3, −.2, −.1: d̄ = −.2, s² = .02/3, t = −.2/√(.02/3 · (1/4 + 1/3)) = −3.207, df 3
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message())
                .contains("paired: by fold, over the same 4 folds; corrected resampled t test")
                .contains("one-sided p = 0.0245")
                .doesNotContain("flipped");
    }

    @Test
    void other_data_with_another_split_are_compared_by_intervals_of_both() {
        Script fewer = Script.tumours(9, 1, 1, 9);
        Verdict thin = judge(MemoryStore.of(tumours(0).fitted()), fewer.fitted(), Criteria.hasNotRegressed(ACCURACY));

        assertThat(thin).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(thin.message())
                .contains("paired: not at all, since the data are others (then 40 examples, now 20) and the split is"
                        + " another (then one fitted model on 40 test examples); by intervals of both")
                .contains("which is 0.0750 worse, but the evidence is thin: 95 % confident that it is at most 0.");

        Verdict sure = judge(
                MemoryStore.of(tumours(0).fitted()),
                Script.tumours(6, 4, 4, 6).fitted(),
                Criteria.hasNotRegressed(ACCURACY));

        assertThat(sure).isInstanceOf(Verdict.NotMet.class);
        assertThat(sure.message())
                .contains("which is 0.3750 worse, beyond chance: 95 % confident that it is worse by 0.");
    }

    @Test
    void data_without_fingerprint_are_not_taken_for_the_same() {
        Dataset<Object> unknown = Dataset.of(
                Stream.generate(Object::new).limit(40).toList(),
                tumours().data().targets());
        Evaluation before = Evaluation.ofFittedModel(
                "forest", (Predictor<Object>) inputs -> tumours(0).predictions(), unknown);
        Evaluation now = Evaluation.ofFittedModel(
                "forest", (Predictor<Object>) inputs -> tumours(0, 1, 2).predictions(), unknown);

        assertThat(judge(MemoryStore.of(before), now, Criteria.hasNotRegressed(ACCURACY))
                        .message())
                .contains("paired: not at all, since nobody knows whether the data are the same (give their inputs a"
                        + " content: Dataset.withContent); by intervals of both");
    }

    @Test
    void metrics_of_scores_are_paired_by_fold_although_rows_are_the_same() {
        List<String> truth = Collections.nCopies(10, List.of("malignant", "benign")).stream()
                .flatMap(List::stream)
                .toList();
        Script sharp = Script.probabilities(
                truth,
                IntStream.range(0, 20)
                        .mapToDouble(row -> row % 2 == 0 ? 0.9 - row * 0.01 : 0.1)
                        .toArray());
        Script blunt = Script.probabilities(
                truth,
                IntStream.range(0, 20)
                        .mapToDouble(row -> row % 2 == 0 ? 0.6 - row * 0.002 : 0.4)
                        .toArray());

        Verdict verdict = judge(
                MemoryStore.of(sharp.crossValidated(4), ClassificationMetrics.LOG_LOSS),
                blunt.crossValidated(4),
                Criteria.hasNotRegressed(ClassificationMetrics.LOG_LOSS));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message())
                .contains("Expecting log loss not to have regressed from ")
                .contains("paired: by fold, over the same 4 folds", "flipped: 0 from right to wrong, 0 from wrong");
    }

    @Test
    void numbers_are_tested_by_exchanging_them() {
        List<Double> truth =
                IntStream.range(0, 30).mapToObj(row -> (double) row).toList();
        Script near = Script.numbers(
                truth, IntStream.range(0, 30).mapToDouble(row -> row + 0.1).toArray());
        Script far = Script.numbers(
                truth, IntStream.range(0, 30).mapToDouble(row -> row - 0.5).toArray());
        Metric error = RegressionMetrics.MEAN_ABSOLUTE_ERROR;

        Verdict worse = judge(MemoryStore.of(near.fitted(), error), far.fitted(), Criteria.hasNotRegressed(error));

        assertThat(worse).isInstanceOf(Verdict.NotMet.class);
        assertThat(worse.message())
                .contains("Expecting mean absolute error not to have regressed from 0.1000")
                .contains("but it was 0.5000, which is 0.4000 worse, beyond chance: one-sided p below 0.0001")
                .contains("paired: by row, over the same 30 examples; permutation test with 10,000 draws");
        assertThat(judge(MemoryStore.of(far.fitted(), error), near.fitted(), Criteria.hasNotRegressed(error)))
                .isInstanceOf(Verdict.Met.class);
    }

    @Test
    void a_metric_of_ones_own_that_looks_at_rows_is_paired_by_fold() {
        Metric share = Metric.of(
                "share of right rows",
                Direction.HIGHER_IS_BETTER,
                Range.UNIT,
                FoldCombination.POOLED,
                outcomes -> IntStream.range(0, outcomes.size())
                                .filter(row -> outcomes.labelTruth().index(row)
                                        == outcomes.labelPredictions().index(row))
                                .count()
                        / (double) outcomes.size());
        Evaluation before = tumours(0).crossValidated(4);
        Evaluation now = tumours(0, 1, 3, 5, 17, 19, 31).crossValidated(4);

        assertThat(judge(MemoryStore.of(before, share), now, Criteria.hasNotRegressed(share))
                        .message())
                .contains("paired: by fold, over the same 4 folds");
    }

    @Test
    void rows_of_groups_are_not_exchanged_one_by_one() {
        List<String> patients =
                IntStream.range(0, 40).mapToObj(row -> "patient " + row / 2).toList();
        Script before = tumours(0);
        Script now = tumours(0, 1, 3, 5, 7, 9, 11);
        Verdict verdict = judge(
                MemoryStore.of(before.with(before.data().withGroups(patients)).crossValidated(4)),
                now.with(now.data().withGroups(patients)).crossValidated(4),
                Criteria.hasNotRegressed(ACCURACY));

        assertThat(verdict.message()).contains("paired: by fold").contains("flipped: 6 from right to wrong");
    }

    @Test
    void flips_that_concentrate_in_a_part_of_the_data_are_told() {
        List<String> sites = IntStream.range(0, 40)
                .mapToObj(row -> row < 10 ? "north" : "south")
                .toList();
        Script before = tumours(20);
        Script now = tumours(20, 1, 3, 5, 7, 9);
        Verdict verdict = judge(
                MemoryStore.of(
                        before.with(before.data().withAttribute("site", sites)).crossValidated(4)),
                now.with(now.data().withAttribute("site", sites)).crossValidated(4),
                Criteria.hasNotRegressed(ACCURACY));

        assertThat(verdict.message())
                .contains("  concentrated: 5 of 5 are of site \"north\", which has 10 of 40 examples");
    }

    @Test
    void long_lists_of_flips_are_cut() {
        Verdict verdict = accuracy(tumours(), tumours(IntStream.range(0, 14).toArray()));

        assertThat(verdict.message()).contains("example 9: ", "    and 4 more").doesNotContain("example 10: ");
    }

    @Test
    void an_undefined_metric_is_not_met() {
        Verdict verdict = judge(
                MemoryStore.of(tumours(0).crossValidated(4)),
                tumours(0).crossValidated(4),
                Criteria.hasNotRegressed(ClassificationMetrics.ROC_AUC));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).contains("but it is undefined: ");
    }

    @Test
    void a_metric_that_the_baseline_lacks_is_inconclusive() {
        Metric own = Metric.of("own", Direction.HIGHER_IS_BETTER, Range.UNIT, outcomes -> 0.5);
        Verdict verdict = judge(
                MemoryStore.of(tumours(0).crossValidated(4)),
                tumours(0).crossValidated(4),
                Criteria.hasNotRegressed(own));

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message())
                .contains(
                        "but the baseline does not have this metric, assay-baselines/org.clinic.TumourModelTest/forest.json;"
                                + " the value is 0.5000")
                .contains("to accept it: mvn test");
    }

    @Test
    void without_a_baseline_nothing_is_met() {
        Evaluation now = tumours(0).crossValidated(4);

        Verdict underCi = judge(MemoryStore.empty(true), now, Criteria.hasNotRegressed(ACCURACY));
        Verdict atHome = judge(MemoryStore.empty(false), now, Criteria.hasNotRegressed(ACCURACY));

        assertThat(underCi).isInstanceOf(Verdict.NotMet.class);
        assertThat(atHome).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(atHome.message())
                .isEqualTo(underCi.message())
                .startsWith(String.join(
                        System.lineSeparator(),
                        "[forest on tumours: 4-fold cross-validation, seed 42]",
                        "Expecting accuracy not to have regressed",
                        "              but there is no baseline yet,"
                                + " assay-baselines/org.clinic.TumourModelTest/forest.json; the value is 0.9750",
                        "  to accept it: mvn test -Dtest=TumourModelTest -Dassay.baseline=accept   (or with"
                                + " ASSAY_BASELINE=accept in the environment)"));
    }

    @Test
    void an_evaluation_that_knows_no_place_of_baselines_is_an_error() {
        Evaluation now = tumours(0).crossValidated(4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Judge.judge(now, Criteria.hasNotRegressed()))
                .withMessageContaining("BaselineFiles.in(Path.of(\"assay-baselines\")).attach(");
    }

    @Test
    void accepting_is_met_and_remarked_on() {
        MemoryStore store = MemoryStore.of(tumours(0).crossValidated(4)).accepting();
        Evaluation now = tumours(0, 1, 3, 5, 7, 9, 11).crossValidated(4);

        Verdict verdict = judge(store, now, Criteria.hasNotRegressed(ACCURACY));

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.actual()).isEqualTo("accepted: 0.8250 instead of 0.9750");
        assertThat(store.remarks).containsExactly("accepted as the baseline: accuracy of 0.8250 instead of 0.9750");
        assertThat(store.accepted).hasSize(1);
        assertThat(store.accepted.get(0).metrics().get("accuracy").value()).isEqualTo(0.825);
        assertThat(store.accepted.get(0)).isEqualTo(MemoryStore.of(now).find().orElseThrow());
    }

    @Test
    void accepting_keeps_metrics_that_the_baseline_had() {
        MemoryStore store = MemoryStore.of(tumours(0).crossValidated(4), ClassificationMetrics.COHENS_KAPPA)
                .accepting();

        judge(store, tumours(0).crossValidated(4), Criteria.hasNotRegressed(ACCURACY));

        assertThat(store.accepted.get(0).metrics()).containsKey(ClassificationMetrics.COHENS_KAPPA.name());
        assertThat(store.remarks).containsExactly("accepted as the baseline: accuracy of 0.9750, as before");
    }

    @Test
    void an_undefined_metric_is_not_accepted() {
        MemoryStore store = MemoryStore.empty(false).accepting();

        assertThat(judge(store, tumours(0).crossValidated(4), Criteria.hasNotRegressed(ClassificationMetrics.ROC_AUC)))
                .isInstanceOf(Verdict.NotMet.class);
        assertThat(store.accepted).isEmpty();
    }

    @Test
    void at_confidence_the_bounds_of_the_difference_decide() {
        // b = 1 to right, c = 4 to wrong, n = 40: (−3 ± 1.6449 √(7 − 9/42)) / 42, so −0.1734 and 0.0306
        MemoryStore store = MemoryStore.of(tumours(0).crossValidated(4));
        Evaluation now = tumours(1, 3, 5, 7).crossValidated(4);
        NotRegressedCriterion criterion = Criteria.hasNotRegressed(ACCURACY).atConfidence(0.95);

        Verdict unsure = judge(store, now, criterion.by(0.1));
        assertThat(unsure).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(unsure.message())
                .contains("Expecting accuracy not to have regressed from 0.9750 by more than 0.1000 at 95 % confidence")
                .contains("at 95 % confidence the difference is at least 0.1734 worse and at most 0.0306 better");
        assertThat(unsure.judgement().confidence()).hasValue(0.95);
        assertThat(unsure.judgement().evidence().risk().falsePass()).hasValue(0.05);
        assertThat(judge(store, now, criterion.by(0.18))).isInstanceOf(Verdict.Met.class);

        Verdict worse = judge(store, tumours(IntStream.range(0, 20).toArray()).crossValidated(4), criterion.by(0.1));
        assertThat(worse).isInstanceOf(Verdict.NotMet.class);
        assertThat(worse.message()).contains("at 95 % confidence the difference is at most 0.");
    }

    @Test
    void at_confidence_the_same_predictions_are_met_and_equal_values_alone_are_not() {
        NotRegressedCriterion criterion = Criteria.hasNotRegressed(ACCURACY).atConfidence(0.95);
        MemoryStore store = MemoryStore.of(tumours(1, 2).crossValidated(4));

        Verdict same = judge(store, tumours(1, 2).crossValidated(4), criterion);
        assertThat(same).isInstanceOf(Verdict.Met.class);
        assertThat(same.judgement().evidence().risk().falsePass()).hasValue(0.05);
        assertThat(judge(store, tumours(3, 4).crossValidated(4), criterion)).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void at_confidence_other_metrics_are_compared_by_fold() {
        Verdict verdict = judge(
                MemoryStore.of(tumours(0).crossValidated(4)),
                tumours(0, 1, 3, 11).crossValidated(4),
                Criteria.hasNotRegressed().by(0.05).atConfidence(0.9));

        assertThat(verdict.message()).contains("paired: by fold, over the same 4 folds; corrected resampled t test");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_tolerances_that_are_none(double tolerance) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.hasNotRegressed().by(tolerance))
                .withMessage("a tolerance is a number of at least 0, not " + tolerance);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, Double.NaN})
    void refuses_levels_that_are_none(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.hasNotRegressed().atConfidence(level))
                .withMessageContaining("0.95; not " + level);
    }

    @Test
    void any_predictions_give_an_answer_without_NaN() {
        RandomCases.check(40, random -> {
            Script before =
                    tumours(random.ints(random.nextInt(0, 40), 0, 40).distinct().toArray());
            Script now =
                    tumours(random.ints(random.nextInt(0, 40), 0, 40).distinct().toArray());
            MemoryStore store = MemoryStore.of(
                    before.crossValidated(4), ClassificationMetrics.F1.macro(), ClassificationMetrics.COHENS_KAPPA);
            for (Metric metric :
                    List.of(ACCURACY, ClassificationMetrics.F1.macro(), ClassificationMetrics.COHENS_KAPPA)) {
                NotRegressedCriterion criterion = Criteria.hasNotRegressed(metric);
                Evaluation later = now.crossValidated(4);
                for (NotRegressedCriterion each :
                        List.of(criterion, criterion.by(0.01).atConfidence(0.9))) {
                    assertThat(judge(store, later, each).message()).doesNotContain("NaN", "Infinity");
                }
            }
        });
    }
}
