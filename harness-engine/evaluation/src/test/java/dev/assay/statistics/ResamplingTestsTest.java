package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ResamplingTestsTest {

    private static final int REPLICATES = 20_000;
    private static final double[] DIFFERENCES = {0.5, -0.2, 0.9, 0.4, -0.1, 0.3, 0.8, -0.6, 0.7, 0.25};

    private static ToDoubleFunction<int[]> meanOfRows(double[] differences) {
        return rows -> Arrays.stream(rows)
                .mapToDouble(row -> differences[row])
                .average()
                .orElseThrow();
    }

    private static ToDoubleFunction<boolean[]> meanAfterExchange(double[] differences) {
        return exchanged -> {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += exchanged[i] ? -differences[i] : differences[i];
            }
            return sum / differences.length;
        };
    }

    @Test
    void exchanged_signs_give_the_share_of_all_ways_to_exchange_them() {
        int n = DIFFERENCES.length;
        double observed = Arrays.stream(DIFFERENCES).sum();
        int extreme = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (signs >> i & 1) == 0 ? DIFFERENCES[i] : -DIFFERENCES[i];
            }
            extreme += Math.abs(sum) >= observed - 1e-9 ? 1 : 0;
        }
        double exact = extreme / (double) (1 << n);

        PermutationTest test = PermutationTest.of(DIFFERENCES, REPLICATES, 1);

        assertThat(test.difference()).isCloseTo(observed / n, within(1e-15));
        assertThat(test.pValue()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / REPLICATES)));
        assertThat(test.remark()).isEmpty();
    }

    /** With many rows the distribution of means is normal: 2Φ(−|d̄|/√(Σ(d − d̄)²/n²)). */
    @Test
    void drawn_rows_give_the_normal_p_value_where_there_are_many() {
        SplittableRandom random = new SplittableRandom(8);
        double[] differences = random.doubles(1000).map(x -> x < 0.56 ? 1 : -1).toArray();
        double mean = Arrays.stream(differences).average().orElseThrow();
        double error = Math.sqrt((1 - mean * mean) / differences.length);
        double normal = CorrectedResampledTTest.of(differences, 0).pValue();

        PairedBootstrap test = PairedBootstrap.of(differences, REPLICATES, 1);

        assertThat(Math.abs(mean) / error).isBetween(1.0, 4.0);
        assertThat(test.difference()).isCloseTo(mean, within(1e-15));
        assertThat(test.pValue()).isCloseTo(normal, within(4 * Math.sqrt(normal / REPLICATES) + 0.1 * normal));
    }

    @Test
    void any_metric_that_is_a_mean_gives_what_its_differences_do() {
        assertThat(PermutationTest.of(10, meanAfterExchange(DIFFERENCES), REPLICATES, 5)
                        .pValue())
                .isEqualTo(PermutationTest.of(DIFFERENCES, REPLICATES, 5).pValue());
        assertThat(PairedBootstrap.of(10, meanOfRows(DIFFERENCES), REPLICATES, 5)
                        .pValue())
                .isEqualTo(PairedBootstrap.of(DIFFERENCES, REPLICATES, 5).pValue());
    }

    @Test
    void equal_seeds_give_equal_results_and_others_do_not() {
        assertThat(PermutationTest.of(DIFFERENCES, REPLICATES, 1))
                .isEqualTo(PermutationTest.of(DIFFERENCES, REPLICATES, 1));
        assertThat(PairedBootstrap.of(DIFFERENCES, REPLICATES, 1))
                .isEqualTo(PairedBootstrap.of(DIFFERENCES, REPLICATES, 1));
        assertThat(PermutationTest.of(DIFFERENCES, REPLICATES, 1).pValue())
                .isNotEqualTo(PermutationTest.of(DIFFERENCES, REPLICATES, 2).pValue());
        assertThat(PairedBootstrap.of(DIFFERENCES, REPLICATES, 1).pValue())
                .isNotEqualTo(PairedBootstrap.of(DIFFERENCES, REPLICATES, 2).pValue());
    }

    @Test
    void swapping_the_two_changes_the_sign_only() {
        double[] swapped = Arrays.stream(DIFFERENCES).map(d -> -d).toArray();

        PermutationTest permutation = PermutationTest.of(DIFFERENCES, REPLICATES, 1);
        PairedBootstrap bootstrap = PairedBootstrap.of(DIFFERENCES, REPLICATES, 1);

        assertThat(PermutationTest.of(swapped, REPLICATES, 1))
                .isEqualTo(new PermutationTest(-permutation.difference(), REPLICATES, 1, permutation.pValue(), ""));
        assertThat(PairedBootstrap.of(swapped, REPLICATES, 1))
                .isEqualTo(new PairedBootstrap(-bootstrap.difference(), REPLICATES, 1, bootstrap.pValue(), ""));
    }

    @Test
    void both_find_no_evidence_where_all_differences_are_zero() {
        String remark = "all differences are 0: no evidence";
        assertThat(PermutationTest.of(new double[5], 99, 1)).isEqualTo(new PermutationTest(0, 99, 1, 1, remark));
        assertThat(PairedBootstrap.of(new double[5], 99, 1)).isEqualTo(new PairedBootstrap(0, 99, 1, 1, remark));
        assertThat(PermutationTest.of(5, exchanged -> 0, 99, 1).pValue()).isEqualTo(1);
        assertThat(PairedBootstrap.of(5, rows -> 0, 99, 1).pValue()).isEqualTo(1);
    }

    @Test
    void where_all_differences_are_the_same_replicates_decide_and_a_remark_says_so() {
        double[] same = {0.1, 0.1, 0.1};

        PermutationTest permutation = PermutationTest.of(same, REPLICATES, 1);
        PairedBootstrap bootstrap = PairedBootstrap.of(same, 99, 1);

        // all three signs agree in a quarter of cases
        assertThat(permutation.pValue()).isCloseTo(0.25, within(0.015));
        assertThat(permutation.remark()).isEqualTo("all differences are the same");
        assertThat(bootstrap)
                .isEqualTo(
                        new PairedBootstrap(0.1, 99, 1, 0.01, "all differences are the same: their spread is unknown"));
    }

    @Test
    void ties_count_although_sums_are_rounded() {
        // 0.1 + 0.2 − 0.3 is 0 in numbers, and 5.6e-17 in doubles
        double[] differences = {0.1, 0.2, -0.3};

        assertThat(PermutationTest.of(differences, 99, 1).pValue()).isEqualTo(1);
    }

    @Test
    void undefined_replicates_count_as_extreme() {
        PermutationTest permutation =
                PermutationTest.of(2, exchanged -> exchanged[0] ? Double.NaN : exchanged[1] ? 0.5 : 1, 9999, 1);
        PairedBootstrap bootstrap = PairedBootstrap.of(2, rows -> rows[0] == rows[1] ? Double.NaN : 1, 9999, 1);

        assertThat(permutation.pValue()).isCloseTo(0.75, within(0.02));
        assertThat(permutation.remark()).matches("\\d+ of 9999 replicates are undefined and count as extreme");
        assertThat(bootstrap.pValue()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void both_fail_with_one_row_without_replicates_and_with_a_difference_that_is_undefined() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationTest.of(new double[1], 99, 1))
                .withMessage("a permutation test needs at least 2 differences, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedBootstrap.of(new double[1], 99, 1))
                .withMessage("a paired bootstrap needs at least 2 differences, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationTest.of(DIFFERENCES, 0, 1))
                .withMessage("a p-value needs at least 1 replicate, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationTest.of(1, exchanged -> 0, 99, 1))
                .withMessage("a permutation test needs at least 2 rows, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedBootstrap.of(1, rows -> 0, 99, 1))
                .withMessage("a paired bootstrap needs at least 2 rows, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedBootstrap.of(2, rows -> Double.NaN, 99, 1))
                .withMessage("the difference of the data as they are is NaN");
    }
}
