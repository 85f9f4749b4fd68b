package dev.assay.files;

import java.io.Serial;

/** Signals that a cell can't be used; whoever knows where the cell is adds that. */
final class CellException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    CellException(String message) {
        super(message);
    }
}
