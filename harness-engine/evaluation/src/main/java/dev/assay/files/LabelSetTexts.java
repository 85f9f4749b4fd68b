package dev.assay.files;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The sets of labels that the cells of a column hold as JSON arrays, each different one read once. */
final class LabelSetTexts {

    private final TextColumn column;
    private final List<List<String>> sets = new ArrayList<>();

    LabelSetTexts(TextColumn column, FileColumns columns) {
        this.column = column;
        for (int row = 0; row < columns.rows(); row++) {
            while (sets.size() <= column.code(row)) {
                try {
                    sets.add(labels(column.values().get(sets.size())));
                } catch (CellException e) {
                    throw columns.places().fault(row, column, "the cell " + e.getMessage());
                }
            }
        }
    }

    private static List<String> labels(String text) {
        try {
            JsonNode array = JsonLinesReading.MAPPER.readTree(text);
            if (array.isArray()) {
                return array.valueStream().map(JsonNode::asString).toList();
            }
        } catch (JacksonException e) {
            // said below, whatever else it is
        }
        throw new CellException("is " + text + ", but a set of labels was expected, written as [\"one\",\"other\"]");
    }

    TextColumn column() {
        return column;
    }

    List<String> get(int row) {
        return sets.get(column.code(row));
    }

    List<List<String>> all() {
        return sets;
    }
}
