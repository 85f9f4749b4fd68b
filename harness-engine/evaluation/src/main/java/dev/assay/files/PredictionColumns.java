package dev.assay.files;

import dev.assay.data.InvalidDataException;
import dev.assay.data.Targets;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.Predictions;

/** The truth and the predictions of a file, of one task; the truth is there unless the examples are known otherwise. */
interface PredictionColumns {

    /**
     * Makes targets.
     *
     * @param rows a row of each example
     */
    Targets truth(int... rows);

    /**
     * Makes the predictions of a fold.
     *
     * @param rows its rows
     */
    Predictions predictions(int... rows);

    /**
     * Makes predictions, and says where in the file they are not as they have to be.
     *
     * @param rows the rows of the predictions
     * @throws InvalidDataException if they are not
     */
    default Predictions predictions(Options options, Places places, int... rows) {
        try {
            return predictions(rows);
        } catch (InvalidPredictionsException e) {
            if (e.row().isEmpty()) {
                throw new InvalidDataException(options.file + ": " + e.getMessage(), e);
            }
            int index = e.row().getAsInt();
            String message = String.valueOf(e.getMessage());
            String prefix = "row " + index + ": ";
            String what = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
            throw new InvalidDataException(places.of(rows[index]) + ": " + what, e);
        }
    }

    /** Finds what the task needs. */
    static PredictionColumns of(Options options, FileColumns columns) {
        return switch (options.task) {
            case LABELS -> new LabelColumns(options, columns);
            case NUMBERS -> new NumbersColumns(columns);
            case LABEL_SETS -> new LabelSetColumns(options, columns);
            case CLUSTERS -> new ClusterColumns(options, columns);
        };
    }
}
