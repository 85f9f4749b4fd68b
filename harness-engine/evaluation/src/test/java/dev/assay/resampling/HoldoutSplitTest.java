package dev.assay.resampling;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.testing.Examples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutSplitTest {

    private static int[] testedOf(Dataset<?> data, double share) {
        Split split = HoldoutSplit.of(share)
                .withStratification()
                .split(data, Seed.of(1))
                .get(0);
        return ((LabelTargets) data.targets()).select(split.testRows()).counts();
    }

    @ParameterizedTest
    @CsvSource({"10, 0.25, 3", "10, 0.2, 2", "2, 0.5, 1", "3, 0.01, 1", "150, 0.3, 45"})
    void tests_the_share_rounded_up(int size, double share, int expected) {
        List<Split> splits = HoldoutSplit.of(share).split(Examples.numbered(size), Seed.of(1));

        assertThat(splits).extracting(Split::testSize).containsExactly(expected);
        assertThat(splits.get(0)).hasToString("repeat 1, fold 1");
    }

    @Test
    void stratifies_by_largest_remainders() {
        // the exact shares of 7 test rows are 3.5, 2.1, 1.4
        assertThat(testedOf(Examples.blocks(10, 6, 4), 0.35)).containsExactly(4, 2, 1);
    }

    @Test
    void gives_a_row_to_any_of_the_labels_with_equal_remainders() {
        int[] labels = new int[20];
        Arrays.fill(labels, 2);
        Dataset<Integer> data = Examples.blocks(labels);

        // each label is due half a row of the ten that are tested
        int[] tested = new int[labels.length];
        for (Split split : ShuffleSplit.of(1000, 0.25).withStratification().split(data, Seed.of(1))) {
            int[] counts =
                    ((LabelTargets) data.targets()).select(split.testRows()).counts();
            assertThat(counts).containsOnly(0, 1);
            Arrays.setAll(tested, label -> tested[label] + counts[label]);
        }

        // five standard deviations of a binomial around its mean
        assertThat(Arrays.stream(tested).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(421, 579));
    }

    @Test
    void stays_the_same_for_ever() {
        // A change of these rows, by Assay or by another JDK's SplittableRandom, changes the results of all users.
        // They were computed apart from this code, in Python.
        Dataset<Integer> data = Examples.blocks(8, 2);

        assertThat(Splits.testRows(HoldoutSplit.of(0.375).split(data, Seed.of(42))))
                .containsExactly(List.of(0, 5, 6, 7));
        assertThat(Splits.testRows(HoldoutSplit.of(0.375).withStratification().split(data, Seed.of(42))))
                .containsExactly(List.of(0, 5, 6, 8));
    }

    @Test
    void describes_itself() {
        assertThat(HoldoutSplit.of(0.2).description()).isEqualTo("hold-out of 20 %");
        assertThat(HoldoutSplit.of(0.125).withStratification().description())
                .isEqualTo("stratified hold-out of 12.5 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
    void fails_when_the_share_is_not_between_0_and_1(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutSplit.of(share))
                .withMessage("the test share must lie between 0 and 1, not " + share);
    }

    @Test
    void fails_when_nothing_is_left_to_train_on() {
        assertInvalidData(
                () -> HoldoutSplit.of(0.75).split(Examples.numbered(3).named("tiny"), Seed.of(1)),
                "a test share of 0.75 leaves no examples to train on: tiny has 3");
    }

    @Test
    void fails_when_numbers_are_to_be_stratified() {
        HoldoutSplit stratified = HoldoutSplit.of(0.5).withStratification();

        assertInvalidData(
                () -> stratified.split(Examples.numbered(4), Seed.of(1)),
                "the targets of data are numbers, which can't be stratified by label; stratify by quantiles with "
                        + "withBins(…), or use plain k-fold or hold-out");
    }

    @Test
    void counts_the_test_part_in_decimals() {
        assertThat(HoldoutSplit.of(0.07)
                        .split(Examples.numbered(100), Seed.of(1))
                        .get(0)
                        .testSize())
                .isEqualTo(7);
        assertThat(HoldoutSplit.of(0.55)
                        .split(Examples.numbered(100), Seed.of(1))
                        .get(0)
                        .testSize())
                .isEqualTo(55);
    }
}
