package dev.assay.prediction;

import java.io.Serial;
import java.util.OptionalInt;

/** Signals that a model's predictions cannot be judged; the message names the row and the value. */
public final class InvalidPredictionsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int NO_ROW = -1;

    private final int row;

    /**
     * Creates the exception for a fault of no row in particular.
     *
     * @param message which value, and what was expected
     */
    public InvalidPredictionsException(String message) {
        super(message);
        this.row = NO_ROW;
    }

    /**
     * Creates the exception for a fault of one row; the message begins with it.
     *
     * @param row the row among the predictions, from 0
     * @param message which value, and what was expected
     */
    public InvalidPredictionsException(int row, String message) {
        super("row " + row + ": " + message);
        this.row = row;
    }

    /**
     * Returns which row is at fault.
     *
     * @return the row among the predictions, from 0, if it is one row's fault
     */
    public OptionalInt row() {
        return row == NO_ROW ? OptionalInt.empty() : OptionalInt.of(row);
    }
}
