package dev.assay.resampling;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Seed;
import dev.assay.testing.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

class KFoldTest {

    @Test
    void makes_runs_of_neighbours_of_which_the_first_are_larger() {
        List<Split> splits = KFold.of(4).split(Examples.numbered(10), Seed.of(1));

        assertThat(Splits.testRows(splits))
                .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6, 7), List.of(8, 9));
    }

    @Test
    void does_not_put_the_whole_remainder_into_the_last_fold() {
        assertThat(KFold.of(10).split(Examples.numbered(19), Seed.of(1)))
                .extracting(Split::testSize)
                .containsExactly(2, 2, 2, 2, 2, 2, 2, 2, 2, 1);
    }

    @Test
    void does_not_depend_on_the_seed_without_shuffling() {
        assertThat(Splits.testRows(KFold.of(3).split(Examples.numbered(10), Seed.of(1))))
                .isEqualTo(Splits.testRows(KFold.of(3).split(Examples.numbered(10), Seed.of(2))));
    }

    @Test
    void stays_the_same_for_ever_when_shuffled() {
        // A change of these rows, by Assay or by another JDK's SplittableRandom, changes the results of all users.
        // They were computed apart from this code, in Python.
        List<Split> splits = KFold.of(3).withShuffling().split(Examples.numbered(10), Seed.of(42));

        assertThat(Splits.testRows(splits)).containsExactly(List.of(0, 5, 6, 7), List.of(1, 8, 9), List.of(2, 3, 4));
    }

    @Test
    void splits_a_view_by_its_own_rows() {
        List<Split> splits = KFold.of(2).split(Examples.numbered(10).select(9, 7, 5), Seed.of(1));

        assertThat(Splits.testRows(splits)).containsExactly(List.of(0, 1), List.of(2));
    }

    @Test
    void describes_itself() {
        assertThat(KFold.of(10).description()).isEqualTo("10-fold cross-validation");
        assertThat(KFold.of(10).remarks(Examples.numbered(10))).isEmpty();
    }

    @Test
    void fails_with_less_than_two_folds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KFold.of(1))
                .withMessage("at least 2 folds are needed, not 1");
    }

    @Test
    void fails_with_fewer_examples_than_folds() {
        assertInvalidData(
                () -> KFold.of(5).split(Examples.numbered(4).named("tiny"), Seed.of(1)),
                "5 folds need at least 5 examples; tiny has 4");
    }
}
