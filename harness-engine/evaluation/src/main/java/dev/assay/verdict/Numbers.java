package dev.assay.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Writes numbers for readers. */
final class Numbers {

    private static final int DECIMALS = 4;
    private static final int SIGNIFICANT = 3;
    private static final int MOST_DECIMALS = 17;

    private Numbers() {}

    /** Writes a threshold as exactly as it was given, with four decimals at least. */
    static String threshold(double threshold) {
        BigDecimal exact = BigDecimal.valueOf(threshold).stripTrailingZeros();
        return exact.setScale(Math.max(DECIMALS, exact.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Writes a value with as many decimals as its threshold, and three significant digits at least. */
    static String value(double value, double threshold, RoundingMode rounding) {
        return rounded(value, scaleOf(threshold), rounding);
    }

    /** Writes a value with four decimals, and three significant digits at least. */
    static String value(double value) {
        return rounded(value, DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Writes two different values with as many decimals as tell them apart, four at least. */
    static List<String> apart(double one, double other) {
        for (int decimals = DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
            List<String> both = List.of(
                    rounded(one, decimals, RoundingMode.HALF_EVEN), rounded(other, decimals, RoundingMode.HALF_EVEN));
            if (!both.get(0).equals(both.get(1))) {
                return both;
            }
        }
        return List.of(Double.toString(one), Double.toString(other));
    }

    /** Writes a value with two decimals, and three significant digits at least. */
    static String brief(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        boolean small = value != 0 && Math.abs(value) < 0.1;
        return small
                ? rounded(value, 2, RoundingMode.HALF_EVEN)
                : exact.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String rounded(double value, int decimals, RoundingMode rounding) {
        if (Double.isInfinite(value)) {
            // a bound of a range without an end
            return value > 0 ? "∞" : "-∞";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        int significant = SIGNIFICANT - (exact.precision() - exact.scale());
        int scale = exact.signum() == 0 ? decimals : Math.max(decimals, significant);
        if (significant > Math.max(decimals, MOST_DECIMALS)) {
            return exact.round(new MathContext(SIGNIFICANT, rounding)).toString();
        }
        return exact.setScale(scale, rounding).toPlainString();
    }

    private static int scaleOf(double threshold) {
        return Math.max(
                DECIMALS, BigDecimal.valueOf(threshold).stripTrailingZeros().scale());
    }

    /** Writes a chance in whole percent, but never 0 % or 100 % of what is possible. */
    static String percent(double chance) {
        long percent = Math.round(chance * 100);
        if (percent == 0 && chance > 0) {
            return "less than 1%";
        }
        return percent == 100 && chance < 1 ? "more than 99%" : percent + "%";
    }

    /** Writes a confidence level. */
    static String level(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** Writes a level that was adjusted, to six digits. */
    static String adjustedLevel(double level) {
        return level(
                BigDecimal.valueOf(level).setScale(6, RoundingMode.HALF_EVEN).doubleValue());
    }

    /** Writes a probability, but never 0 or 1 for what is neither. */
    static String probability(double probability) {
        if (probability > 0 && probability < 0.0001) {
            return "below 0.0001";
        }
        return probability < 1 && probability > 0.9999 ? "above 0.9999" : value(probability);
    }

    /** Writes a p-value. */
    static String pValue(double p) {
        return p > 0 && p < 0.0001 ? "below 0.0001" : value(p);
    }
}
