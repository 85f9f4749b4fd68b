package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BayesianSignedRankTestTest {

    private static final int DRAWS = 50_000;
    private static final double[] DIFFERENCES = {
        0.012, -0.004, 0.021, 0.007, 0.015, -0.011, 0.003, 0.018, 0.009, 0.026, -0.002, 0.001
    };

    /** Two million draws of NumPy 1.24.4's Dirichlet distribution, all pairs of which were added up. */
    @ParameterizedTest(name = "with {0}")
    @CsvSource({"0, 9.429e-3, 1.5e-6, 0.9905695", "0.005, 5.265e-4, 0.1793205, 0.820153", "0.01, 0, 0.778881, 0.221119"
    })
    void agrees_with_an_independent_simulation(double rope, double worse, double equivalent, double better) {
        BayesianSignedRankTest test = BayesianSignedRankTest.of(DIFFERENCES, rope, DRAWS, 1);

        // four standard errors of a share
        assertThat(test.worse()).isCloseTo(worse, within(tolerance(worse)));
        assertThat(test.equivalent()).isCloseTo(equivalent, within(tolerance(equivalent)));
        assertThat(test.better()).isCloseTo(better, within(tolerance(better)));
        assertThat(test.worse() + test.equivalent() + test.better()).isCloseTo(1, within(1e-12));
    }

    private static double tolerance(double share) {
        return 4 * Math.sqrt(share * (1 - share) / DRAWS) + 1e-4;
    }

    /** All but the pair of the pseudo-observation with itself are better, and its weight is Beta(½, n). */
    @Test
    void differences_beyond_the_region_leave_it_the_pseudo_observation_only() {
        BayesianSignedRankTest test = BayesianSignedRankTest.of(new double[] {3, 4}, 1, DRAWS, 1);

        double expected = BetaDistribution.of(0.5, 2).cumulativeProbability(Math.sqrt(0.5));
        assertThat(test.better()).isCloseTo(expected, within(tolerance(expected)));
        assertThat(test.worse()).isZero();
    }

    @Test
    void equal_seeds_give_equal_results() {
        assertThat(BayesianSignedRankTest.of(DIFFERENCES, 0.01, 1000, 7))
                .isEqualTo(BayesianSignedRankTest.of(DIFFERENCES, 0.01, 1000, 7))
                .isNotEqualTo(BayesianSignedRankTest.of(DIFFERENCES, 0.01, 1000, 8));
    }

    @Test
    void swapping_the_two_swaps_worse_and_better() {
        double[] swapped = Arrays.stream(DIFFERENCES).map(d -> -d).toArray();

        BayesianSignedRankTest one = BayesianSignedRankTest.of(DIFFERENCES, 0.005, DRAWS, 1);
        BayesianSignedRankTest other = BayesianSignedRankTest.of(swapped, 0.005, DRAWS, 1);

        assertThat(other.better()).isEqualTo(one.worse());
        assertThat(other.worse()).isEqualTo(one.better());
    }

    @Test
    void two_that_never_differ_are_equivalent_without_evidence() {
        assertThat(BayesianSignedRankTest.of(new double[3], 0, 100, 1))
                .isEqualTo(new BayesianSignedRankTest(0, 100, 1, 0, 1, 0, "all differences are 0: no evidence"));
    }

    @Test
    void the_borders_of_the_region_belong_to_it() {
        assertThat(BayesianSignedRankTest.of(new double[] {0.5, -0.5, 0.5}, 0.5, 100, 1)
                        .equivalent())
                .isEqualTo(1);
    }

    @Test
    void fails_with_one_data_set_without_draws_and_with_a_negative_region() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesianSignedRankTest.of(new double[1], 0, 100, 1))
                .withMessage("a Bayesian signed rank test needs at least 2 differences, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesianSignedRankTest.of(DIFFERENCES, 0, 0, 1))
                .withMessage("a posterior needs at least 1 draw, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> BayesianSignedRankTest.of(DIFFERENCES, -0.1, 100, 1));
    }
}
