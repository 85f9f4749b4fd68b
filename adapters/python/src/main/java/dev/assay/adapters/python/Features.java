package dev.assay.adapters.python;

import dev.assay.data.Column;
import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns that inputs become, and their cells. */
interface Features {

    /** Returns the columns in order. */
    List<Column> columns();

    /**
     * Returns the cells of an input, in the order of the columns.
     *
     * @param input an input of the training's type
     * @return texts; null for a missing number
     * @throws InvalidDataException if the input is not like those of the training part
     */
    List<@Nullable String> cells(Object input);

    /**
     * Finds the columns of a data set.
     *
     * @throws InvalidDataException if its inputs can't be written as cells
     */
    static Features of(Dataset<?> data) {
        Object first = data.input(0);
        if (first instanceof Row row) {
            return new OfRows(row.columns().asList());
        }
        if (first instanceof double[] numbers) {
            return new OfNumbers(IntStream.range(0, numbers.length)
                    .mapToObj(i -> new Column(
                            data.featureNames().isEmpty()
                                    ? "x" + i
                                    : data.featureNames().get(i),
                            Column.Type.NUMBER))
                    .toList());
        }
        if (first instanceof String) {
            return new OfTexts();
        }
        throw new InvalidDataException("a command takes rows, arrays of numbers or texts, but the inputs of "
                + data.name() + " are of type " + first.getClass().getName() + "; map(…) them to one of these");
    }

    /** Returns a number as text that Java, Python and others read as just that number; null for NaN. */
    static @Nullable String text(double number) {
        return Double.isNaN(number) ? null : Double.toString(number);
    }

    /** Rows as they are. */
    record OfRows(List<Column> columns) implements Features {

        @Override
        public List<@Nullable String> cells(Object input) {
            if (!(input instanceof Row row) || !row.columns().asList().equals(columns)) {
                throw new InvalidDataException("the inputs are not all rows of the columns "
                        + String.join(", ", columns.stream().map(Column::name).toList()));
            }
            List<@Nullable String> cells = new ArrayList<>(columns.size());
            for (Column column : columns) {
                cells.add(
                        column.type() == Column.Type.NUMBER
                                ? text(row.number(column.name()))
                                : row.text(column.name()));
            }
            return cells;
        }
    }

    /** A column for each number. */
    record OfNumbers(List<Column> columns) implements Features {

        @Override
        public List<@Nullable String> cells(Object input) {
            if (!(input instanceof double[] numbers) || numbers.length != columns.size()) {
                throw new InvalidDataException("the inputs are not all arrays of " + columns.size() + " numbers");
            }
            List<@Nullable String> cells = new ArrayList<>(numbers.length);
            for (double number : numbers) {
                cells.add(text(number));
            }
            return cells;
        }
    }

    /** One column of texts. */
    record OfTexts() implements Features {

        private static final List<Column> TEXT = List.of(new Column("text", Column.Type.TEXT));

        @Override
        public List<Column> columns() {
            return TEXT;
        }

        @Override
        public List<@Nullable String> cells(Object input) {
            if (!(input instanceof String text)) {
                throw new InvalidDataException("the inputs are not all texts");
            }
            return List.of(text);
        }
    }
}
