package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiveByTwoTestsTest {

    private static final String SAME = "both folds of each repeat have the same difference: its spread is unknown";

    private static double[][] eachRepeat(double first, double second) {
        return new double[][] {{first, second}, {first, second}, {first, second}, {first, second}, {first, second}};
    }

    @Test
    void the_t_test_takes_the_first_difference_and_the_variances_of_all_repeats() {
        // each s² is (0.03 − 0.01)²/2 = 0.0002: t = 0.03/√0.0002
        FiveByTwoTTest test = FiveByTwoTTest.of(eachRepeat(0.03, 0.01));

        assertThat(test.statistic()).isCloseTo(0.03 / Math.sqrt(0.0002), within(1e-13));
        assertThat(test.meanDifference()).isCloseTo(0.02, within(1e-16));
        assertThat(test.degreesOfFreedom()).isEqualTo(5);
        assertThat(test.remark()).isEmpty();
    }

    @Test
    void the_f_test_takes_all_differences() {
        // F = 5 · (0.03² + 0.01²) / (2 · 5 · 0.0002) = 2.5
        FiveByTwoFTest test = FiveByTwoFTest.of(eachRepeat(0.03, 0.01));

        assertThat(test.statistic()).isCloseTo(2.5, within(1e-13));
        assertThat(test.meanDifference()).isCloseTo(0.02, within(1e-16));
        assertThat(test.remark()).isEmpty();
    }

    @Test
    void both_find_no_evidence_where_all_differences_are_zero() {
        assertThat(FiveByTwoTTest.of(eachRepeat(0, 0)))
                .isEqualTo(new FiveByTwoTTest(0, 0, 5, 1, "all differences are 0: no evidence"));
        assertThat(FiveByTwoFTest.of(eachRepeat(0, 0)))
                .isEqualTo(new FiveByTwoFTest(0, 0, 1, "all differences are 0: no evidence"));
    }

    @Test
    void both_are_certain_but_remark_on_it_where_the_folds_of_each_repeat_agree() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(FiveByTwoTTest.of(eachRepeat(0.25, 0.25))).isEqualTo(new FiveByTwoTTest(0.25, infinity, 5, 0, SAME));
        assertThat(FiveByTwoTTest.of(eachRepeat(-0.25, -0.25)))
                .isEqualTo(new FiveByTwoTTest(-0.25, -infinity, 5, 0, SAME));
        assertThat(FiveByTwoFTest.of(eachRepeat(-0.25, -0.25))).isEqualTo(new FiveByTwoFTest(-0.25, infinity, 0, SAME));
    }

    @Test
    void the_t_test_finds_no_evidence_where_folds_agree_and_the_first_difference_is_zero() {
        double[][] differences = eachRepeat(0.25, 0.25);
        differences[0] = new double[] {0, 0};

        FiveByTwoTTest test = FiveByTwoTTest.of(differences);

        assertThat(test.statistic()).isZero();
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.remark()).isEqualTo(SAME);
    }

    @Test
    void both_fail_unless_there_are_five_repeats_of_two_folds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiveByTwoTTest.of(new double[4][2]))
                .withMessage("a 5x2 cross-validation has 5 repeats, not 4");
        double[][] ragged = eachRepeat(1, 2);
        ragged[3] = new double[] {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiveByTwoFTest.of(ragged))
                .withMessage("a 5x2 cross-validation has 2 folds in each repeat, not 1 as in repeat 3");
    }
}
