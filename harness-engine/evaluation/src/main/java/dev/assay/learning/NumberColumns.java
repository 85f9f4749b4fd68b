package dev.assay.learning;

import dev.assay.data.Column;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import java.util.List;

/** The numbers of some columns. */
final class NumberColumns implements Transform<Row, double[]> {

    private final RowColumns columns;

    NumberColumns(List<String> columns) {
        this.columns = new RowColumns("numbers(…)", Column.Type.NUMBER, columns);
    }

    @Override
    public FittedTransform<Row, double[]> fit(Dataset<Row> training) {
        return new Fitted(columns.of(training));
    }

    private record Fitted(List<String> featureNames) implements FittedTransform<Row, double[]> {

        @Override
        public double[] apply(Row row) {
            return featureNames.stream().mapToDouble(row::number).toArray();
        }
    }
}
