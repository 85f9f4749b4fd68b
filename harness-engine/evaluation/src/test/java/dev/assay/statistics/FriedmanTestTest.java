package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FriedmanTestTest {

    private static final double[][] UNANIMOUS = {{0.9, 0.8, 0.7}, {0.8, 0.7, 0.6}, {0.5, 0.3, 0.1}};

    @Test
    void ranks_the_highest_score_first_and_shares_ranks_between_ties() {
        FriedmanTest test = FriedmanTest.of(new double[][] {{0.9, 0.8, 0.8}, {0.7, 0.7, 0.9}});

        assertThat(test.averageRanks()).containsExactly(1.75, 2.5, 1.75);
        assertThat(test.dataSets()).isEqualTo(2);
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void data_sets_that_rank_alike_make_iman_and_davenport_infinite() {
        FriedmanTest test = FriedmanTest.of(UNANIMOUS);

        assertThat(test.statistic()).isEqualTo(6);
        assertThat(test.pValue()).isCloseTo(Math.exp(-3), within(1e-15));
        assertThat(test.imanDavenport()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(test.imanDavenportP()).isZero();
        assertThat(test.remark()).isEqualTo("all data sets rank alike");
    }

    @Test
    void data_sets_that_rank_alike_with_ties_make_it_infinite_too() {
        FriedmanTest test = FriedmanTest.of(new double[][] {{0.9, 0.8, 0.8}, {0.7, 0.6, 0.6}});

        assertThat(test.imanDavenport()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void finds_no_evidence_where_all_candidates_tie_everywhere() {
        assertThat(FriedmanTest.of(new double[4][3]))
                .isEqualTo(new FriedmanTest(
                        List.of(2.0, 2.0, 2.0), 4, 0, 2, 1, 0, 1, "all candidates tie on every data set: no evidence"));
    }

    @Test
    void compares_two_by_their_average_ranks() {
        FriedmanTest test = FriedmanTest.of(UNANIMOUS);

        // z = 2/√(3 · 4/(6 · 3)) = √6; SciPy 1.10.1: 2 * norm.sf(6 ** 0.5)
        assertThat(test.pValue(0, 2)).isCloseTo(0.014305878435429659, within(1e-15));
        assertThat(test.pValue(2, 0)).isEqualTo(test.pValue(0, 2));
        assertThat(test.pValue(1, 1)).isEqualTo(1);
    }

    @Test
    void the_order_of_candidates_and_data_sets_does_not_matter() {
        FriedmanTest one = FriedmanTest.of(new double[][] {{0.9, 0.8, 0.7}, {0.8, 0.9, 0.6}, {0.5, 0.5, 0.1}});
        FriedmanTest other = FriedmanTest.of(new double[][] {{0.1, 0.5, 0.5}, {0.6, 0.9, 0.8}, {0.7, 0.8, 0.9}});

        assertThat(other.statistic()).isEqualTo(one.statistic());
        assertThat(other.imanDavenport()).isEqualTo(one.imanDavenport());
    }

    /** Four candidates over 14 data sets, as in the example of Demšar (2006), who has 1.25. */
    @Test
    void the_critical_difference_is_that_of_a_published_example() {
        FriedmanTest ranks = new FriedmanTest(List.of(3.143, 2.0, 2.893, 1.964), 14, 9.28, 3, 0.026, 3.69, 0.02, "");

        NemenyiTest test = NemenyiTest.of(ranks, 0.05);

        assertThat(test.criticalDifference()).isCloseTo(1.25, within(0.005));
        assertThat(test.differ(0, 3)).isFalse();
    }

    @Test
    void two_differ_exactly_if_their_p_value_is_at_most_alpha() {
        NemenyiTest test = NemenyiTest.of(FriedmanTest.of(UNANIMOUS), 0.05);
        double atLimit =
                new StudentizedRange(3).survivalProbability(test.criticalDifference() / Math.sqrt(12 / (12.0 * 3)));

        assertThat(atLimit).isCloseTo(0.05, within(1e-12));
        assertThat(test.differ(0, 2)).isEqualTo(test.pValue(0, 2) <= 0.05).isTrue();
        assertThat(test.differ(0, 1)).isEqualTo(test.pValue(0, 1) <= 0.05).isFalse();
        assertThat(test.pValue(0, 0)).isEqualTo(1);
    }

    @Test
    void fails_with_one_data_set_one_candidate_rows_of_different_length_and_scores_that_are_no_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FriedmanTest.of(new double[1][3]))
                .withMessage("ranks are compared over at least 2 data sets, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FriedmanTest.of(new double[3][1]))
                .withMessage("a comparison needs at least 2 candidates, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FriedmanTest.of(new double[][] {{1, 2}, {1}}))
                .withMessage("data set 1 has 1 candidates, but data set 0 has 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FriedmanTest.of(new double[][] {{1, 2}, {1, Double.NaN}}))
                .withMessage("the score of candidate 1 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NemenyiTest.of(FriedmanTest.of(UNANIMOUS), 0))
                .withMessage("a chance of false findings lies between 0 and 1, not at 0.0");
    }
}
