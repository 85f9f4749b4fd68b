package dev.assay.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rounds numbers that are to be looked at, so that files stay small. */
final class Digits {

    /** For what is drawn by the hundreds. */
    private static final MathContext FEW = new MathContext(4);

    private static final MathContext USUAL = new MathContext(6);

    private Digits() {}

    /** Rounds to six significant digits. */
    static double usual(double value) {
        return rounded(value, USUAL);
    }

    static @Nullable Double usual(OptionalDouble value) {
        return value.isPresent() ? usual(value.getAsDouble()) : null;
    }

    /** Rounds to four significant digits. */
    static List<Double> few(double[] values) {
        return Arrays.stream(values).map(value -> rounded(value, FEW)).boxed().collect(Collectors.toUnmodifiableList());
    }

    private static double rounded(double value, MathContext digits) {
        return Double.isFinite(value) ? new BigDecimal(value).round(digits).doubleValue() : value;
    }
}
