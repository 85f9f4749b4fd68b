package dev.assay.resampling;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.testing.Examples;
import dev.assay.testing.RandomCases;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Splitters that go by time. */
class TimeSplittersTest {

    private static final Seed SEED = Seed.of(1);

    private static Dataset<Integer> at(int... seconds) {
        return Examples.at(Examples.numbered(seconds.length), seconds).named("trades");
    }

    private static List<List<Integer>> trained(List<Split> splits) {
        return splits.stream()
                .map(split -> Arrays.stream(split.trainRows()).boxed().toList())
                .toList();
    }

    @Test
    void time_series_take_examples_in_the_order_of_their_time_stamps() {
        List<Split> splits = TimeSeriesSplit.of(2).split(at(50, 10, 40, 20, 30, 60), SEED);

        assertThat(Splits.testRows(splits)).containsExactly(List.of(2, 4), List.of(0, 5));
        assertThat(trained(splits)).containsExactly(List.of(1, 3), List.of(1, 2, 3, 4));
    }

    @Test
    void a_purge_leaves_out_what_is_too_near_before_the_test_part() {
        TimeSeriesSplit splitter = TimeSeriesSplit.of(1).withTestSize(2);
        Dataset<Integer> data = at(10, 20, 30, 40, 40, 50);

        assertThat(trained(splitter.split(data, SEED))).containsExactly(List.of(0, 1, 2, 3));
        assertThat(trained(splitter.withPurge(Duration.ZERO).split(data, SEED))).containsExactly(List.of(0, 1, 2));
        assertThat(trained(splitter.withPurge(Duration.ofSeconds(10)).split(data, SEED)))
                .containsExactly(List.of(0, 1));
        assertThat(trained(splitter.withPurge(Duration.ofSeconds(9)).split(data, SEED)))
                .containsExactly(List.of(0, 1, 2));
        assertThat(trained(splitter.withPurge(Duration.ofSeconds(10))
                        .withMaxTrainSize(1)
                        .split(data, SEED)))
                .containsExactly(List.of(1));
    }

    @Test
    void a_purged_k_fold_leaves_out_what_is_too_near_on_both_sides() {
        Dataset<Integer> data = at(0, 10, 20, 30, 40, 50, 60, 70, 80);
        List<Split> splits = PurgedKFold.of(3)
                .withPurge(Duration.ofSeconds(10))
                .withEmbargo(Duration.ofSeconds(20))
                .split(data, SEED);

        assertThat(Splits.testRows(splits)).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6, 7, 8));
        assertThat(trained(splits)).containsExactly(List.of(5, 6, 7, 8), List.of(0, 1, 8), List.of(0, 1, 2, 3, 4));
    }

    @Test
    void training_and_test_parts_keep_their_distance_in_time() {
        RandomCases.check(1000, random -> {
            int size = random.nextInt(20, 60);
            int[] seconds =
                    IntStream.range(0, size).map(i -> random.nextInt(200)).toArray();
            Dataset<Integer> data = at(
                    random.nextBoolean()
                            ? seconds
                            : Arrays.stream(seconds).sorted().toArray());
            int purge = random.nextInt(0, 10);
            int embargo = random.nextInt(0, 10);

            List<Split> folds = PurgedKFold.of(random.nextInt(2, 6))
                    .withPurge(Duration.ofSeconds(purge))
                    .withEmbargo(Duration.ofSeconds(embargo))
                    .split(data, SEED);
            List<Split> series = TimeSeriesSplit.of(random.nextInt(1, 4))
                    .withTestSize(3)
                    .withPurge(Duration.ofSeconds(purge))
                    .split(data, SEED);

            Splits.assertTestedOncePerRepeat(folds, size, folds.size(), 1);
            assertThat(folds).allSatisfy(split -> assertDistance(data, split, purge, embargo));
            assertThat(series).allSatisfy(split -> assertDistance(data, split, purge, Integer.MAX_VALUE));
        });
    }

    private static void assertDistance(Dataset<?> data, Split split, long purge, long embargo) {
        List<Instant> times = data.times().orElseThrow();
        long[] tested = Arrays.stream(split.testRows())
                .mapToLong(row -> times.get(row).getEpochSecond())
                .sorted()
                .toArray();
        assertThat(split.trainRows()).isSorted().isNotEmpty().hasSize(split.trainSize());
        assertThat(Arrays.stream(split.trainRows()).mapToObj(times::get).map(Instant::getEpochSecond))
                .allMatch(time -> time < tested[0] - purge || time > tested[tested.length - 1] + embargo);
    }

    @Test
    void time_series_test_equal_parts_at_the_end_by_what_came_before() {
        RandomCases.check(1000, random -> {
            int folds = random.nextInt(1, 6);
            int tested = random.nextInt(1, 6);
            int gap = random.nextInt(0, 4);
            int most = random.nextInt(1, 20);
            int size = folds * tested + gap + random.nextInt(1, 30);

            List<Split> splits = TimeSeriesSplit.of(folds)
                    .withTestSize(tested)
                    .withGap(gap)
                    .withMaxTrainSize(most)
                    .split(Examples.numbered(size), SEED);

            assertThat(splits.stream().flatMapToInt(split -> Arrays.stream(split.testRows())))
                    .containsExactlyElementsOf(
                            IntStream.range(size - folds * tested, size).boxed().toList());
            assertThat(splits).allSatisfy(split -> {
                int start = split.testRows()[0];
                assertThat(split.trainRows())
                        .containsExactly(IntStream.range(Math.max(0, start - gap - most), start - gap)
                                .toArray());
            });
        });
    }

    @Test
    void remark_on_missing_time_stamps() {
        assertThat(TimeSeriesSplit.of(2).remarks(Examples.numbered(5)))
                .containsExactly("data has no time stamps: the order of its examples is taken for that of time");
        assertThat(TimeSeriesSplit.of(2).remarks(at(1, 2))).isEmpty();
    }

    @Test
    void describe_themselves() {
        assertThat(TimeSeriesSplit.of(5).description()).isEqualTo("5-fold time series cross-validation");
        assertThat(TimeSeriesSplit.of(5)
                        .withTestSize(7)
                        .withMaxTrainSize(90)
                        .withGap(2)
                        .withPurge(Duration.ofDays(1))
                        .description())
                .isEqualTo("5-fold time series cross-validation, 7 tested, window of 90, gap of 2, purge of 1 day");
        assertThat(PurgedKFold.of(5)
                        .withPurge(Duration.ofDays(2))
                        .withEmbargo(Duration.ofHours(3))
                        .description())
                .isEqualTo("5-fold cross-validation in time, purge of 2 days, embargo of PT3H");
    }

    @Test
    void fail_when_too_few_examples_are_left() {
        assertInvalidData(
                () -> TimeSeriesSplit.of(3).withTestSize(3).withGap(2).split(at(new int[11]), SEED),
                "nothing is left to train on: 3 test parts of 3 and a gap of 2 need at least 12 examples; trades has 11 (use "
                        + "fewer folds, or smaller ones)");
        assertInvalidData(
                () -> TimeSeriesSplit.of(3).split(at(1, 2, 3), SEED),
                "nothing is left to train on: 3 test parts of 1 need at least 4 examples; trades has 3 (use fewer folds, or "
                        + "smaller ones)");
    }

    @Test
    void fail_when_everything_is_purged() {
        assertInvalidData(
                () -> TimeSeriesSplit.of(2).withPurge(Duration.ofDays(1)).split(at(1, 2, 3), SEED),
                "a purge of 1 day leaves nothing to train on for fold 1 of trades (purge less, or use fewer folds or smaller "
                        + "ones)");
        assertInvalidData(
                () -> PurgedKFold.of(2).withEmbargo(Duration.ofDays(1)).split(at(1, 2, 3), SEED),
                "a purge of 0 days and an embargo of 1 day leave nothing to train on for fold 1 of trades (let them be "
                        + "shorter)");
    }

    @Test
    void fail_without_time_stamps_to_purge_by() {
        assertInvalidData(
                () -> TimeSeriesSplit.of(2).withPurge(Duration.ZERO).split(Examples.numbered(9), SEED),
                "purging needs time stamps, which data doesn't have; give it some: withTimes(…), or CsvDataset.times(…)");
    }

    @Test
    void fail_when_told_nonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeriesSplit.of(0))
                .withMessage("at least 1 fold is needed, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeriesSplit.of(1).withGap(-1))
                .withMessage("the gap must not be negative, but is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeriesSplit.of(1).withTestSize(0))
                .withMessage("the test size must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeriesSplit.of(1).withMaxTrainSize(0))
                .withMessage("the maximum training size must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurgedKFold.of(2).withEmbargo(Duration.ofDays(-1)))
                .withMessage("the embargo must not be negative, but is -1 days");
    }
}
