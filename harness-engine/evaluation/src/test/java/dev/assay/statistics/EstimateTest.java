package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every estimate of a metric between 0 and 1. */
class EstimateTest {

    private static final int CASES = 300;
    private static final double[] LEVELS = {0.51, 0.8, 0.95, 0.999};

    private static List<Estimate> random(SplittableRandom random) {
        long trials = random.nextLong(1, 200);
        long successes = random.nextLong(0, trials + 1);
        double value = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
        double[] folds = random.doubles(random.nextInt(2, 12)).toArray();
        return List.of(
                new ProportionEstimate(successes, trials),
                new F1Estimate(successes, trials - successes),
                new RocAreaEstimate(value, random.nextDouble(0, 0.2), random.nextLong(1, 60), random.nextLong(1, 60)),
                FoldsEstimate.of(value, folds, random.nextDouble(0.01, 1), 0, 1),
                mean(random).dirichlet(new Replication(300, random.nextLong())),
                mean(random).bootstrap(BootstrapMethod.BCA, new Replication(300, random.nextLong())),
                mean(random).bootstrap(BootstrapMethod.PERCENTILE, new Replication(300, random.nextLong())),
                QuantileEstimate.of(random.doubles(random.nextInt(1, 60)).toArray(), random.nextDouble(0.01, 0.99))
                        .within(0, 1));
    }

    /** A mean of numbers, each of which occurs a few times, and some of which make it undefined if they are all that is drawn. */
    private static CountSample mean(SplittableRandom random) {
        double[] numbers = random.doubles(random.nextInt(1, 8)).toArray();
        double[] counts = random.ints(numbers.length, 0, 6).asDoubleStream().toArray();
        counts[0]++;
        double undefined =
                random.nextDouble(-0.5, 0.9) * counts[0] / Arrays.stream(counts).sum();
        return CountSample.of(counts, drawn -> {
                    double sum = 0;
                    for (int i = 0; i < numbers.length; i++) {
                        sum += drawn[i] * numbers[i];
                    }
                    double total = Arrays.stream(drawn).sum();
                    return drawn[0] / total > undefined ? sum / total : Double.NaN;
                })
                .within(0, 1);
    }

    @Test
    void bounds_lie_in_the_range_on_both_sides_of_the_value() {
        RandomCases.check(
                CASES,
                random -> assertThat(random(random)).allSatisfy(estimate -> {
                    for (double level : LEVELS) {
                        assertThat(estimate.lowerBound(level)).isBetween(0.0, estimate.value());
                        assertThat(estimate.upperBound(level)).isBetween(estimate.value(), 1.0);
                    }
                }));
    }

    @Test
    void bounds_move_away_from_the_value_as_the_level_rises() {
        RandomCases.check(
                CASES,
                random -> assertThat(random(random)).allSatisfy(estimate -> {
                    for (int i = 1; i < LEVELS.length; i++) {
                        assertThat(estimate.lowerBound(LEVELS[i]))
                                .isLessThanOrEqualTo(estimate.lowerBound(LEVELS[i - 1]));
                        assertThat(estimate.upperBound(LEVELS[i]))
                                .isGreaterThanOrEqualTo(estimate.upperBound(LEVELS[i - 1]));
                    }
                }));
    }

    @Test
    void intervals_lie_in_the_range_around_the_value_and_grow_with_the_level() {
        RandomCases.check(
                CASES,
                random -> assertThat(random(random)).allSatisfy(estimate -> {
                    Interval narrow = estimate.interval(0.3);
                    Interval wide = estimate.interval(0.95);
                    assertThat(narrow.lower()).isBetween(wide.lower(), estimate.value());
                    assertThat(narrow.upper()).isBetween(estimate.value(), wide.upper());
                    assertThat(wide.lower()).isNotNegative();
                    assertThat(wide.upper()).isLessThanOrEqualTo(1);
                    assertThat(wide.covers(estimate.value())).isTrue();
                    assertThat(wide.level()).isEqualTo(0.95);
                    assertThat(wide.method()).startsWith("by ");
                    assertThat(wide.replicates()).isEqualTo(estimate.replicates());
                }));
    }

    @Test
    void chances_are_probabilities_that_fall_as_the_threshold_rises() {
        RandomCases.check(
                CASES,
                random -> assertThat(random(random)).allSatisfy(estimate -> {
                    double previous = 1;
                    for (int i = 0; i <= 40; i++) {
                        double chance = estimate.chanceOfAtLeast(i / 40.0);
                        assertThat(chance).isBetween(0.0, previous);
                        previous = chance;
                    }
                }));
    }

    @Test
    void methods_complete_a_message() {
        assertThat(random(new SplittableRandom(1)))
                .extracting(Estimate::method)
                .allMatch(method -> method.startsWith("by "));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 95, Double.NaN})
    void fail_with_a_level_that_is_none(double level) {
        assertThat(random(new SplittableRandom(1))).allSatisfy(estimate -> {
            String message = "a confidence level lies above 0.5 and below 1, not at " + level;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimate.lowerBound(level))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimate.upperBound(level))
                    .withMessage(message);
        });
    }
}
