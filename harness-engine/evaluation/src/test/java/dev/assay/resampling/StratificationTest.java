package dev.assay.resampling;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.testing.Examples;
import dev.assay.testing.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stratification by bins of numbers and by sets of labels, and of three parts. */
class StratificationTest {

    private static final int CASES = 1000;

    private static Dataset<Integer> numbers(double... values) {
        return Examples.of(Targets.numbers(values)).named("prices");
    }

    private static Dataset<Integer> sets(SplittableRandom random, int size) {
        List<Set<String>> sets = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            Set<String> set = new TreeSet<>();
            for (int label = 0; label < 5; label++) {
                if (random.nextInt(10) < 1 + label) {
                    set.add(String.valueOf((char) ('a' + label)));
                }
            }
            sets.add(set);
        }
        return Examples.of(Targets.labelSets(Examples.vocabulary(5), sets));
    }

    @Test
    void numbers_are_binned_by_quantiles_and_equal_ones_stay_together() {
        // bins 0 0 | 1 1 1 | 3: of 5, 5, 5 two are smaller, and of 9 five are
        Dataset<Integer> data = numbers(1, 5, 2, 5, 5, 9);
        Dataset<Integer> labelled = Examples.of(Targets.labels("a", "b", "a", "b", "b", "c"));

        assertThat(Splits.testRows(StratifiedKFold.of(2).withBins(4).split(data, Seed.of(1))))
                .isEqualTo(Splits.testRows(StratifiedKFold.of(2).split(labelled, Seed.of(1))));
    }

    @Test
    void every_fold_has_its_share_of_each_bin_within_one() {
        RandomCases.check(CASES, random -> {
            int bins = random.nextInt(2, 6);
            int folds = random.nextInt(2, 6);
            int size = bins * random.nextInt(folds, 12);
            double[] values = random.doubles(size).toArray();
            double[] sorted = Arrays.stream(values).sorted().toArray();
            Seed seed = Seed.of(random.nextLong());
            StratifiedKFold kFold = StratifiedKFold.of(folds).withBins(bins).withShuffling();

            List<Split> splits = kFold.split(numbers(values), seed);

            Splits.assertTestedOncePerRepeat(splits, size, folds, 1);
            assertThat(splits).allSatisfy(split -> {
                int[] counts = new int[bins];
                for (int row : split.testRows()) {
                    counts[Arrays.binarySearch(sorted, values[row]) * bins / size]++;
                }
                double share = (double) size / bins / folds;
                assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - share) < 1);
            });
        });
    }

    @Test
    void sets_of_labels_are_dealt_to_folds_of_equal_size_with_equal_shares_of_each_label() {
        RandomCases.check(CASES, random -> {
            int size = random.nextInt(40, 100);
            int folds = random.nextInt(2, 6);
            Dataset<Integer> data = sets(random, size);
            LabelSetTargets targets = (LabelSetTargets) data.targets();
            StratifiedKFold kFold = StratifiedKFold.of(folds);

            List<Split> splits =
                    (random.nextBoolean() ? kFold : kFold.withShuffling()).split(data, Seed.of(random.nextLong()));

            Splits.assertTestedOncePerRepeat(splits, size, folds, 1);
            assertThat(splits)
                    .extracting(Split::testSize)
                    .containsExactlyElementsOf(IntStream.range(0, folds)
                            .mapToObj(fold -> Folds.size(fold, size, folds))
                            .toList());
            assertThat(splits).allSatisfy(split -> {
                for (int label = 0; label < 5; label++) {
                    double share = (double) count(targets, label) * split.testSize() / size;
                    // the rarest label comes first and is shared out exactly; labels that are dealt later follow
                    // loosely
                    assertThat(Math.abs(count(targets.select(split.testRows()), label) - share))
                            .isLessThan(5);
                }
            });
        });
    }

    private static int count(LabelSetTargets targets, int label) {
        return (int) IntStream.range(0, targets.size())
                .filter(row -> targets.contains(row, label))
                .count();
    }

    @Test
    void sets_of_labels_can_be_held_out() {
        RandomCases.check(CASES, random -> {
            Dataset<Integer> data = sets(random, 40);
            LabelSetTargets targets = (LabelSetTargets) data.targets();

            Split split = HoldoutSplit.of(0.25)
                    .withValidation(0.25)
                    .withStratification()
                    .split(data, Seed.of(random.nextLong()))
                    .get(0);

            assertThat(split.testSize()).isEqualTo(10);
            assertThat(split.validationSize()).isEqualTo(10);
            assertThat(split.trainSize()).isEqualTo(20);
            assertThat(Math.abs(count(targets.select(split.testRows()), 0) - count(targets, 0) / 4.0))
                    .isLessThan(2);
        });
    }

    @Test
    void three_parts_are_disjoint_and_each_has_its_share_of_every_label() {
        RandomCases.check(CASES, random -> {
            Dataset<Integer> data = Examples.random(random, 20, 60);
            LabelTargets targets = (LabelTargets) data.targets();
            HoldoutSplit holdout = HoldoutSplit.of(0.25).withValidation(0.125).withStratification();

            Split split = (random.nextBoolean() ? holdout : holdout.withTrainShare(0.5))
                    .split(data, Seed.of(random.nextLong()))
                    .get(0);

            int n = data.size();
            assertThat(split.testSize()).isEqualTo((n + 3) / 4);
            assertThat(split.validationSize()).isEqualTo((n + 7) / 8);
            assertThat(split.trainSize()).isEqualTo(split.trainsOnTheRest() ? n - (n + 3) / 4 - (n + 7) / 8 : n / 2);
            assertThat(Stream.of(split.testRows(), split.validationRows(), split.trainRows())
                            .flatMapToInt(Arrays::stream)
                            .boxed()
                            .distinct())
                    .hasSize(split.testSize() + split.validationSize() + split.trainSize());
            for (int[] part : List.of(split.testRows(), split.validationRows(), split.trainRows())) {
                int[] counts = targets.select(part).counts();
                for (int label = 0; label < counts.length; label++) {
                    double share = (double) targets.counts()[label] * part.length / n;
                    assertThat(Math.abs(counts[label] - share)).isLessThan(2);
                }
            }
        });
    }

    @Test
    void remarks_name_bins_and_labels_that_are_too_small() {
        assertThat(StratifiedKFold.of(3).withBins(2).remarks(numbers(1, 1, 1, 1, 2, 2, 2)))
                .isEmpty();
        assertThat(StratifiedKFold.of(3).withBins(2).remarks(numbers(1, 1, 1, 1, 2)))
                .containsExactly("bin 2 of 2 has 1 example, fewer than the 3 folds: some folds test none of it");
        assertThat(StratifiedKFold.of(3)
                        .remarks(Examples.of(Targets.labelSets(
                                List.of(Set.of("a", "b"), Set.of("a"), Set.of("a"), Set.<String>of())))))
                .containsExactly("label \"b\" has 1 example, fewer than the 3 folds: some folds test none of it");
    }

    @Test
    void bins_that_make_no_sense_fail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StratifiedKFold.of(3).withBins(1))
                .withMessage("at least 2 bins are needed, not 1");
        assertInvalidData(
                () -> StratifiedKFold.of(2).withBins(3).split(Examples.blocks(3, 3), Seed.of(1)),
                "the targets of data are labels, which can't be put into bins; leave bins out");
        assertInvalidData(
                () -> StratifiedKFold.of(3).withBins(3).split(numbers(1, 2, 3, 4), Seed.of(1)),
                "3 stratified folds need a bin with at least 3 examples; the largest of prices has 2 (use fewer folds or bins)");
    }

    @Test
    void sets_of_labels_in_groups_fail() {
        Dataset<Integer> data = sets(new SplittableRandom(1), 4).withGroups(List.of("1", "2", "3", "4"));

        assertInvalidData(
                () -> StratifiedGroupKFold.of(2).split(data, Seed.of(1)),
                "the targets of data are sets of labels, which can't be stratified so; don't stratify, or leave groups out of "
                        + "account");
    }

    @Test
    void shares_that_exceed_the_whole_fail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutSplit.of(0.5).withValidation(0.5))
                .withMessage("a test share of 0.5 and a validation share of 0.5 are more than there is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutSplit.of(0.3).withValidation(0.2).withTrainShare(0.6))
                .withMessage(
                        "a test share of 0.3, a validation share of 0.2 and a training share of 0.6 are more than there is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutSplit.of(0.3).withTrainShare(0))
                .withMessage("the training share must lie between 0 and 1, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutSplit.of(0.3).withValidation(-1))
                .withMessage("the validation share must lie between 0 and 1, or be 0 for none, not -1.0");
        assertInvalidData(
                () -> HoldoutSplit.of(0.5).withValidation(0.25).split(Examples.numbered(2), Seed.of(1)),
                "a test share of 0.5 and a validation share of 0.25 leave no examples to train on: data has 2");
        assertThat(HoldoutSplit.of(0.1)
                        .withValidation(0.2)
                        .withTrainShare(0.7)
                        .split(Examples.numbered(10), Seed.of(1)))
                .extracting(Split::trainSize)
                .containsExactly(7);
    }
}
