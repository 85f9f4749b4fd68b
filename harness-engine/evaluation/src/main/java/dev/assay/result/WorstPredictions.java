package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the wrong predictions of the first repeat that are furthest from the truth: by the probability of the true label, by how
 * far its score is behind that of the predicted one, by the number of labels, or by the error of a number. Wrong labels without
 * scores are all alike; the first rows of the data are taken.
 */
final class WorstPredictions {

    private static final int MOST = 10;

    /** A row of a fold. */
    private record Found(double distance, Fold fold, int index, int row) {}

    private final Evaluation evaluation;
    /** The nearest to the truth first, which gives way. */
    private final PriorityQueue<Found> worst = new PriorityQueue<>(
            Comparator.comparingDouble(Found::distance).thenComparing(Found::row, Comparator.reverseOrder()));

    private WorstPredictions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    static List<PlotData.WorstPrediction> of(Evaluation evaluation) {
        WorstPredictions search = new WorstPredictions(evaluation);
        int repeat = evaluation.folds().get(0).repeat();
        evaluation.folds().stream().filter(fold -> fold.repeat() == repeat).forEach(search::look);
        return search.worst.stream()
                .sorted(search.worst.comparator().reversed())
                .map(search::entry)
                .toList();
    }

    private void look(Fold fold) {
        int[] rows = fold.split().testRows();
        IntToDoubleFunction distance = distance(fold.outcomes());
        for (int index = 0; index < rows.length; index++) {
            double far = distance.applyAsDouble(index);
            if (far > 0 && (worst.size() < MOST || far >= worst.element().distance)) {
                worst.add(new Found(far, fold, index, rows[index]));
                if (worst.size() > MOST) {
                    worst.remove();
                }
            }
        }
    }

    /** Returns what tells how far a prediction is from the truth; 0 or less if it is right, or if that can't be told. */
    private static IntToDoubleFunction distance(Outcomes outcomes) {
        if (outcomes.predictions() instanceof NumberPredictions numbers) {
            return index ->
                    Math.abs(numbers.value(index) - outcomes.numberTruth().value(index));
        }
        if (outcomes.predictions() instanceof LabelPredictions labels) {
            return index -> {
                int truth = outcomes.labelTruth().index(index);
                return labels.index(index) == truth ? 0 : distance(labels, index, truth);
            };
        }
        if (outcomes.predictions() instanceof LabelSetPredictions sets) {
            return index -> difference(outcomes.labelSetTruth().set(index), sets.set(index));
        }
        return index -> 0;
    }

    private static double distance(LabelPredictions labels, int index, int truth) {
        return switch (labels.scoreKind()) {
            case NONE -> 1;
            // above 0, also where the wrong label has no more of it
            case PROBABILITIES -> 2 - labels.score(index, truth);
            case MARGINS ->
                Math.max(Double.MIN_NORMAL, labels.score(index, labels.index(index)) - labels.score(index, truth));
        };
    }

    private static double difference(Set<String> truth, Set<String> predicted) {
        Set<String> either = new HashSet<>(truth);
        either.addAll(predicted);
        Set<String> both = new HashSet<>(truth);
        both.retainAll(predicted);
        return (double) either.size() - both.size();
    }

    private PlotData.WorstPrediction entry(Found found) {
        Outcomes outcomes = found.fold.outcomes();
        return new PlotData.WorstPrediction(
                evaluation.id(found.row),
                text(ResultAssembly.truth(outcomes.truth(), found.index)),
                text(ResultAssembly.predicted(outcomes.predictions(), found.index)),
                predictedScore(outcomes, found.index),
                trueScore(outcomes, found.index),
                found.fold.split().toString());
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return String.valueOf(Digits.usual(number));
        }
        return value instanceof List<?> labels
                ? String.join(", ", labels.stream().map(String::valueOf).toList())
                : value.toString();
    }

    private static @Nullable Double predictedScore(Outcomes outcomes, int index) {
        return outcomes.predictions() instanceof LabelPredictions labels && labels.scoreKind() != ScoreKind.NONE
                ? Digits.usual(labels.score(index, labels.index(index)))
                : null;
    }

    private static @Nullable Double trueScore(Outcomes outcomes, int index) {
        return outcomes.predictions() instanceof LabelPredictions labels && labels.scoreKind() != ScoreKind.NONE
                ? Digits.usual(labels.score(index, outcomes.labelTruth().index(index)))
                : null;
    }
}
