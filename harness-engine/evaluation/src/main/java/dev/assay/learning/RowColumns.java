package dev.assay.learning;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Row;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The columns that a transform of rows is about: those that it names, or else all of a type. */
final class RowColumns {

    private final String transform;
    private final Column.Type type;
    private final List<String> named;

    RowColumns(String transform, Column.Type type, List<String> named) {
        this.transform = transform;
        this.type = type;
        this.named = List.copyOf(named);
    }

    /** Finds the columns in a training part, and checks what they hold. */
    List<String> of(Dataset<Row> training) {
        Columns columns = training.input(0).columns();
        List<String> found = named.isEmpty()
                ? columns.asList().stream()
                        .filter(column -> column.type() == type)
                        .map(Column::name)
                        .toList()
                : named;
        if (found.isEmpty()) {
            throw new InvalidDataException(transform + " finds no column of " + plural(type) + " in " + training.name()
                    + "; the columns are " + String.join(", ", columns.names()));
        }
        found.forEach(name -> requireType(columns, name));
        return found;
    }

    private void requireType(Columns columns, String name) {
        Column.Type actual = columns.asList().stream()
                .filter(column -> Objects.equals(column.name(), name))
                .findFirst()
                .orElseThrow(() -> new InvalidDataException(transform + ": no column '" + name + "'; the columns are "
                        + String.join(", ", columns.names())))
                .type();
        // texts and categories are both texts
        if ((actual == Column.Type.NUMBER) != (type == Column.Type.NUMBER)) {
            throw new InvalidDataException(transform + " takes columns of " + plural(type) + ", but column '" + name
                    + "' holds " + plural(actual) + "; read it with " + plural(type) + "(\"" + name + "\")");
        }
    }

    /** As the methods of {@link dev.assay.data.CsvDataset} are called that say so. */
    private static String plural(Column.Type type) {
        return type == Column.Type.CATEGORY ? "categories" : type.name().toLowerCase(Locale.ROOT) + "s";
    }
}
