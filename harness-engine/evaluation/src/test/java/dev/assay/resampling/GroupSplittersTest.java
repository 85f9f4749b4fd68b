package dev.assay.resampling;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.testing.Examples;
import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Splitters that keep groups whole. */
class GroupSplittersTest {

    private static final int CASES = 1000;

    private static Dataset<Integer> grouped(String... groups) {
        return Examples.numbered(groups.length).withGroups(List.of(groups)).named("wards");
    }

    private static List<List<Integer>> tested(Splitter splitter, Dataset<?> data) {
        return Splits.testRows(splitter.split(data, Seed.of(1)));
    }

    private static Set<String> groupsOf(Dataset<?> data, int... rows) {
        List<String> groups = data.groups().orElseThrow();
        return Arrays.stream(rows).mapToObj(groups::get).collect(Collectors.toSet());
    }

    private static void assertGroupsWhole(Dataset<?> data, List<Split> splits) {
        assertThat(splits).allSatisfy(split -> {
            Set<String> test = groupsOf(data, split.testRows());
            Set<String> train = groupsOf(data, split.trainRows());
            Set<String> validation = groupsOf(data, split.validationRows());
            assertThat(train).isNotEmpty().doesNotContainAnyElementsOf(test);
            assertThat(validation).doesNotContainAnyElementsOf(test).doesNotContainAnyElementsOf(train);
        });
    }

    @Test
    void group_k_fold_puts_the_largest_group_into_the_lightest_fold() {
        assertThat(tested(GroupKFold.of(2), grouped("a", "a", "b", "c", "b", "b")))
                .containsExactly(List.of(2, 4, 5), List.of(0, 1, 3));
    }

    @Test
    void group_k_fold_takes_the_last_of_equal_groups_first_and_orders_numbers_by_value() {
        assertThat(tested(GroupKFold.of(2), grouped("9", "10"))).containsExactly(List.of(1), List.of(0));
        assertThat(tested(GroupKFold.of(2), grouped("9", "10", "x")))
                .as("names that are not all numbers")
                .containsExactly(List.of(1, 2), List.of(0));
    }

    @Test
    void stratified_group_k_fold_agrees_with_scikit_learn() {
        // computed with scikit-learn 1.9.1
        Dataset<Integer> data = Examples.of(Targets.labels("1,1,2,1,2,1,2,1,2,2,2,2,1,2,1,1,2,2,2,1".split(",")))
                .withGroups(List.of("30,15,9,4,33,8,2,26,31,22,8,25,12,34,35,34,3,22,32,22".split(",")));

        assertThat(tested(StratifiedGroupKFold.of(3), data))
                .containsExactly(
                        List.of(0, 11, 12, 14, 16, 18),
                        List.of(2, 3, 4, 5, 7, 8, 10),
                        List.of(1, 6, 9, 13, 15, 17, 19));
    }

    @Test
    void leave_one_group_out_takes_groups_in_order() {
        assertThat(tested(LeaveOneGroupOut.of(), grouped("b", "a", "b"))).containsExactly(List.of(1), List.of(0, 2));
    }

    @Test
    void leave_p_groups_out_takes_every_choice_once() {
        assertThat(tested(LeavePGroupsOut.of(2), grouped("c", "a", "b", "a")))
                .containsExactly(List.of(1, 2, 3), List.of(0, 1, 3), List.of(0, 2));
    }

    @Test
    void k_folds_keep_groups_whole_and_test_each_row_once_in_each_repeat() {
        RandomCases.check(CASES, random -> {
            int folds = random.nextInt(2, 6);
            int number = random.nextInt(folds, 20);
            Dataset<Integer> data = Examples.inGroups(Examples.random(random, 30, 60), random, number);
            int repeats = random.nextInt(1, 4);
            boolean shuffled = repeats > 1 || random.nextBoolean();
            Seed seed = Seed.of(random.nextLong());
            StratifiedGroupKFold stratified = StratifiedGroupKFold.of(folds);

            for (Splitter splitter :
                    List.of(new GroupKFold(folds, shuffled), shuffled ? stratified.withShuffling() : stratified)) {
                List<Split> splits = new Repeated(splitter, repeats).split(data, seed);

                Splits.assertPartitions(splits, data.size());
                Splits.assertTestedOncePerRepeat(splits, data.size(), folds, repeats);
                assertGroupsWhole(data, splits);
            }
        });
    }

    @Test
    void group_k_fold_makes_folds_that_differ_by_the_largest_group_at_most() {
        RandomCases.check(CASES, random -> {
            int folds = random.nextInt(2, 6);
            Dataset<Integer> data = Examples.inGroups(Examples.numbered(60), random, random.nextInt(folds, 30));
            int largest = data.groups().orElseThrow().stream()
                    .collect(Collectors.groupingBy(group -> group, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToInt(Long::intValue)
                    .max()
                    .orElseThrow();

            List<Split> splits = new GroupKFold(folds, random.nextBoolean()).split(data, Seed.of(random.nextLong()));

            int[] sizes = splits.stream().mapToInt(Split::testSize).sorted().toArray();
            assertThat(sizes[folds - 1] - sizes[0]).isLessThanOrEqualTo(largest);
        });
    }

    @Test
    void stratified_group_k_fold_keeps_proportions_where_groups_allow_it() {
        RandomCases.check(200, random -> {
            // 120 groups of 1 to 4 examples, each of one label
            int[] groups = IntStream.range(0, 300)
                    .map(row -> row < 120 ? row : random.nextInt(120))
                    .toArray();
            Dataset<Integer> data = Examples.of(Targets.labels(Arrays.stream(groups)
                            .mapToObj(group -> group % 3 == 0 ? "a" : "b")
                            .toList()))
                    .withGroups(Arrays.stream(groups).mapToObj(String::valueOf).toList());
            LabelTargets targets = (LabelTargets) data.targets();

            List<Split> splits = StratifiedGroupKFold.of(5).withShuffling().split(data, Seed.of(random.nextLong()));

            assertThat(splits).allSatisfy(split -> {
                int[] counts = targets.select(split.testRows()).counts();
                for (int label = 0; label < 2; label++) {
                    assertThat(Math.abs(counts[label] - targets.counts()[label] / 5.0))
                            .isLessThan(5);
                }
            });
        });
    }

    @Test
    void shuffling_deals_other_groups_to_folds() {
        Dataset<Integer> data = Examples.inGroups(Examples.blocks(40, 20), new SplittableRandom(1), 15);

        assertThat(Stream.of(
                        GroupKFold.of(3).withShuffling(),
                        StratifiedGroupKFold.of(3).withShuffling()))
                .allSatisfy(splitter -> {
                    List<List<Integer>> rows = Splits.testRows(splitter.split(data, Seed.of(1)));
                    assertThat(Splits.testRows(splitter.split(data, Seed.of(1))))
                            .isEqualTo(rows);
                    assertThat(Splits.testRows(splitter.split(data, Seed.of(2))))
                            .isNotEqualTo(rows);
                });
    }

    @Test
    void hold_outs_keep_groups_whole_in_all_parts() {
        RandomCases.check(CASES, random -> {
            int number = random.nextInt(6, 20);
            Dataset<Integer> data = Examples.inGroups(Examples.random(random, 30, 60), random, number);
            Seed seed = Seed.of(random.nextLong());
            HoldoutSplit holdout = HoldoutSplit.of(0.25).withValidation(0.25).withGroups();

            for (HoldoutSplit each : List.of(
                    holdout,
                    holdout.withStratification(),
                    holdout.withTrainShare(0.25),
                    holdout.withTrainShare(0.25).withStratification())) {
                List<Split> splits = each.split(data, seed);

                assertGroupsWhole(data, splits);
                assertThat(splits.get(0).testSize()).isPositive();
                assertThat(splits.get(0).validationSize()).isPositive();
            }
            assertThat(groupsOf(data, holdout.split(data, seed).get(0).testRows()))
                    .hasSize((number + 3) / 4);
        });
    }

    @Test
    void leaving_groups_out_keeps_them_whole() {
        RandomCases.check(200, random -> {
            int number = random.nextInt(3, 8);
            Dataset<Integer> data = Examples.inGroups(Examples.numbered(20), random, number);

            List<Split> one = LeaveOneGroupOut.of().split(data, Seed.of(1));
            List<Split> two = LeavePGroupsOut.of(2).split(data, Seed.of(1));

            Splits.assertTestedOncePerRepeat(one, 20, number, 1);
            assertGroupsWhole(data, one);
            assertGroupsWhole(data, two);
            assertThat(two).hasSize(number * (number - 1) / 2).doesNotHaveDuplicates();
        });
    }

    @Test
    void remarks_on_a_group_that_is_larger_than_a_fold() {
        assertThat(GroupKFold.of(2).remarks(grouped("a", "b", "b", "b")))
                .containsExactly(
                        "group \"b\" has 3 of 4 examples, more than one of 2 folds should have: folds differ in size");
        assertThat(StratifiedGroupKFold.of(2).remarks(grouped("a", "b", "b"))).isEmpty();
        assertThat(StratifiedGroupKFold.of(2).remarks(Examples.blocks(3, 1).withGroups(List.of("a", "b", "b", "b"))))
                .containsExactly(
                        "label \"b\" has 1 example, fewer than the 2 folds: some folds test none of it",
                        "group \"b\" has 3 of 4 examples, more than one of 2 folds should have: folds differ in size");
        assertThat(GroupKFold.of(2).remarks(Examples.numbered(3))).isEmpty();
    }

    @Test
    void describe_themselves() {
        assertThat(GroupKFold.of(5).description()).isEqualTo("5-fold group cross-validation");
        assertThat(StratifiedGroupKFold.of(5).withBins(4).description())
                .isEqualTo("5-fold stratified group cross-validation by 4 quantile bins");
        assertThat(LeaveOneGroupOut.of().description()).isEqualTo("leave-one-group-out cross-validation");
        assertThat(LeavePGroupsOut.of(2).description()).isEqualTo("leave-2-groups-out cross-validation");
        assertThat(ShuffleSplit.of(3, 0.2).withGroups().description()).isEqualTo("3 x group shuffle split of 20 %");
    }

    @Test
    void fail_without_groups() {
        for (Splitter splitter : List.of(
                GroupKFold.of(2),
                StratifiedGroupKFold.of(2),
                LeaveOneGroupOut.of(),
                HoldoutSplit.of(0.5).withGroups())) {
            assertInvalidData(
                    () -> splitter.split(Examples.blocks(3, 3).named("wards"), Seed.of(1)),
                    "nothing says which examples of wards belong together; give them groups: withGroups(…), or "
                            + "CsvDataset.groups(…)");
        }
    }

    @Test
    void fail_with_fewer_groups_than_folds() {
        assertInvalidData(
                () -> tested(GroupKFold.of(3), grouped("a", "b", "a", "b")),
                "3-fold group cross-validation needs at least 3 groups; wards has 2 (use fewer folds, or a splitter that "
                        + "leaves groups out of account)");
        assertInvalidData(
                () -> tested(LeaveOneGroupOut.of(), grouped("a", "a")),
                "leave-one-group-out cross-validation needs at least 2 groups; wards has 1 (use fewer folds, or a splitter "
                        + "that leaves groups out of account)");
    }

    @Test
    void fail_when_too_many_groups_are_left_out() {
        String[] groups = IntStream.range(0, 100).mapToObj(String::valueOf).toArray(String[]::new);

        assertInvalidData(
                () -> tested(LeavePGroupsOut.of(5), grouped(groups)),
                "to leave 5 of 100 groups of wards out makes more than 1000000 splits; leave fewer out, or draw some of these "
                        + "splits at random with ShuffleSplit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeavePGroupsOut.of(0))
                .withMessage("at least 1 has to be left out, not 0");
    }
}
