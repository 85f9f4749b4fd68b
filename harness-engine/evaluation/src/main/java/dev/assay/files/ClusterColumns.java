package dev.assay.files;

import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.Predictions;
import java.util.Map;
import java.util.stream.IntStream;

/** The number of a cluster for each example, beside a label. */
final class ClusterColumns implements PredictionColumns {

    private final Options options;
    private final FileColumns columns;
    private final TextColumn predicted;
    private final int[] clusters;

    ClusterColumns(Options options, FileColumns columns) {
        this.options = options;
        this.columns = columns;
        this.predicted = columns.texts(Role.PREDICTED).orElseThrow();
        this.clusters = new int[predicted.values().size()];
        for (int row = 0; row < columns.rows(); row++) {
            String text = predicted.get(row).strip();
            if (!text.matches("-?[0-9]{1,9}")) {
                throw columns.places()
                        .fault(
                                row,
                                predicted,
                                "the cell is \"" + text + "\", but the number of a cluster was expected");
            }
            clusters[predicted.code(row)] = Integer.parseInt(text);
        }
    }

    @Override
    public LabelTargets truth(int... rows) {
        TextColumn truth = columns.texts(Role.TRUTH).orElseThrow();
        Vocabulary vocabulary = new Vocabulary(options, Map.of(), truth.values());
        int[] positions = vocabulary.positions(truth, columns, vocabulary.labels());
        return Targets.labels(
                vocabulary.labels(),
                IntStream.of(rows).map(row -> positions[truth.code(row)]).toArray());
    }

    @Override
    public ClusterPredictions predictions(int... rows) {
        return Predictions.clusters(
                IntStream.of(rows).map(row -> clusters[predicted.code(row)]).toArray());
    }
}
