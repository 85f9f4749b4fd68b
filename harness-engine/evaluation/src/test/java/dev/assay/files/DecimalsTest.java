package dev.assay.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.RandomCases;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    /** Checks against the JDK, bit by bit; NaN says that the JDK is to be asked anyway. */
    private static void check(boolean negative, long digits, int power) {
        double expected = Double.parseDouble((negative ? "-" : "") + Long.toUnsignedString(digits) + "e" + power);
        double actual = Decimals.of(negative, digits, power);
        if (!Double.isNaN(actual)) {
            assertThat(Double.doubleToRawLongBits(actual))
                    .as("%se%s", Long.toUnsignedString(digits), power)
                    .isEqualTo(Double.doubleToRawLongBits(expected));
        }
    }

    @Test
    void any_digits_and_power_round_as_in_the_jdk() {
        RandomCases.check(20_000, random -> {
            long digits = random.nextLong() >>> random.nextInt(64);
            check(random.nextBoolean(), digits, random.nextInt(-330, 300));
            check(random.nextBoolean(), digits, random.nextInt(-25, 25));
        });
    }

    @Test
    void digits_of_doubles_give_the_same_doubles() {
        RandomCases.check(20_000, random -> {
            double number = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (Double.isFinite(number)) {
                BigDecimal decimal = new BigDecimal(Double.toString(number));
                check(false, decimal.unscaledValue().longValueExact(), -decimal.scale());
            }
        });
    }

    @Test
    void numbers_halfway_between_two_doubles_round_to_even() {
        RandomCases.check(20_000, random -> {
            // 54 bits, of which the last is set, times a small power of five over that of ten
            long odd = (1L << 53 | random.nextLong() >>> 11) | 1;
            check(false, odd, 0);
            BigInteger shifted =
                    BigInteger.valueOf(odd).multiply(BigInteger.valueOf(5).pow(random.nextInt(1, 4)));
            if (shifted.bitLength() <= 64) {
                check(false, shifted.longValue(), -random.nextInt(1, 4));
            }
        });
        check(false, 9007199254740993L, 0);
        check(false, 9007199254740995L, 0);
    }

    @Test
    void zeros_keep_their_sign() {
        assertThat(Double.doubleToRawLongBits(Decimals.of(true, 0, 5))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Double.doubleToRawLongBits(Decimals.of(false, 0, 5))).isZero();
    }

    @Test
    void most_numbers_need_no_help() {
        assertThat(Decimals.of(false, 12345678901234567L, -17)).isEqualTo(0.12345678901234566);
        assertThat(Decimals.of(true, 1, -3)).isEqualTo(-0.001);
        assertThat(Decimals.of(false, 17976931348623157L, 270)).isEqualTo(1.7976931348623158e286);
    }

    @Test
    void texts_are_read_as_other_languages_write_numbers() {
        assertThat(Decimals.parse(" 1.5E-3 ")).isEqualTo(0.0015);
        assertThat(Decimals.parse("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Decimals.parse("NaN")).isNaN();
        for (String text : new String[] {"0x1p3", "1f", "1d", "", "1,5", "one", "1e"}) {
            assertThatThrownBy(() -> Decimals.parse(text)).isInstanceOf(NumberFormatException.class);
        }
    }
}
