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

    static Optional<String> withoutMargins(Outcomes outcomes) {
        return switch (outcomes.labelPredictions().scoreKind()) {
            case MARGINS -> Optional.empty();
            case PROBABILITIES -> Optional.of("the model gives probabilities and no margins");
            case NONE -> Optional.of("the model gives labels without margins");
        };
    }

    /** The negative logarithm of the true label's probability. */
    record LogLoss() implements RowLoss {

        @Override
        public void prepare(Outcomes outcomes) {
            RowScores.of(outcomes);
        }

        @Override
        public void fill(Outcomes outcomes, int from, int to, double[] losses) {
            RowScores scores = RowScores.of(outcomes);
            for (int row = from; row < to; row++) {
                losses[row - from] = -Math.log(Math.max(EPSILON, Math.min(1 - EPSILON, scores.ofTruth(row))));
            }
        }
    }

    /** Returns each row's squared distance of a label's probability from 1 where it is the truth, 0 elsewhere. */
    static double[] squares(Outcomes outcomes, int label) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        int labels = truth.labels().size();
        double[] squares = new double[outcomes.size()];
        ScoreBlocks.forEach(predictions, 0, squares.length, (from, to, scores) -> {
            for (int row = from; row < to; row++) {
                int first = (row - from) * labels;
                double distance = scores[first + label] * ScoreBlocks.scale(predictions, scores, first)
                        - (truth.index(row) == label ? 1 : 0);
                squares[row] = distance * distance;
            }
        });
        return squares;
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
