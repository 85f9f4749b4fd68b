package dev.assay.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How the numbers of a demand are written. */
interface Notation {

    /** Numbers without a unit, as metrics have them. */
    Notation PLAIN = new Notation() {
        @Override
        public String threshold(double threshold) {
            return Numbers.threshold(threshold);
        }

        @Override
        public String value(double value, double threshold, RoundingMode rounding) {
            return Numbers.value(value, threshold, rounding);
        }
    };

    /** Writes a threshold as exactly as it was given. */
    String threshold(double threshold);

    /** Writes a value beside a threshold. */
    String value(double value, double threshold, RoundingMode rounding);

    /**
     * Numbers with a unit.
     *
     * @param unit such as "ms"
     * @param shift by how many decimal places numbers are moved to be in that unit
     * @param decimals how many decimals there are at least
     * @param significant how many significant digits there are at least
     */
    record WithUnit(String unit, int shift, int decimals, int significant) implements Notation {

        /** Finds the unit that suits a number of milliseconds. */
        static WithUnit ofMilliseconds(double number) {
            if (number < 1) {
                return new WithUnit("µs", 3, 2, 3);
            }
            return number < 1000 ? new WithUnit("ms", 0, 2, 3) : new WithUnit("s", -3, 2, 3);
        }

        @Override
        public String threshold(double threshold) {
            return of(number(exact(threshold), scaleOf(threshold)));
        }

        @Override
        public String value(double value, double threshold, RoundingMode rounding) {
            return of(bare(value, threshold, rounding));
        }

        /** Writes a value without its unit. */
        String bare(double value, double threshold, RoundingMode rounding) {
            if (Double.isInfinite(value)) {
                return "∞";
            }
            BigDecimal exact = exact(value);
            int scale = exact.signum() == 0
                    ? scaleOf(threshold)
                    : Math.max(scaleOf(threshold), significant - (exact.precision() - exact.scale()));
            return number(exact.setScale(scale, rounding), scale);
        }

        private String of(String number) {
            return number + " " + unit;
        }

        private BigDecimal exact(double number) {
            return BigDecimal.valueOf(number).movePointRight(shift);
        }

        private int scaleOf(double threshold) {
            return Math.max(decimals, exact(threshold).stripTrailingZeros().scale());
        }

        private static String number(BigDecimal number, int scale) {
            return String.format(Locale.ROOT, "%,." + scale + "f", number);
        }
    }
}
