package dev.assay.files;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A set of labels for each example, perhaps with scores. */
final class LabelSetColumns implements PredictionColumns {

    private final Labels labels;
    private final List<String> scored;
    private final Scoring scoring;
    private final Optional<LabelSetTexts> truth;
    private final LabelSetTexts predicted;

    LabelSetColumns(Options options, FileColumns columns) {
        Map<String, NumberColumn> scores = columns.allNumbers(Role.SCORE);
        this.truth = columns.texts(Role.TRUTH).map(column -> new LabelSetTexts(column, columns));
        this.predicted = new LabelSetTexts(columns.texts(Role.PREDICTED).orElseThrow(), columns);
        List<String> occurring = new ArrayList<>();
        truth.ifPresent(sets -> sets.all().forEach(occurring::addAll));
        predicted.all().forEach(occurring::addAll);
        Vocabulary vocabulary = new Vocabulary(options, scores, occurring);
        this.labels = vocabulary.labels();
        this.scored = List.copyOf(scores.keySet());
        this.scoring = new Scoring(ScoreMeaning.MARGINS, columns, scores);
        truth.ifPresent(sets -> requireKnown(sets, columns, vocabulary));
        requireKnown(predicted, columns, vocabulary);
    }

    private void requireKnown(LabelSetTexts sets, FileColumns columns, Vocabulary vocabulary) {
        for (int row = 0; row < columns.rows(); row++) {
            for (String label : sets.get(row)) {
                if (!labels.contains(label)) {
                    throw columns.places().fault(row, sets.column(), vocabulary.unknown(label));
                }
            }
        }
    }

    @Override
    public LabelSetTargets truth(int... rows) {
        return Targets.labelSets(
                labels, IntStream.of(rows).mapToObj(truth.orElseThrow()::get).toList());
    }

    @Override
    public LabelSetPredictions predictions(int... rows) {
        LabelSetPredictions sets = Predictions.labelSets(
                labels, IntStream.of(rows).mapToObj(predicted::get).toList());
        return scoring.hasScores(rows) && scored.size() == labels.size() ? sets.withScores(inOrder(rows)) : sets;
    }

    /** Returns the scores in the order of the labels. */
    private double[] inOrder(int... rows) {
        double[] asRead = scoring.rowMajor(rows);
        int k = scored.size();
        int[] place = scored.stream().mapToInt(labels::indexOf).toArray();
        double[] moved = new double[asRead.length];
        for (int i = 0; i < asRead.length; i++) {
            moved[i / k * k + place[i % k]] = asRead[i];
        }
        return moved;
    }
}
