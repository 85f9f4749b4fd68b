package dev.assay.files;

/** The cells of a column, row by row. Cells may be set again as long as no later row is. */
abstract class Column {

    private final String name;

    Column(String name) {
        this.name = name;
    }

    /** Returns the column's name in the file, for messages. */
    String name() {
        return name;
    }

    /** Takes what a cell says; empty text may mean that there is nothing. */
    abstract void setText(int row, String text);

    /** Takes a cell of which there is none. */
    abstract void setMissing(int row);

    /** Takes a whole number. */
    abstract void setWhole(int row, long number);

    /** Takes a number. */
    abstract void setNumber(int row, double number);
}
