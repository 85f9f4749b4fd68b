package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Preference;
import dev.assay.evaluation.SelectionRule;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.resampling.LeaveOneOut;
import dev.assay.testing.Script;
import org.junit.jupiter.api.Test;

class SelectionCriterionTest {

    /** Accuracies of 8 rows each: 8/8, 6/8, 7/8, with a corrected standard error of 0.114. */
    private static final Script BOOSTED = Script.tumours(4, 0, 0, 4, 3, 1, 1, 3, 4, 0, 1, 3);

    /** 6/8, 6/8, 7/8. */
    private static final Script FOREST = Script.tumours(3, 1, 1, 3, 3, 1, 1, 3, 4, 0, 1, 3);

    /** 6/8 in each. */
    private static final Script LINEAR = Script.tumours(3, 1, 1, 3, 3, 1, 1, 3, 3, 1, 1, 3);

    private static final Candidate[] CANDIDATES = {
        Candidate.of("linear", LINEAR.learner()),
        Candidate.of("forest", FOREST.learner()),
        Candidate.of("boosted", BOOSTED.learner())
    };

    private static final Comparison COMPARISON = BOOSTED.folds(3).compare(CANDIDATES);

    private static Verdict within(Comparison comparison, String candidate) {
        return Criteria.isSelected(ClassificationMetrics.ACCURACY, SelectionRule.withinOneStandardError(), candidate)
                .judge(comparison);
    }

    @Test
    void the_simplest_within_one_standard_error_of_the_best_is_selected() {
        Verdict verdict = within(COMPARISON, "forest");

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.message()).isEmpty();
        assertThat(verdict.judgement().criterion())
                .isEqualTo("\"forest\" to be the simplest within one standard error of the best by accuracy");
        assertThat(verdict.judgement().remark())
                .isEqualTo(
                        "chosen from 3 candidates by the folds that judge it; nested cross-validation, by a Selection with the"
                                + " same rule, judges the choice");
        assertThat(verdict.expected()).isEqualTo("the simplest within one standard error of the best: forest");
        assertThat(verdict.actual()).isEqualTo("forest");
    }

    @Test
    void the_best_is_not_selected_where_a_simpler_one_is_hardly_worse() {
        Verdict verdict = within(COMPARISON, "boosted");

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.judgement().remark()).isEmpty();
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [tumours: 3-fold cross-validation, seed 42]
                        Expecting "boosted" to be the simplest within one standard error of the best by accuracy
                                      but "forest" is chosen: it is within one standard error, 0.1141, of "boosted", which is the best, as "boosted" is, and is the simplest of these
                                   accuracy
                          boosted    0.8750
                          forest     0.7917
                          linear     0.7500""");
    }

    @Test
    void a_candidate_beyond_one_standard_error_is_not_selected() {
        assertThat(within(COMPARISON, "linear").actual())
                .isEqualTo(
                        "\"forest\" is chosen: \"linear\" is not within one standard error, 0.1141, of \"boosted\", which is the"
                                + " best");
    }

    @Test
    void without_a_standard_error_nothing_is_decided() {
        Comparison holdOut = BOOSTED.folds(3).splitter(HoldoutSplit.of(0.5)).compare(CANDIDATES);

        Verdict verdict = within(holdOut, "forest");

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.actual()).startsWith("nothing can be chosen: ").contains("it has no standard error");
    }

    @Test
    void an_undefined_candidate_is_not_selected() {
        Verdict verdict = Criteria.isSelected(ClassificationMetrics.ROC_AUC, SelectionRule.best(), "linear")
                .judge(COMPARISON);

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.actual()).startsWith("its value is undefined: ");
    }

    @Test
    void cost_decides_between_equals_where_a_rule_says_so() {
        Comparison twins = BOOSTED.folds(3)
                .compare(
                        Candidate.of("large", BOOSTED.learner()).withCost(2),
                        Candidate.of("small", BOOSTED.learner()).withCost(1));

        assertThat(Criteria.isBest(ClassificationMetrics.ACCURACY, "small").judge(twins))
                .isInstanceOf(Verdict.Inconclusive.class);
        assertThat(Criteria.isSelected(ClassificationMetrics.ACCURACY, SelectionRule.best(), "small")
                        .judge(twins))
                .isInstanceOf(Verdict.Met.class);
        assertThat(Criteria.isSelected(ClassificationMetrics.ACCURACY, SelectionRule.best(), "large")
                        .judge(twins)
                        .actual())
                .isEqualTo(
                        "\"small\" is chosen: it is as good as the best, as \"large\" is, and is the simplest of these");
    }

    @Test
    void what_is_selected_by_time_is_remarked_to_be_so() {
        SelectionRule fastest = SelectionRule.best().preferring(Preference.FASTEST_TO_FIT);

        assertThat(Criteria.isSelected(ClassificationMetrics.ACCURACY, fastest, "boosted")
                        .judge(COMPARISON)
                        .judgement()
                        .remark())
                .endsWith("; chosen by the clock: another run may choose otherwise");
    }

    @Test
    void criteria_describe_themselves_before_they_know_the_data() {
        assertThat(Criteria.isSelected(
                                ClassificationMetrics.F1,
                                SelectionRule.best().preferring(Preference.FASTEST_TO_FIT),
                                "forest")
                        .description())
                .isEqualTo("\"forest\" to be the best, of equals the fastest to fit by F1");
    }

    @Test
    void the_best_of_several_is_remarked_to_be_optimistic_and_by_how_much() {
        // no candidate is better than "boosted" in any fold
        assertThat(best(COMPARISON, "boosted"))
                .isEqualTo(
                        "the best of 3 candidates: its value is optimistic, by about 0.0000 (Tibshirani and Tibshirani 2009),"
                                + " since the folds that judge it chose it; nested cross-validation, by a Selection, judges the choice");
        // "twisted" is better by 2/8 in the second fold
        Script twisted = Script.tumours(2, 2, 2, 2, 4, 0, 0, 4, 2, 2, 2, 2);
        assertThat(best(BOOSTED.against(twisted, 3), "forest")).contains("optimistic, by about 0.0833 (");
    }

    @Test
    void no_optimism_is_estimated_from_folds_of_single_examples() {
        Comparison single = BOOSTED.folds(3).splitter(LeaveOneOut.of()).compare(CANDIDATES);

        assertThat(best(single, "boosted"))
                .startsWith(
                        "the best of 3 candidates: its value is optimistic, since the folds that judge it chose it;");
    }

    private static String best(Comparison comparison, String candidate) {
        return Criteria.isBest(ClassificationMetrics.ACCURACY, candidate)
                .judge(comparison)
                .judgement()
                .remark();
    }
}
