package dev.assay.adapters.python;

import java.io.Serial;

/** Signals that a command didn't do what it should have; the message names the command, what it said last, and what to do. */
public final class CommandException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message which command, what happened, and what to do
     */
    public CommandException(String message) {
        super(message);
    }

    /**
     * Creates the exception for a failure that something else reported.
     *
     * @param message which command, what happened, and what to do
     * @param cause what reported it
     */
    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
