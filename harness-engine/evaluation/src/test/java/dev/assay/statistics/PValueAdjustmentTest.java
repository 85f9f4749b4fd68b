package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PValueAdjustmentTest {

    private static final double[] P_VALUES = {0.01, 0.04, 0.03};

    @Test
    void holm_multiplies_by_how_many_are_left_and_never_falls() {
        assertThat(PValueAdjustment.HOLM.adjust(P_VALUES))
                .containsExactly(new double[] {0.03, 0.06, 0.06}, within(1e-15));
    }

    @Test
    void hochberg_starts_from_the_largest() {
        assertThat(PValueAdjustment.HOCHBERG.adjust(P_VALUES))
                .containsExactly(new double[] {0.03, 0.04, 0.04}, within(1e-15));
    }

    @Test
    void benjamini_and_hochberg_divide_by_the_rank() {
        assertThat(PValueAdjustment.BENJAMINI_HOCHBERG.adjust(0.01, 0.02, 0.03, 0.5))
                .containsExactly(new double[] {0.04, 0.04, 0.04, 0.5}, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void a_single_p_value_stays_and_none_stays_none(PValueAdjustment adjustment) {
        assertThat(adjustment.adjust(0.3)).containsExactly(0.3);
        assertThat(adjustment.adjust()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void adjusted_ones_keep_their_order_and_are_never_smaller(PValueAdjustment adjustment) {
        SplittableRandom random = new SplittableRandom(4);
        for (int repeat = 0; repeat < 1000; repeat++) {
            double[] p = random.doubles(1 + random.nextInt(9))
                    .map(x -> x < 0.1 ? 0 : x > 0.9 ? 1 : x * x)
                    .toArray();
            double[] adjusted = adjustment.adjust(p);
            double[] holm = PValueAdjustment.HOLM.adjust(p);
            for (int i = 0; i < p.length; i++) {
                // but for rounding: 3 · p / 3 may be less than p
                assertThat(adjusted[i]).isBetween(p[i] * (1 - 1e-15), 1.0);
                assertThat(adjusted[i]).isLessThanOrEqualTo(holm[i] + 1e-15);
                for (int j = 0; j < p.length; j++) {
                    assertThat(p[i] < p[j] && adjusted[i] > adjusted[j]).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void fails_with_what_is_no_p_value(PValueAdjustment adjustment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adjustment.adjust(0.5, 1.5))
                .withMessage("a p-value lies from 0 to 1, not at 1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> adjustment.adjust(Double.NaN));
    }
}
