package dev.assay.learning;

import java.io.Serial;

/** Signals that a model can't be used as it is or as was said; the message names the file, what was expected and what is there. */
public final class InvalidModelException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message which file, what was expected, and what to do
     */
    public InvalidModelException(String message) {
        super(message);
    }

    /**
     * Creates the exception for a failure that something else reported.
     *
     * @param message which file, what was expected, and what to do
     * @param cause what reported it
     */
    public InvalidModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
