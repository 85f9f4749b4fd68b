package dev.assay.evaluation;

import java.io.Serial;

/** Signals that a candidate could not be evaluated; the message names the candidate, the data and the fold. */
public final class EvaluationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message which candidate, where, and why
     */
    public EvaluationException(String message) {
        super(message);
    }

    /**
     * Creates the exception for a failure of the user's code.
     *
     * @param message which candidate, where, and why
     * @param cause the failure
     */
    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
