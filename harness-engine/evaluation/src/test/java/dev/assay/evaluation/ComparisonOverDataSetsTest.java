package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import dev.assay.statistics.BayesianSignedRankTest;
import dev.assay.statistics.FriedmanTest;
import dev.assay.statistics.PValueAdjustment;
import dev.assay.statistics.WilcoxonTest;
import dev.assay.testing.Script;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonOverDataSetsTest {

    private static final Metric ERROR = RegressionMetrics.MEAN_ABSOLUTE_ERROR;

    /** Errors of "good", "fair" and "poor" on one data set. */
    private static Comparison errors(double good, double fair, double poor) {
        List<Double> truth = List.of(0.0, 0.0);
        Script script = Script.numbers(truth, good, good);
        return script.folds(2)
                .compare(
                        Candidate.of("good", script.learner()),
                        Candidate.of("fair", Script.numbers(truth, fair, fair).learner()),
                        Candidate.of("poor", Script.numbers(truth, poor, poor).learner()));
    }

    private static final double[][] ERRORS = {{1, 2, 3}, {1, 3, 2}, {2, 4, 6}, {1.5, 2.25, 4.5}, {3, 2, 5}, {1, 1.5, 9}
    };

    private final ComparisonOverDataSets all = ComparisonOverDataSets.of(IntStream.range(0, ERRORS.length)
            .mapToObj(set -> errors(ERRORS[set][0], ERRORS[set][1], ERRORS[set][2]))
            .toList());

    @Test
    void ranks_candidates_by_their_values_where_the_lowest_error_is_the_best() {
        FriedmanTest test = all.friedman(ERROR);

        assertThat(all.candidates()).containsExactly("good", "fair", "poor");
        // ranks 1 1 1 1 2 1, 2 3 2 2 1 2 and 3 2 3 3 3 3
        assertThat(test.averageRanks()).containsExactly(7 / 6.0, 2.0, 17 / 6.0);
        // 12 · 6 · (7/6² + 2² + 17/6²) / (3 · 4) − 3 · 6 · 4 = 8 1/3
        assertThat(test.statistic()).isCloseTo(25 / 3.0, within(1e-12));
        assertThat(all.nemenyi(ERROR, 0.05).differ(0, 2)).isTrue();
        assertThat(all.nemenyi(ERROR, 0.05).differ(0, 1)).isFalse();
    }

    @Test
    void compares_all_with_a_control() {
        FriedmanTest test = all.friedman(ERROR);

        assertThat(all.against("good", ERROR, PValueAdjustment.HOLM))
                .containsExactlyInAnyOrderEntriesOf(Map.of("fair", test.pValue(0, 1), "poor", 2 * test.pValue(0, 2)));
    }

    @Test
    void tests_two_candidates_by_the_ranks_of_their_differences() {
        assertThat(all.wilcoxon(ERROR, "good", "poor")).isEqualTo(WilcoxonTest.of(2, 1, 4, 3, 2, 8));
        assertThat(all.wilcoxon(ERROR, "poor", "good").negativeRanks()).isEqualTo(21);
        BayesianSignedRankTest test = all.signedRank(ERROR, "good", "poor", 0.5);
        assertThat(test.better()).isGreaterThan(0.95);
        assertThat(all.signedRank(ERROR, "good", "poor", 0.5)).isEqualTo(test);
    }

    @Test
    void takes_candidates_in_any_order() {
        Script script = Script.numbers(List.of(0.0, 0.0), 1, 1);
        Comparison reversed = script.folds(2)
                .compare(
                        Candidate.of(
                                "poor", Script.numbers(List.of(0.0, 0.0), 9, 9).learner()),
                        Candidate.of(
                                "fair", Script.numbers(List.of(0.0, 0.0), 2, 2).learner()),
                        Candidate.of("good", script.learner()));

        assertThat(ComparisonOverDataSets.of(List.of(errors(1, 2, 3), reversed))
                        .friedman(ERROR)
                        .averageRanks())
                .containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void fails_with_one_data_set_or_with_other_candidates() {
        Script forest = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparisonOverDataSets.of(List.of(errors(1, 2, 3))))
                .withMessage("at least 2 data sets are needed, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparisonOverDataSets.of(List.of(errors(1, 2, 3), forest.against(forest, 2))))
                .withMessage(
                        "the same candidates have to be compared on each data set, but on prices they are [good, fair,"
                                + " poor], on tumours [forest, floor]");
    }

    @Test
    void fails_with_a_candidate_that_there_is_not_or_a_metric_that_is_undefined() {
        Script forest = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2);
        ComparisonOverDataSets tumours =
                ComparisonOverDataSets.of(List.of(forest.against(forest, 2), forest.against(forest, 2)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.wilcoxon(ERROR, "good", "tree"))
                .withMessage("no candidate \"tree\"; the candidates are [good, fair, poor]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tumours.friedman(ClassificationMetrics.ROC_AUC))
                .withMessage(
                        "ROC AUC of \"forest\" is undefined on tumours; leave that data set out, or take another metric");
    }
}
