package dev.assay.files;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One label for each example, perhaps with scores. */
final class LabelColumns implements PredictionColumns {

    private final FileColumns columns;
    private final Labels labels;
    private final Labels scoredLabels;
    private final Scoring scoring;
    private final Optional<TextColumn> truth;
    private final int[] truthPositions;
    private final @Nullable TextColumn predicted;
    private final int[] predictedPositions;

    LabelColumns(Options options, FileColumns columns) {
        this.columns = columns;
        Map<String, NumberColumn> scores = columns.allNumbers(Role.SCORE);
        this.truth = columns.texts(Role.TRUTH);
        this.predicted = columns.texts(Role.PREDICTED).orElse(null);
        List<String> occurring = new ArrayList<>(truth.map(TextColumn::values).orElse(List.of()));
        if (predicted != null) {
            occurring.addAll(predicted.values());
        }
        Vocabulary vocabulary = new Vocabulary(options, scores, occurring);
        this.labels = vocabulary.labels();
        this.scoredLabels = vocabulary.scored();
        this.scoring = new Scoring(options.scores, columns, scores);
        this.truthPositions = truth.map(column -> vocabulary.positions(column, columns, labels))
                .orElse(new int[0]);
        this.predictedPositions = predicted == null ? new int[0] : vocabulary.positions(predicted, columns, labels);
    }

    @Override
    public LabelTargets truth(int... rows) {
        TextColumn column = truth.orElseThrow();
        return Targets.labels(
                labels,
                IntStream.of(rows).map(row -> truthPositions[column.code(row)]).toArray());
    }

    @Override
    public LabelPredictions predictions(int... rows) {
        if (!scoring.hasScores(rows)) {
            return Predictions.labels(labels, predicted(rows));
        }
        LabelPredictions byScore = scoring.predictions(scoredLabels, rows).over(labels);
        if (predicted == null || areMissing(predicted, rows)) {
            return byScore;
        }
        int[] told = predicted(rows);
        boolean same = IntStream.range(0, rows.length).allMatch(i -> byScore.index(i) == told[i]);
        return same ? byScore : byScore.withPredicted(told);
    }

    private static boolean areMissing(TextColumn column, int... rows) {
        return IntStream.of(rows).allMatch(column::isMissing);
    }

    private int[] predicted(int... rows) {
        TextColumn column = predicted;
        if (column == null) {
            throw columns.places().fault(rows[0], "there is neither a predicted label nor a score");
        }
        int[] positions = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (column.isMissing(rows[i])) {
                throw columns.places().fault(rows[i], column, "the cell is empty; fill it in, or leave the row out");
            }
            positions[i] = predictedPositions[column.code(rows[i])];
        }
        return positions;
    }
}
