package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Row;
import java.util.Map;

/** Finds the features of the inputs of one data set that are not Tribuo's own examples. */
final class InputFeatures {

    private final NumericFeatures numeric;
    private final RowFeatures rows = new RowFeatures();

    InputFeatures(Dataset<?> data) {
        this.numeric = new NumericFeatures(data.featureNames());
    }

    /**
     * Finds the features of one input.
     *
     * @param row how messages name the row
     * @throws InvalidDataException if the input is of a type that has none
     */
    Features of(Object input, String row) {
        if (input instanceof double[] values) {
            return numeric.of(values, row);
        }
        if (input instanceof Row cells) {
            return rows.of(cells);
        }
        if (input instanceof Map<?, ?> entries) {
            return of(entries, row);
        }
        throw new InvalidDataException(row + " is of type " + input.getClass().getTypeName()
                + "; Tribuo takes double[], Row, Map<String, ? extends Number> or its own Example,"
                + " into which map(…) can turn the inputs");
    }

    private static Features of(Map<?, ?> entries, String row) {
        String[] names = new String[entries.size()];
        double[] values = new double[names.length];
        int position = 0;
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            if (!(entry.getKey() instanceof String name) || !(entry.getValue() instanceof Number number)) {
                throw new InvalidDataException(row + " maps " + entry.getKey() + " to " + entry.getValue()
                        + "; Tribuo needs a text, the feature's name, and a number");
            }
            names[position] = name;
            values[position] = number.doubleValue();
            position++;
        }
        return new Features(names, values);
    }
}
