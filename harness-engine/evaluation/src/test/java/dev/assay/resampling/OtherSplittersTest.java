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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Leaving out, bootstrap, shuffle splits and folds that somebody else has dealt. */
class OtherSplittersTest {

    private static final Seed SEED = Seed.of(1);

    @Test
    void leave_one_out_of_many_keeps_no_training_rows() {
        int size = 100_000;
        List<Split> splits = LeaveOneOut.of().split(Examples.numbered(size), SEED);

        assertThat(splits).hasSize(size);
        assertThat(splits.get(7).testRows()).containsExactly(7);
        assertThat(splits.get(7).trainSize()).isEqualTo(size - 1);
    }

    @Test
    void leave_p_out_takes_every_choice_once() {
        List<Split> splits = LeavePOut.of(3).split(Examples.numbered(7), SEED);

        assertThat(splits).hasSize(35).doesNotHaveDuplicates();
        Splits.assertPartitions(splits, 7);
    }

    @Test
    void leaving_too_many_out_fails() {
        assertInvalidData(
                () -> LeavePOut.of(3).split(Examples.numbered(1000), SEED),
                "to leave 3 of 1000 examples of data out makes more than 1000000 splits; leave fewer out, or draw some of "
                        + "these splits at random with ShuffleSplit");
        assertInvalidData(
                () -> LeavePOut.of(3).split(Examples.numbered(3), SEED),
                "to leave 3 out leaves nothing to train on: data has 3 examples");
        assertInvalidData(
                () -> LeaveOneOut.of().split(Examples.numbered(1), SEED),
                "to leave 1 out leaves nothing to train on: data has 1 example");
    }

    @Test
    void bootstrap_trains_on_as_many_as_there_are_and_tests_what_was_not_drawn() {
        RandomCases.check(1000, random -> {
            int size = random.nextInt(2, 50);

            List<Split> splits = Bootstrap.of(3).split(Examples.numbered(size), Seed.of(random.nextLong()));

            assertThat(splits).extracting(Split::repeat).containsExactly(0, 1, 2);
            assertThat(splits).allSatisfy(split -> {
                int[] train = split.trainRows();
                assertThat(train).isSorted().hasSize(size);
                assertThat(split.testRows())
                        .isNotEmpty()
                        .containsExactly(IntStream.range(0, size)
                                .filter(row -> Arrays.binarySearch(train, row) < 0)
                                .toArray());
            });
        });
    }

    @Test
    void few_choices_of_nearly_all_examples_are_too_many_rows() {
        assertInvalidData(
                () -> LeavePOut.of(29_999).split(Examples.numbered(30_000), SEED),
                "to leave 29999 of 30000 examples of data out tests 899970000 rows in all; leave fewer out, or draw some of "
                        + "these splits at random with ShuffleSplit");
    }

    @Test
    void bootstrap_leaves_a_row_out_as_often_as_the_formula_says() {
        int size = 10;
        int samples = 4000;
        int[] left = new int[size];
        Bootstrap.of(samples)
                .split(Examples.numbered(size), SEED)
                .forEach(split -> IntStream.of(split.testRows()).forEach(row -> left[row]++));

        double expected = samples * Math.pow(1 - 1.0 / size, size);
        assertThat(Arrays.stream(left).boxed()).allMatch(count -> Math.abs(count - expected) < 5 * Math.sqrt(expected));
        assertInvalidData(
                () -> Bootstrap.of(1).split(Examples.numbered(1), SEED),
                "a bootstrap sample needs at least 2 examples, one to test; data has 1");
    }

    @Test
    void bootstrap_draws_whole_groups() {
        RandomCases.check(200, random -> {
            int number = random.nextInt(2, 8);
            Dataset<Integer> data = Examples.inGroups(Examples.numbered(20), random, number);
            List<String> groups = data.groups().orElseThrow();

            assertThat(Bootstrap.of(3).withGroups().split(data, SEED)).allSatisfy(split -> {
                Map<String, Set<Long>> times = new HashMap<>();
                for (int row = 0; row < 20; row++) {
                    int each = row;
                    times.computeIfAbsent(groups.get(row), name -> new HashSet<>())
                            .add(IntStream.of(split.trainRows())
                                    .filter(trained -> trained == each)
                                    .count());
                }
                assertThat(times.values())
                        .allSatisfy(ofGroup -> assertThat(ofGroup).hasSize(1));
                assertThat(times.values().stream()
                                .flatMap(Set::stream)
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(number);
                assertThat(IntStream.of(split.testRows()).boxed())
                        .containsExactlyElementsOf(IntStream.range(0, 20)
                                .filter(row -> times.get(groups.get(row)).contains(0L))
                                .boxed()
                                .toList());
            });
        });
        assertInvalidData(
                () -> Bootstrap.of(1).withGroups().split(Examples.numbered(2).withGroups(List.of("a", "a")), SEED),
                "a bootstrap sample needs at least 2 groups, one to test; data has 1");
    }

    @Test
    void stratified_bootstrap_has_as_many_of_each_label_as_there_are() {
        Dataset<Integer> data = Examples.blocks(12, 5, 1, 0);
        Bootstrap stratified = Bootstrap.of(50).withStratification();

        assertThat(stratified.split(data, SEED))
                .allSatisfy(split -> assertThat(((LabelTargets) data.targets())
                                .select(split.trainRows())
                                .counts())
                        .containsExactly(12, 5, 1, 0));
        assertThat(stratified.remarks(data))
                .containsExactly("label \"c\" has 1 example, which is in every stratified sample: none tests it");
        assertThat(Bootstrap.of(50).remarks(data)).isEmpty();
        assertInvalidData(
                () -> stratified.split(Examples.blocks(1, 1), SEED),
                "stratified bootstrap samples need 2 examples of some label or bin, one to test; data has 1 of each (don't "
                        + "stratify)");
    }

    @Test
    void stratified_bootstrap_counts_groups_for_their_most_frequent_label() {
        Dataset<Integer> data = Examples.blocks(5, 4).withGroups(List.of("1", "1", "2", "2", "3", "3", "4", "4", "2"));
        Split split = Bootstrap.of(1)
                .withStratification()
                .withGroups()
                .split(data, SEED)
                .get(0);

        // of groups 1, 2 and 3 (which has as many of both labels) three are drawn, and group 4 once
        int[] train = split.trainRows();
        assertThat(IntStream.of(train).filter(row -> row == 6 || row == 7)).hasSize(2);
        assertThat(IntStream.of(train).filter(row -> row == 0 || row == 2 || row == 4))
                .hasSize(3);
    }

    @Test
    void bootstrap_stratifies_numbers_by_bins() {
        Dataset<Integer> data = Examples.of(
                Targets.numbers(IntStream.range(0, 10).asDoubleStream().toArray()));

        assertThat(Bootstrap.of(20).withBins(2).split(data, SEED))
                .allSatisfy(split -> assertThat(IntStream.of(split.trainRows()).filter(row -> row < 5))
                        .hasSize(5));
    }

    @Test
    void shuffle_splits_are_repeated_hold_outs() {
        Dataset<Integer> data = Examples.blocks(20, 10);
        HoldoutSplit holdout = HoldoutSplit.of(0.2).withTrainShare(0.5).withStratification();

        List<Split> splits =
                ShuffleSplit.of(5, 0.2).withTrainShare(0.5).withStratification().split(data, SEED);

        assertThat(splits).isEqualTo(new Repeated(holdout, 5).split(data, SEED)).doesNotHaveDuplicates();
        assertThat(splits).extracting(Split::trainSize).containsOnly(15);
        assertThat(new Repeated(ShuffleSplit.of(2, 0.2), 2).split(data, SEED))
                .extracting(Split::repeat)
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void predefined_folds_come_in_the_order_of_their_numbers() {
        List<Split> splits = PredefinedSplit.of(7, -1, 3, 7).split(Examples.numbered(4), SEED);

        assertThat(Splits.testRows(splits)).containsExactly(List.of(2), List.of(0, 3));
        assertThat(splits.get(0).trainRows()).containsExactly(0, 1, 3);
        assertThat(splits).extracting(Split::fold).containsExactly(0, 1);
    }

    @Test
    void an_attribute_tells_folds() {
        Dataset<Integer> data =
                Examples.numbered(5).withAttribute("ward", List.of("north", "south", "-1", "north", "east"));

        assertThat(Splits.testRows(AttributeSplit.of("ward").split(data, SEED)))
                .containsExactly(List.of(4), List.of(0, 3), List.of(1));
    }

    @Test
    void an_attribute_tells_parts() {
        Dataset<Integer> data =
                Examples.numbered(5).withAttribute("part", List.of("train", "TEST", "validation", "Train", "test"));

        List<Split> splits = AttributeSplit.of("part").split(data, SEED);

        assertThat(splits).containsExactly(Split.of(0, 5, 1, 4).withValidationRows(2));
        assertThat(splits.get(0).trainRows()).containsExactly(0, 3);
    }

    @Test
    void predefined_folds_that_do_not_fit_fail() {
        Dataset<Integer> data = Examples.numbered(2)
                .withAttribute("never", List.of("-1", "-1"))
                .withAttribute("one", List.of("a", "a"))
                .withAttribute("part", List.of("train", "validation"));

        assertInvalidData(
                () -> PredefinedSplit.of(0, 1, 2).split(data, SEED), "the folds of 3 examples are given; data has 2");
        assertInvalidData(
                () -> PredefinedSplit.of(0, 0).split(data, SEED),
                "all 2 examples of data are in one fold, which leaves none to train on");
        assertInvalidData(
                () -> AttributeSplit.of("one").split(data, SEED),
                "all 2 examples of data are in one fold, which leaves none to train on");
        assertInvalidData(
                () -> AttributeSplit.of("never").split(data, SEED),
                "every example of data has -1 for its never, so that none is tested");
        assertInvalidData(
                () -> AttributeSplit.of("part").split(data, SEED), "no example of data has \"test\" for its part");
        assertInvalidData(
                () -> AttributeSplit.of("fold").split(data, SEED),
                "data has no attribute \"fold\"; it has \"never\", \"one\", \"part\" (give it one: withAttribute(…), or "
                        + "CsvDataset.attributes(…))");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredefinedSplit.of(0, -2))
                .withMessage(
                        "row 1: the fold is -2; folds are numbered from 0, and -1 is for rows that are never tested");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredefinedSplit.of(-1))
                .withMessage("no row has a fold that tests it");
    }

    @Test
    void describe_themselves() {
        assertThat(LeaveOneOut.of().description()).isEqualTo("leave-one-out cross-validation");
        assertThat(LeavePOut.of(2).description()).isEqualTo("leave-2-out cross-validation");
        assertThat(Bootstrap.of(100).description()).isEqualTo("100 bootstrap samples, tested out of bag");
        assertThat(Bootstrap.of(1).withBins(5).withGroups().description())
                .isEqualTo("1 stratified group bootstrap sample, tested out of bag, by 5 quantile bins");
        assertThat(PredefinedSplit.of(0, 1).description()).isEqualTo("predefined folds");
        assertThat(AttributeSplit.of("ward").description()).isEqualTo("split by ward");
    }

    @Test
    void only_what_is_random_can_be_repeated() {
        assertThat(List.of(
                        LeaveOneOut.of(),
                        LeavePOut.of(2),
                        LeaveOneGroupOut.of(),
                        LeavePGroupsOut.of(2),
                        TimeSeriesSplit.of(2),
                        PurgedKFold.of(2),
                        PredefinedSplit.of(0, 1),
                        AttributeSplit.of("ward"),
                        GroupKFold.of(2),
                        StratifiedGroupKFold.of(2)))
                .noneMatch(Splitter::isRandom);
        assertThat(List.of(
                        Bootstrap.of(2),
                        ShuffleSplit.of(2, 0.5),
                        GroupKFold.of(2).withShuffling(),
                        StratifiedGroupKFold.of(2).withShuffling()))
                .allMatch(Splitter::isRandom);
    }

    @Test
    void a_million_rows_are_split_in_a_moment_and_take_little_memory() {
        int size = 1_000_000;
        Dataset<Integer> data = Examples.blocks(size / 2, size / 4, size / 4);

        List<Split> splits = new Repeated(StratifiedKFold.of(10).withShuffling(), 10).split(data, SEED);

        // four bytes for each row and repeat, since only what is tested is stored
        assertThat(splits).hasSize(100).allMatch(Split::trainsOnTheRest);
        assertThat(splits.stream().mapToLong(Split::testSize).sum() * Integer.BYTES)
                .isEqualTo(40_000_000);
    }
}
