package dev.assay.files;

import dev.assay.data.InvalidDataException;

/**
 * Takes the cells of a column while a file is read. All rows are put, from 0 on; each method throws an {@link
 * InvalidDataException} that names file, row and column if the column can't hold what is put.
 */
public final class Cells {

    private final Places places;
    private final Column column;

    Cells(Places places, Column column) {
        this.places = places;
        this.column = column;
    }

    /**
     * Puts a text; a column of numbers takes those that are numbers.
     *
     * @param row from 0
     * @param text the cell
     */
    public void text(int row, String text) {
        try {
            column.setText(row, text);
        } catch (CellException e) {
            throw fault(row, e);
        }
    }

    /**
     * Puts a whole number, of which labels and other texts are made as it is written.
     *
     * @param row from 0
     * @param number the cell
     */
    public void whole(int row, long number) {
        try {
            column.setWhole(row, number);
        } catch (CellException e) {
            throw fault(row, e);
        }
    }

    /**
     * Puts a number.
     *
     * @param row from 0
     * @param number the cell
     */
    public void number(int row, double number) {
        try {
            column.setNumber(row, number);
        } catch (CellException e) {
            throw fault(row, e);
        }
    }

    /**
     * Puts nothing.
     *
     * @param row from 0, whose cell is missing
     */
    public void missing(int row) {
        try {
            column.setMissing(row);
        } catch (CellException e) {
            throw fault(row, e);
        }
    }

    private InvalidDataException fault(int row, CellException e) {
        return places.fault(row, column, "the cell " + e.getMessage());
    }
}
