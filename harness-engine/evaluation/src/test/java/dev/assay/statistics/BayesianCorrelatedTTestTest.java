package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BayesianCorrelatedTTestTest {

    private static final double[] NBC = {94.203, 92.754, 95.652, 91.176, 92.647, 91.176, 92.647, 92.647, 86.765, 91.176
    };
    private static final double[] J48 = {92.754, 92.754, 89.855, 89.706, 95.588, 89.706, 95.588, 94.118, 91.176, 92.647
    };

    private static double[] minus(double[] a, double[] b) {
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return differences;
    }

    /** Accuracies of naive Bayes and J48 on the sonar data, from the tutorial of Benavoli et al. */
    @Test
    void gives_the_probabilities_of_the_tutorial() {
        BayesianCorrelatedTTest test = BayesianCorrelatedTTest.of(minus(J48, NBC), 0.1, 0.5);

        assertThat(test.worse()).isCloseTo(0.28584464173791, within(1e-12));
        assertThat(test.equivalent()).isCloseTo(0.2691518716880249, within(1e-12));
        assertThat(test.better()).isCloseTo(0.4450034865740651, within(1e-12));
        assertThat(test.remark()).isEmpty();
    }

    @Test
    void swapping_the_two_swaps_worse_and_better() {
        BayesianCorrelatedTTest one = BayesianCorrelatedTTest.of(minus(J48, NBC), 0.1, 0.5);
        BayesianCorrelatedTTest other = BayesianCorrelatedTTest.of(minus(NBC, J48), 0.1, 0.5);

        assertThat(other.worse()).isEqualTo(one.better());
        assertThat(other.better()).isEqualTo(one.worse());
        assertThat(other.equivalent()).isEqualTo(one.equivalent());
    }

    @Test
    void without_a_region_of_equivalence_it_is_the_one_sided_corrected_t_test() {
        double[] differences = minus(J48, NBC);

        BayesianCorrelatedTTest test = BayesianCorrelatedTTest.of(differences, 0.1, 0);

        assertThat(test.equivalent()).isCloseTo(0, within(1e-15));
        assertThat(test.worse())
                .isCloseTo(CorrectedResampledTTest.of(differences, 1 / 9.0).pGreater(), within(1e-14));
    }

    @Test
    void is_certain_but_remarks_on_it_where_all_differences_are_the_same() {
        String remark = "all differences are the same: their spread is unknown";
        assertThat(BayesianCorrelatedTTest.of(new double[] {0.5, 0.5}, 0.1, 0.25))
                .isEqualTo(new BayesianCorrelatedTTest(0.5, 0, 1, 0.25, 0, 0, 1, remark));
        assertThat(BayesianCorrelatedTTest.of(new double[] {-0.5, -0.5}, 0.1, 0.25))
                .isEqualTo(new BayesianCorrelatedTTest(-0.5, 0, 1, 0.25, 1, 0, 0, remark));
        assertThat(BayesianCorrelatedTTest.of(new double[] {0.25, 0.25}, 0.1, 0.25))
                .isEqualTo(new BayesianCorrelatedTTest(0.25, 0, 1, 0.25, 0, 1, 0, remark));
        assertThat(BayesianCorrelatedTTest.of(new double[] {0, 0}, 0.1, 0))
                .isEqualTo(new BayesianCorrelatedTTest(0, 0, 1, 0, 0, 1, 0, "all differences are 0: no evidence"));
    }

    @Test
    void fails_with_one_difference_and_with_numbers_out_of_range() {
        double[] two = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesianCorrelatedTTest.of(new double[1], 0.1, 0))
                .withMessage("a Bayesian correlated t test needs at least 2 differences, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesianCorrelatedTTest.of(two, 1, 0))
                .withMessage("a correlation of folds lies from 0 to below 1, not at 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesianCorrelatedTTest.of(two, 0.1, -1))
                .withMessage("the half-width of a region of practical equivalence is at least 0, not -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> BayesianCorrelatedTTest.of(two, Double.NaN, Double.NaN));
    }
}
