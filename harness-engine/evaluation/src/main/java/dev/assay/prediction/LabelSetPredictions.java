package dev.assay.prediction;

import dev.assay.data.Labels;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Predicted sets of labels, with one score for each label where the model gives them. */
public final class LabelSetPredictions implements Predictions {

    private final Labels labels;
    private final int size;
    /** Row-major: whether a label was predicted. */
    private final boolean[] members;
    /** Row-major. */
    private final double @Nullable [] scores;

    private LabelSetPredictions(Labels labels, int size, boolean[] members, double @Nullable [] scores) {
        this.labels = labels;
        this.size = size;
        this.members = members;
        this.scores = scores;
    }

    static LabelSetPredictions of(Labels labels, List<? extends Collection<String>> sets) {
        boolean[] members = new boolean[Math.multiplyExact(sets.size(), labels.size())];
        for (int row = 0; row < sets.size(); row++) {
            for (String label : sets.get(row)) {
                if (!labels.contains(label)) {
                    throw new InvalidPredictionsException(row, "no label \"" + label + "\"; the labels are " + labels);
                }
                members[row * labels.size() + labels.indexOf(label)] = true;
            }
        }
        return new LabelSetPredictions(labels, sets.size(), members, null);
    }

    static LabelSetPredictions ofScores(Labels labels, double threshold, double[] scores) {
        if (scores.length % labels.size() != 0) {
            throw new InvalidPredictionsException(
                    scores.length + " scores are not a multiple of the number of labels, " + labels.size());
        }
        boolean[] members = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            members[i] = scores[i] >= threshold;
        }
        return new LabelSetPredictions(labels, scores.length / labels.size(), members, null).withScores(scores);
    }

    static LabelSetPredictions concatenated(List<LabelSetPredictions> parts) {
        Labels labels = parts.get(0).labels;
        int size = parts.stream().mapToInt(LabelSetPredictions::size).sum();
        boolean scored = parts.stream().allMatch(LabelSetPredictions::hasScores);
        boolean[] members = new boolean[size * labels.size()];
        double[] scores = new double[scored ? members.length : 0];
        int next = 0;
        for (LabelSetPredictions part : parts) {
            System.arraycopy(part.members, 0, members, next, part.members.length);
            if (scored && part.scores != null) {
                System.arraycopy(part.scores, 0, scores, next, part.scores.length);
            }
            next += part.members.length;
        }
        return new LabelSetPredictions(labels, size, members, scored ? scores : null);
    }

    /**
     * Adds the scores by which labels were chosen.
     *
     * @param newScores one finite number for each example and label, one example after another; copied
     * @return the same predicted sets with these scores
     * @throws InvalidPredictionsException if the numbers are not so; the message names the row
     */
    public LabelSetPredictions withScores(double... newScores) {
        if (newScores.length != members.length) {
            throw new InvalidPredictionsException(newScores.length + " scores for " + size + " examples of "
                    + labels.size() + " labels; there must be one for each example and label");
        }
        for (int i = 0; i < newScores.length; i++) {
            if (!Double.isFinite(newScores[i])) {
                throw new InvalidPredictionsException(
                        i / labels.size(),
                        "the score of \"" + labels.name(i % labels.size()) + "\" is " + newScores[i]
                                + "; scores must be finite numbers");
            }
        }
        return new LabelSetPredictions(labels, size, members, newScores.clone());
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
        return "sets of labels";
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * Tells whether a label was predicted for an example.
     *
     * @param row from 0 to {@code size() - 1}
     * @param label the label's index in {@link #labels()}
     * @return whether it is in the predicted set
     */
    public boolean contains(int row, int label) {
        return members[row * labels.size() + label];
    }

    /**
     * Returns an example's predicted labels.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the labels' names in the vocabulary's order
     */
    public Set<String> set(int row) {
        Set<String> set = new LinkedHashSet<>();
        for (int label = 0; label < labels.size(); label++) {
            if (contains(row, label)) {
                set.add(labels.name(label));
            }
        }
        return set;
    }

    /**
     * Tells whether there are scores.
     *
     * @return whether the model gave scores
     */
    public boolean hasScores() {
        return scores != null;
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
        if (scores == null) {
            throw new IllegalStateException("these predictions have no scores");
        }
        return scores[row * labels.size() + label];
    }

    /**
     * Puts the same predictions over another vocabulary. Labels that these don't know are in no set; their score is the same
     * in every row: 0 if no score is negative, as with probabilities, and below all others otherwise.
     *
     * @param vocabulary labels that contain all of these
     * @return the predictions over that vocabulary
     * @throws InvalidPredictionsException if the vocabulary lacks a label of these
     */
    public LabelSetPredictions over(Labels vocabulary) {
        if (vocabulary.names().equals(labels.names())) {
            return new LabelSetPredictions(vocabulary, size, members, scores);
        }
        int k = vocabulary.size();
        boolean[] spread = new boolean[Math.multiplyExact(size, k)];
        double[] spreadScores = scores == null ? null : new double[spread.length];
        if (scores != null && spreadScores != null) {
            double lowest = Arrays.stream(scores).min().orElse(0);
            Arrays.fill(spreadScores, lowest < 0 ? Math.min(lowest - 1, Math.nextDown(lowest)) : 0);
        }
        for (int label = 0; label < labels.size(); label++) {
            if (!vocabulary.contains(labels.name(label))) {
                throw new InvalidPredictionsException("the model knows the label \"" + labels.name(label)
                        + "\", which is not among the data's labels " + vocabulary);
            }
            int place = vocabulary.indexOf(labels.name(label));
            for (int row = 0; row < size; row++) {
                spread[row * k + place] = contains(row, label);
                if (spreadScores != null) {
                    spreadScores[row * k + place] = score(row, label);
                }
            }
        }
        return new LabelSetPredictions(vocabulary, size, spread, spreadScores);
    }

    @Override
    public LabelSetPredictions select(int... rows) {
        int k = labels.size();
        boolean[] selected = new boolean[rows.length * k];
        double[] selectedScores = scores == null ? null : new double[rows.length * k];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(members, rows[i] * k, selected, i * k, k);
            if (scores != null && selectedScores != null) {
                System.arraycopy(scores, rows[i] * k, selectedScores, i * k, k);
            }
        }
        return new LabelSetPredictions(labels, rows.length, selected, selectedScores);
    }
}
