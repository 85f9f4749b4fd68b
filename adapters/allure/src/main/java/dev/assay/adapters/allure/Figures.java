package dev.assay.adapters.allure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers with at most six significant digits, which readers and plots of the same numbers need no more of. */
final class Figures {

    private static final MathContext SIGNIFICANT = new MathContext(6);
    private static final int LONGEST = 20;

    private Figures() {}

    static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).round(SIGNIFICANT).stripTrailingZeros();
        String plain = rounded.toPlainString();
        return plain.length() <= LONGEST ? plain : rounded.toString();
    }
}
