package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WinnersOptimismTest {

    @Test
    void averages_what_the_best_of_each_fold_has_beyond_the_winner() {
        double[][] accuracies = {{0.9, 0.7, 0.8}, {0.8, 0.9, 0.6}};

        // the first is the best over all; the other is better by 0.2 in the second fold
        assertThat(WinnersOptimism.estimate(accuracies, 0, true)).isCloseTo(0.2 / 3, within(1e-15));
    }

    @Test
    void is_positive_for_errors_too() {
        double[][] errors = {{1, 4, 2}, {3, 2, 3}};

        assertThat(WinnersOptimism.estimate(errors, 0, false)).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void is_nothing_where_the_winner_is_the_best_in_each_fold() {
        assertThat(WinnersOptimism.estimate(new double[][] {{0.9, 0.8}, {0.7, 0.8}}, 0, true))
                .isZero();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Folds of candidates whose true value is 0, but for the first. */
    private static double[][] folds(double first, RandomGenerator random) {
        double[][] values = new double[10][10];
        for (int candidate = 0; candidate < values.length; candidate++) {
            for (int fold = 0; fold < 10; fold++) {
                values[candidate][fold] = (candidate == 0 ? first : 0) + random.nextGaussian();
            }
        }
        return values;
    }

    @Test
    void has_the_sign_of_the_true_optimism_in_simulations_and_bounds_it() {
        double optimism = 0;
        double estimate = 0;
        RandomGenerator random = new SplittableRandom(1);
        for (int run = 0; run < 500; run++) {
            double[][] values = folds(0, random);
            int winner = 0;
            for (int candidate = 1; candidate < values.length; candidate++) {
                winner = mean(values[candidate]) > mean(values[winner]) ? candidate : winner;
            }
            optimism += mean(values[winner]) / 500;
            estimate += WinnersOptimism.estimate(values, winner, true) / 500;
        }

        // the expected highest of ten standard normal numbers is 1.5388; its mean over ten folds is that by √10
        assertThat(optimism).isCloseTo(1.5388 / Math.sqrt(10), within(0.03));
        assertThat(estimate).isBetween(optimism, 3 * optimism);
    }

    @Test
    void vanishes_in_simulations_as_one_candidate_stands_out() {
        assertThat(WinnersOptimism.estimate(folds(8, new SplittableRandom(1)), 0, true))
                .isLessThan(0.01);
    }
}
