package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.RegressionMetrics.CONTINUOUS_RANKED_PROBABILITY_SCORE;
import static dev.assay.metric.RegressionMetrics.intervalCoverage;
import static dev.assay.metric.RegressionMetrics.intervalCoverageError;
import static dev.assay.metric.RegressionMetrics.intervalWidth;
import static dev.assay.metric.RegressionMetrics.pinballLoss;
import static dev.assay.metric.RegressionMetrics.winklerScore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Targets;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.testing.NumberCase;
import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Metrics of models that predict quantiles. */
class RegressionQuantilesTest {

    private static final int CASES = 1000;

    /** An example below its interval from 10 to 20, one at its end, one within and one above. */
    private static final Outcomes OUTCOMES =
            outcomes(new double[] {9, 10, 15, 23}, new double[] {0.1, 0.9}, 10, 20, 10, 20, 10, 20, 10, 20);

    private static Outcomes outcomes(double[] truth, double[] levels, double... quantiles) {
        return Outcomes.of(
                Targets.numbers(truth),
                Predictions.numbers(new double[truth.length]).withQuantiles(levels, quantiles));
    }

    /** Makes the quantile at one level the prediction. */
    private static Outcomes predictingQuantile(Outcomes outcomes, int level) {
        NumberPredictions predictions = outcomes.numberPredictions();
        return Outcomes.of(
                outcomes.truth(),
                Predictions.numbers(IntStream.range(0, outcomes.size())
                        .mapToDouble(row -> predictions.quantile(row, level))
                        .toArray()));
    }

    private static double pinball(Outcomes outcomes, int level) {
        double at = outcomes.numberPredictions().quantileLevels().get(level);
        return value(pinballLoss(at), predictingQuantile(outcomes, level));
    }

    @Test
    void of_worked_intervals() {
        assertThat(value(intervalCoverage(0.8), OUTCOMES)).isEqualTo(0.5);
        assertThat(value(intervalCoverage(0.8), OUTCOMES.withWeights(1, 2, 3, 4)))
                .isEqualTo(0.5);
        assertThat(value(intervalCoverage(0.8), OUTCOMES.withWeights(1, 1, 8, 0)))
                .isEqualTo(0.9);
        assertThat(value(intervalCoverageError(0.8), OUTCOMES)).isCloseTo(0.3, within(1e-15));
        assertThat(value(intervalWidth(0.8), OUTCOMES)).isEqualTo(10);
        // 1 below and 3 above, each ten times
        assertThat(value(winklerScore(0.8), OUTCOMES)).isEqualTo(20);
    }

    @Test
    void coverage_is_a_proportion_of_independent_rows() {
        double covered = value(intervalCoverage(0.8), OUTCOMES) * OUTCOMES.size();

        assertThat(intervalCoverage(0.8).sampling(OUTCOMES))
                .contains(new Sampling.Proportion(Math.round(covered), OUTCOMES.size()));
        assertThat(intervalWidth(0.8).sampling(OUTCOMES)).isEmpty();
    }

    @Test
    void of_a_worked_score_of_quantiles() {
        Outcomes outcomes = outcomes(new double[] {3}, new double[] {0.2, 0.4, 0.9}, 1, 2, 5);

        // the levels stand for 0.3, 0.35 and 0.35, and lose 0.2·2, 0.4·1 and 0.1·2
        assertThat(value(CONTINUOUS_RANKED_PROBABILITY_SCORE, outcomes)).isCloseTo(0.66, within(1e-15));
    }

    @Test
    void find_levels_that_were_computed_with_rounding() {
        double tail = (1 - 0.8) / 2;
        Outcomes outcomes = outcomes(new double[] {1}, new double[] {tail, 1 - tail}, 0, 2);

        assertThat(tail).isNotEqualTo(0.1);
        assertThat(value(intervalWidth(0.8), outcomes)).isEqualTo(2);
    }

    @Test
    void coverage_and_width_grow_with_the_interval() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.random(random).weightedOutcomes();

            assertThat(value(intervalCoverage(0.8), outcomes)).isBetween(value(intervalCoverage(0.5), outcomes), 1.0);
            assertThat(value(intervalWidth(0.8), outcomes)).isGreaterThanOrEqualTo(value(intervalWidth(0.5), outcomes));
        });
    }

    @Test
    void all_truth_is_covered_by_an_interval_around_it() {
        RandomCases.check(CASES, random -> {
            double[] truth = random.doubles(10, -10, 10).toArray();
            double[] ends = Arrays.stream(truth)
                    .flatMap(value -> Arrays.stream(new double[] {value - 1, value + 1}))
                    .toArray();
            Outcomes outcomes = outcomes(truth, new double[] {0.25, 0.75}, ends);

            assertThat(value(intervalCoverage(0.5), outcomes)).isEqualTo(1);
            assertThat(value(winklerScore(0.5), outcomes)).isEqualTo(value(intervalWidth(0.5), outcomes));
        });
    }

    @Test
    void the_winkler_score_is_that_of_the_pinball_losses_of_both_ends() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = NumberCase.random(random).outcomes();

            double score = value(winklerScore(0.8), outcomes);

            assertThat(score).isCloseTo(10 * (pinball(outcomes, 0) + pinball(outcomes, 4)), within(1e-11));
            assertThat(score).isGreaterThanOrEqualTo(value(intervalWidth(0.8), outcomes));
        });
    }

    @Test
    void the_score_of_the_median_alone_is_its_absolute_error() {
        RandomCases.check(CASES, random -> {
            Outcomes errors = NumberCase.random(random).outcomes();
            double[] medians = IntStream.range(0, errors.size())
                    .mapToDouble(row -> errors.numberPredictions().value(row))
                    .toArray();
            Outcomes outcomes = outcomes(errors.numberTruth().values(), new double[] {0.5}, medians);

            assertThat(value(CONTINUOUS_RANKED_PROBABILITY_SCORE, outcomes))
                    .isEqualTo(value(RegressionMetrics.MEAN_ABSOLUTE_ERROR, errors));
        });
    }

    @Test
    void the_score_of_quantiles_that_are_all_the_same_is_their_absolute_error() {
        RandomCases.check(CASES, random -> {
            double truth = random.nextDouble(-10, 10);
            Outcomes outcomes =
                    outcomes(new double[] {truth}, new double[] {0.05, 0.25, 0.5, 0.75, 0.95}, 1, 1, 1, 1, 1);

            assertThat(value(CONTINUOUS_RANKED_PROBABILITY_SCORE, outcomes))
                    .isCloseTo(Math.abs(truth - 1), within(1e-13));
        });
    }

    /** Gneiting and Raftery 2007: mean |x − y| − ½ mean |x − x′| for the distribution that has each x alike. */
    @Test
    void the_score_of_an_ensemble_is_the_expected_error_less_half_the_expected_difference() {
        RandomCases.check(CASES, random -> {
            int members = random.nextInt(1, 20);
            double truth = random.nextDouble(-10, 10);
            double[] ensemble = random.doubles(members, -10, 10).sorted().toArray();
            double[] levels = IntStream.range(0, members)
                    .mapToDouble(i -> (i + 0.5) / members)
                    .toArray();
            double error = Arrays.stream(ensemble)
                    .map(member -> Math.abs(member - truth))
                    .average()
                    .orElseThrow();
            double difference = Arrays.stream(ensemble)
                    .flatMap(member -> Arrays.stream(ensemble).map(other -> Math.abs(member - other)))
                    .average()
                    .orElseThrow();

            assertThat(value(CONTINUOUS_RANKED_PROBABILITY_SCORE, outcomes(new double[] {truth}, levels, ensemble)))
                    .isCloseTo(error - difference / 2, within(1e-12));
        });
    }

    /** Gneiting and Raftery 2007: y(2Φ(y) − 1) + 2φ(y) − 1/√π. */
    @Test
    void the_score_of_many_quantiles_of_a_normal_distribution_is_nearly_its_own() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] levels =
                IntStream.range(0, 2000).mapToDouble(i -> (i + 0.5) / 2000).toArray();
        double[] quantiles =
                Arrays.stream(levels).map(normal::inverseCumulativeProbability).toArray();

        for (double truth : List.of(-2.5, 0.0, 0.3, 4.0)) {
            double exact = truth * (2 * normal.cumulativeProbability(truth) - 1)
                    + 2 * normal.density(truth)
                    - 1 / Math.sqrt(Math.PI);

            assertThat(value(CONTINUOUS_RANKED_PROBABILITY_SCORE, outcomes(new double[] {truth}, levels, quantiles)))
                    .isCloseTo(exact, within(2e-4));
        }
    }
}
