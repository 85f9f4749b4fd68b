package dev.assay.statistics;

import java.util.function.IntUnaryOperator;

/** Checks of tables whose rows must be equally long. */
final class Table {

    private Table() {}

    /** Returns how many columns all rows have, at least two. */
    static int columns(int rows, IntUnaryOperator length, String row, String column) {
        if (rows == 0) {
            throw new IllegalArgumentException("there is no " + row);
        }
        int columns = length.applyAsInt(0);
        if (columns < 2) {
            throw new IllegalArgumentException("a comparison needs at least 2 " + column + "s, not " + columns);
        }
        for (int i = 1; i < rows; i++) {
            if (length.applyAsInt(i) != columns) {
                throw new IllegalArgumentException(row + " " + i + " has " + length.applyAsInt(i) + " " + column
                        + "s, but " + row + " 0 has " + columns);
            }
        }
        return columns;
    }
}
