package dev.assay.result;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of all predictions of an evaluation: texts, numbers, lists of labels, or nothing. */
final class PredictionTable {

    /** What is done with a row. */
    @FunctionalInterface
    interface RowAction {

        void accept(List<@Nullable Object> cells) throws IOException;
    }

    private final Evaluation evaluation;
    private final List<String> labels;
    private final List<Double> levels;
    private final boolean weighted;
    private final @Nullable List<String> groups;

    PredictionTable(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.labels = evaluation.folds().stream().anyMatch(fold -> hasScores(predictions(fold)))
                ? labels(evaluation.targets())
                : List.of();
        this.levels = evaluation.folds().stream()
                .map(fold -> levels(predictions(fold)))
                .filter(ofFold -> !ofFold.isEmpty())
                .findFirst()
                .orElse(List.of());
        this.weighted = evaluation.folds().get(0).outcomes().isWeighted();
        this.groups = evaluation.groups().orElse(null);
    }

    private static Predictions predictions(Fold fold) {
        return fold.outcomes().predictions();
    }

    private static boolean hasScores(Predictions predictions) {
        return predictions instanceof LabelPredictions known
                ? known.scoreKind() != ScoreKind.NONE
                : predictions instanceof LabelSetPredictions sets && sets.hasScores();
    }

    private static List<Double> levels(Predictions predictions) {
        return predictions instanceof NumberPredictions numbers ? numbers.quantileLevels() : List.of();
    }

    private static List<String> labels(Targets targets) {
        if (targets instanceof LabelTargets known) {
            return known.labels().names();
        }
        return targets instanceof LabelSetTargets sets ? sets.labels().names() : List.of();
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of("row", "repeat", "fold", "truth", "predicted"));
        labels.forEach(label -> header.add("score_" + label));
        levels.forEach(level -> header.add("quantile_" + level));
        if (weighted) {
            header.add("weight");
        }
        if (groups != null) {
            header.add("group");
        }
        return header;
    }

    void forEachRow(RowAction action) throws IOException {
        for (Fold fold : evaluation.folds()) {
            int[] rows = fold.split().testRows();
            for (int i = 0; i < rows.length; i++) {
                action.accept(cells(fold, i, rows[i]));
            }
        }
    }

    private List<@Nullable Object> cells(Fold fold, int index, int row) {
        Predictions predictions = predictions(fold);
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(evaluation.id(row));
        cells.add(fold.repeat());
        cells.add(fold.number());
        cells.add(ResultAssembly.truth(fold.outcomes().truth(), index));
        cells.add(ResultAssembly.predicted(predictions, index));
        for (int label = 0; label < labels.size(); label++) {
            cells.add(hasScores(predictions) ? score(predictions, index, label) : null);
        }
        for (int level = 0; level < levels.size(); level++) {
            cells.add(
                    predictions instanceof NumberPredictions numbers
                                    && numbers.quantileLevels().equals(levels)
                            ? numbers.quantile(index, level)
                            : null);
        }
        if (weighted) {
            cells.add(fold.outcomes().weight(index));
        }
        if (groups != null) {
            cells.add(groups.get(row));
        }
        return cells;
    }

    private static double score(Predictions predictions, int index, int label) {
        return predictions instanceof LabelPredictions known
                ? known.score(index, label)
                : ((LabelSetPredictions) predictions).score(index, label);
    }
}
