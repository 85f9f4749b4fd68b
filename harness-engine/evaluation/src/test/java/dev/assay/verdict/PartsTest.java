package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.InvalidDataException;
import dev.assay.data.Slice;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.statistics.ProportionEstimate;
import dev.assay.testing.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Demands on slices, labels and folds, and on differences between slices. */
class PartsTest {

    /** Two of each: true positives, false negatives, false positives, true negatives; women first in each. */
    private static final Evaluation FITTED = bySex(40, 10, 5, 45, 30, 20, 5, 45).fitted();

    private static Script bySex(int... counts) {
        Script script = Script.tumours(counts);
        int women = counts[0] + counts[1] + counts[2] + counts[3];
        List<String> sexes = new ArrayList<>(Collections.nCopies(women, "female"));
        sexes.addAll(Collections.nCopies(script.data().size() - women, "male"));
        return script.with(script.data().withAttribute("sex", sexes));
    }

    private static String lines(Verdict verdict) {
        return verdict.message().lines().skip(1).reduce("", (a, b) -> a + b.stripTrailing() + "\n");
    }

    @Test
    void a_slice_is_judged_by_its_own_rows() {
        MetricCriterion women =
                Criteria.atLeast(ClassificationMetrics.RECALL, 0.8).onSlice(Slice.of("sex", "female"));
        MetricCriterion men =
                Criteria.atLeast(ClassificationMetrics.RECALL, 0.8).onSlice(Slice.of("sex", "male"));

        assertThat(women.judge(FITTED)).isInstanceOf(Verdict.Met.class);
        assertThat(women.judge(FITTED).judgement().evidence().finding())
                .isEqualTo("sex \"female\" (100 rows), meets it: value 0.8000");
        Verdict verdict = men.judge(FITTED);
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(lines(verdict)).isEqualTo("""
                Expecting recall of "malignant" to be at least 0.8000 on slice sex "male"
                              but sex "male" (100 rows), doesn't meet it: value 0.6000
                """);
    }

    @Test
    void the_worst_slice_decides_and_all_are_listed() {
        Verdict verdict = Criteria.atLeast(ClassificationMetrics.RECALL, 0.8)
                .onEachSlice("sex")
                .judge(FITTED);

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.judgement().value()).hasValue(0.6);
        assertThat(lines(verdict))
                .startsWith("""
                Expecting recall of "malignant" to be at least 0.8000 on each slice by "sex"
                              but the worst of 2, sex "male" (100 rows), doesn't meet it: value 0.6000
                """)
                .contains("sex \"male\"", "0.6000  not met", "sex \"female\"", "0.8000      met");
    }

    @Test
    void all_slices_must_meet_it_at_the_level_and_one_misses_it_at_an_adjusted_one() {
        ProportionEstimate men = new ProportionEstimate(30, 50);
        double lower = men.lowerBound(0.95);
        double upper = men.upperBound(0.95);
        double adjusted = men.upperBound(0.975);
        assertThat(adjusted).isGreaterThan(upper);

        MetricCriterion met = Criteria.atLeast(ClassificationMetrics.RECALL, lower - 1e-9);
        MetricCriterion between = Criteria.atLeast(ClassificationMetrics.RECALL, (upper + adjusted) / 2);
        MetricCriterion missed = Criteria.atLeast(ClassificationMetrics.RECALL, adjusted + 1e-9);
        assertThat(met.atConfidence(0.95).onEachSlice("sex").judge(FITTED)).isInstanceOf(Verdict.Met.class);
        assertThat(between.onEachSlice("sex").atConfidence(0.95).judge(FITTED))
                .isInstanceOf(Verdict.Inconclusive.class);
        Verdict notMet = missed.onEachSlice("sex").atConfidence(0.95).judge(FITTED);
        assertThat(notMet).isInstanceOf(Verdict.NotMet.class);
        assertThat(notMet.judgement().evidence().bound()).hasValue(adjusted);
        assertThat(notMet.message())
                .contains("97.5 % upper bound")
                .contains(
                        "all 2 must meet it at 95 %, one misses it at 97.5 % (Bonferroni), so that the whole is wrong at most"
                                + " 5 % of the time");
    }

    @Test
    void an_empty_slice_and_one_without_the_label_are_not_met_whichever_way_it_is_asked() {
        Evaluation noSickMen = bySex(4, 1, 1, 4, 0, 0, 1, 9).fitted();
        for (MetricCriterion criterion : List.of(
                Criteria.atMost(ClassificationMetrics.FALSE_NEGATIVE_RATE, 0.5),
                Criteria.atLeast(ClassificationMetrics.RECALL, 0),
                Criteria.atMost(ClassificationMetrics.FALSE_NEGATIVE_RATE, 0.5).atConfidence(0.6))) {
            Verdict ofMen = criterion.onEachSlice("sex").judge(noSickMen);
            assertThat(ofMen).isInstanceOf(Verdict.NotMet.class);
            assertThat(ofMen.message()).contains("sex \"male\" (10 rows)", "undefined: no example is \"malignant\"");
            assertThat(ofMen.judgement().value()).isEmpty();

            Verdict ofNobody = criterion.onSlice(Slice.of("sex", "femal")).judge(noSickMen);
            assertThat(ofNobody).isInstanceOf(Verdict.NotMet.class);
            assertThat(ofNobody.message()).contains("sex \"femal\" (0 rows)", "undefined: no example is in it");
        }
    }

    @Test
    void an_unknown_attribute_is_named_with_those_there_are() {
        assertThatThrownBy(() -> Criteria.atLeast(ClassificationMetrics.RECALL, 0.8)
                        .onEachSlice("gender")
                        .judge(FITTED))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("has no attribute, column of text or groups \"gender\" to slice by")
                .hasMessageContaining("its attributes are \"sex\"");
    }

    @Test
    void the_worst_label_decides() {
        Verdict verdict = Criteria.atLeast(ClassificationMetrics.RECALL, 0.75)
                .ofEachLabel()
                .judge(FITTED);

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(lines(verdict)).startsWith("""
                Expecting recall to be at least 0.7500 for each label
                              but the worst of 2, "malignant" (100 rows), doesn't meet it: value 0.7000
                """).contains("\"benign\"", "0.9000");
        assertThat(Criteria.atLeast(ClassificationMetrics.RECALL, 0.7)
                        .ofEachLabel()
                        .judge(FITTED)
                        .isMet())
                .isTrue();
    }

    @Test
    void labels_slices_and_folds_can_be_asked_for_at_once() {
        Verdict verdict = Criteria.atLeast(ClassificationMetrics.RECALL, 0.65)
                .ofEachLabel()
                .onEachSlice("sex")
                .judge(FITTED);

        assertThat(verdict.message()).contains("the worst of 4, sex \"male\", \"malignant\" (50 rows)");
    }

    @Test
    void metrics_and_targets_without_labels_can_not_be_asked_for_each() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.5)
                        .ofEachLabel()
                        .judge(FITTED))
                .withMessageContaining("accuracy is of all labels together");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.atMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, 0.5)
                        .ofEachLabel()
                        .judge(Script.numbers(List.of(0.0, 10.0), 1, 11).fitted()))
                .withMessageContaining("the targets are numbers");
    }

    @Test
    void the_worst_fold_decides() {
        Evaluation evaluation = Script.tumours(8, 2, 1, 9, 6, 4, 1, 9).crossValidated(2);

        assertThat(Criteria.atLeast(ClassificationMetrics.RECALL, 0.7)
                        .judge(evaluation)
                        .isMet())
                .isTrue();
        Verdict verdict =
                Criteria.atLeast(ClassificationMetrics.RECALL, 0.7).inEachFold().judge(evaluation);
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).contains("the worst of 2, fold 2 (20 rows), doesn't meet it: value 0.6000");
    }

    @Test
    void slices_of_a_cross_validation_are_pooled_within_a_repeat_or_averaged_over_folds_as_the_metric_is() {
        Script script = Script.tumours(8, 2, 1, 9, 3, 1, 1, 15);
        List<String> all = Collections.nCopies(40, "same");
        Evaluation evaluation =
                script.with(script.data().withAttribute("all", all)).crossValidated(2);
        Evaluation slice = evaluation.on(Slice.of("all", "same")).orElseThrow();

        assertThat(slice.value(ClassificationMetrics.RECALL)).isEqualTo(evaluation.value(ClassificationMetrics.RECALL));
        assertThat(slice.value(ClassificationMetrics.RECALL.averagedOverFolds()))
                .isEqualTo(evaluation.value(ClassificationMetrics.RECALL.averagedOverFolds()))
                .isNotEqualTo(slice.value(ClassificationMetrics.RECALL));
        assertThat(Uncertainty.of(slice, ClassificationMetrics.RECALL))
                .isEqualTo(Uncertainty.of(evaluation, ClassificationMetrics.RECALL));
    }

    @Test
    void the_difference_between_slices_is_that_of_the_widest_two() {
        DifferenceCriterion allowed = Criteria.differsByAtMost(ClassificationMetrics.RECALL, "sex", 0.2);
        DifferenceCriterion forbidden = Criteria.differsByAtMost(ClassificationMetrics.RECALL, "sex", 0.05);

        assertThat(allowed.judge(FITTED)).isInstanceOf(Verdict.Met.class);
        Verdict verdict = forbidden.judge(FITTED);
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(lines(verdict)).startsWith("""
                Expecting recall of "malignant" to differ by at most 0.0500 between slices by "sex"
                              but it differs by 0.2000: 0.8000 for sex "female" (100 rows), 0.6000 for sex "male" (100 rows)
                """);
    }

    @Test
    void differences_have_three_answers_at_a_confidence_level() {
        // 0.2 + √((0.8871 − 0.8)² + (0.6 − 0.4744)²) by Clopper and Pearson
        ProportionEstimate women = new ProportionEstimate(40, 50);
        ProportionEstimate men = new ProportionEstimate(30, 50);
        double upper = 0.2 + Math.hypot(women.upperBound(0.95) - 0.8, 0.6 - men.lowerBound(0.95));
        double lower = 0.2 - Math.hypot(0.8 - women.lowerBound(0.975), men.upperBound(0.975) - 0.6);

        assertThat(difference(upper + 1e-6)).isInstanceOf(Verdict.Met.class);
        assertThat(difference(upper - 1e-6)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(difference(Math.max(0, lower) + 1e-6)).isInstanceOf(Verdict.Inconclusive.class);
        Evaluation apart = bySex(95, 5, 5, 95, 40, 60, 5, 95).fitted();
        Verdict verdict = Criteria.differsByAtMost(ClassificationMetrics.RECALL, "sex", 0.1)
                .atConfidence(0.95)
                .judge(apart);
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).contains("even the 97.5 % lower bound", "(Bonferroni)");
    }

    private static Verdict difference(double maximum) {
        return Criteria.differsByAtMost(ClassificationMetrics.RECALL, "sex", maximum)
                .atConfidence(0.95)
                .judge(FITTED);
    }

    @Test
    void differences_of_one_slice_or_without_a_value_are_not_met() {
        Script script = Script.tumours(4, 1, 1, 4);
        Evaluation alone = script.with(script.data().withAttribute("sex", Collections.nCopies(10, "male")))
                .fitted();
        DifferenceCriterion criterion = Criteria.differsByAtMost(ClassificationMetrics.RECALL, "sex", 1);

        assertThat(criterion.judge(alone)).isInstanceOf(Verdict.NotMet.class);
        assertThat(criterion.judge(bySex(4, 1, 1, 4, 0, 0, 1, 9).fitted())).isInstanceOf(Verdict.NotMet.class);
        assertThat(criterion.judge(alone).judgement())
                .extracting(Judgement::value)
                .isEqualTo(java.util.OptionalDouble.empty());
    }
}
