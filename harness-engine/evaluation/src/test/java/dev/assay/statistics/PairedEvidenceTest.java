package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What tells whether something got worse: one-sided tests, bounds of differences, and parts with more than their share. */
class PairedEvidenceTest {

    @Test
    void one_sided_mcnemar_is_a_binomial_tail() {
        assertThat(McNemarTest.of(6, 0).pFirstBetter()).isCloseTo(1 / 64.0, within(1e-15));
        assertThat(McNemarTest.of(4, 1).pFirstBetter()).isCloseTo(6 / 32.0, within(1e-15));
        assertThat(McNemarTest.of(1, 4).pFirstBetter()).isCloseTo(31 / 32.0, within(1e-15));
        assertThat(McNemarTest.of(0, 0).pFirstBetter()).isEqualTo(1);
        assertThat(McNemarTest.of(25, 11).pFirstBetter())
                .isCloseTo(McNemarTest.of(25, 11).pValue() / 2, within(1e-15));
    }

    @Test
    void exchanging_kinds_is_exchanging_rows() {
        // ten rows that got worse, two that got better, one each: the difference is that of the numbers of rows
        int[] rows = {10, 2};
        PermutationTest test = PermutationTest.ofKinds(
                rows, exchanged -> (rows[1] - 2.0 * exchanged[1]) - (rows[0] - 2.0 * exchanged[0]), 200_000, 1);

        // P(X ≤ 2) of 12 fair coins
        assertThat(test.difference()).isEqualTo(-8);
        assertThat(test.pLess()).isCloseTo(79 / 4096.0, within(0.001));
        assertThat(test.pLess()).isEqualTo(test.pValue() / 2);
    }

    @Test
    void many_rows_of_a_kind_are_exchanged_many_at_a_time() {
        int[] rows = {1000};
        PermutationTest test = PermutationTest.ofKinds(rows, exchanged -> 470.0 - exchanged[0] + 0.0 * rows[0], 100, 7);
        PermutationTest same = PermutationTest.ofKinds(rows, exchanged -> 470.0 - exchanged[0], 100, 7);

        assertThat(test).isEqualTo(same);
        assertThat(test.pLess()).isGreaterThan(0.5);
    }

    @Test
    void nothing_to_exchange_is_no_evidence() {
        PermutationTest none = PermutationTest.ofKinds(new int[0], exchanged -> 0, 100, 1);

        assertThat(none.pValue()).isEqualTo(1);
        assertThat(none.remark()).isEqualTo("all differences are 0: no evidence");
        assertThat(PermutationTest.ofKinds(new int[] {0}, exchanged -> 0, 100, 1)
                        .pLess())
                .isEqualTo(0.5);
    }

    @Test
    void paired_proportions_have_the_bounds_of_bonett_and_price() {
        // (1 − 4)/42 ± 1.644854 √((7/42 − (3/42)²)/42), computed by hand
        PairedProportions difference = new PairedProportions(1, 4, 40);

        assertThat(difference.lowerBound(0.95)).isCloseTo(-0.173446, within(1e-6));
        assertThat(difference.upperBound(0.95)).isCloseTo(0.030589, within(1e-6));
        assertThat(new PairedProportions(4, 1, 40).upperBound(0.95)).isEqualTo(-difference.lowerBound(0.95));
        assertThat(new PairedProportions(0, 0, 40).lowerBound(0.95)).isNegative();
        assertThat(new PairedProportions(0, 1, 1).lowerBound(0.999)).isEqualTo(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> new PairedProportions(3, 3, 5));
    }

    @Test
    void distances_of_independent_bounds_add_up_as_roots_of_squares() {
        Estimate now = FoldsEstimate.of(0.8, new double[] {0.7, 0.9}, 1, 0, 1);
        double below = 0.8 - now.lowerBound(0.9);
        double above = now.upperBound(0.9) - 0.8;

        IndependentDifference difference = new IndependentDifference(now, 0.7, 0.66, 0.73, 0.9);

        assertThat(difference.value()).isCloseTo(0.1, within(1e-15));
        assertThat(difference.lowerBound(0.9)).isCloseTo(0.1 - Math.hypot(below, 0.03), within(1e-12));
        assertThat(difference.upperBound(0.9)).isCloseTo(0.1 + Math.hypot(above, 0.04), within(1e-12));
        // z(.975) / z(.9) = 1.959964 / 1.281552
        double wider = 0.04 * 1.959963985 / 1.281551566;
        assertThat(difference.upperBound(0.975))
                .isCloseTo(0.1 + Math.hypot(now.upperBound(0.975) - 0.8, wider), within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndependentDifference(now, 0.7, 0.71, 0.73, 0.9))
                .withMessage("0.71 and 0.73 are no bounds of 0.7");
    }

    @Test
    void an_enrichment_is_a_hypergeometric_tail() {
        // all 5 of 40 in a part of 10: C(10, 5) / C(40, 5)
        assertThat(Enrichment.of(5, 5, 10, 40).pValue()).isCloseTo(252 / 658_008.0, within(1e-15));
        assertThat(Enrichment.of(0, 5, 10, 40).pValue()).isEqualTo(1);
        assertThat(Enrichment.of(5, 5, 40, 40).pValue()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Enrichment.of(6, 5, 10, 40));
    }
}
