package dev.assay.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A data set of rows: every input has a cell for each of the same named, typed columns. */
public final class Table extends Dataset<Row> {

    private final Columns columns;
    /** Why a column was taken to hold text: the first cell that is not a number, with its place. */
    private final Map<String, String> firstText;

    Table(Dataset<Row> rows, Columns columns, Map<String, String> firstText) {
        super(rows);
        this.columns = columns;
        this.firstText = firstText;
    }

    /**
     * Makes a table from memory.
     *
     * @param columns the columns of every row
     * @param rows the rows in order, made by {@link Columns#row}
     * @param targets one target for each row
     * @return the table, named "data"
     */
    public static Table of(Columns columns, List<Row> rows, Targets targets) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).columns().equals(columns)) {
                throw new InvalidDataException("row " + i + " has other columns: "
                        + rows.get(i).columns().names() + " instead of " + columns.names());
            }
        }
        return new Table(Dataset.of(rows, targets), columns, Map.of());
    }

    private Table of(Dataset<Row> rows) {
        return new Table(rows, columns, firstText);
    }

    @Override
    public Table named(String name) {
        return of(super.named(name));
    }

    @Override
    public Table withWeights(double... weights) {
        return of(super.withWeights(weights));
    }

    @Override
    public Table withGroups(List<String> groups) {
        return of(super.withGroups(groups));
    }

    @Override
    public Table withTimes(List<Instant> times) {
        return of(super.withTimes(times));
    }

    @Override
    public Table withAttribute(String name, List<String> values) {
        return of(super.withAttribute(name, values));
    }

    @Override
    public Table withIds(List<String> ids) {
        return of(super.withIds(ids));
    }

    @Override
    public Table withTargets(Targets newTargets) {
        return of(super.withTargets(newTargets));
    }

    @Override
    public Table withPositive(String label) {
        return of(super.withPositive(label));
    }

    @Override
    public Table select(int... positions) {
        return of(super.select(positions));
    }

    /**
     * Returns the columns of every row.
     *
     * @return the columns
     */
    public Columns columns() {
        return columns;
    }

    /**
     * Turns every row into an array of its numbers, named after their columns.
     *
     * @return the same examples with numeric inputs
     * @throws InvalidDataException if a column doesn't hold numbers; the message names the column, and the first such
     *     cell if the table was read from a file
     */
    public Dataset<double[]> numeric() {
        for (Column column : columns.asList()) {
            if (column.type() != Column.Type.NUMBER) {
                String cell = firstText.get(column.name());
                throw new InvalidDataException("column '" + column.name() + "' holds text"
                        + (cell == null ? "" : " (" + cell + ")")
                        + "; correct it, leave the column out with ignore(\"" + column.name()
                        + "\"), or use the rows as they are");
            }
        }
        return map(Row::numbers).withFeatureNames(columns.names());
    }
}
