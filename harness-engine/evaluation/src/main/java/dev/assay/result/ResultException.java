package dev.assay.result;

import java.io.Serial;

/** Signals that a result file can't be written or read; the message names the file. */
public final class ResultException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message which file, and why
     */
    public ResultException(String message) {
        super(message);
    }

    /**
     * Creates the exception for a fault that another exception reported.
     *
     * @param message which file, and why
     * @param cause what reported it
     */
    public ResultException(String message, Throwable cause) {
        super(message, cause);
    }
}
