package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrectedResampledTTestTest {

    @Test
    void divides_the_mean_by_the_corrected_standard_error() {
        // mean 0.02, s² 0.0005, 5 folds: t = 0.02 / √(0.0005 · (1/5 + 1/4)) = 4/3
        CorrectedResampledTTest test = CorrectedResampledTTest.of(new double[] {0.01, 0.03, 0.02, -0.01, 0.05}, 0.25);

        assertThat(test.meanDifference()).isCloseTo(0.02, within(1e-15));
        assertThat(test.statistic()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(4);
        assertThat(test.pValue()).isCloseTo(0.2532881973891144, within(1e-12)); // SciPy 1.17.1
        assertThat(test.remark()).isEmpty();
    }

    @Test
    void halves_the_p_value_for_the_side_on_which_the_mean_lies() {
        CorrectedResampledTTest better = CorrectedResampledTTest.of(new double[] {0.01, 0.03, 0.02, -0.01, 0.05}, 0.25);
        CorrectedResampledTTest worse =
                CorrectedResampledTTest.of(new double[] {-0.01, -0.03, -0.02, 0.01, -0.05}, 0.25);

        assertThat(better.pGreater()).isCloseTo(0.1266440986945572, within(1e-12));
        assertThat(better.pLess()).isCloseTo(1 - 0.1266440986945572, within(1e-12));
        assertThat(worse.pGreater()).isEqualTo(better.pLess());
        assertThat(worse.pLess()).isEqualTo(better.pGreater());
    }

    @Test
    void finds_no_evidence_where_all_differences_are_zero() {
        CorrectedResampledTTest test = CorrectedResampledTTest.of(new double[3], 0.5);

        assertThat(test).isEqualTo(new CorrectedResampledTTest(0, 0, 2, 1, "all differences are 0: no evidence"));
        assertThat(test.pGreater()).isEqualTo(0.5);
        assertThat(test.pLess()).isEqualTo(0.5);
    }

    @Test
    void is_certain_but_remarks_on_it_where_all_differences_are_the_same() {
        CorrectedResampledTTest better = CorrectedResampledTTest.of(new double[] {0.25, 0.25, 0.25}, 0.5);
        CorrectedResampledTTest worse = CorrectedResampledTTest.of(new double[] {-0.25, -0.25, -0.25}, 0.5);

        String remark = "all differences are the same: their spread is unknown";
        assertThat(better).isEqualTo(new CorrectedResampledTTest(0.25, Double.POSITIVE_INFINITY, 2, 0, remark));
        assertThat(better.pGreater()).isZero();
        assertThat(better.pLess()).isEqualTo(1);
        assertThat(worse).isEqualTo(new CorrectedResampledTTest(-0.25, Double.NEGATIVE_INFINITY, 2, 0, remark));
        assertThat(worse.pGreater()).isEqualTo(1);
        assertThat(worse.pLess()).isZero();
    }

    @Test
    void fails_with_less_than_two_differences() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrectedResampledTTest.of(new double[] {0.1}, 0.5))
                .withMessage("a t test needs at least 2 differences, not 1");
    }
}
