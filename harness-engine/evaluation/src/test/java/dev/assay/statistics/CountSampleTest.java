package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountSampleTest {

    private static final Replication MANY = new Replication(20_000, 7);

    private static double shareOfFirst(double... counts) {
        return counts[0] / (counts[0] + counts[1]);
    }

    private static double accuracy(double... cells) {
        return (cells[0] + cells[3]) / Arrays.stream(cells).sum();
    }

    private static CountSample proportion(double successes, double failures) {
        return CountSample.of(new double[] {successes, failures}, CountSampleTest::shareOfFirst)
                .within(0, 1);
    }

    @Test
    void dirichlet_draws_of_a_proportion_give_jeffreys_interval() {
        DrawsEstimate estimate = proportion(45, 5).dirichlet(MANY);
        Interval jeffreys = ProportionInterval.JEFFREYS.of(45, 50, 0.9);

        assertThat(estimate.value()).isEqualTo(0.9);
        assertThat(estimate.lowerBound(0.95)).isCloseTo(jeffreys.lower(), within(0.003));
        assertThat(estimate.upperBound(0.95)).isCloseTo(jeffreys.upper(), within(0.003));
        assertThat(estimate.method()).isEqualTo("by 20,000 Dirichlet draws over 2 counts");
        assertThat(estimate.replicates()).hasValue(20_000);
    }

    @Test
    void dirichlet_draws_do_not_collapse_where_there_are_no_errors() {
        DrawsEstimate estimate = proportion(50, 0).dirichlet(MANY);

        assertThat(estimate.hasSpread()).isTrue();
        assertThat(estimate.lowerBound(0.95)).isBetween(0.95, 0.97);
        assertThat(estimate.upperBound(0.95)).isEqualTo(1);
    }

    @Test
    void a_bootstrap_collapses_where_there_are_no_errors_and_says_so() {
        DrawsEstimate estimate = proportion(50, 0).bootstrap(BootstrapMethod.BCA, MANY);

        assertThat(estimate.hasSpread()).isFalse();
        assertThat(estimate.lowerBound(0.95)).isEqualTo(1);
    }

    @Test
    void the_chance_of_fresh_data_is_binomial_for_a_proportion() {
        ProportionEstimate exact = new ProportionEstimate(45, 50);
        List<DrawsEstimate> estimates =
                List.of(proportion(45, 5).dirichlet(MANY), proportion(45, 5).bootstrap(BootstrapMethod.BCA, MANY));

        assertThat(estimates).allSatisfy(estimate -> {
            for (double threshold : new double[] {0.8, 0.9, 0.94, 1}) {
                assertThat(estimate.chanceOfAtLeast(threshold))
                        .isCloseTo(exact.chanceOfAtLeast(threshold), within(0.015));
                assertThat(estimate.chanceOfAtMost(threshold))
                        .isCloseTo(exact.chanceOfAtMost(threshold), within(0.015));
            }
        });
    }

    /**
     * The variance of spatial data of Efron and Tibshirani, "An introduction to the bootstrap", 1993, table 14.1; the intervals
     * are those of SciPy 1.17.1 with 200,000 replicates.
     */
    @Test
    void bootstraps_agree_with_scipy_on_a_published_example() {
        double[] spatial = {
            48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
        };
        double[] once = new double[spatial.length];
        Arrays.fill(once, 1);
        CountSample variance = CountSample.of(once, drawn -> {
            double total = Arrays.stream(drawn).sum();
            double mean = IntStream.range(0, drawn.length)
                            .mapToDouble(i -> drawn[i] * spatial[i])
                            .sum()
                    / total;
            return IntStream.range(0, drawn.length)
                            .mapToDouble(i -> drawn[i] * (spatial[i] - mean) * (spatial[i] - mean))
                            .sum()
                    / total;
        });

        Replication replication = new Replication(200_000, 7);
        Interval percentile =
                variance.bootstrap(BootstrapMethod.PERCENTILE, replication).interval(0.9);
        Interval bca = variance.bootstrap(BootstrapMethod.BCA, replication).interval(0.9);

        assertThat(variance.value()).isCloseTo(171.534, within(0.001));
        assertThat(percentile.lower()).isCloseTo(97.8, within(1.0));
        assertThat(percentile.upper()).isCloseTo(235.6, within(1.0));
        assertThat(bca.lower()).isCloseTo(115.7, within(1.5));
        assertThat(bca.upper()).isCloseTo(261.3, within(1.5));
        assertThat(bca.method()).isEqualTo("by BCa bootstrap of 26 counts, 200,000 replicates");
    }

    @Test
    void bca_of_cells_is_that_of_the_rows_that_they_count() {
        double[] rows = new double[500];
        Arrays.fill(rows, 1);
        CountSample ofRows = CountSample.of(
                rows,
                drawn -> Arrays.stream(drawn, 0, 450).sum()
                        / Arrays.stream(drawn).sum());
        Interval byRow = ofRows.bootstrap(BootstrapMethod.BCA, MANY).interval(0.95);
        Interval byCell =
                proportion(450, 50).bootstrap(BootstrapMethod.BCA, MANY).interval(0.95);

        assertThat(byRow.lower()).isCloseTo(byCell.lower(), within(0.003));
        assertThat(byRow.upper()).isCloseTo(byCell.upper(), within(0.003));
    }

    @Test
    void a_bias_of_the_statistic_is_taken_back() {
        // the largest of four equal shares: too large in every sample, and in draws from a sample again
        double[] counts = {25, 25, 25, 25};
        CountSample largest = CountSample.of(
                counts,
                drawn -> Arrays.stream(drawn).max().orElseThrow()
                        / Arrays.stream(drawn).sum());
        DrawsEstimate estimate = largest.dirichlet(MANY);

        assertThat(estimate.lowerBound(0.95)).isLessThan(0.25);
        assertThat(estimate.interval(0.5).covers(0.25)).isTrue();
    }

    @Test
    void a_difference_between_two_models_is_drawn_from_their_joint_table() {
        // of 50 rows of each label, 40 are right by both models, 2 by the first only, 1 by the second only, 7 by none
        double[] joint = new double[8];
        joint[0] = joint[7] = 40;
        joint[1] = joint[6] = 2;
        joint[2] = joint[5] = 1;
        joint[3] = joint[4] = 7;
        CountSample difference =
                CountSample.ofDifference(2, joint, CountSampleTest::accuracy).within(-1, 1);

        assertThat(difference.value()).isCloseTo(0.02, within(1e-12));
        // of 100 rows, the 6 on which the models differ: √(0.06 − 0.02²)/10
        Interval interval =
                difference.bootstrap(BootstrapMethod.PERCENTILE, MANY).interval(0.6827);
        assertThat((interval.upper() - interval.lower()) / 2).isCloseTo(0.0244, within(0.006));
        assertThat(difference.dirichlet(MANY).interval(0.95).covers(0)).isTrue();
    }

    @Test
    void models_that_agree_on_every_row_do_not_differ_in_any_replicate() {
        double[] joint = {40, 0, 0, 10, 10, 0, 0, 40};
        DrawsEstimate estimate =
                CountSample.ofDifference(2, joint, CountSampleTest::accuracy).bootstrap(BootstrapMethod.BCA, MANY);

        assertThat(estimate.value()).isZero();
        assertThat(estimate.hasSpread()).isFalse();
        assertThat(estimate.interval(0.95).lower()).isZero();
        assertThat(estimate.interval(0.95).upper()).isZero();
    }

    @Test
    void draws_are_the_same_on_any_number_of_threads() {
        List<Interval> intervals = IntStream.of(1, 2, 7)
                .mapToObj(threads -> {
                    ForkJoinPool pool = new ForkJoinPool(threads);
                    try {
                        return pool.submit(
                                        () -> proportion(45, 5).dirichlet(MANY).interval(0.95))
                                .join();
                    } finally {
                        pool.shutdown();
                    }
                })
                .toList();

        assertThat(intervals).containsOnly(intervals.get(0));
        assertThat(proportion(45, 5).dirichlet(new Replication(20_000, 8)).interval(0.95))
                .isNotEqualTo(intervals.get(0));
    }

    @Test
    void too_few_draws_for_a_level_give_the_ends_of_the_range() {
        DrawsEstimate estimate = proportion(45, 5).dirichlet(new Replication(100, 1));

        assertThat(estimate.lowerBound(0.999)).isZero();
        assertThat(estimate.upperBound(0.999)).isEqualTo(1);
    }

    @Test
    void draws_in_which_it_is_undefined_count_against_both_bounds() {
        CountSample sample = CountSample.of(
                        new double[] {45, 5}, counts -> counts[1] < 3 ? Double.NaN : shareOfFirst(counts))
                .within(0, 1);
        DrawsEstimate estimate = sample.bootstrap(BootstrapMethod.PERCENTILE, MANY);

        // fewer than 3 of 50 occur in 11 % of all draws
        assertThat(estimate.lowerBound(0.95)).isZero();
        assertThat(estimate.upperBound(0.95)).isEqualTo(1);
        assertThat(estimate.lowerBound(0.8)).isPositive();
        assertThat(estimate.chanceOfAtLeast(0)).isCloseTo(0.89, within(0.01));
    }

    @Test
    void fails_where_the_statistic_is_undefined() {
        CountSample sample = CountSample.of(new double[] {1, 2}, counts -> Double.NaN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample.dirichlet(MANY))
                .withMessage("the statistic of the counts is undefined");
    }

    @Test
    void fails_with_counts_that_are_none() {
        for (double[] counts : new double[][] {{}, {0, 0}, {-1, 2}, {0.5}, {Double.NaN}, {3e9}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CountSample.of(counts, CountSampleTest::shareOfFirst))
                    .withMessage("counts must be whole numbers from 0 up, with a sum above 0 that an int can hold");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountSample.ofDifference(2, new double[4], CountSampleTest::accuracy))
                .withMessage("4 counts are no joint table of 2 labels, which has 2³");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proportion(1, 1).withPrior(-1, 1))
                .withMessage("a prior has one number for each count, none negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replication(0, 1))
                .withMessage("there must be at least 1 replicate, not 0");
    }
}
