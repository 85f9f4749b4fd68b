package dev.assay.metric;

import dev.assay.data.LabelSetTargets;
import dev.assay.prediction.LabelSetPredictions;
import java.util.Arrays;

/**
 * Where the labels of one example stand when all labels are ordered by their scores. A label's rank is the number of labels
 * whose score is not below its own, so that tied labels all have the worst rank of the tie, as in scikit-learn.
 */
final class LabelRanking {

    private final int labels;
    /** The ranks of the example's labels among all labels, worst first. */
    private final int[] ranks;
    /** The same labels' ranks among themselves. */
    private final int[] ownRanks;

    private LabelRanking(double[] scores, double[] ownScores) {
        this.labels = scores.length;
        this.ranks = ranks(ownScores, scores);
        this.ownRanks = ranks(ownScores, ownScores);
    }

    static LabelRanking of(Outcomes outcomes, int row) {
        LabelSetTargets truth = outcomes.labelSetTruth();
        LabelSetPredictions predictions = outcomes.labelSetPredictions();
        double[] scores = new double[truth.labels().size()];
        double[] ownScores = new double[scores.length];
        int own = 0;
        for (int label = 0; label < scores.length; label++) {
            // adding 0 makes -0.0 equal to 0.0, which sorting tells apart
            scores[label] = predictions.score(row, label) + 0.0;
            if (truth.contains(row, label)) {
                ownScores[own++] = scores[label];
            }
        }
        Arrays.sort(scores);
        Arrays.sort(ownScores, 0, own);
        return new LabelRanking(scores, Arrays.copyOf(ownScores, own));
    }

    private static int[] ranks(double[] ascending, double[] ascendingOthers) {
        int[] ranks = new int[ascending.length];
        int below = 0;
        for (int i = 0; i < ranks.length; i++) {
            while (ascendingOthers[below] < ascending[i]) {
                below++;
            }
            ranks[i] = ascendingOthers.length - below;
        }
        return ranks;
    }

    /** Returns how many of the best labels contain all of the example's, 0 if it has none. */
    int coverage() {
        return ranks.length == 0 ? 0 : ranks[0];
    }

    /** Returns the share of wrongly ordered pairs of a label that the example has and one that it has not. */
    double loss() {
        long pairs = (long) ranks.length * (labels - ranks.length);
        if (pairs == 0) {
            return 0;
        }
        long wrong = 0;
        for (int i = 0; i < ranks.length; i++) {
            wrong += ranks[i] - ownRanks[i];
        }
        return (double) wrong / pairs;
    }

    /** Returns the mean, over the example's labels, of the share of its labels among all down to that one. */
    double averagePrecision() {
        if (ranks.length == 0) {
            return 1;
        }
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += (double) ownRanks[i] / ranks[i];
        }
        return sum / ranks.length;
    }
}
