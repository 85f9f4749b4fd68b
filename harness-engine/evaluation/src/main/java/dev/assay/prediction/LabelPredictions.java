package dev.assay.prediction;

import dev.assay.data.Labels;
import java.util.Arrays;
import java.util.List;

/** Predicted labels, with one score for each label where the model gives them. */
public final class LabelPredictions implements Predictions {

    private static final double SUM_TOLERANCE = 1e-6;

    private final Labels labels;
    private final int[] predicted;
    private final ScoreKind kind;
    /** Row-major; empty where there are no scores. */
    private final double[] scores;

    private LabelPredictions(Labels labels, int[] predicted, ScoreKind kind, double[] scores) {
        this.labels = labels;
        this.predicted = predicted;
        this.kind = kind;
        this.scores = scores;
    }

    /** Checks and wraps; the arrays are not copied. */
    static LabelPredictions of(Labels labels, int[] predicted, ScoreKind kind, double[] scores) {
        for (int row = 0; row < predicted.length; row++) {
            if (predicted[row] < 0 || predicted[row] >= labels.size()) {
                throw new InvalidPredictionsException(
                        row, "no label has index " + predicted[row] + "; there are " + labels.size() + " labels");
            }
        }
        if (kind != ScoreKind.NONE) {
            requireScores(labels, predicted.length, kind, scores);
        }
        return new LabelPredictions(labels, predicted, kind, scores);
    }

    static LabelPredictions concatenated(List<LabelPredictions> parts) {
        LabelPredictions first = parts.get(0);
        boolean alike = parts.stream().allMatch(part -> part.kind == first.kind);
        return new LabelPredictions(
                first.labels,
                parts.stream()
                        .flatMapToInt(part -> Arrays.stream(part.predicted))
                        .toArray(),
                alike ? first.kind : ScoreKind.NONE,
                alike
                        ? parts.stream()
                                .flatMapToDouble(part -> Arrays.stream(part.scores))
                                .toArray()
                        : new double[0]);
    }

    private static void requireScores(Labels labels, int rows, ScoreKind kind, double[] scores) {
        int k = labels.size();
        if (scores.length != rows * k) {
            throw new InvalidPredictionsException(scores.length + " scores for " + rows + " examples of " + k
                    + " labels; there must be one for each example and label");
        }
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int label = 0; label < k; label++) {
                double score = scores[row * k + label];
                if (!Double.isFinite(score)) {
                    throw new InvalidPredictionsException(
                            row,
                            "the score of \"" + labels.name(label) + "\" is " + score
                                    + "; scores must be finite numbers");
                }
                if (kind == ScoreKind.PROBABILITIES && (score < 0 || score > 1 + SUM_TOLERANCE)) {
                    throw new InvalidPredictionsException(
                            row,
                            "the probability of \"" + labels.name(label) + "\" is " + score
                                    + "; if these are logits or votes, say so with margins(…)");
                }
                sum += score;
            }
            if (kind == ScoreKind.PROBABILITIES && Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw new InvalidPredictionsException(row, "the probabilities sum to " + sum + " instead of 1");
            }
        }
    }

    /** Finds the label of the highest score of each row, the first of equals. */
    static int[] highest(Labels labels, double[] scores) {
        int k = labels.size();
        if (scores.length % k != 0) {
            throw new InvalidPredictionsException(
                    scores.length + " scores are not a multiple of the number of labels, " + k);
        }
        int[] highest = new int[scores.length / k];
        for (int row = 0; row < highest.length; row++) {
            for (int label = 1; label < k; label++) {
                if (scores[row * k + label] > scores[row * k + highest[row]]) {
                    highest[row] = label;
                }
            }
        }
        return highest;
    }

    /**
     * Replaces the predicted labels, for models that don't choose the label of the highest score.
     *
     * @param newPredicted one label's index for each example; copied
     * @return predictions of these labels with the same scores
     * @throws InvalidPredictionsException if an index is outside the vocabulary, or there are not as many as examples
     */
    public LabelPredictions withPredicted(int... newPredicted) {
        if (newPredicted.length != predicted.length) {
            throw new InvalidPredictionsException(
                    newPredicted.length + " predicted labels for " + predicted.length + " examples");
        }
        return of(labels, newPredicted.clone(), kind, scores);
    }

    /**
     * Returns the vocabulary.
     *
     * @return the labels in the order of the scores
     */
    public Labels labels() {
        return labels;
    }

    @Override
    public String kind() {
        return "labels";
    }

    @Override
    public int size() {
        return predicted.length;
    }

    /**
     * Returns an example's predicted label by its position in the vocabulary.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the label's index in {@link #labels()}
     */
    public int index(int row) {
        return predicted[row];
    }

    /**
     * Returns an example's predicted label.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the label's name
     */
    public String label(int row) {
        return labels.name(predicted[row]);
    }

    /**
     * Returns what the scores are.
     *
     * @return {@link ScoreKind#NONE} if there are none
     */
    public ScoreKind scoreKind() {
        return kind;
    }

    /**
     * Returns a score.
     *
     * @param row from 0 to {@code size() - 1}
     * @param label the label's index
     * @return the example's score for that label
     * @throws IllegalStateException if there are no scores
     */
    public double score(int row, int label) {
        if (kind == ScoreKind.NONE) {
            throw new IllegalStateException("these predictions have no scores");
        }
        return scores[row * labels.size() + label];
    }

    /**
     * Puts the same predictions over another vocabulary; labels that these don't know get probability 0, or the
     * same margin in every row, below all others.
     *
     * @param vocabulary labels that contain all of these
     * @return the predictions over that vocabulary
     * @throws InvalidPredictionsException if the vocabulary lacks a label of these
     */
    public LabelPredictions over(Labels vocabulary) {
        if (vocabulary.names().equals(labels.names())) {
            return new LabelPredictions(vocabulary, predicted, kind, scores);
        }
        int[] position = new int[labels.size()];
        for (int label = 0; label < position.length; label++) {
            if (!vocabulary.contains(labels.name(label))) {
                throw new InvalidPredictionsException("the model knows the label \"" + labels.name(label)
                        + "\", which is not among the data's labels " + vocabulary);
            }
            position[label] = vocabulary.indexOf(labels.name(label));
        }
        int[] moved = new int[predicted.length];
        double[] movedScores = new double[kind == ScoreKind.NONE ? 0 : predicted.length * vocabulary.size()];
        Arrays.fill(movedScores, kind == ScoreKind.MARGINS ? belowAllScores() : 0);
        for (int row = 0; row < moved.length; row++) {
            moved[row] = position[predicted[row]];
            if (kind != ScoreKind.NONE) {
                moveScores(row, position, vocabulary.size(), movedScores);
            }
        }
        return new LabelPredictions(vocabulary, moved, kind, movedScores);
    }

    /** One value for all rows: if it differed from row to row, it would rank examples by a label that nobody scored. */
    private double belowAllScores() {
        double lowest = Arrays.stream(scores).min().orElse(0);
        return Math.max(-Double.MAX_VALUE, Math.min(lowest - 1, Math.nextDown(lowest)));
    }

    private void moveScores(int row, int[] position, int newSize, double[] target) {
        for (int label = 0; label < position.length; label++) {
            target[row * newSize + position[label]] = score(row, label);
        }
    }

    @Override
    public LabelPredictions select(int... rows) {
        int k = labels.size();
        int[] selected = new int[rows.length];
        double[] selectedScores = new double[kind == ScoreKind.NONE ? 0 : rows.length * k];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = predicted[rows[i]];
            if (kind != ScoreKind.NONE) {
                System.arraycopy(scores, rows[i] * k, selectedScores, i * k, k);
            }
        }
        return new LabelPredictions(labels, selected, kind, selectedScores);
    }
}
