package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are of statsmodels, as NUMERICS.md has them, to the digits given there. */
class McNemarTestTest {

    @Test
    void gives_all_four_p_values() {
        McNemarTest test = McNemarTest.of(121, 59);

        assertThat(test.correctedChiSquare()).isCloseTo(20.6722222, within(1e-7));
        assertThat(test.correctedChiSquareP()).isCloseTo(5.45009e-6, within(1e-11));
        assertThat(test.chiSquare()).isCloseTo(21.3555556, within(1e-7));
        assertThat(test.chiSquareP()).isCloseTo(3.81514e-6, within(1e-11));
        assertThat(test.pValue()).isCloseTo(4.43445e-6, within(1e-11));
        assertThat(test.midP()).isCloseTo(3.26665e-6, within(1e-11));
        assertThat(test.remark()).isEmpty();
    }

    @Test
    void the_mid_p_value_is_less_conservative() {
        McNemarTest test = McNemarTest.of(25, 11);

        assertThat(test.pValue()).isCloseTo(0.0288167, within(1e-7));
        assertThat(test.midP()).isCloseTo(0.0200739, within(1e-7));
    }

    @Test
    void equal_counts_take_half_their_probability_from_one_as_mid_p_value() {
        McNemarTest test = McNemarTest.of(2, 2);

        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.midP()).isCloseTo(1 - 0.5 * 6 / 16, within(1e-15));
        assertThat(test.chiSquareP()).isEqualTo(1);
    }

    @Test
    void finds_no_evidence_where_both_are_right_on_the_same_rows() {
        assertThat(McNemarTest.of(0, 0))
                .isEqualTo(new McNemarTest(0, 0, 1, 1, 0, 1, 0, 1, "the two are right on the same rows: no evidence"));
    }

    @Test
    void swapping_the_two_changes_no_p_value() {
        for (int b = 0; b < 40; b++) {
            for (int c = 0; c < 40; c++) {
                McNemarTest one = McNemarTest.of(b, c);
                McNemarTest other = McNemarTest.of(c, b);
                assertThat(List.of(one.pValue(), one.midP(), one.chiSquareP(), one.correctedChiSquareP()))
                        .containsExactly(other.pValue(), other.midP(), other.chiSquareP(), other.correctedChiSquareP())
                        .allMatch(p -> p >= 0 && p <= 1);
                assertThat(one.midP()).isLessThanOrEqualTo(one.pValue());
            }
        }
    }

    @Test
    void holds_for_counts_that_are_large() {
        McNemarTest test = McNemarTest.of(1_000_000_000, 1_000_100_000);

        // far out in the middle the exact and the plain p-value are the same
        assertThat(test.pValue()).isCloseTo(test.chiSquareP(), within(1e-4));
        assertThat(McNemarTest.of(Integer.MAX_VALUE, 0).pValue()).isZero();
    }

    @Test
    void fails_with_counts_that_are_negative_or_too_large() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemarTest.of(-1, 3))
                .withMessage("no numbers of rows on which one of two is right: -1 and 3");
        assertThatIllegalArgumentException().isThrownBy(() -> McNemarTest.of(Integer.MAX_VALUE, 1));
    }
}
