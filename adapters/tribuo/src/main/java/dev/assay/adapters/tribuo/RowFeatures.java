package dev.assay.adapters.tribuo;

import dev.assay.data.Column;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns rows into features: numbers as they are, categories one-hot. */
final class RowFeatures {

    /** Each "column=value" once, however many rows have it. */
    private final Map<String, String> categories = new HashMap<>();

    Features of(Row row) {
        List<Column> columns = row.columns().asList();
        String[] names = new String[columns.size()];
        double[] values = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            String column = columns.get(i).name();
            Column.Type type = columns.get(i).type();
            if (type == Column.Type.TEXT) {
                throw textColumn(column);
            }
            boolean number = type == Column.Type.NUMBER;
            names[i] = number ? column : categories.computeIfAbsent(column + "=" + row.text(column), name -> name);
            values[i] = number ? row.number(column) : 1;
        }
        return new Features(names, values);
    }

    private static InvalidDataException textColumn(String column) {
        return new InvalidDataException("column '" + column + "' holds text, of which Tribuo knows no features;"
                + " leave it out with ignore(\"" + column + "\"), read it as categories with categories(\"" + column
                + "\"), or turn the rows into features with map(…)");
    }
}
