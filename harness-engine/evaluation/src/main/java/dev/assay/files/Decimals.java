package dev.assay.files;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Turns decimal digits into the nearest double, ties to even, as {@link Double#parseDouble} does, but without making a text of
 * them first.
 *
 * <p>Few digits and a small power of ten are one exact operation (Clinger 1990); others are a product with a power of five
 * of 128 bits, which decides all but few cases (Lemire 2021, "Number parsing at a gigabyte per second"). What is left is
 * given to {@link Double#parseDouble}.
 */
final class Decimals {

    /** The powers of ten that a double holds exactly. */
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** The digits that a long without sign holds, whatever they are. */
    static final int MOST_DIGITS = 19;

    private static final int LEAST_POWER = -300;
    private static final int GREATEST_POWER = 280;

    private static final int FRACTION_BITS = 52;
    /** Of the upper half of the product, all bits behind those that make the fraction, the leading bit and two for rounding. */
    private static final long BITS_BEHIND = -1L >>> (FRACTION_BITS + 3);

    private static final long[] UPPER = new long[GREATEST_POWER - LEAST_POWER + 1];
    private static final long[] LOWER = new long[UPPER.length];

    static {
        for (int power = LEAST_POWER; power <= GREATEST_POWER; power++) {
            BigInteger top = topBits(power);
            UPPER[power - LEAST_POWER] = top.shiftRight(Long.SIZE).longValue();
            LOWER[power - LEAST_POWER] = top.longValue();
        }
    }

    private Decimals() {}

    /** Returns the first 128 bits of a power of five: cut off, or of a reciprocal rounded up. */
    private static BigInteger topBits(int power) {
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(power));
        if (power >= 0) {
            return shifted(five);
        }
        int bits = five.subtract(BigInteger.ONE).bitLength();
        int exponent = power >= -27 ? bits + 127 : 2 * bits + 128;
        return shiftedDown(BigInteger.ONE.shiftLeft(exponent).divide(five).add(BigInteger.ONE));
    }

    private static BigInteger shifted(BigInteger number) {
        return number.bitLength() < 128 ? number.shiftLeft(128 - number.bitLength()) : shiftedDown(number);
    }

    private static BigInteger shiftedDown(BigInteger number) {
        return number.shiftRight(Math.max(0, number.bitLength() - 128));
    }

    /**
     * Computes {@code digits · 10^power}.
     *
     * @param negative whether a minus is in front
     * @param digits at most {@value #MOST_DIGITS} digits as a number without sign
     * @param power of ten
     * @return the nearest double, or NaN where that takes more arithmetic
     */
    static double of(boolean negative, long digits, int power) {
        if (digits == 0) {
            return negative ? -0.0 : 0.0;
        }
        if (digits > 0 && digits <= 1L << 53 && power >= -22 && power <= 22) {
            double magnitude = power < 0 ? digits / EXACT_POWERS[-power] : digits * EXACT_POWERS[power];
            return negative ? -magnitude : magnitude;
        }
        if (power < LEAST_POWER || power > GREATEST_POWER) {
            return Double.NaN;
        }
        return byProduct(negative, digits, power);
    }

    private static double byProduct(boolean negative, long digits, int power) {
        int zeros = Long.numberOfLeadingZeros(digits);
        long factor = digits << zeros;
        long upper = multiplyHigh(factor, UPPER[power - LEAST_POWER]);
        long lower = factor * UPPER[power - LEAST_POWER];
        if ((upper & BITS_BEHIND) == BITS_BEHIND) {
            // only now could the lower half of the power matter
            long more = multiplyHigh(factor, LOWER[power - LEAST_POWER]);
            lower += more;
            if (Long.compareUnsigned(more, lower) > 0) {
                upper++;
            }
        }
        if (lower == -1L && (power < -27 || power > 55)) {
            return Double.NaN;
        }
        int leading = (int) (upper >>> 63);
        int shift = leading + Long.SIZE - FRACTION_BITS - 3;
        long fraction = upper >>> shift;
        int exponent = (((152170 + 65536) * power) >> 16) + 63 + leading - zeros + 1023;
        if (exponent <= 0) {
            return Double.NaN;
        }
        boolean halfway = Long.compareUnsigned(lower, 1) <= 0
                && power >= -4
                && power <= 23
                && (fraction & 3) == 1
                && fraction << shift == upper;
        if (halfway) {
            fraction &= ~1L;
        }
        fraction = (fraction + (fraction & 1)) >>> 1;
        if (fraction >= 2L << FRACTION_BITS) {
            fraction = 1L << FRACTION_BITS;
            exponent++;
        }
        if (exponent >= 0x7FF) {
            return Double.NaN;
        }
        long bits = (fraction & ~(1L << FRACTION_BITS)) | ((long) exponent << FRACTION_BITS);
        return Double.longBitsToDouble(negative ? bits | Long.MIN_VALUE : bits);
    }

    /** Multiplies numbers without sign; Java has that from 18 on. */
    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    /**
     * Reads a number that is written in any way that other languages write numbers, and not in those that only Java reads.
     *
     * @return the number, perhaps infinite or NaN
     * @throws NumberFormatException if it is no number
     */
    static double parse(String cell) {
        String text = cell.strip();
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (unsigned.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        if (unsigned.equalsIgnoreCase("inf") || unsigned.equalsIgnoreCase("infinity")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E') {
                throw new NumberFormatException("not a number: " + cell);
            }
        }
        return Double.parseDouble(text);
    }

    static double parse(byte[] text, int from, int to) {
        return parse(new String(text, from, to - from, StandardCharsets.UTF_8));
    }
}
