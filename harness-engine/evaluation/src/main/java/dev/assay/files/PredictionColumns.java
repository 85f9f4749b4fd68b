package dev.assay.files;

import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;

/** The truth and the predictions of a file, of one task. */
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
