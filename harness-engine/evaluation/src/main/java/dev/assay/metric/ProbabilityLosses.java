package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.Optional;

/** Numbers of each row that are made of its scores. */
final class ProbabilityLosses {

    private static final double EPSILON = 0x1p-52;

    private ProbabilityLosses() {}

    static Optional<String> withoutProbabilities(Outcomes outcomes) {
        return outcomes.labelPredictions().scoreKind() == ScoreKind.PROBABILITIES
                ? Optional.empty()
                : Optional.of("the model gives no probabilities");
    }

    static Optional<String> withoutScores(Outcomes outcomes) {
        return outcomes.labelPredictions().scoreKind() == ScoreKind.NONE
                ? Optional.of("the model gives labels without scores that rank labels")
                : Optional.empty();
    }

    static Optional<String> withoutMargins(Outcomes outcomes) {
        return switch (outcomes.labelPredictions().scoreKind()) {
            case MARGINS -> Optional.empty();
            case PROBABILITIES -> Optional.of("the model gives probabilities and no margins");
            case NONE -> Optional.of("the model gives labels without margins");
        };
    }

    /** Returns what probabilities of a row have to be divided by: floats may miss a sum of 1. */
    static double sum(LabelPredictions predictions, int row) {
        if (!predictions.hasFloatScores()) {
            return 1;
        }
        double sum = 0;
        for (int label = 0; label < predictions.labels().size(); label++) {
            sum += predictions.score(row, label);
        }
        return sum;
    }

    static void logLoss(Outcomes outcomes, int from, int to, double[] losses) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        for (int row = from; row < to; row++) {
            double probability = predictions.score(row, truth.index(row)) / sum(predictions, row);
            losses[row - from] = -Math.log(Math.max(EPSILON, Math.min(1 - EPSILON, probability)));
        }
    }

    static void multiclassBrier(Outcomes outcomes, int from, int to, double[] losses) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        int k = predictions.labels().size();
        for (int row = from; row < to; row++) {
            double sum = sum(predictions, row);
            double squares = 0;
            for (int label = 0; label < k; label++) {
                double error = predictions.score(row, label) / sum - (truth.index(row) == label ? 1 : 0);
                squares += error * error;
            }
            losses[row - from] = squares;
        }
    }

    /** 1 where less than k labels come before the true one, by score and then by their order. */
    static RowLoss topK(int k) {
        return (outcomes, from, to, losses) -> {
            for (int row = from; row < to; row++) {
                losses[row - from] = labelsBefore(
                                        outcomes.labelPredictions(),
                                        row,
                                        outcomes.labelTruth().index(row))
                                < k
                        ? 1
                        : 0;
            }
        };
    }

    private static int labelsBefore(LabelPredictions predictions, int row, int index) {
        double score = predictions.score(row, index);
        int before = 0;
        for (int label = 0; label < index; label++) {
            before += predictions.score(row, label) >= score ? 1 : 0;
        }
        for (int label = index + 1; label < predictions.labels().size(); label++) {
            before += predictions.score(row, label) > score ? 1 : 0;
        }
        return before;
    }

    /** What the margin of the true label over the best other one lacks of 1 (Crammer and Singer 2001). */
    static void hinge(Outcomes outcomes, int from, int to, double[] losses) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        for (int row = from; row < to; row++) {
            int index = truth.index(row);
            double best = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < predictions.labels().size(); label++) {
                if (label != index) {
                    best = Math.max(best, predictions.score(row, label));
                }
            }
            losses[row - from] = Math.max(0, 1 - (predictions.score(row, index) - best));
        }
    }
}
