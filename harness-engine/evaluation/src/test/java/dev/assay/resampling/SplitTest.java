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

    @Test
    void trains_on_certain_rows_as_often_as_they_are_there() {
        Split split = Split.of(0, 6, 1, 4).withTrainRows(0, 0, 5);

        assertThat(split.trainRows()).containsExactly(0, 0, 5);
        assertThat(split.trainSize()).isEqualTo(3);
        assertThat(split.trainsOnTheRest()).isFalse();
    }

    @Test
    void trains_on_a_range() {
        Split split = Split.of(0, 6, 4, 5).withTrainRange(1, 3);

        assertThat(split.trainRows()).containsExactly(1, 2);
        assertThat(split.trainSize()).isEqualTo(2);
    }

    @Test
    void keeps_the_validation_part_out_of_the_training_part() {
        Split split = Split.of(0, 6, 1).withValidationRows(0, 5);

        assertThat(split.validationRows()).containsExactly(0, 5);
        assertThat(split.validationSize()).isEqualTo(2);
        assertThat(split.trainRows()).containsExactly(2, 3, 4);
        assertThat(split.trainSize()).isEqualTo(3);
        assertThat(Split.of(0, 6, 1).validationRows()).isEmpty();
    }

    @Test
    void is_equal_to_a_split_of_the_same_rows() {
        Split split = Split.of(0, 4, 1);

        assertThat(split)
                .isEqualTo(Split.of(0, 4, 1))
                .isEqualTo(Split.of(0, 4, 1).withTrainRows(0, 2, 3))
                .hasSameHashCodeAs(Split.of(0, 4, 1).withTrainRows(0, 2, 3))
                .isNotEqualTo(Split.of(1, 4, 1))
                .isNotEqualTo(Split.of(0, 5, 1))
                .isNotEqualTo(Split.of(0, 4, 2))
                .isNotEqualTo(split.withTrainRange(2, 4))
                .isNotEqualTo(split.withTrainRows(0, 2, 2))
                .isNotEqualTo(split.withValidationRows(0))
                .isNotEqualTo(split.inRepeat(1));
    }

    @Test
    void fails_when_a_row_is_in_two_parts() {
        Split split = Split.of(0, 6, 1, 4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.withTrainRows(0, 4))
                .withMessage("row 4 is in both the training and the test part");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.withTrainRange(2, 6))
                .withMessage("row 4 is in both the training and the test part");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.withValidationRows(1))
                .withMessage("row 1 is in both the validation and the test part");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.withValidationRows(2).withTrainRows(0, 2))
                .withMessage("row 2 is in both the training and the validation part");
    }

    @Test
    void fails_when_training_rows_are_outside_or_do_not_ascend() {
        Split split = Split.of(0, 6, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.withTrainRows(3, 2))
                .withMessage("training rows must ascend and lie in 0 to 5, but row 2 comes after 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.withTrainRange(2, 7))
                .withMessage("training rows must lie in 0 to 5, not from 2 to before 7");
    }
}
