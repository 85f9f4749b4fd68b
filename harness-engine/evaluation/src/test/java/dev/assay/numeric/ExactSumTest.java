package dev.assay.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RandomCases;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    private static double sum(double... values) {
        return ExactSum.of(values);
    }

    /** Any finite numbers, of any magnitude and sign, subnormal ones among them. */
    private static double[] anyNumbers(SplittableRandom random) {
        int width = random.nextInt(1, 2046);
        int lowest = random.nextInt(0, 2047 - width);
        return random.longs(random.nextInt(1, 60))
                .mapToDouble(bits -> Double.longBitsToDouble(
                        (bits & 0x800fffffffffffffL) | ((long) (lowest + random.nextInt(width)) << 52)))
                .toArray();
    }

    private static double exactly(double... values) {
        return Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    @Test
    void of_nothing_is_zero() {
        assertThat(sum()).isZero();
        assertThat(sum(-0.0)).isEqualTo(0.0);
    }

    @Test
    void keeps_what_a_plain_sum_loses() {
        assertThat(sum(1, 1e100, 1, -1e100)).isEqualTo(2);
        assertThat(sum(1e16, 1, -1e16)).isEqualTo(1);
        assertThat(sum(Double.MAX_VALUE, Double.MIN_VALUE, -Double.MAX_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void rounds_halves_to_even_and_sees_what_lies_far_below() {
        double half = Math.ulp(1.0) / 2;

        assertThat(sum(1, half)).isEqualTo(1);
        assertThat(sum(1, half, Double.MIN_VALUE)).isEqualTo(Math.nextUp(1.0));
        assertThat(sum(Math.nextUp(1.0), half)).isEqualTo(1 + 2 * Math.ulp(1.0));
        assertThat(sum(-1, -half, -Double.MIN_VALUE)).isEqualTo(-Math.nextUp(1.0));
    }

    @Test
    void agrees_with_big_decimals_on_any_numbers() {
        RandomCases.check(3000, random -> {
            double[] values = anyNumbers(random);

            assertThat(sum(values)).isEqualTo(exactly(values));
        });
    }

    @Test
    void merges_in_any_order() {
        RandomCases.check(1000, random -> {
            double[] values = anyNumbers(random);
            ExactSum[] parts = {new ExactSum(), new ExactSum(), new ExactSum()};
            for (double value : values) {
                parts[random.nextInt(3)].add(value);
            }
            int first = random.nextInt(3);
            ExactSum merged = new ExactSum();
            for (int i = 0; i < 3; i++) {
                merged.merge(parts[(first + i) % 3]);
            }

            assertThat(merged.value()).isEqualTo(exactly(values));
        });
    }

    @Test
    void adds_products_unrounded() {
        ExactSum sum = new ExactSum();
        sum.addProduct(3, 0.1);
        sum.add(-0.1);
        sum.add(-0.1);
        sum.add(-0.1);

        assertThat(sum.value()).isZero();
    }

    @Test
    void adds_many_products_as_one_by_one() {
        RandomCases.check(200, random -> {
            int count = random.nextInt(1, 3000);
            double[] a = random.doubles(count).toArray();
            double[] b = random.doubles(count).map(value -> value * 1e-10).toArray();
            ExactSum together = new ExactSum();
            together.addProducts(a, b);
            ExactSum oneByOne = new ExactSum();
            for (int i = 0; i < count; i++) {
                oneByOne.addProduct(a[i], b[i]);
            }

            assertThat(together.value()).isEqualTo(oneByOne.value());
        });
    }

    @Test
    void is_not_finite_when_it_overflows_or_a_number_is_not() {
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sum(1, Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(sum(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(sum(Double.NaN, 1)).isNaN();
    }
}
