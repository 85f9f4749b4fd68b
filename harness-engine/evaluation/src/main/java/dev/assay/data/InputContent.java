package dev.assay.data;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the content of an input is, for the fingerprint of a data set.
 *
 * @param <X> the type of inputs
 */
@FunctionalInterface
public interface InputContent<X> {

    /**
     * Writes all that makes an input what it is.
     *
     * @param input the input
     * @param sink where to
     */
    void write(X input, Fingerprint.Sink sink);

    /**
     * Tells the features that an input consists of, so that each can be looked at by itself, as for leaks. Not asked of {@link
     * Row}s and arrays of numbers, of which they are known.
     *
     * @param input the input
     * @return the numbers by their names; none if the input doesn't consist of numbers
     */
    default SortedMap<String, Double> features(X input) {
        return Collections.emptySortedMap();
    }

    /**
     * Returns the content of inputs of well-known types: numbers, texts, booleans, enums, {@link Row}s, and arrays and
     * lists of those. Sets are not among them: the order of their elements may differ from run to run.
     *
     * @param <X> the type of inputs
     * @return writes such inputs; a data set with any other has no fingerprint
     */
    static <X> InputContent<X> ofKnownTypes() {
        return InputContent::writeKnown;
    }

    private static void writeKnown(@Nullable Object input, Fingerprint.Sink sink) {
        if (input == null) {
            throw new UnknownContentException(Void.class);
        }
        if (input instanceof double[] numbers) {
            sink.integer(numbers.length);
            for (double number : numbers) {
                sink.number(number);
            }
        } else if (input instanceof byte[] bytes) {
            sink.bytes(bytes);
        } else if (input instanceof Double || input instanceof Float) {
            sink.number(((Number) input).doubleValue());
        } else if (input instanceof Long
                || input instanceof Integer
                || input instanceof Short
                || input instanceof Byte) {
            sink.integer(((Number) input).longValue());
        } else if (input instanceof CharSequence || input instanceof BigDecimal || input instanceof BigInteger) {
            sink.text(input.toString());
        } else if (input instanceof Boolean flag) {
            sink.integer(flag ? 1 : 0);
        } else if (input instanceof Character character) {
            sink.integer(character);
        } else if (input instanceof Enum<?> constant) {
            sink.text(constant.name());
        } else if (input instanceof Row row) {
            writeRow(row, sink);
        } else if (input instanceof List<?> items) {
            sink.integer(items.size());
            items.forEach(item -> writeKnown(item, sink));
        } else if (input.getClass().isArray()) {
            int length = Array.getLength(input);
            sink.integer(length);
            for (int i = 0; i < length; i++) {
                writeKnown(Array.get(input, i), sink);
            }
        } else {
            throw new UnknownContentException(input.getClass());
        }
    }

    private static void writeRow(Row row, Fingerprint.Sink sink) {
        for (Column column : row.columns().asList()) {
            sink.text(column.name());
            if (column.type() == Column.Type.NUMBER) {
                sink.number(row.number(column.name()));
            } else {
                sink.text(row.text(column.name()));
            }
        }
    }
}
