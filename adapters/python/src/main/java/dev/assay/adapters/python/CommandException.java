package dev.assay.adapters.python;

import java.io.Serial;

/** Signals that a command didn't do what it should have; the message names the command, what it said last, and what to do. */
public final class CommandException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
