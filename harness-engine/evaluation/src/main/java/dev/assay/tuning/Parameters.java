package dev.assay.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Values of named parameters, such as {@code depth=2, rate=0.1}.
 *
 * @param values the value of each parameter by its name, unmodifiable, in the order in which parameters were given
 */
public record Parameters(Map<String, Object> values) {

    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if a value has no text by which its candidate could be named
     */
    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach(ValueText::require);
    }

    /**
     * Returns a whole number.
     *
     * @param name the parameter's name
     * @return its value
     * @throws IllegalArgumentException if there is no such parameter, or its value is no {@code int}
     */
    public int integer(String name) {
        Object value = value(name);
        boolean isWhole = value instanceof Integer || value instanceof Long || value instanceof Short;
        if (!isWhole || ((Number) value).intValue() != ((Number) value).longValue()) {
            throw wrong(name, value, "an int", "number(\"" + name + "\"), or give it whole numbers");
        }
        return ((Number) value).intValue();
    }

    /**
     * Returns a number.
     *
     * @param name the parameter's name
     * @return its value, also if it is a whole number
     * @throws IllegalArgumentException if there is no such parameter, or its value is no number
     */
    public double number(String name) {
        Object value = value(name);
        if (!(value instanceof Number number)) {
            throw wrong(name, value, "a number", "text(\"" + name + "\") or value(\"" + name + "\", …)");
        }
        return number.doubleValue();
    }

    /**
     * Returns a text.
     *
     * @param name the parameter's name
     * @return its value
     * @throws IllegalArgumentException if there is no such parameter, or its value is no text
     */
    public String text(String name) {
        return value(name, String.class);
    }

    /**
     * Returns a truth value.
     *
     * @param name the parameter's name
     * @return its value
     * @throws IllegalArgumentException if there is no such parameter, or its value is neither true nor false
     */
    public boolean flag(String name) {
        return value(name, Boolean.class);
    }

    /**
     * Returns a value of another type, such as an enum constant.
     *
     * @param name the parameter's name
     * @param type the type of its values
     * @param <T> that type
     * @return its value
     * @throws IllegalArgumentException if there is no such parameter, or its value is of another type
     */
    public <T> T value(String name, Class<T> type) {
        Object value = value(name);
        if (!type.isInstance(value)) {
            throw wrong(
                    name,
                    value,
                    "of type " + type.getSimpleName(),
                    "value(\"" + name + "\", " + value.getClass().getSimpleName() + ".class)");
        }
        return type.cast(value);
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no parameter \"" + name + "\"; there are \""
                    + String.join("\", \"", values.keySet()) + "\"");
        }
        return Objects.requireNonNull(value);
    }

    private static IllegalArgumentException wrong(String name, Object value, String wanted, String remedy) {
        return new IllegalArgumentException("the parameter \"" + name + "\" is " + ValueText.of(value) + " and not "
                + wanted + "; ask for " + remedy);
    }

    /** Returns the name of a candidate with these parameters, such as {@code depth=2, rate=0.1}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + ValueText.of(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
