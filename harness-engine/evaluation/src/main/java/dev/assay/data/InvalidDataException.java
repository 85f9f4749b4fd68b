package dev.assay.data;

import java.io.Serial;
import java.util.OptionalInt;

/** Signals that data cannot be used as they are; the message names the place (file, row, column) and the remedy. */
public final class InvalidDataException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int NO_ROW = -1;

    private final int row;

    /**
     * Creates the exception.
     *
     * @param message where the fault is and what to do about it
     */
    public InvalidDataException(String message) {
        super(message);
        this.row = NO_ROW;
    }

    /**
     * Creates the exception for a fault that another exception reported.
     *
     * @param message where the fault is and what to do about it
     * @param cause what reported it
     */
    public InvalidDataException(String message, Throwable cause) {
        super(message, cause);
        this.row = NO_ROW;
    }

    /**
     * Creates the exception for a fault of one of the inputs that are to be predicted, which know no ids; whoever has the data
     * can then name the example.
     *
     * @param row the row among these inputs, from 0
     * @param message where the fault is and what to do about it
     * @param cause what reported it
     */
    public InvalidDataException(int row, String message, Throwable cause) {
        super(message, cause);
        this.row = row;
    }

    /**
     * Returns which of the inputs that are to be predicted is at fault.
     *
     * @return the row among these, from 0, if it is one row's fault
     */
    public OptionalInt row() {
        return row == NO_ROW ? OptionalInt.empty() : OptionalInt.of(row);
    }
}
