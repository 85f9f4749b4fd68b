package dev.assay.adapters.onnx;

import dev.assay.data.Labels;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;

/** What the scores of an output are. */
enum ScoreMeaning {
    PROBABILITIES {
        @Override
        LabelPredictions of(Labels labels, float[] scores) {
            return Predictions.probabilities(labels, scores);
        }

        @Override
        LabelPredictions of(Labels labels, double[] scores) {
            return Predictions.probabilities(labels, scores);
        }

        @Override
        double probability(double score) {
            return score;
        }
    },
    /** Natural logarithms of odds, of which softmax makes probabilities. */
    LOGITS {
        @Override
        LabelPredictions of(Labels labels, float[] scores) {
            double[] doubles = new double[scores.length];
            for (int i = 0; i < scores.length; i++) {
                doubles[i] = scores[i];
            }
            return of(labels, doubles);
        }

        @Override
        LabelPredictions of(Labels labels, double[] scores) {
            for (double score : scores) {
                if (!Double.isFinite(score)) {
                    // reports it as what it is, and not as what softmax makes of it
                    Predictions.margins(labels, scores);
                }
            }
            for (int from = 0; from < scores.length; from += labels.size()) {
                softmax(scores, from, from + labels.size());
            }
            return Predictions.probabilities(labels, scores);
        }

        @Override
        double probability(double score) {
            return 1 / (1 + Math.exp(-score));
        }
    },
    MARGINS {
        @Override
        LabelPredictions of(Labels labels, float[] scores) {
            return Predictions.margins(labels, scores);
        }

        @Override
        LabelPredictions of(Labels labels, double[] scores) {
            return Predictions.margins(labels, scores);
        }

        @Override
        double probability(double score) {
            throw new IllegalStateException("margins are no probabilities");
        }
    };

    /** Makes predictions of scores, one row after another; the array may be changed. */
    abstract LabelPredictions of(Labels labels, float[] scores);

    /** Makes predictions of scores, one row after another; the array may be changed. */
    abstract LabelPredictions of(Labels labels, double[] scores);

    /** Turns the only score of a two-label model into the probability of its label. */
    abstract double probability(double score);

    private static void softmax(double[] scores, int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, scores[i]);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            // less the highest, so that none overflows
            scores[i] = Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = from; i < to; i++) {
            scores[i] /= sum;
        }
    }
}
