package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RandomCases;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SumTest {

    private static double sum(double... values) {
        Sum sum = new Sum();
        Arrays.stream(values).forEach(sum::add);
        return sum.value();
    }

    @Test
    void of_nothing_is_zero() {
        assertThat(sum()).isZero();
    }

    @Test
    void keeps_what_a_plain_sum_loses() {
        assertThat(sum(1, 1e100, 1, -1e100)).isEqualTo(2);
        assertThat(sum(1e16, 1, -1e16)).isEqualTo(1);
    }

    @Test
    void of_positive_numbers_is_exact_within_one_ulp() {
        RandomCases.check(200, random -> {
            double[] values = random.doubles(random.nextInt(1, 500)).toArray();
            double exact = Arrays.stream(values)
                    .mapToObj(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();

            assertThat(Math.abs(sum(values) - exact)).isLessThanOrEqualTo(Math.ulp(exact));
        });
    }
}
