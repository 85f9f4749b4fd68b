package dev.assay.tuning;

import java.math.BigDecimal;

/** Writes values of parameters, so that equal ones always give the same name. */
final class ValueText {

    private static final int MOST_DIGITS = 12;

    private ValueText() {}

    /** Writes numbers as people do: 100 and not 100.0, 0.0001 and not 1.0E-4. */
    static String of(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? number(new BigDecimal(value.toString())) : value.toString();
        }
        return value.toString();
    }

    private static String number(BigDecimal exact) {
        BigDecimal plain = exact.stripTrailingZeros();
        boolean isShort = Math.abs(plain.scale()) <= MOST_DIGITS && plain.precision() - plain.scale() <= MOST_DIGITS;
        return isShort ? plain.toPlainString() : plain.toString();
    }

    /** Checks that a value can be written. */
    static void require(String name, Object value) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a parameter has a blank name; give it one that says what it is");
        }
        if (value == null) {
            throw new IllegalArgumentException("the parameter \"" + name + "\" is null; give it a value");
        }
        if (!hasText(value.getClass())) {
            throw new IllegalArgumentException("the value of the parameter \"" + name + "\" is of type "
                    + value.getClass().getSimpleName()
                    + ", which has no text to name a candidate by; give texts, numbers or enum constants, and make the object"
                    + " of them where the learner is made");
        }
    }

    private static boolean hasText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
