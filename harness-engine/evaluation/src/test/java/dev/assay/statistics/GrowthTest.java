package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much larger a sample must be is checked against bounds that are computed anew at that size, and at 0.95 times that. */
class GrowthTest {

    private static boolean separates(Estimate larger, double threshold, double level) {
        return threshold < larger.value()
                ? larger.lowerBound(level) >= threshold
                : larger.upperBound(level) <= threshold;
    }

    @ParameterizedTest
    @CsvSource({"45, 50, 0.85", "45, 50, 0.93", "170, 212, 0.78", "999, 1000, 0.998", "0, 20, 0.05", "30, 30, 0.95"})
    void a_proportion_settles_at_that_many_trials_and_not_at_fewer(long successes, long trials, double threshold) {
        double growth = new ProportionEstimate(successes, trials).growthToSeparate(threshold, 0.95);

        long enough = (long) Math.ceil(growth * trials);
        long tooFew = (long) (0.95 * growth * trials);
        double share = (double) successes / trials;
        assertThat(separates(proportion(share, enough, threshold, true), threshold, 0.95))
                .isTrue();
        assertThat(separates(proportion(share, tooFew, threshold, false), threshold, 0.95))
                .isFalse();
    }

    /** Rounds successes towards what is to be shown, since no whole number of them has exactly that share. */
    private static Estimate proportion(double share, long trials, double threshold, boolean generous) {
        boolean up = (threshold < share) == generous;
        double successes = share * trials;
        return new ProportionEstimate((long) (up ? Math.ceil(successes - 1e-9) : Math.floor(successes + 1e-9)), trials);
    }

    @ParameterizedTest
    @CsvSource({"4500, 1000, 0.897", "4500, 1000, 0.903", "9000, 1000, 0.945", "50, 0, 0.99"})
    void f1_settles_at_that_many_rows_and_not_at_fewer(long truePositives, long errors, double threshold) {
        double growth = new F1Estimate(truePositives, errors).growthToSeparate(threshold, 0.95);

        // a little more, since rows are whole
        assertThat(separates(f1(truePositives, errors, 1.01 * growth), threshold, 0.95))
                .isTrue();
        assertThat(separates(f1(truePositives, errors, 0.95 * growth), threshold, 0.95))
                .isFalse();
    }

    private static Estimate f1(long truePositives, long errors, double growth) {
        return new F1Estimate(Math.round(growth * truePositives), Math.round(growth * errors));
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 0.02, 100, 100, 0.89",
        "0.9, 0.02, 100, 100, 0.92",
        "0.9, 0.05, 12, 40, 0.85",
        "1, 0, 10, 10, 0.97"
    })
    void an_area_settles_with_that_many_rows_and_not_with_fewer(
            double area, double error, long positives, long negatives, double threshold) {
        double growth = new RocAreaEstimate(area, error, positives, negatives).growthToSeparate(threshold, 0.95);

        assertThat(separates(area(area, error, positives, negatives, growth * 1.02), threshold, 0.95))
                .isTrue();
        assertThat(separates(area(area, error, positives, negatives, growth * 0.9), threshold, 0.95))
                .isFalse();
    }

    private static Estimate area(double area, double error, long positives, long negatives, double growth) {
        return new RocAreaEstimate(
                area, error / Math.sqrt(growth), Math.round(positives * growth), Math.round(negatives * growth));
    }

    @Test
    void folds_settle_when_the_standard_error_has_shrunk_by_the_square_root_of_the_size() {
        FoldsEstimate estimate = new FoldsEstimate(0.9, 0.04, 9, 0, 1);
        double growth = estimate.growthToSeparate(0.87, 0.95);

        assertThat(new FoldsEstimate(0.9, 0.04 / Math.sqrt(growth), 9, 0, 1).lowerBound(0.95))
                .isCloseTo(0.87, within(1e-12));
    }

    @Test
    void more_folds_never_shrink_the_variance_below_that_of_the_training_part() {
        FoldsEstimate ten = FoldsEstimate.of(0.5, new double[] {0.4, 0.6, 0.5, 0.3, 0.7}, 0.25, 0, 1);

        assertThat(ten.ofFolds(5, 0.25).standardError()).isCloseTo(ten.standardError(), within(1e-15));
        // s² = 0.025, of which a quarter stays
        assertThat(ten.ofFolds(1e12, 0.25).standardError()).isCloseTo(Math.sqrt(0.025 / 4), within(1e-9));
        assertThat(ten.ofFolds(20, 0.25).standardError()).isCloseTo(Math.sqrt(0.025 * 0.3), within(1e-15));
    }

    @Test
    void draws_settle_when_the_distance_to_the_bound_has_shrunk_by_the_square_root_of_the_size() {
        DrawsEstimate estimate = CountSample.of(new double[] {80, 20}, counts -> counts[0] / (counts[0] + counts[1]))
                .within(0, 1)
                .dirichlet(new Replication(2000, 1));
        double growth = estimate.growthToSeparate(0.78, 0.95);

        assertThat(0.8 - (0.8 - estimate.lowerBound(0.95)) / Math.sqrt(growth)).isCloseTo(0.78, within(1e-12));
    }

    @Test
    void nothing_settles_a_value_that_is_the_threshold() {
        assertThat(new ProportionEstimate(9, 10).growthToSeparate(0.9, 0.95)).isInfinite();
        assertThat(new F1Estimate(9, 2).growthToSeparate(0.9, 0.95)).isInfinite();
        assertThat(new RocAreaEstimate(0.9, 0.1, 40, 40).growthToSeparate(0.9, 0.95))
                .isInfinite();
        assertThat(new FoldsEstimate(0.9, 0.1, 9, 0, 1).growthToSeparate(0.9, 0.95))
                .isInfinite();
        assertThat(new ProportionEstimate(10, 10).growthToSeparate(1, 0.95)).isInfinite();
    }

    @Test
    void nothing_more_is_needed_where_bounds_decide_already() {
        assertThat(new ProportionEstimate(90, 100).growthToSeparate(0.5, 0.95)).isEqualTo(1);
        assertThat(new FoldsEstimate(0.9, 0.01, 9, 0, 1).growthToSeparate(0.5, 0.95))
                .isEqualTo(1);
    }
}
