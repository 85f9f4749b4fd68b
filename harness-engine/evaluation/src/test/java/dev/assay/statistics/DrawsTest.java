package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn at random has the distribution that it should have, as that of Commons Statistics. */
class DrawsTest {

    private static final int DRAWS = 40_000;

    /** What the largest distance of an empirical distribution from the true one exceeds in one of 10,000 cases (Kolmogorov). */
    private static final double FARTHEST = 2.23 / Math.sqrt(DRAWS);

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1, 1.01, 3.7, 250, 1e6})
    void gamma_variables_have_the_gamma_distribution(double shape) {
        GammaDraws draws = new GammaDraws(new double[] {shape, 0});
        SplittableRandom random = new SplittableRandom(1);
        GammaDistribution expected = GammaDistribution.of(shape, 1);
        double[] target = new double[2];
        double[] sorted = IntStream.range(0, DRAWS)
                .mapToDouble(i -> {
                    draws.fill(random, target);
                    return target[0];
                })
                .sorted()
                .toArray();

        assertThat(target[1]).isZero();
        for (int i = 0; i < DRAWS; i += 100) {
            // draws of tiny shapes may be smaller than any double
            if (sorted[i] > 0) {
                assertThat(expected.cumulativeProbability(sorted[i])).isCloseTo((i + 0.5) / DRAWS, within(FARTHEST));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.3",
        "10, 0.5",
        "20, 0.5",
        "21, 0.5",
        "40, 0.9",
        "100, 0.03",
        "100, 0.11",
        "1000, 0.2",
        "1000, 0.99",
        "1000000, 0.00001",
        "1000000, 0.00002",
        "1000000, 0.7"
    })
    void binomial_variables_have_the_binomial_distribution(int trials, double probability) {
        SplittableRandom random = new SplittableRandom(2);
        BinomialDistribution expected = BinomialDistribution.of(trials, probability);
        int[] sorted = IntStream.range(0, DRAWS)
                .map(i -> (int) BinomialDraws.draw(random, trials, probability))
                .sorted()
                .toArray();

        for (int i = 0; i < DRAWS; i++) {
            if (i == DRAWS - 1 || sorted[i + 1] > sorted[i]) {
                assertThat(expected.cumulativeProbability(sorted[i])).isCloseTo((i + 1.0) / DRAWS, within(FARTHEST));
            }
        }
        assertThat(sorted[0]).isNotNegative();
        assertThat(sorted[DRAWS - 1]).isLessThanOrEqualTo(trials);
    }

    @Test
    void binomial_variables_of_certain_and_impossible_successes_are_known() {
        SplittableRandom random = new SplittableRandom(3);

        assertThat(BinomialDraws.draw(random, 5, 0)).isZero();
        assertThat(BinomialDraws.draw(random, 5, 1)).isEqualTo(5);
        assertThat(BinomialDraws.draw(random, 0, 0.5)).isZero();
        assertThat(BinomialDraws.draw(random, 5, 1 + 1e-15)).isEqualTo(5);
    }

    /** Few of a kind are drawn one by one, many by their number. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void multinomial_variables_have_the_means_and_covariances_of_their_shares(int times) {
        double[] counts = {3.0 * times, 0, times, 4.0 * times};
        double total = Arrays.stream(counts).sum();
        MultinomialDraws draws = new MultinomialDraws(counts);
        SplittableRandom random = new SplittableRandom(4);
        double[] target = new double[4];
        double[] sums = new double[4];
        double products = 0;
        for (int i = 0; i < DRAWS; i++) {
            draws.fill(random, target);
            assertThat(Arrays.stream(target).sum()).isEqualTo(total);
            for (int kind = 0; kind < 4; kind++) {
                sums[kind] += target[kind];
            }
            products += (target[0] - counts[0]) * (target[3] - counts[3]);
        }

        for (int kind = 0; kind < 4; kind++) {
            double error = Math.sqrt(counts[kind] * (1 - counts[kind] / total) / DRAWS);
            assertThat(sums[kind] / DRAWS).isCloseTo(counts[kind], within(4 * error));
        }
        assertThat(products / DRAWS).isCloseTo(-counts[0] * counts[3] / total, within(0.05 * counts[0]));
    }
}
