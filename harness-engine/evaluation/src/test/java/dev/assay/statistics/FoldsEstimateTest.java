package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsEstimateTest {

    @Test
    void has_bounds_at_quantiles_of_student_times_the_corrected_standard_error() {
        // s² = 0.01, standard error √(0.01 · (1/3 + 1/2)), Student's quantile with 2 degrees 2.9199856
        FoldsEstimate estimate = FoldsEstimate.of(0.9, new double[] {0.8, 0.9, 1.0}, 0.5, 0, 1);

        assertThat(estimate.value()).isEqualTo(0.9);
        assertThat(estimate.standardError()).isCloseTo(0.09128709291752768, within(1e-15));
        assertThat(estimate.degreesOfFreedom()).isEqualTo(2);
        assertThat(estimate.lowerBound(0.95)).isCloseTo(0.6334430050084086, within(1e-12)); // SciPy 1.17.1
        assertThat(estimate.method()).isEqualTo("by the spread of folds after Nadeau and Bengio");
    }

    @Test
    void clips_its_bounds_to_the_range_of_the_metric() {
        double[] folds = {0.8, 0.9, 1.0};

        assertThat(FoldsEstimate.of(0.9, folds, 0.5, 0, 1).upperBound(0.95)).isEqualTo(1);
        assertThat(FoldsEstimate.of(0.9, folds, 0.5, 0.7, 1).lowerBound(0.95)).isEqualTo(0.7);
    }

    @Test
    void is_centred_on_the_combined_value_and_not_on_the_mean_of_the_folds() {
        FoldsEstimate estimate = FoldsEstimate.of(0.85, new double[] {0.8, 0.9, 1.0}, 0.5, 0, 2);

        assertThat((estimate.lowerBound(0.9) + estimate.upperBound(0.9)) / 2).isCloseTo(0.85, within(1e-12));
        assertThat(estimate.chanceOfAtLeast(0.85)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void agrees_with_the_published_posterior_of_benavolis_accuracies() {
        // NUMERICS.md: P(d < −0.5) and P(d > 0.5) of Student(9, d̄, (1/10 + 1/9) s²) for j48 − nbc on sonar
        double[] nbc = {94.203, 92.754, 95.652, 91.176, 92.647, 91.176, 92.647, 92.647, 86.765, 91.176};
        double[] j48 = {92.754, 92.754, 89.855, 89.706, 95.588, 89.706, 95.588, 94.118, 91.176, 92.647};
        double[] differences =
                IntStream.range(0, nbc.length).mapToDouble(i -> j48[i] - nbc[i]).toArray();

        FoldsEstimate estimate = FoldsEstimate.of(Samples.mean(differences), differences, 1 / 9.0, -100, 100);

        assertThat(1 - estimate.chanceOfAtLeast(-0.5)).isCloseTo(0.28584464173791, within(1e-12));
        assertThat(estimate.chanceOfAtLeast(0.5)).isCloseTo(0.4450034865740651, within(1e-12));
    }

    @Test
    void does_not_get_surer_than_the_shared_training_data_allow_however_often_it_is_repeated() {
        double[] folds = IntStream.range(0, 10_000).mapToDouble(i -> i % 2).toArray();

        // s² is 0.25 · 10000/9999, which 1/9 of it outlasts
        assertThat(FoldsEstimate.standardError(folds, 1 / 9.0)).isGreaterThan(Math.sqrt(0.25 / 9));
    }

    @Test
    void fails_where_all_folds_are_the_same() {
        assertThat(FoldsEstimate.standardError(new double[] {0.7, 0.7, 0.7}, 0.5))
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FoldsEstimate.of(0.7, new double[] {0.7, 0.7, 0.7}, 0.5, 0, 1))
                .withMessage("folds without spread say nothing about uncertainty");
    }

    @Test
    void fails_with_one_fold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FoldsEstimate.of(0.7, new double[] {0.7}, 0.5, 0, 1))
                .withMessage("the variance of 1 values is undefined");
    }

    @Test
    void takes_differences_of_last_digits_for_no_spread() {
        assertThat(FoldsEstimate.standardError(new double[] {0.10000000000000009, 0.09999999999999998, 0.1}, 0.5))
                .isZero();
        assertThat(FoldsEstimate.standardError(new double[] {0.1, 0.1000001}, 0.5))
                .isPositive();
    }
}
