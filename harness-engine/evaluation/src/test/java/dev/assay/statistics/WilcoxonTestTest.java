package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Expected numbers are of SciPy 1.10.1. */
class WilcoxonTestTest {

    @Test
    void is_exact_for_few_differences_without_ties_and_zeros() {
        WilcoxonTest test = WilcoxonTest.of(0.9, 0.4, -0.2, 0.7, 0.3, 0.55, -0.1, 0.8);

        assertThat(test).isEqualTo(new WilcoxonTest(33, 3, 8, true, 0.0390625, ""));
        assertThat(test.statistic()).isEqualTo(3);
    }

    @Test
    void is_normal_with_ties_and_leaves_zeros_out() {
        WilcoxonTest test = WilcoxonTest.of(1, 1, -1, 2, 2, -3, 0, 4, 4, 5);

        assertThat(test.statistic()).isEqualTo(8);
        assertThat(test.used()).isEqualTo(9);
        assertThat(test.exact()).isFalse();
        assertThat(test.pValue()).isCloseTo(0.08418115742117628, within(1e-14));
        assertThat(test.remark()).isEqualTo("one difference is 0 and left out");
    }

    @Test
    void judges_by_signs_where_all_differences_are_the_same() {
        WilcoxonTest test = WilcoxonTest.of(2, 2, 2, 2, 2, 2, 2, 2, 2, 2);

        assertThat(test.negativeRanks()).isZero();
        assertThat(test.positiveRanks()).isEqualTo(55);
        assertThat(test.pValue()).isCloseTo(0.001565402258002548, within(1e-15));
        assertThat(test.remark()).isEqualTo("all differences are the same");
    }

    @Test
    void finds_no_evidence_where_all_differences_are_zero() {
        assertThat(WilcoxonTest.of(0, -0.0, 0))
                .isEqualTo(new WilcoxonTest(0, 0, 0, false, 1, "all differences are 0: no evidence"));
    }

    /** The exact distribution, against all 2ⁿ ways to give signs. */
    @Test
    void counts_as_many_ways_as_there_are() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 2; n <= 12; n++) {
            double[] differences = new double[n];
            for (int i = 0; i < n; i++) {
                differences[i] = (i + 1) * (random.nextBoolean() ? 1 : -1);
            }
            WilcoxonTest test = WilcoxonTest.of(differences);
            int below = 0;
            for (int signs = 0; signs < 1 << n; signs++) {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += (signs >> i & 1) * (i + 1);
                }
                below += sum <= test.statistic() ? 1 : 0;
            }
            assertThat(test.pValue()).isEqualTo(Math.min(1, 2.0 * below / (1 << n)));
        }
    }

    @Test
    void is_exact_up_to_25_differences() {
        double[] differences = new double[26];
        for (int i = 0; i < 26; i++) {
            differences[i] = i + 1;
        }

        assertThat(WilcoxonTest.of(Arrays.copyOf(differences, 25)).exact()).isTrue();
        assertThat(WilcoxonTest.of(differences).exact()).isFalse();
    }

    @Test
    void fails_with_less_than_two_differences_and_with_one_that_is_no_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WilcoxonTest.of(0.1))
                .withMessage("a signed rank test needs at least 2 differences, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WilcoxonTest.of(0.1, Double.NaN))
                .withMessage("difference 1 is NaN");
    }
}
