package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Quantiles of predicted numbers. */
class NumberPredictionsTest {

    private static final double[] LEVELS = {0.1, 0.9};

    private static final NumberPredictions TWO = Predictions.numbers(1, 2).withQuantiles(LEVELS, 0, 3, -1, 4);

    private static void assertFails(ThrowingCallable making, String message) {
        assertThatThrownBy(making)
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage(message);
    }

    @Test
    void keeps_quantiles_beside_the_numbers() {
        assertThat(TWO.value(1)).isEqualTo(2);
        assertThat(TWO.quantileLevels()).containsExactly(0.1, 0.9);
        assertThat(TWO.quantile(0, 1)).isEqualTo(3);
        assertThat(TWO.quantile(1, 0)).isEqualTo(-1);
    }

    @Test
    void has_no_quantiles_unless_they_are_given() {
        NumberPredictions plain = Predictions.numbers(1);

        assertThat(plain.quantileLevels()).isEmpty();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> plain.quantile(0, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> TWO.quantile(0, 2));
    }

    @Test
    void keeps_quantiles_that_are_equal() {
        assertThat(Predictions.numbers(1).withQuantiles(LEVELS, 1, 1).quantile(0, 1))
                .isEqualTo(1);
    }

    @Test
    void keeps_the_quantiles_of_selected_rows() {
        NumberPredictions selected = TWO.select(1, 0, 1);

        assertThat(selected.quantileLevels()).containsExactly(0.1, 0.9);
        assertThat(selected.quantile(0, 0)).isEqualTo(-1);
        assertThat(selected.quantile(1, 1)).isEqualTo(3);
        assertThat(selected.quantile(2, 1)).isEqualTo(4);
        assertThat(Predictions.numbers(1, 2).select(1).quantileLevels()).isEmpty();
    }

    @Test
    void keeps_quantiles_when_put_after_others_at_the_same_levels() {
        NumberPredictions whole = (NumberPredictions)
                Predictions.concatenate(List.of(TWO, Predictions.numbers(3).withQuantiles(LEVELS, 2, 7)));

        assertThat(whole.quantileLevels()).containsExactly(0.1, 0.9);
        assertThat(whole.quantile(1, 1)).isEqualTo(4);
        assertThat(whole.quantile(2, 0)).isEqualTo(2);
    }

    @Test
    void loses_quantiles_when_put_after_others_without_or_at_other_levels() {
        NumberPredictions quartiles = Predictions.numbers(5).withQuantiles(new double[] {0.25, 0.75}, 4, 6);

        assertThat(List.of(Predictions.numbers(3), quartiles)).allSatisfy(other -> {
            NumberPredictions whole = (NumberPredictions) Predictions.concatenate(List.of(TWO, other));
            assertThat(whole.quantileLevels()).isEmpty();
            assertThat(whole.size()).isEqualTo(3);
        });
    }

    @Test
    void is_not_changed_by_what_is_done_to_the_arguments() {
        double[] levels = {0.1, 0.9};
        double[] values = {1, 2};
        NumberPredictions predictions = Predictions.numbers(1).withQuantiles(levels, values);

        levels[0] = 0.5;
        values[0] = 9;

        assertThat(predictions.quantileLevels()).containsExactly(0.1, 0.9);
        assertThat(predictions.quantile(0, 0)).isEqualTo(1);
    }

    @Test
    void fails_when_levels_are_not_ascending_between_0_and_1() {
        NumberPredictions plain = Predictions.numbers(1);
        String remedy = "; they must lie between 0 and 1, each above the one before";

        assertFails(() -> plain.withQuantiles(new double[0]), "there are no levels of quantiles");
        assertFails(
                () -> plain.withQuantiles(new double[] {0, 0.5}, 1, 2),
                "the levels of quantiles are [0.0, 0.5]" + remedy);
        assertFails(
                () -> plain.withQuantiles(new double[] {0.5, 1}, 1, 2),
                "the levels of quantiles are [0.5, 1.0]" + remedy);
        assertFails(
                () -> plain.withQuantiles(new double[] {0.9, 0.1}, 1, 2),
                "the levels of quantiles are [0.9, 0.1]" + remedy);
        assertFails(
                () -> plain.withQuantiles(new double[] {0.5, 0.5}, 1, 2),
                "the levels of quantiles are [0.5, 0.5]" + remedy);
        assertFails(
                () -> plain.withQuantiles(new double[] {Double.NaN}, 1), "the levels of quantiles are [NaN]" + remedy);
    }

    @Test
    void fails_when_there_is_not_one_quantile_for_each_example_and_level() {
        assertFails(
                () -> Predictions.numbers(1, 2).withQuantiles(LEVELS, 1, 2, 3),
                "3 quantiles for 2 examples at 2 levels; there must be one for each example and level");
    }

    @Test
    void fails_when_a_quantile_is_not_finite() {
        assertFails(
                () -> Predictions.numbers(1, 2).withQuantiles(LEVELS, 1, 2, 3, Double.POSITIVE_INFINITY),
                "row 1: the quantile at 0.9 is Infinity; quantiles must be finite numbers");
    }

    @Test
    void fails_when_quantiles_cross() {
        assertFails(
                () -> Predictions.numbers(1, 2).withQuantiles(LEVELS, 1, 2, 4, 3),
                "row 1: the quantile at 0.9 is 3.0, below that at 0.1, 4.0; quantiles must not cross");
    }
}
