package dev.assay.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One example's inputs: a cell for each named, typed column. */
public final class Row {

    private final Columns columns;
    private final double[] numbers;
    private final String[] texts;

    Row(Columns columns, double[] numbers, String[] texts) {
        this.columns = columns;
        this.numbers = numbers;
        this.texts = texts;
    }

    /**
     * Returns the columns that this row has cells for.
     *
     * @return the columns, shared with the other rows
     */
    public Columns columns() {
        return columns;
    }

    /**
     * Returns the cell of a column of numbers.
     *
     * @param column the column's name
     * @return its number; NaN where it is missing and the reader allowed that
     * @throws InvalidDataException if there is no such column, or it holds text
     */
    public double number(String column) {
        return numbers[columns.slot(column, true)];
    }

    /**
     * Returns the cell of a categorical or text column.
     *
     * @param column the column's name
     * @return its text
     * @throws InvalidDataException if there is no such column, or it holds numbers
     */
    public String text(String column) {
        return texts[columns.slot(column, false)];
    }

    /**
     * Returns the cells of all columns of numbers.
     *
     * @return a copy, in the order of the columns
     */
    public double[] numbers() {
        return numbers.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that
                && columns.equals(that.columns)
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(texts, that.texts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(texts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Row[");
        for (Column column : columns.asList()) {
            text.append(text.length() > 4 ? ", " : "").append(column.name()).append('=');
            text.append(column.type() == Column.Type.NUMBER ? (Object) number(column.name()) : text(column.name()));
        }
        return text.append(']').toString();
    }
}
