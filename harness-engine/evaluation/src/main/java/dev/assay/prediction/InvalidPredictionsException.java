package dev.assay.prediction;

import java.io.Serial;

/** Signals that a model's predictions cannot be judged; the message names the row and the value. */
public final class InvalidPredictionsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message which row, which value, and what was expected
     */
    public InvalidPredictionsException(String message) {
        super(message);
    }
}
