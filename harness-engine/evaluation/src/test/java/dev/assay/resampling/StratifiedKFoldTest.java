package dev.assay.resampling;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.testing.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedKFoldTest {

    @Test
    void allocates_labels_to_folds_as_scikit_learn_does() {
        // the golden case of NUMERICS.md
        Dataset<Integer> data = Examples.blocks(7, 5, 3);

        List<Split> splits = StratifiedKFold.of(4).split(data, Seed.of(1));

        LabelTargets targets = (LabelTargets) data.targets();
        assertThat(splits.stream().map(split -> targets.select(split.testRows()).counts()))
                .containsExactly(new int[] {2, 1, 1}, new int[] {2, 1, 1}, new int[] {2, 1, 1}, new int[] {1, 2, 0});
    }

    @Test
    void numbers_labels_by_first_appearance_and_not_by_the_vocabulary() {
        List<String> labels = List.of("z", "z", "z", "a", "a");
        Dataset<Integer> sorted = Examples.of(Targets.labels(labels));
        Dataset<Integer> declared = Examples.of(Targets.labels(Labels.of("z", "unused", "a"), labels));

        assertThat(Splits.testRows(StratifiedKFold.of(2).split(sorted, Seed.of(1))))
                .isEqualTo(Splits.testRows(StratifiedKFold.of(2).split(declared, Seed.of(1))))
                .containsExactly(List.of(0, 1, 3), List.of(2, 4));
    }

    @Test
    void stays_the_same_for_ever_when_shuffled() {
        // A change of these rows, by Assay or by another JDK's SplittableRandom, changes the results of all users.
        // They were computed apart from this code, in Python.
        List<Split> splits = StratifiedKFold.of(3).withShuffling().split(Examples.blocks(6, 4), Seed.of(42));

        assertThat(Splits.testRows(splits)).containsExactly(List.of(3, 5, 7, 8), List.of(0, 2, 6), List.of(1, 4, 9));
    }

    @Test
    void remarks_on_every_label_with_fewer_examples_than_folds() {
        assertThat(StratifiedKFold.of(3).remarks(Examples.blocks(5, 1, 2, 3)))
                .containsExactly(
                        "label \"b\" has 1 example, fewer than the 3 folds: some folds test none of it",
                        "label \"c\" has 2 examples, fewer than the 3 folds: some folds test none of it");
    }

    @Test
    void does_not_remark_on_labels_that_do_not_occur_or_on_numbers() {
        Dataset<Integer> absent = Examples.of(Targets.labels(Labels.of("a", "b"), List.of("a", "a", "a")));

        assertThat(StratifiedKFold.of(3).remarks(absent)).isEmpty();
        assertThat(StratifiedKFold.of(3).remarks(Examples.numbered(3))).isEmpty();
    }

    @Test
    void splits_although_a_label_has_fewer_examples_than_folds() {
        Splits.assertTestedOncePerRepeat(StratifiedKFold.of(3).split(Examples.blocks(5, 1), Seed.of(1)), 6, 3, 1);
    }

    @Test
    void describes_itself() {
        assertThat(StratifiedKFold.of(10).description()).isEqualTo("10-fold stratified cross-validation");
    }

    @Test
    void fails_with_less_than_two_folds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StratifiedKFold.of(0))
                .withMessage("at least 2 folds are needed, not 0");
    }

    @Test
    void fails_when_every_label_has_fewer_examples_than_folds() {
        Dataset<Integer> rare = Examples.blocks(3, 2, 3).named("rare");

        assertInvalidData(
                () -> StratifiedKFold.of(4).split(rare, Seed.of(1)),
                "4 stratified folds need a label with at least 4 examples; the most frequent of rare has 3 "
                        + "(use fewer folds, or, if the target is a number, read it as one)");
    }

    @Test
    void fails_with_fewer_examples_than_folds() {
        assertInvalidData(
                () -> StratifiedKFold.of(5).split(Examples.blocks(2, 2), Seed.of(1)),
                "5 folds need at least 5 examples; data has 4");
    }

    @Test
    void fails_when_targets_are_numbers() {
        Dataset<Integer> prices = Examples.numbered(9).named("prices");

        assertInvalidData(
                () -> StratifiedKFold.of(3).split(prices, Seed.of(1)),
                "the targets of prices are numbers, which can't be stratified by label; stratify by quantiles with "
                        + "withBins(…), or use plain k-fold or hold-out");
    }
}
