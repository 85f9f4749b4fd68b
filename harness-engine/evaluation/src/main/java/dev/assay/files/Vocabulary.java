package dev.assay.files;

import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the labels of a file, and those that the model scores. */
final class Vocabulary {

    private final Options options;
    private final List<String> scored;
    private final Labels labels;

    /**
     * Chooses the labels: those declared, those that have scores, or those that occur.
     *
     * @param scores the columns of scores by label
     * @param occurring what truth and predictions say
     */
    Vocabulary(Options options, Map<String, NumberColumn> scores, List<String> occurring) {
        this.options = options;
        this.scored = List.copyOf(scores.keySet());
        Labels all = options.labels != null
                ? Labels.of(options.labels)
                : scored.isEmpty() ? Labels.observed(occurring) : Labels.of(new ArrayList<>(scored));
        scores.forEach((label, column) -> {
            if (!all.contains(label)) {
                throw new InvalidDataException(
                        options.file + ": column '" + column.name() + "' has scores of \"" + label
                                + "\", which is not among the declared labels " + all
                                + "; declare it, or leave the column out with ignoring(\"" + column.name() + "\")");
            }
        });
        this.labels = options.positive == null ? all : withPositive(all, options.positive);
    }

    private Labels withPositive(Labels all, String positive) {
        if (!all.contains(positive)) {
            throw new InvalidDataException(options.file + ": the positive label \"" + positive
                    + "\" is not among the labels " + all + "; name one of them with positive(…)");
        }
        return all.withPositive(positive);
    }

    Labels labels() {
        return labels;
    }

    /** Returns the labels of the scores, in their order. */
    Labels scored() {
        return scored.isEmpty() ? labels : Labels.of(scored);
    }

    /**
     * Finds the position of each text of a column.
     *
     * @param vocabulary where to look
     * @return positions by the column's codes
     * @throws InvalidDataException if a row has none of the labels
     */
    int[] positions(TextColumn column, FileColumns columns, Labels vocabulary) {
        int[] positions = new int[column.values().size()];
        for (int code = 0; code < positions.length; code++) {
            String label = column.values().get(code);
            positions[code] = vocabulary.contains(label) ? vocabulary.indexOf(label) : -1;
        }
        for (int row = 0; row < columns.rows(); row++) {
            if (!column.isMissing(row) && positions[column.code(row)] < 0) {
                throw columns.places().fault(row, column, unknown(column.get(row)));
            }
        }
        return positions;
    }

    String unknown(String label) {
        if (options.labels != null) {
            return "no label \"" + label + "\"; the labels are declared as " + labels;
        }
        return "no label \"" + label + "\", since only " + labels + " have scores; add a column 'score_" + label
                + "', or declare all labels with labels(…)";
    }
}
