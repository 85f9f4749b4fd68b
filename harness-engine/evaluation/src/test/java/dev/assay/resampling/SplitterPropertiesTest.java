package dev.assay.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.testing.Examples;
import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for splits of any data. */
class SplitterPropertiesTest {

    private static final int CASES = 1000;

    private static StratifiedKFold stratified(int folds, boolean shuffled) {
        return new StratifiedKFold(folds, shuffled, OptionalInt.empty());
    }

    private static int[] countsIn(Split split, LabelTargets targets) {
        return targets.select(split.testRows()).counts();
    }

    @Test
    void k_fold_tests_each_row_once_in_each_repeat() {
        RandomCases.check(CASES, random -> {
            int folds = random.nextInt(2, 8);
            int size = random.nextInt(folds, 60);
            int repeats = random.nextInt(1, 4);
            KFold kFold = new KFold(folds, repeats > 1 || random.nextBoolean());

            List<Split> splits =
                    new Repeated(kFold, repeats).split(Examples.numbered(size), Seed.of(random.nextLong()));

            Splits.assertPartitions(splits, size);
            Splits.assertTestedOncePerRepeat(splits, size, folds, repeats);
        });
    }

    @Test
    void k_fold_makes_the_first_folds_larger_by_one_where_the_size_is_no_multiple() {
        RandomCases.check(CASES, random -> {
            int folds = random.nextInt(2, 12);
            int size = random.nextInt(folds, 100);
            KFold kFold = new KFold(folds, random.nextBoolean());

            List<Split> splits = kFold.split(Examples.numbered(size), Seed.of(random.nextLong()));

            assertThat(splits)
                    .extracting(Split::testSize)
                    .containsExactlyElementsOf(IntStream.range(0, folds)
                            .mapToObj(fold -> size / folds + (fold < size % folds ? 1 : 0))
                            .toList());
        });
    }

    @Test
    void stratified_k_fold_tests_each_row_once_in_each_repeat() {
        RandomCases.check(CASES, random -> {
            Dataset<Integer> data = Examples.random(random, 12, 60);
            int folds = random.nextInt(2, 1 + Math.min(8, largest(data)));
            int repeats = random.nextInt(1, 4);
            StratifiedKFold kFold = stratified(folds, repeats > 1 || random.nextBoolean());

            List<Split> splits = new Repeated(kFold, repeats).split(data, Seed.of(random.nextLong()));

            Splits.assertPartitions(splits, data.size());
            Splits.assertTestedOncePerRepeat(splits, data.size(), folds, repeats);
        });
    }

    @Test
    void stratified_k_fold_gives_each_fold_its_share_of_each_label_within_one() {
        RandomCases.check(CASES, random -> {
            Dataset<Integer> data = Examples.random(random, 12, 60);
            LabelTargets targets = (LabelTargets) data.targets();
            int folds = random.nextInt(2, 1 + Math.min(8, largest(data)));
            StratifiedKFold kFold = stratified(folds, random.nextBoolean());

            List<Split> splits = kFold.split(data, Seed.of(random.nextLong()));

            assertThat(splits).allSatisfy(split -> {
                assertThat(split.testSize()).isBetween(data.size() / folds, (data.size() + folds - 1) / folds);
                int[] counts = countsIn(split, targets);
                for (int label = 0; label < counts.length; label++) {
                    double share = (double) targets.counts()[label] / folds;
                    assertThat(Math.abs(counts[label] - share)).isLessThan(1);
                }
            });
        });
    }

    @Test
    void stratified_k_fold_gives_the_same_counts_with_and_without_shuffling() {
        RandomCases.check(CASES, random -> {
            Dataset<Integer> data = Examples.random(random, 12, 60);
            LabelTargets targets = (LabelTargets) data.targets();
            int folds = random.nextInt(2, 1 + Math.min(8, largest(data)));
            Seed seed = Seed.of(random.nextLong());

            List<Split> inOrder = StratifiedKFold.of(folds).split(data, seed);
            List<Split> shuffled = StratifiedKFold.of(folds).withShuffling().split(data, seed);

            for (int fold = 0; fold < folds; fold++) {
                assertThat(countsIn(shuffled.get(fold), targets)).isEqualTo(countsIn(inOrder.get(fold), targets));
            }
        });
    }

    private static int largest(Dataset<?> data) {
        return Arrays.stream(((LabelTargets) data.targets()).counts()).max().orElseThrow();
    }

    @Test
    void hold_out_tests_its_share_rounded_up() {
        RandomCases.check(CASES, random -> {
            int size = random.nextInt(2, 100);
            // a number of 64ths has no rounding error in the product
            int share = random.nextInt(1, 64);
            int expected = (size * share + 63) / 64;
            if (expected < size) {
                List<Split> splits =
                        HoldoutSplit.of(share / 64.0).split(Examples.numbered(size), Seed.of(random.nextLong()));

                assertThat(splits).hasSize(1).extracting(Split::testSize).containsExactly(expected);
                Splits.assertPartitions(splits, size);
            }
        });
    }

    @Test
    void stratified_hold_out_tests_its_share_of_each_label_within_one() {
        RandomCases.check(CASES, random -> {
            Dataset<Integer> data = Examples.random(random, 3, 60);
            LabelTargets targets = (LabelTargets) data.targets();
            double share = random.nextInt(1, 43) / 64.0;

            List<Split> splits = HoldoutSplit.of(share).withStratification().split(data, Seed.of(random.nextLong()));

            Splits.assertPartitions(splits, data.size());
            Split split = splits.get(0);
            assertThat(split.testSize()).isEqualTo((int) Math.ceil(data.size() * share));
            int[] counts = countsIn(split, targets);
            for (int label = 0; label < counts.length; label++) {
                double exact = (double) targets.counts()[label] * split.testSize() / data.size();
                assertThat(Math.abs(counts[label] - exact)).isLessThan(1);
            }
        });
    }

    private static List<Splitter> randomSplitters() {
        return List.of(
                KFold.of(3).withShuffling(),
                StratifiedKFold.of(3).withShuffling(),
                HoldoutSplit.of(0.25),
                HoldoutSplit.of(0.25).withStratification(),
                new Repeated(KFold.of(3).withShuffling(), 2));
    }

    @Test
    void the_same_seed_gives_the_same_splits_and_another_seed_others() {
        Dataset<Integer> data = Examples.blocks(30, 20, 10);
        RandomCases.check(100, random -> {
            Seed seed = Seed.of(random.nextLong());
            Seed other = Seed.of(random.nextLong());

            assertThat(randomSplitters()).allSatisfy(splitter -> {
                List<List<Integer>> rows = Splits.testRows(splitter.split(data, seed));
                assertThat(Splits.testRows(splitter.split(data, seed))).isEqualTo(rows);
                assertThat(Splits.testRows(splitter.split(data, other))).isNotEqualTo(rows);
            });
        });
    }

    @Test
    void shuffling_deals_every_row_to_every_fold_equally_often() {
        int size = 12;
        int splits = 3000;
        Dataset<Integer> data = Examples.blocks(size);
        for (Splitter splitter :
                List.of(KFold.of(3).withShuffling(), StratifiedKFold.of(3).withShuffling(), HoldoutSplit.of(0.3125))) {
            int[] firstFold = new int[size];
            for (int seed = 0; seed < splits; seed++) {
                for (int row : splitter.split(data, Seed.of(seed)).get(0).testRows()) {
                    firstFold[row]++;
                }
            }
            // a third of the splits, within five standard deviations of a binomial count
            double expected = splits / 3.0;
            double deviation = Math.sqrt(expected * 2 / 3);
            assertThat(Arrays.stream(firstFold).boxed())
                    .as(splitter.description())
                    .allMatch(count -> Math.abs(count - expected) < 5 * deviation);
        }
    }
}
