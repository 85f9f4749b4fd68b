package dev.assay.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RandomCases;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnitSumTest {

    private static double sum(double... values) {
        UnitSum sum = new UnitSum();
        Arrays.stream(values).forEach(sum::add);
        ExactSum exact = new ExactSum();
        sum.addTo(exact);
        return exact.value();
    }

    @Test
    void of_nothing_is_zero() {
        assertThat(sum()).isZero();
    }

    @Test
    void is_exact_to_the_last_bit() {
        assertThat(sum(1, Double.MIN_VALUE, 0)).isEqualTo(1);
        assertThat(sum(0x1p-53, 1, Double.MIN_VALUE)).isEqualTo(Math.nextUp(1.0));
        RandomCases.check(1000, random -> {
            int exponents = random.nextInt(1, 100);
            double[] values = random.doubles(random.nextInt(1, 200))
                    .map(value -> value * Math.pow(2, -random.nextInt(exponents)))
                    .toArray();

            assertThat(sum(values)).isEqualTo(ExactSum.of(values));
        });
    }
}
