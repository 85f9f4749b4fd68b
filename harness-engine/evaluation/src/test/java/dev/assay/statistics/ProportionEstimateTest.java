package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionEstimateTest {

    private final ProportionEstimate estimate = new ProportionEstimate(45, 50);

    @Test
    void knows_its_value_bounds_and_method() {
        assertThat(estimate.value()).isEqualTo(0.9);
        assertThat(estimate.lowerBound(0.95))
                .isCloseTo(0.8011669974835816, within(1e-12)); // SciPy: beta.ppf(.05, 45, 6)
        assertThat(estimate.upperBound(0.95))
                .isCloseTo(0.9597634095978854, within(1e-12)); // SciPy: beta.ppf(.95, 46, 5)
        assertThat(estimate.method()).isEqualTo("by Clopper and Pearson on 45 of 50");
    }

    @Test
    void reaches_its_own_value_in_as_many_samples_as_the_binomial_distribution_says() {
        assertThat(estimate.chanceOfAtLeast(0.9))
                .isCloseTo(0.6161230077242773, within(1e-12)); // SciPy: binom.sf(44, 50, .9)
    }

    @ParameterizedTest
    @CsvSource({"0.8", "0.9", "0.94", "0.98"})
    void agrees_with_a_simulation_of_fresh_samples(double threshold) {
        int samples = 20_000;
        SplittableRandom random = new SplittableRandom(1);
        int reached = 0;
        for (int sample = 0; sample < samples; sample++) {
            long successes = random.doubles(50).filter(u -> u < 0.9).count();
            reached += successes / 50.0 >= threshold ? 1 : 0;
        }
        double chance = estimate.chanceOfAtLeast(threshold);

        assertThat((double) reached / samples)
                .isCloseTo(chance, within(5 * Math.sqrt(chance * (1 - chance) / samples)));
    }

    @Test
    void counts_a_threshold_as_reached_that_is_off_by_rounding_alone() {
        // 0.07 · 100 is a little above 7 in floating point, but 7 of 100 are enough
        ProportionEstimate seven = new ProportionEstimate(7, 100);

        assertThat(seven.chanceOfAtLeast(0.07)).isEqualTo(seven.chanceOfAtLeast(0.065));
        assertThat(seven.chanceOfAtLeast(0.0701)).isEqualTo(seven.chanceOfAtLeast(0.08));
    }

    @Test
    void reaches_every_threshold_up_to_zero_and_none_above_one() {
        assertThat(estimate.chanceOfAtLeast(0)).isEqualTo(1);
        assertThat(estimate.chanceOfAtLeast(-1)).isEqualTo(1);
        assertThat(estimate.chanceOfAtLeast(1.01)).isZero();
        assertThat(new ProportionEstimate(0, 5).chanceOfAtLeast(0.1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 5", "6, 5", "1, 3000000000"})
    void fails_with_counts_that_are_no_proportion(long successes, long trials) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProportionEstimate(successes, trials))
                .withMessage(successes + " of " + trials + " trials is no proportion");
    }
}
