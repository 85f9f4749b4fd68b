package dev.assay.data;

import java.io.Serial;

/** Signals that the content of an input cannot be told from its type. */
final class UnknownContentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    UnknownContentException(Class<?> type) {
        super("no content is known for inputs of type " + type.getName());
    }
}
