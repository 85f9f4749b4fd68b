package dev.assay.files;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.Predictions;
import java.util.Map;
import java.util.stream.IntStream;

/** The number of a cluster for each example, beside a label. */
final class ClusterColumns implements PredictionColumns {

    private final Labels labels;
    private final TextColumn truth;
    private final int[] truthPositions;
    private final TextColumn predicted;
    private final int[] clusters;

    ClusterColumns(Options options, FileColumns columns) {
        this.truth = columns.texts(Role.TRUTH).orElseThrow();
        this.predicted = columns.texts(Role.PREDICTED).orElseThrow();
        Vocabulary vocabulary = new Vocabulary(options, Map.of(), truth.values());
        this.labels = vocabulary.labels();
        this.truthPositions = vocabulary.positions(truth, columns, labels);
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
        return Targets.labels(
                labels,
                IntStream.of(rows).map(row -> truthPositions[truth.code(row)]).toArray());
    }

    @Override
    public ClusterPredictions predictions(int... rows) {
        return Predictions.clusters(
                IntStream.of(rows).map(row -> clusters[predicted.code(row)]).toArray());
    }
}
