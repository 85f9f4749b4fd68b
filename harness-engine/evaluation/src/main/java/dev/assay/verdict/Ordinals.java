package dev.assay.verdict;

import java.math.BigDecimal;

/** Writes numbers of an order. */
final class Ordinals {

    private Ordinals() {}

    /** Writes such as "95th", "91st", "99.9th". */
    static String of(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.toPlainString() + (exact.scale() > 0 ? "th" : ending(exact.intValue()));
    }

    private static String ending(int number) {
        if (number / 10 % 10 == 1) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
