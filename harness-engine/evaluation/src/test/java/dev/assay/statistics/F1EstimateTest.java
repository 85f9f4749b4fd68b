package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class F1EstimateTest {

    private final F1Estimate estimate = new F1Estimate(45, 10);

    @Test
    void knows_its_value_and_method() {
        assertThat(estimate.value()).isEqualTo(0.9); // 90 / (90 + 10)
        assertThat(estimate.method()).isEqualTo("by Wilson on 45 true positives and 10 errors");
    }

    @ParameterizedTest
    @CsvSource({"0.8", "0.9", "0.95"})
    void agrees_with_a_simulation_of_fresh_samples_of_as_many_positives(double threshold) {
        int samples = 20_000;
        SplittableRandom random = new SplittableRandom(1);
        int reached = 0;
        for (int sample = 0; sample < samples; sample++) {
            long truePositives = random.doubles(55).filter(u -> u < 45 / 55.0).count();
            reached += 2.0 * truePositives / (truePositives + 55.0) >= threshold ? 1 : 0;
        }
        double chance = estimate.chanceOfAtLeast(threshold);

        assertThat((double) reached / samples)
                .isCloseTo(chance, within(5 * Math.sqrt(chance * (1 - chance) / samples)));
    }

    @Test
    void does_not_collapse_to_a_point_where_there_are_no_errors() {
        F1Estimate perfect = new F1Estimate(20, 0);

        assertThat(perfect.value()).isEqualTo(1);
        // Wilson for 20 of 20 is n / (n + z²) = 20 / (20 + 1.6448536²)
        double jaccard = 20 / (20 + 1.6448536269514722 * 1.6448536269514722);
        assertThat(perfect.lowerBound(0.95)).isCloseTo(2 * jaccard / (1 + jaccard), within(1e-12));
        assertThat(perfect.upperBound(0.95)).isEqualTo(1);
    }

    @Test
    void reaches_every_threshold_up_to_zero_and_none_above_one() {
        assertThat(estimate.chanceOfAtLeast(0)).isEqualTo(1);
        assertThat(estimate.chanceOfAtLeast(1.01)).isZero();
        assertThat(new F1Estimate(0, 3).chanceOfAtLeast(0.5)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 3", "3, -1", "3000000000, 0"})
    void fails_with_counts_that_give_no_f1(long truePositives, long errors) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new F1Estimate(truePositives, errors))
                .withMessage(truePositives + " true positives and " + errors + " errors give no F1");
    }
}
