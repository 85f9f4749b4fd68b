package dev.assay.prediction;

import dev.assay.data.Labels;
import java.util.Arrays;
import java.util.List;

/** Predicted labels, with one score for each label where the model gives them. */
public final class LabelPredictions implements Predictions {

    private final Labels labels;
    private final int[] predicted;
    private final ScoreKind kind;
    private final ScoreMatrix scores;
    private final boolean byScore;

    private LabelPredictions(Labels labels, int[] predicted, ScoreKind kind, ScoreMatrix scores, boolean byScore) {
        this.labels = labels;
        this.predicted = predicted;
        this.kind = kind;
        this.scores = scores;
        this.byScore = byScore;
    }

    /** Checks and wraps; the array is not copied. */
    static LabelPredictions of(Labels labels, int[] predicted) {
        requireKnown(labels, predicted);
        return new LabelPredictions(labels, predicted, ScoreKind.NONE, ScoreMatrix.NONE, false);
    }

    /** Checks scores and predicts the label of the highest one. */
    static LabelPredictions of(Labels labels, ScoreKind kind, ScoreMatrix scores) {
        return new LabelPredictions(labels, ScoreCheck.highest(labels, kind, scores), kind, scores, true);
    }

    /** Wraps scores that are known to be right, and each row's label of the highest one, the first of equals. */
    static LabelPredictions of(Labels labels, ScoreKind kind, ScoreMatrix scores, int[] highest) {
        return new LabelPredictions(labels, highest, kind, scores, true);
    }

    private static void requireKnown(Labels labels, int[] predicted) {
        for (int row = 0; row < predicted.length; row++) {
            if (predicted[row] < 0 || predicted[row] >= labels.size()) {
                throw new InvalidPredictionsException(
                        row, "no label has index " + predicted[row] + "; there are " + labels.size() + " labels");
            }
        }
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
                alike ? concatenatedScores(parts) : ScoreMatrix.NONE,
                alike && parts.stream().allMatch(part -> part.byScore));
    }

    private static ScoreMatrix concatenatedScores(List<LabelPredictions> parts) {
        boolean mixed = parts.stream().anyMatch(part -> part.scores.isSingle())
                && !parts.stream().allMatch(part -> part.scores.isSingle());
        // what says that a row may miss a sum of 1, that it came as floats, is lost beside doubles
        return ScoreMatrix.concatenated(parts.stream()
                .map(part -> mixed && part.kind == ScoreKind.PROBABILITIES ? part.scores.normalised() : part.scores)
                .toList());
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
        int[] copy = newPredicted.clone();
        requireKnown(labels, copy);
        return new LabelPredictions(labels, copy, kind, scores, false);
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
     * Tells whether labels are known to be predicted by their scores.
     *
     * @return true if each example's label is that of its highest score, the first of equals; false if it need not be
     */
    public boolean isByHighestScore() {
        return byScore;
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
        return scores.get(row, label);
    }

    /**
     * Copies the scores of rows, one row after another; faster than one by one.
     *
     * @param fromRow the first row
     * @param toRow the row behind the last
     * @param target takes {@code labels().size()} scores of each row from index 0 on
     * @throws IllegalStateException if there are no scores
     */
    public void copyScores(int fromRow, int toRow, double[] target) {
        if (kind == ScoreKind.NONE) {
            throw new IllegalStateException("these predictions have no scores");
        }
        scores.copy(fromRow, toRow, target);
    }

    /**
     * Copies the scores of rows that came as floats, one row after another.
     *
     * @param fromRow the first row
     * @param toRow the row behind the last
     * @param target takes {@code labels().size()} scores of each row from index 0 on
     * @throws IllegalStateException if there are no scores in single precision; see {@link #hasFloatScores}
     */
    public void copyScores(int fromRow, int toRow, float[] target) {
        if (kind == ScoreKind.NONE || !scores.isSingle()) {
            throw new IllegalStateException("these predictions have no scores in single precision");
        }
        scores.copy(fromRow, toRow, target);
    }

    /**
     * Tells whether scores came as floats. Probabilities that did may sum to 1 within 1e-3 only; metrics that read them as
     * probabilities divide them by their sum.
     *
     * @return whether scores are in single precision
     */
    public boolean hasFloatScores() {
        return scores.isSingle();
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
            return new LabelPredictions(vocabulary, predicted, kind, scores, byScore);
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
        Arrays.setAll(moved, row -> position[predicted[row]]);
        if (kind == ScoreKind.NONE) {
            return new LabelPredictions(vocabulary, moved, kind, scores, false);
        }
        // one value for all rows: if it differed from row to row, it would rank examples by a label that nobody scored
        double ofUnknown = kind == ScoreKind.MARGINS ? scores.belowAll() : 0;
        return new LabelPredictions(
                vocabulary, moved, kind, scores.spread(position, vocabulary.size(), ofUnknown), false);
    }

    @Override
    public LabelPredictions select(int... rows) {
        int[] selected = new int[rows.length];
        Arrays.setAll(selected, i -> predicted[rows[i]]);
        return new LabelPredictions(
                labels, selected, kind, kind == ScoreKind.NONE ? ScoreMatrix.NONE : scores.select(rows), byScore);
    }
}
