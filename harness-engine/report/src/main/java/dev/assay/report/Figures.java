package dev.assay.report;

import dev.assay.result.ClassResult.ErrorBudget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers for readers of pages. */
final class Figures {

    static final String NONE = "\u2013";

    private static final int DECIMALS = 4;
    private static final int SIGNIFICANT = 2;
    private static final int DIGITS_OF_LARGE = 7;
    private static final double TINY = 1e-6;
    private static final double HUGE = 1e9;

    private Figures() {}

    /** Writes a value with four decimals, fewer if it is large and more if it is small. */
    static String value(@Nullable Double value) {
        return value(value, RoundingMode.HALF_EVEN);
    }

    /**
     * Writes a value as messages do, so that rounding never takes it across the threshold: down beside a minimum, up beside a
     * maximum.
     */
    static String beside(double value, @Nullable Double threshold, boolean isMet) {
        if (threshold == null) {
            return value(value);
        }
        boolean isMinimum = isMet == value >= threshold;
        return value(value, isMinimum ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    private static String value(@Nullable Double value, RoundingMode rounding) {
        if (value == null || value.isNaN()) {
            return NONE;
        }
        if (value.isInfinite()) {
            return value > 0 ? "\u221e" : "\u2212\u221e";
        }
        double size = Math.abs(value);
        BigDecimal exact = BigDecimal.valueOf(value);
        if (size != 0 && (size < TINY || size >= HUGE)) {
            return minus(String.format(Locale.ROOT, "%.2e", value));
        }
        int whole = exact.precision() - exact.scale();
        int decimals = size == 0
                ? DECIMALS
                : Math.max(0, Math.min(Math.max(DECIMALS, SIGNIFICANT - whole), DIGITS_OF_LARGE - whole));
        return minus(exact.setScale(decimals, rounding).toPlainString());
    }

    /** Writes a two-sided interval. */
    static String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null && upper == null
                ? NONE
                : "[" + value(lower == null ? Double.NEGATIVE_INFINITY : lower) + ", "
                        + value(upper == null ? Double.POSITIVE_INFINITY : upper) + "]";
    }

    /** Writes a number as it was given. */
    static String exact(double value) {
        return minus(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    /** Writes a chance in whole percent, but never 0 % or 100 % of what is possible. */
    static String percent(@Nullable Double chance) {
        if (chance == null) {
            return NONE;
        }
        long percent = Math.round(chance * 100);
        if (percent == 0 && chance > 0) {
            return "< 1%";
        }
        return percent == 100 && chance < 1 ? "> 99%" : percent + "%";
    }

    /** Writes an upper bound of a chance. */
    static String percentAtMost(@Nullable Double chance) {
        return chance == null ? NONE : ErrorBudget.percentAtMost(chance);
    }

    static String pValue(@Nullable Double p) {
        if (p == null) {
            return NONE;
        }
        return p > 0 && p < 0.0001 ? "< 0.0001" : value(p);
    }

    /** Writes a number of rows, which may be a mean over repeats. */
    static String rows(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,d", Math.round(number))
                : String.format(Locale.ROOT, "%,.1f", number);
    }

    /** Writes a number for scripts to sort by. */
    static String key(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value, new MathContext(6)).stripTrailingZeros().toString()
                : String.valueOf(value);
    }

    /** Writes a duration. */
    static String seconds(double seconds) {
        return seconds < 1
                ? String.format(Locale.ROOT, "%.3g ms", seconds * 1000)
                : String.format(Locale.ROOT, "%,.1f s", seconds);
    }

    /** Writes how many there are of something whose plural ends in s. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Lists names as in a sentence. */
    static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
