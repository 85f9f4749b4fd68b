package dev.assay.learning;

import dev.assay.data.Column;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One feature for each category of some columns: 1 where a row has it, otherwise 0. */
final class OneHot implements Transform<Row, double[]> {

    private final RowColumns columns;

    OneHot(List<String> columns) {
        this.columns = new RowColumns("one-hot encoding", Column.Type.CATEGORY, columns);
    }

    @Override
    public FittedTransform<Row, double[]> fit(Dataset<Row> training) {
        Map<String, Map<String, Integer>> positions = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String column : columns.of(training)) {
            TreeSet<String> categories = new TreeSet<>();
            training.inputs().forEach(row -> categories.add(row.text(column)));
            Map<String, Integer> ofColumn = new HashMap<>();
            for (String category : categories) {
                ofColumn.put(category, names.size());
                names.add(column + "=" + category);
            }
            positions.put(column, ofColumn);
        }
        return new Fitted(positions, List.copyOf(names));
    }

    private record Fitted(Map<String, Map<String, Integer>> positions, List<String> featureNames)
            implements FittedTransform<Row, double[]> {

        @Override
        public double[] apply(Row row) {
            double[] features = new double[featureNames.size()];
            positions.forEach((column, ofColumn) -> {
                Integer position = ofColumn.get(row.text(column));
                if (position != null) {
                    features[position] = 1;
                }
            });
            return features;
        }
    }
}
