package dev.assay.learning;

import dev.assay.data.Column;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import java.util.List;

/** The text of one column. */
final class TextColumn implements Transform<Row, String> {

    private final RowColumns columns;

    TextColumn(String column) {
        this.columns = new RowColumns("text(…)", Column.Type.TEXT, List.of(column));
    }

    @Override
    public FittedTransform<Row, String> fit(Dataset<Row> training) {
        return new Fitted(columns.of(training));
    }

    private record Fitted(List<String> featureNames) implements FittedTransform<Row, String> {

        @Override
        public String apply(Row row) {
            return row.text(featureNames.get(0));
        }
    }
}
