package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References are SciPy 1.17's binom and NumPy's quantile with {@code method="inverted_cdf"}. */
class QuantileEstimateTest {

    private static final int RUNS = 2000;

    /** The numbers from 1 to n, each of which is its rank. */
    private static QuantileEstimate ofRanks(int n, double probability) {
        return QuantileEstimate.of(
                IntStream.rangeClosed(1, n).mapToDouble(rank -> rank).toArray(), probability);
    }

    /** Upper rank: {@code binom.ppf(level, n, p) + 1}; lower rank: the largest l with {@code binom.sf(l - 1, n, p) >= level}. */
    @ParameterizedTest
    @CsvSource({
        "100, 0.5, 0.95, 42, 59",
        "100, 0.95, 0.95, 91, 99",
        "1000, 0.95, 0.95, 938, 962",
        "1000, 0.99, 0.95, 985, 996",
        "299, 0.99, 0.95, 293, 299",
        "20, 0.5, 0.95, 6, 15",
        "20, 0.5, 0.975, 6, 15",
        "59, 0.95, 0.95, 53, 59",
        "1000, 0.95, 0.99, 933, 966",
        "5, 0.5, 0.95, 1, 5",
    })
    void bounds_are_the_order_statistics_at_binomial_ranks(
            int n, double probability, double level, int lower, int upper) {
        QuantileEstimate estimate = ofRanks(n, probability);

        assertThat(estimate.lowerBound(level)).isEqualTo(lower);
        assertThat(estimate.upperBound(level)).isEqualTo(upper);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0.999, 0.95", "298, 0.99, 0.95", "58, 0.95, 0.95", "10, 0.9, 0.8", "4, 0.5, 0.95"})
    void too_few_values_have_no_upper_bound(int n, double probability, double level) {
        assertThat(ofRanks(n, probability).upperBound(level)).isInfinite().isPositive();
        assertThat(ofRanks(n, probability).within(0, 7).upperBound(level)).isEqualTo(7);
    }

    @Test
    void too_few_values_have_no_lower_bound_of_a_low_quantile() {
        assertThat(ofRanks(4, 0.5).lowerBound(0.95)).isInfinite().isNegative();
        assertThat(ofRanks(4, 0.5).within(-1, 7).lowerBound(0.95)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, 0.95, 299, 1",
        "0.9, 0.95, 29, 2",
        "0.95, 0.94, 55, 1",
        "0.5, 0.95, 5, 5",
        "0.999, 0.95, 2995, 1",
        "0.05, 0.94, 1, 55",
        "0.01, 0.95, 1, 299"
    })
    void tells_how_many_values_a_bound_needs(double probability, double level, int upper, int lower) {
        assertThat(ofRanks(1, probability).fewestForUpperBound(level)).isEqualTo(upper);
        assertThat(ofRanks(1, probability).fewestForLowerBound(level)).isEqualTo(lower);
    }

    @ParameterizedTest
    @CsvSource({"0.07, 3", "0.5, 20", "0.9, 36", "0.95, 38", "0.975, 39"})
    void the_value_is_the_nearest_rank(double probability, double value) {
        assertThat(ofRanks(40, probability).value()).isEqualTo(value);
    }

    @Test
    void decimals_keep_seven_percent_of_a_hundred_from_being_eight() {
        assertThat(ofRanks(100, 0.07).value()).isEqualTo(7);
    }

    @Test
    void the_order_of_values_does_not_matter_and_they_stay_as_they_are() {
        double[] sample = {3, 1, 2};

        assertThat(QuantileEstimate.of(sample, 0.5).value()).isEqualTo(2);
        assertThat(sample).containsExactly(3, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.95, 0.99})
    void bounds_cover_the_true_quantile_as_often_as_they_say(double probability) {
        double truth = -Math.log(1 - probability);
        int lower = 0;
        int upper = 0;
        int both = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            QuantileEstimate estimate = QuantileEstimate.of(
                    random.doubles(400).map(u -> -Math.log(1 - u)).toArray(), probability);
            lower += estimate.lowerBound(0.95) <= truth ? 1 : 0;
            upper += estimate.upperBound(0.95) >= truth ? 1 : 0;
            both += estimate.interval(0.95).covers(truth) ? 1 : 0;
        }

        // three standard errors of a share of 2,000 runs below the level; and not so wide that they always cover
        double leastOfAll = (0.95 - 3 * Math.sqrt(0.95 * 0.05 / RUNS)) * RUNS;
        assertThat((double) lower).isBetween(leastOfAll, RUNS * 0.99);
        assertThat((double) upper).isBetween(leastOfAll, RUNS * 0.995);
        assertThat((double) both).isBetween(leastOfAll, RUNS * 0.995);
    }

    @Test
    void chances_of_fresh_samples_are_binomial() {
        QuantileEstimate estimate = ofRanks(40, 0.9);

        assertThat(estimate.chanceOfAtMost(33)).isCloseTo(0.14742775266768818, within(1e-12));
        assertThat(estimate.chanceOfAtLeast(33)).isCloseTo(0.9240855045501056, within(1e-12));
        assertThat(estimate.chanceOfUpperBound(39, 0.9, new Prospect(36, 2)))
                .isCloseTo(0.9496308748430923, within(1e-12));
        assertThat(estimate.chanceOfLowerBound(34, 0.9, new Prospect(36, 2)))
                .isCloseTo(0.6608237745100707, within(1e-12));
    }

    @Test
    void a_true_value_elsewhere_moves_the_whole_distribution() {
        QuantileEstimate estimate = ofRanks(40, 0.9);

        assertThat(estimate.chanceOfUpperBound(49, 0.9, new Prospect(46, 2)))
                .isEqualTo(estimate.chanceOfUpperBound(39, 0.9, new Prospect(36, 2)));
        assertThat(estimate.chanceOfLowerBound(44, 0.9, new Prospect(46, 2)))
                .isEqualTo(estimate.chanceOfLowerBound(34, 0.9, new Prospect(36, 2)));
    }

    @Test
    void samples_that_have_no_bound_meet_what_every_value_meets() {
        QuantileEstimate estimate = ofRanks(4, 0.5).within(0, 10);
        Prospect prospect = Prospect.likeThat(estimate);

        assertThat(estimate.chanceOfUpperBound(9, 0.95, prospect)).isZero();
        assertThat(estimate.chanceOfUpperBound(10, 0.95, prospect)).isEqualTo(1);
        assertThat(estimate.chanceOfLowerBound(1, 0.95, prospect)).isZero();
        assertThat(estimate.chanceOfLowerBound(0, 0.95, prospect)).isEqualTo(1);
    }

    /** The smallest n with {@code binom.ppf(0.95, n, 0.9) + 1 <= 0.95 * n} is 116; bounds go in steps, so a little more may do. */
    @Test
    void tells_how_much_larger_a_sample_must_be() {
        QuantileEstimate estimate = ofRanks(40, 0.9);

        assertThat(40 * estimate.growthToSeparate(38, 0.95)).isBetween(115.5, 125.0);
        assertThat(40 * estimate.growthToSeparate(34, 0.95)).isBetween(40.0, 4000.0);
        assertThat(estimate.growthToSeparate(36, 0.95)).isInfinite();
        assertThat(estimate.growthToSeparate(36.5, 0.95)).isInfinite();
    }

    @Test
    void names_what_it_is_of() {
        assertThat(ofRanks(1200, 0.9).method()).isEqualTo("by order statistics of 1,200 values");
        assertThat(ofRanks(12, 0.9).named("calls").method()).isEqualTo("by order statistics of 12 calls");
        assertThat(ofRanks(12, 0.9).size()).isEqualTo(12);
    }

    @Test
    void fails_without_numbers_and_at_quantiles_that_are_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantileEstimate.of(new double[0], 0.5))
                .withMessage("a quantile needs numbers, at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantileEstimate.of(new double[] {1, Double.NaN}, 0.5))
                .withMessage("a quantile needs numbers, at least one");
        for (double probability : new double[] {0, 1, 95, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ofRanks(3, probability))
                    .withMessage("a quantile lies above 0 and below 1, not at " + probability);
        }
    }
}
