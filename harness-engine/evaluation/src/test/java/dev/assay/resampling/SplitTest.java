package dev.assay.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void trains_on_all_that_is_not_tested() {
        Split split = Split.of(2, 6, 1, 4);

        assertThat(split.testRows()).containsExactly(1, 4);
        assertThat(split.trainRows()).containsExactly(0, 2, 3, 5);
        assertThat(split.testSize()).isEqualTo(2);
        assertThat(split.trainSize()).isEqualTo(4);
        assertThat(split.repeat()).isZero();
        assertThat(split.fold()).isEqualTo(2);
    }

    @Test
    void counts_from_one_when_printed() {
        assertThat(Split.of(2, 6, 1)).hasToString("repeat 1, fold 3");
    }

    @Test
    void trains_on_everything_or_nothing_at_the_extremes() {
        assertThat(Split.of(0, 3).trainRows()).containsExactly(0, 1, 2);
        assertThat(Split.of(0, 3, 0, 1, 2).trainRows()).isEmpty();
    }

    @Test
    void is_not_changed_from_outside() {
        int[] test = {1, 2};
        Split split = Split.of(0, 4, test);

        test[0] = 0;
        split.testRows()[0] = 0;

        assertThat(split.testRows()).containsExactly(1, 2);
    }

    @Test
    void fails_when_rows_do_not_ascend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(0, 5, 1, 3, 2))
                .withMessage("test rows must ascend and lie in 0 to 4, but row 2 comes after 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(0, 5, 1, 1))
                .withMessage("test rows must ascend and lie in 0 to 4, but row 1 comes after 1");
    }

    @Test
    void fails_when_a_row_is_outside() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(0, 5, 5))
                .withMessage("test rows must ascend and lie in 0 to 4, but row 5 comes first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(0, 5, -1))
                .withMessage("test rows must ascend and lie in 0 to 4, but row -1 comes first");
    }
}
