package dev.assay.report;

import dev.assay.result.Result.IntervalEntry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes numbers for readers: with four decimals, and three significant digits at least. */
final class FigureText {

    private static final int DECIMALS = 4;
    private static final int SIGNIFICANT = 3;
    private static final int MOST_DECIMALS = 12;

    private FigureText() {}

    static String of(@Nullable Double value) {
        return value == null ? "undefined" : of(value.doubleValue());
    }

    /** Writes an interval as pages and plots do; empty if there is none. */
    static String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? "" : of(lower.doubleValue()) + " to " + of(upper.doubleValue());
    }

    static String interval(IntervalEntry interval) {
        return interval(interval.lower(), interval.upper());
    }

    /** Writes a chance as messages do: in whole percent, but never 0 % or 100 % of what is possible. */
    static String percent(double chance) {
        long percent = Math.round(chance * 100);
        if (percent == 0 && chance > 0) {
            return "less than 1%";
        }
        return percent == 100 && chance < 1 ? "more than 99%" : percent + "%";
    }

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "∞" : value < 0 ? "-∞" : "undefined";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        if (exact.signum() == 0) {
            return "0.0000";
        }
        int scale = Math.max(DECIMALS, SIGNIFICANT - (exact.precision() - exact.scale()));
        return scale > MOST_DECIMALS
                ? exact.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN))
                        .toString()
                : exact.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }
}
