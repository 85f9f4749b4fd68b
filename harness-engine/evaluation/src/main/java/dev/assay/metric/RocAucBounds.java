package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.Arrays;

/**
 * The area under the ROC curve of a stream: outcomes are added batch by batch, in constant memory, and bounds are certain to
 * contain what {@link ClassificationMetrics#ROC_AUC} gives of all rows at once.
 *
 * <p>Scores are counted in 65 536 bins that are narrow near 0 and, for probabilities, near 1 as well. Rows of different bins
 * are ranked as their scores are; of rows within a bin, whose order isn't known, the bounds assume the worst and the best. A
 * bin in which all scores are equal is a tie, and exact.
 */
public final class RocAucBounds {

    private static final int BINS = 1 << 16;
    private static final int FRACTION_BITS = 10;
    private static final int HALF = BINS / 2;

    private final String label;
    private final long[] positives = new long[BINS];
    private final long[] negatives = new long[BINS];
    private final double[] lowest = new double[BINS];
    private final double[] highest = new double[BINS];
    private ScoreKind kind = ScoreKind.NONE;

    private RocAucBounds(String label) {
        this.label = label;
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    /**
     * Starts with nothing.
     *
     * @param label the label whose scores rank the rows
     * @return empty bounds
     */
    public static RocAucBounds ofLabel(String label) {
        return new RocAucBounds(label);
    }

    /**
     * Adds a batch.
     *
     * @param batch truth and predictions with scores of one kind, without weights
     * @throws IllegalArgumentException if there are no scores, scores of another kind than before, or weights
     */
    public void add(Outcomes batch) {
        LabelPredictions predictions = batch.labelPredictions();
        requireKind(predictions.scoreKind());
        if (batch.isWeighted()) {
            throw new IllegalArgumentException("bounds of the ROC AUC are for rows without weights");
        }
        int index = predictions.labels().indexOf(label);
        for (int row = 0; row < batch.size(); row++) {
            double score = predictions.score(row, index) + 0.0;
            int bin = bin(score);
            (batch.labelTruth().index(row) == index ? positives : negatives)[bin]++;
            lowest[bin] = Math.min(lowest[bin], score);
            highest[bin] = Math.max(highest[bin], score);
        }
    }

    private void requireKind(ScoreKind added) {
        if (added == ScoreKind.NONE) {
            throw new IllegalArgumentException("the model gives labels without scores that rank examples");
        }
        if (kind != ScoreKind.NONE && kind != added) {
            throw new IllegalArgumentException("a batch has " + added + ", those before it " + kind);
        }
        kind = added;
    }

    /** Never lower for a higher score. */
    private int bin(double score) {
        if (kind == ScoreKind.PROBABILITIES) {
            return score < 0.5 ? magnitude(score, -1) : BINS - 1 - magnitude(1 - score, -1);
        }
        int ofMagnitude = magnitude(Math.abs(score), 15);
        return score < 0 ? HALF - 1 - ofMagnitude : HALF + ofMagnitude;
    }

    /** Numbers the intervals of a magnitude by its exponent, 32 of them up to the highest one, and its leading fraction. */
    private static int magnitude(double value, int highestExponent) {
        long above = (Double.doubleToRawLongBits(Math.max(0, value)) >>> (52 - FRACTION_BITS))
                - ((long) (highestExponent - 31 + Double.MAX_EXPONENT) << FRACTION_BITS);
        return (int) Math.max(0, Math.min(HALF - 1, above));
    }

    /**
     * Adds all batches of other bounds.
     *
     * @param other bounds for the same label, which stay as they are
     * @throws IllegalArgumentException if they are for another label, or of scores of another kind
     */
    public void merge(RocAucBounds other) {
        if (!label.equals(other.label)) {
            throw new IllegalArgumentException(
                    "bounds for \"" + other.label + "\" can't be merged into bounds for \"" + label + "\"");
        }
        if (other.kind == ScoreKind.NONE) {
            return;
        }
        requireKind(other.kind);
        for (int bin = 0; bin < BINS; bin++) {
            positives[bin] += other.positives[bin];
            negatives[bin] += other.negatives[bin];
            lowest[bin] = Math.min(lowest[bin], other.lowest[bin]);
            highest[bin] = Math.max(highest[bin], other.highest[bin]);
        }
    }

    /**
     * Returns the lower bound.
     *
     * @return a value that the area is not below; undefined if only one side occurs
     */
    public MetricValue lower() {
        return bound(0);
    }

    /**
     * Returns the upper bound.
     *
     * @return a value that the area is not above; undefined if only one side occurs
     */
    public MetricValue upper() {
        return bound(2);
    }

    /** Computes the area as if pairs within a bin counted as much, in halves; rounds as the exact area is rounded. */
    private MetricValue bound(int halvesWithinBin) {
        double allPositives = sum(positives);
        double allNegatives = sum(negatives);
        if (allPositives == 0 || allNegatives == 0) {
            return MetricValue.undefined(
                    allPositives > 0 ? "every example is \"" + label + "\"" : "no example is \"" + label + "\"");
        }
        ExactSum twiceWins = new ExactSum();
        long negativesBelow = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int halves = lowest[bin] == highest[bin] ? 1 : halvesWithinBin;
            twiceWins.addProduct((double) positives[bin], 2.0 * negativesBelow);
            twiceWins.addProduct((double) positives[bin], (double) halves * negatives[bin]);
            negativesBelow += negatives[bin];
        }
        return MetricValue.of(Math.min(1, twiceWins.value() / (2 * allPositives * allNegatives)));
    }

    private static double sum(long[] counts) {
        return (double) Arrays.stream(counts).sum();
    }
}
