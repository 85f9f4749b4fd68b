package dev.assay.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers, alike in every locale. */
final class Num {

    private static final int DECIMALS = 4;
    private static final MathContext SIGNIFICANT = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double LARGE = 1e6;

    private Num() {}

    /** Writes a coordinate: a tenth of a pixel is as fine as anybody sees. */
    static String px(double pixels) {
        return tenths(Math.round(pixels * 10));
    }

    /** Writes so many tenths. */
    static String tenths(long tenths) {
        long whole = Math.abs(tenths) / 10;
        long tenth = Math.abs(tenths) % 10;
        String digits = whole == 0 && tenth != 0 ? "" : Long.toString(whole);
        return (tenths < 0 ? "-" : "") + digits + (tenth == 0 ? "" : "." + tenth);
    }

    /** Writes an opacity. */
    static String share(double share) {
        return BigDecimal.valueOf(share)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Writes a value for readers, with four decimals as messages do, with fewer where the value is large. */
    static String value(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        double size = Math.abs(value);
        if (value != 0 && (size >= LARGE || size < 0.001)) {
            return scientific(exact.round(SIGNIFICANT));
        }
        int before = Math.max(0, exact.precision() - exact.scale() - 1);
        return minus(exact.setScale(Math.max(0, DECIMALS - before), RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    /** Writes a mean rank. */
    static String rank(double rank) {
        return BigDecimal.valueOf(rank).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Writes a difference, with its sign. */
    static String difference(double value) {
        return value > 0 ? "+" + value(value) : value(value);
    }

    /** Writes a p-value. */
    static String pValue(double p) {
        return p < 0.0001 ? "p below 0.0001" : "p = " + value(p);
    }

    /** Writes an interval. */
    static String interval(double lower, double upper) {
        return "[" + value(lower) + ", " + value(upper) + "]";
    }

    /** Writes a count, which is broken where it is a mean of repeats. */
    static String count(double count) {
        if (Math.abs(count) >= LARGE) {
            return scientific(BigDecimal.valueOf(count).round(new MathContext(3, RoundingMode.HALF_EVEN)));
        }
        int scale = Math.abs(count) < 100 ? 1 : 0;
        BigDecimal rounded = BigDecimal.valueOf(count).setScale(scale, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : minus(plain(rounded));
    }

    /** Writes a share in percent, but never 0 % or 100 % of what is neither. */
    static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "<0.1 %";
        }
        if (share < 1 && share > 0.9995) {
            return ">99.9 %";
        }
        return plain(BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN)) + " %";
    }

    /** Writes a tick of an axis, as finely as its step needs. */
    static String tick(BigDecimal tick, BigDecimal step) {
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        boolean large = tick.abs().compareTo(BigDecimal.valueOf(LARGE)) >= 0;
        if (tick.signum() != 0 && (large || decimals > 5)) {
            int digits = exponent(tick) - exponent(step) + 1;
            return scientific(tick.round(new MathContext(Math.max(1, digits), RoundingMode.HALF_EVEN)));
        }
        return minus(
                tick.signum() == 0
                        ? "0"
                        : tick.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String scientific(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int exponent = exponent(value);
        return minus(plain(value.movePointLeft(exponent)) + "e" + exponent);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String minus(String digits) {
        return digits.replace('-', '−');
    }
}
