package dev.assay.prediction;

import dev.assay.data.Labels;

/** What the scores are that a model gives for labels. */
public enum ScoreMeaning {
    /** Numbers from 0 to 1, those of an example with the sum 1. */
    PROBABILITIES {
        @Override
        public LabelPredictions of(Labels labels, float... scores) {
            return Predictions.probabilities(labels, scores);
        }

        @Override
        public LabelPredictions of(Labels labels, double... scores) {
            return Predictions.probabilities(labels, scores);
        }

        @Override
        public LabelPredictions ofOne(Labels labels, int label, double... scores) {
            double[] both = new double[2 * scores.length];
            for (int row = 0; row < scores.length; row++) {
                both[2 * row + label] = scores[row];
                both[2 * row + 1 - label] = 1 - scores[row];
            }
            return Predictions.probabilities(labels, both);
        }
    },
    /** Natural logarithms of odds, of which softmax makes probabilities. */
    LOGITS {
        @Override
        public LabelPredictions of(Labels labels, float... scores) {
            return Predictions.logits(labels, scores);
        }

        @Override
        public LabelPredictions of(Labels labels, double... scores) {
            return Predictions.logits(labels, scores);
        }

        @Override
        public LabelPredictions ofOne(Labels labels, int label, double... scores) {
            double[] both = new double[2 * scores.length];
            for (int row = 0; row < scores.length; row++) {
                // beside 0, softmax is the logistic function, and doesn't lose a small probability as 1 - p would
                both[2 * row + label] = scores[row];
            }
            return Predictions.logits(labels, both);
        }
    },
    /** Neither, such as votes or distances: they rank examples, but have no log loss. */
    MARGINS {
        @Override
        public LabelPredictions of(Labels labels, float... scores) {
            return Predictions.margins(labels, scores);
        }

        @Override
        public LabelPredictions of(Labels labels, double... scores) {
            return Predictions.margins(labels, scores);
        }

        @Override
        public LabelPredictions ofOne(Labels labels, int label, double... scores) {
            throw new IllegalArgumentException("a margin of one label tells nothing of the other");
        }
    };

    /**
     * Makes predictions of scores in single precision.
     *
     * @param labels the vocabulary
     * @param scores {@code labels.size()} numbers for each example, one example after another
     * @return the predictions
     * @throws InvalidPredictionsException if the numbers can't be what they are said to be; the message
     *     names the row
     */
    public abstract LabelPredictions of(Labels labels, float... scores);

    /**
     * Makes predictions of scores.
     *
     * @param labels the vocabulary
     * @param scores {@code labels.size()} numbers for each example, one example after another
     * @return the predictions
     * @throws InvalidPredictionsException if the numbers can't be what they are said to be; the message
     *     names the row
     */
    public abstract LabelPredictions of(Labels labels, double... scores);

    /**
     * Makes predictions of the scores of one of two labels: of a probability p, the other label's is 1 - p; of a logit, the
     * logistic function makes both probabilities.
     *
     * @param labels two labels
     * @param label the index of the one that scores are of
     * @param scores a number for each example
     * @return the predictions, with probabilities
     * @throws InvalidPredictionsException if the numbers can't be what they are said to be; the message
     *     names the row
     * @throws IllegalArgumentException if scores are margins
     */
    public abstract LabelPredictions ofOne(Labels labels, int label, double... scores);
}
