package dev.assay.data;

import java.io.Serial;

/** Signals that data cannot be used as they are; the message names the place (file, row, column) and the remedy. */
public final class InvalidDataException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message where the fault is and what to do about it
     */
    public InvalidDataException(String message) {
        super(message);
    }

    /**
     * Creates the exception for a fault that another exception reported.
     *
     * @param message where the fault is and what to do about it
     * @param cause what reported it
     */
    public InvalidDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
