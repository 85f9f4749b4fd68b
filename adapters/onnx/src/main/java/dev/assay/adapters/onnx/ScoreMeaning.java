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
            return Predictions.logits(labels, scores);
        }

        @Override
        LabelPredictions of(Labels labels, double[] scores) {
            return Predictions.logits(labels, scores);
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

    /** Makes predictions of scores, one row after another. */
    abstract LabelPredictions of(Labels labels, float[] scores);

    /** Makes predictions of scores, one row after another. */
    abstract LabelPredictions of(Labels labels, double[] scores);

    /** Turns the only score of a two-label model into the probability of its label. */
    abstract double probability(double score);
}
