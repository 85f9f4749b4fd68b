package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @Test
    void knows_its_level_and_method() {
        Interval interval = ProportionInterval.WILSON.of(9, 10, 0.95);

        assertThat(interval.level()).isEqualTo(0.95);
        assertThat(interval.method()).isEqualTo("by Wilson on 9 of 10");
        assertThat(interval.replicates()).isEmpty();
        assertThat(interval.covers(0.9)).isTrue();
        assertThat(interval.covers(interval.lower())).isTrue();
        assertThat(interval.covers(0.5)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void intervals_of_a_proportion_stay_between_0_and_1_and_around_it(ProportionInterval method) {
        for (int successes = 0; successes <= 20; successes++) {
            for (double level : new double[] {0.5, 0.9, 0.999}) {
                Interval interval = method.of(successes, 20, level);
                assertThat(interval.lower()).isBetween(0.0, 1.0);
                assertThat(interval.upper()).isBetween(interval.lower(), 1.0);
                if (successes > 0 && successes < 20) {
                    assertThat(interval.covers(successes / 20.0)).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 95, Double.NaN})
    void fails_with_a_level_that_is_none(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionInterval.WILSON.of(9, 10, level))
                .withMessage("an interval's level lies above 0 and below 1, not at " + level);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new F1Estimate(9, 1).interval(level))
                .withMessage("an interval's level lies above 0 and below 1, not at " + level);
    }

    @Test
    void fails_with_ends_in_the_wrong_order() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(1, 0, 0.95, "by hand", OptionalInt.empty()))
                .withMessage("no interval from 1.0 to 0.0");
    }
}
