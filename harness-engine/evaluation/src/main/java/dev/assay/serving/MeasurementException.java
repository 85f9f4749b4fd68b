package dev.assay.serving;

import java.io.Serial;

/** Signals that a model could not be measured; the message says at which example, and why. */
public final class MeasurementException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    MeasurementException(String message) {
        super(message);
    }

    MeasurementException(String message, Throwable cause) {
        super(message, cause);
    }
}
