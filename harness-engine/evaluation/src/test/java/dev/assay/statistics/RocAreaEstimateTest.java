package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RocAreaEstimateTest {

    @Test
    void has_bounds_by_delong_on_the_logit_scale_where_both_classes_have_thirty_rows() {
        RocAreaEstimate estimate = new RocAreaEstimate(0.9, 0.02, 30, 40);

        // SciPy: expit(logit(.9) ∓ norm.ppf(.95) · .02 / (.9 · .1))
        assertThat(estimate.lowerBound(0.95)).isCloseTo(0.8619643049954979, within(1e-12));
        assertThat(estimate.upperBound(0.95)).isCloseTo(0.9284252561352876, within(1e-12));
        assertThat(estimate.chanceOfAtLeast(0.92)).isCloseTo(0.13500249580398216, within(1e-12));
        assertThat(estimate.method()).isEqualTo("by DeLong on the logit scale with 30 positives and 40 negatives");
    }

    /**
     * The expected bounds solve |θ − A| = z · se(θ) with se² = θ(1 − θ)(1 + N(1 − θ)/(2 − θ) + Nθ/(1 + θ)) / mn and
     * N = (m + n)/2 − 1 for θ, by SciPy's brentq to 1e-15.
     */
    @ParameterizedTest
    @CsvSource({
        "0.9,   20,  15,  0.95,  0.7646075176663484,  0.9588429558330979",
        "0.976, 20,  30,  0.975, 0.8733080602284995,  0.995458471651474",
        "0.5,   5,   5,   0.99,  0.17435636043535924, 0.8256436395646408",
        "1,     10,  12,  0.95,  0.8667455409524867,  1",
        "1,     100, 100, 0.95,  0.9862580467739842,  1",
        "0,     10,  12,  0.95,  0,                   0.1332544590475133"
    })
    void has_bounds_by_newcombes_method_5_where_a_class_is_small_or_the_area_extreme(
            double area, long positives, long negatives, double level, double lower, double upper) {
        RocAreaEstimate estimate = new RocAreaEstimate(area, 0.01, positives, negatives);

        assertThat(estimate.lowerBound(level)).isCloseTo(lower, within(1e-9));
        assertThat(estimate.upperBound(level)).isCloseTo(upper, within(1e-9));
        assertThat(estimate.method())
                .isEqualTo("by Newcombe's method 5 with " + positives + " positives and " + negatives + " negatives");
    }

    @Test
    void has_bounds_by_newcombe_where_the_standard_error_is_zero() {
        RocAreaEstimate unknown = new RocAreaEstimate(0.9, 0, 50, 50);

        assertThat(unknown.method()).contains("Newcombe");
        assertThat(unknown.lowerBound(0.95)).isLessThan(0.89);
        assertThat(unknown.upperBound(0.95)).isGreaterThan(0.91);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50})
    void agrees_roughly_with_a_simulation_of_fresh_samples(int rows) {
        // scores N(d, 1) and N(0, 1) have the area Φ(d/√2); its standard deviation is that of the simulation itself
        double distance = 1.4657381559184341; // √2 · Φ⁻¹(0.85)
        SplittableRandom random = new SplittableRandom(1);
        double[] areas = new double[2000];
        for (int sample = 0; sample < areas.length; sample++) {
            areas[sample] = area(normal(random, rows, distance), normal(random, rows, 0));
        }

        RocAreaEstimate estimate = new RocAreaEstimate(0.85, Math.sqrt(Samples.variance(areas)), rows, rows);

        for (double threshold : new double[] {0.75, 0.8, 0.85, 0.9, 0.95}) {
            double reached =
                    DoubleStream.of(areas).filter(area -> area >= threshold).count();
            assertThat(estimate.chanceOfAtLeast(threshold)).isCloseTo(reached / areas.length, within(0.06));
        }
    }

    private static double[] normal(SplittableRandom random, int size, double mean) {
        return DoubleStream.generate(() -> random.nextGaussian(mean, 1))
                .limit(size)
                .toArray();
    }

    private static double area(double[] positives, double[] negatives) {
        int wins = 0;
        for (double positive : positives) {
            for (double negative : negatives) {
                wins += positive > negative ? 1 : 0;
            }
        }
        return (double) wins / (positives.length * negatives.length);
    }

    @Test
    void reaches_every_threshold_up_to_zero_and_none_above_one() {
        RocAreaEstimate estimate = new RocAreaEstimate(0.9, 0.02, 50, 50);

        assertThat(estimate.chanceOfAtLeast(0)).isEqualTo(1);
        assertThat(estimate.chanceOfAtLeast(1.01)).isZero();
        assertThat(new RocAreaEstimate(1, 0, 50, 50).chanceOfAtLeast(1)).isEqualTo(1);
        assertThat(new RocAreaEstimate(0, 0, 50, 50).chanceOfAtLeast(0.5)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1.1, 0, 5, 5", "NaN, 0, 5, 5", "0.5, -1, 5, 5", "0.5, NaN, 5, 5", "0.5, 0, 0, 5", "0.5, 0, 5, 0"})
    void fails_with_numbers_that_are_no_area(double area, double error, long positives, long negatives) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RocAreaEstimate(area, error, positives, negatives))
                .withMessage("no area under a ROC curve: " + area + " ± " + error + " of " + positives + " and "
                        + negatives);
    }
}
