package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.prediction.InvalidPredictionsException;
import java.io.Serial;
import java.util.OptionalInt;

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

    /** Words why user code failed; messages of Assay's own need no type in front. */
    static String reason(Exception failure) {
        String message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        return failure instanceof InvalidPredictionsException
                        || failure instanceof InvalidDataException
                        || failure instanceof EvaluationException
                ? message
                : failure.getClass().getSimpleName() + ": " + message;
    }

    /** Words why user code failed, and names the example where only its place among those that were to be predicted is known. */
    static String reason(Exception failure, Dataset<?> tested) {
        OptionalInt row = failure instanceof InvalidPredictionsException predictions
                ? predictions.row()
                : failure instanceof InvalidDataException inputs ? inputs.row() : OptionalInt.empty();
        if (row.isEmpty() || row.getAsInt() >= tested.size()) {
            return reason(failure);
        }
        String id = tested.id(row.getAsInt());
        return reason(failure)
                + (id.equals(String.valueOf(row.getAsInt()))
                        ? ""
                        : " (row " + row.getAsInt() + " of the test part is example " + id + ")");
    }
}
