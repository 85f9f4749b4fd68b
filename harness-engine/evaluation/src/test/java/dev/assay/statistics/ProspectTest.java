package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bounds of samples that are yet to be drawn will say. */
class ProspectTest {

    /** From scipy 1.17, stats.nct.sf. */
    @ParameterizedTest
    @CsvSource({
        "1.833,  9,  2.5, 0.7457712355871404",
        "1.699, 29,  0.5, 0.12377529932867436",
        "6.3,    1,  4,   0.46938766868760456",
        "2.1,    2, -1,   0.014296979313331137",
        "1.7,   29, 10,   0.9999999999999998"
    })
    void the_noncentral_t_distribution_is_right(double t, double degreesOfFreedom, double noncentrality, double sf) {
        assertThat(NoncentralT.survivalProbability(t, degreesOfFreedom, noncentrality))
                .isCloseTo(sf, within(1e-9));
    }

    /** From scipy 1.17: the sum of the binomial probabilities of all counts whose beta quantile is at least the threshold. */
    @ParameterizedTest
    @CsvSource({
        "212, 0.9, 0.86, 0.5394913962704027",
        "424, 0.9, 0.86, 0.7974983425958994",
        " 50, 0.8, 0.7,  0.44374041329175123"
    })
    void a_proportion_has_the_exact_chance(int trials, double truth, double threshold, double chance) {
        ProportionEstimate estimate = new ProportionEstimate(1, trials);

        assertThat(estimate.chanceOfLowerBound(threshold, 0.95, new Prospect(truth, 1)))
                .isCloseTo(chance, within(1e-9));
        assertThat(estimate.chanceOfUpperBound(1 - threshold, 0.95, new Prospect(1 - truth, 1)))
                .isCloseTo(chance, within(1e-9));
        assertThat(new ProportionEstimate(1, trials / 2).chanceOfLowerBound(threshold, 0.95, new Prospect(truth, 2.0)))
                .as("a sample that is twice as large")
                .isCloseTo(chance, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"40, 10, 0.8", "5, 1, 0.5", "190, 22, 0.93", "3, 30, 0.4", "20, 0, 0.9"})
    void an_f1_has_the_chance_that_all_counts_together_have(int truePositives, int errors, double threshold) {
        F1Estimate estimate = new F1Estimate(truePositives, errors);
        int n = truePositives + errors;
        BinomialDistribution counts = BinomialDistribution.of(n, (double) truePositives / n);

        double above = IntStream.rangeClosed(0, n)
                .filter(k -> new F1Estimate(k, n - k).lowerBound(0.9) >= threshold)
                .mapToDouble(counts::probability)
                .sum();
        double below = IntStream.rangeClosed(0, n)
                .filter(k -> new F1Estimate(k, n - k).upperBound(0.9) <= threshold)
                .mapToDouble(counts::probability)
                .sum();

        assertThat(estimate.chanceOfLowerBound(threshold, 0.9, Prospect.likeThat(estimate)))
                .isCloseTo(above, within(1e-12));
        assertThat(estimate.chanceOfUpperBound(threshold, 0.9, Prospect.likeThat(estimate)))
                .isCloseTo(below, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.03, 60, 50, 0.85", "0.9, 0.03, 60, 50, 0.95", "0.8, 0.1, 10, 20, 0.7", "0.97, 0, 40, 40, 0.9"})
    void an_area_has_the_chance_of_all_areas_together(
            double value, double error, int positives, int negatives, double threshold) {
        RocAreaEstimate estimate = new RocAreaEstimate(value, error, positives, negatives);

        double above = share(estimate, area -> area.lowerBound(0.95) >= threshold);
        double below = share(estimate, area -> area.upperBound(0.95) <= threshold);

        assertThat(estimate.chanceOfLowerBound(threshold, 0.95, Prospect.likeThat(estimate)))
                .isCloseTo(above, within(0.002));
        assertThat(estimate.chanceOfUpperBound(threshold, 0.95, Prospect.likeThat(estimate)))
                .isCloseTo(below, within(0.002));
    }

    /** Runs over the quantiles of areas that fresh samples give; on the logit scale the error is the same everywhere. */
    private static double share(RocAreaEstimate estimate, Predicate<RocAreaEstimate> passes) {
        double value = estimate.value();
        boolean newcombe = estimate.standardError() == 0 || Math.min(estimate.positives(), estimate.negatives()) < 30;
        double n = (estimate.positives() + estimate.negatives()) / 2.0 - 1;
        double error = newcombe
                ? Math.sqrt(value
                        * (1 - value)
                        * (1 + n * (1 - value) / (2 - value) + n * value / (1 + value))
                        / (estimate.positives() * estimate.negatives()))
                : estimate.standardError() / (value * (1 - value));
        double centre = newcombe ? value : Math.log(value / (1 - value));
        NormalDistribution fresh = NormalDistribution.of(centre, error);
        int steps = 2000;
        return IntStream.range(0, steps)
                        .mapToDouble(i -> fresh.inverseCumulativeProbability((i + 0.5) / steps))
                        .map(x -> newcombe ? Math.min(1, x) : 1 / (1 + Math.exp(-x)))
                        .mapToObj(area -> new RocAreaEstimate(
                                area,
                                newcombe ? 0 : error * area * (1 - area),
                                estimate.positives(),
                                estimate.negatives()))
                        .filter(passes)
                        .count()
                / (double) steps;
    }

    @Test
    void a_procedure_at_its_threshold_passes_as_often_as_the_level_allows() {
        FoldsEstimate estimate = FoldsEstimate.of(0.8, new double[] {0.7, 0.75, 0.8, 0.85, 0.9}, 0.25, 0, 1);

        for (double level : new double[] {0.8, 0.95, 0.99}) {
            assertThat(estimate.chanceOfLowerBound(0.8, level, Prospect.likeThat(estimate)))
                    .isCloseTo(1 - level, within(1e-9));
            assertThat(estimate.chanceOfUpperBound(0.8, level, Prospect.likeThat(estimate)))
                    .isCloseTo(1 - level, within(1e-9));
        }
    }

    @Test
    void draws_keep_the_distance_between_bound_and_value() {
        CountSample sample = CountSample.of(new double[] {80, 20}, counts -> counts[0] / (counts[0] + counts[1]))
                .withPrior(new double[] {0.5, 0.5})
                .within(0, 1);
        DrawsEstimate estimate = sample.dirichlet(new Replication(10_000, 7));
        ProportionEstimate exact = new ProportionEstimate(80, 100);

        for (double threshold : new double[] {0.65, 0.7, 0.75, 0.8, 0.85}) {
            assertThat(estimate.chanceOfLowerBound(threshold, 0.95, Prospect.likeThat(estimate)))
                    .isCloseTo(exact.chanceOfLowerBound(threshold, 0.95, Prospect.likeThat(exact)), within(0.12));
        }
        assertThat(estimate.chanceOfLowerBound(0.75, 0.95, new Prospect(0.8, 100)))
                .isEqualTo(1);
        assertThat(estimate.chanceOfLowerBound(0, 0.95, new Prospect(0.8, 1))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.9", "0.95", "0.99"})
    void chances_rise_with_size_and_with_the_distance_to_the_threshold(double level) {
        Estimate[] estimates = {
            new ProportionEstimate(180, 200),
            new F1Estimate(164, 36),
            new RocAreaEstimate(0.9, 0.02, 100, 100),
            FoldsEstimate.of(0.9, new double[] {0.85, 0.9, 0.95}, 0.5, 0, 1)
        };
        for (Estimate estimate : estimates) {
            double last = 0;
            for (double growth : new double[] {0.25, 1, 4, 16, 64}) {
                double chance = estimate.chanceOfLowerBound(0.85, level, new Prospect(0.9, growth));
                assertThat(chance).as("%s x %s", estimate, growth).isGreaterThanOrEqualTo(last - 0.02);
                last = chance;
            }
            assertThat(last).isGreaterThan(0.75);
            assertThat(estimate.chanceOfLowerBound(0.6, level, Prospect.likeThat(estimate)))
                    .isGreaterThan(estimate.chanceOfLowerBound(0.89, level, Prospect.likeThat(estimate)));
        }
    }

    @Test
    void thresholds_at_the_ends_of_a_range_are_certain() {
        Prospect prospect = new Prospect(0.9, 1);
        Estimate[] estimates = {new ProportionEstimate(9, 10), new F1Estimate(9, 2), new RocAreaEstimate(0.9, 0.1, 5, 5)
        };
        for (Estimate estimate : estimates) {
            assertThat(estimate.chanceOfLowerBound(0, 0.95, prospect)).isEqualTo(1);
            assertThat(estimate.chanceOfLowerBound(1, 0.95, prospect)).isZero();
            assertThat(estimate.chanceOfUpperBound(0, 0.95, prospect)).isZero();
            assertThat(estimate.chanceOfUpperBound(1, 0.95, prospect)).isEqualTo(1);
        }
    }

    @Test
    void a_sample_has_a_true_value_and_a_size() {
        assertThatThrownBy(() -> new Prospect(Double.NaN, 1)).hasMessageContaining("true value");
        assertThatThrownBy(() -> new Prospect(0.5, 0)).hasMessageContaining("positive size");
    }
}
