package dev.assay.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named, typed columns that the rows of one data set share. */
public final class Columns {

    private final List<Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    /** Where each column's cells are within the row's numbers or its texts. */
    private final int[] slots;

    private final int numbers;

    private Columns(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.slots = new int[columns.size()];
        int numberCount = 0;
        int textCount = 0;
        for (Column column : this.columns) {
            int position = positions.size();
            if (positions.put(column.name(), position) != null) {
                throw new InvalidDataException("column '" + column.name() + "' occurs twice");
            }
            slots[position] = column.type() == Column.Type.NUMBER ? numberCount++ : textCount++;
        }
        this.numbers = numberCount;
    }

    /**
     * Declares columns.
     *
     * @param columns the columns in order, with distinct names
     * @return the columns
     */
    public static Columns of(List<Column> columns) {
        return new Columns(columns);
    }

    /**
     * Returns the columns in order.
     *
     * @return an unmodifiable list
     */
    public List<Column> asList() {
        return columns;
    }

    /**
     * Returns the columns' names in order.
     *
     * @return an unmodifiable list
     */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Makes a row of these columns.
     *
     * @param cells one cell for each column, in order: a {@link Number} where the column holds numbers, else a text
     * @return the row
     * @throws InvalidDataException if a cell is missing, too many, or of the wrong type; the message names the column
     */
    public Row row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new InvalidDataException(
                    cells.length + " cells for " + columns.size() + " columns (" + String.join(", ", names()) + ")");
        }
        double[] numberCells = new double[numbers];
        String[] textCells = new String[cells.length - numbers];
        for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            if (column.type() == Column.Type.NUMBER && cells[i] instanceof Number number) {
                numberCells[slots[i]] = number.doubleValue();
            } else if (column.type() != Column.Type.NUMBER && cells[i] instanceof String text) {
                textCells[slots[i]] = text;
            } else {
                throw new InvalidDataException("column '" + column.name() + "' holds "
                        + (column.type() == Column.Type.NUMBER ? "numbers" : "text") + ", not " + cells[i]);
            }
        }
        return new Row(this, numberCells, textCells);
    }

    /** Returns the slot of a column among the cells of its kind. */
    int slot(String name, boolean number) {
        int position = position(name);
        Column column = columns.get(position);
        if ((column.type() == Column.Type.NUMBER) != number) {
            throw new InvalidDataException("column '" + name + "' holds "
                    + (number ? "text; read it with text(\"" : "numbers; read it with number(\"") + name + "\")");
        }
        return slots[position];
    }

    private int position(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new InvalidDataException("no column '" + name + "'; the columns are " + String.join(", ", names()));
        }
        return position;
    }

    int numbers() {
        return numbers;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Columns that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
