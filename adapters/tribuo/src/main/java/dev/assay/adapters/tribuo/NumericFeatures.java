package dev.assay.adapters.tribuo;

import dev.assay.data.InvalidDataException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Names the features of arrays of numbers. */
final class NumericFeatures {

    private final List<String> declared;
    /** Empty until the first array tells how many there are. */
    private String[] names = {};

    NumericFeatures(List<String> declared) {
        this.declared = declared;
    }

    Features of(double[] values, String row) {
        if (names.length == 0) {
            names = declared.isEmpty() ? numbered(values.length) : declared.toArray(String[]::new);
        }
        if (values.length != names.length) {
            throw new InvalidDataException(row + " has " + values.length + " features instead of " + names.length
                    + (declared.isEmpty() ? " as the rows before it" : ", which is how many have names"));
        }
        return new Features(names, values);
    }

    /** Pads numbers with zeros, so that names sort as the numbers do. */
    private static String[] numbered(int count) {
        String pattern = "f%0" + Integer.toString(Math.max(0, count - 1)).length() + "d";
        return IntStream.range(0, count)
                .mapToObj(number -> String.format(Locale.ROOT, pattern, number))
                .toArray(String[]::new);
    }
}
