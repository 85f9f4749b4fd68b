package dev.assay.metric;

import java.util.Optional;

/**
 * What a label's scores achieve at each threshold, from one above all scores down: rows with a score of at least the
 * threshold are taken for the label.
 *
 * <p>All curves of a binary classification are read from it: ROC is {@link #recall} over {@link #falsePositiveRate}, the
 * precision-recall curve {@link #precision} over {@link #recall}, DET {@link #falseNegativeRate} over
 * {@link #falsePositiveRate}, cumulative gain {@link #recall} and lift {@link #lift} over {@link #share}.
 */
public final class ThresholdCurve {

    private final int size;
    /** These have room for more points. */
    private final double[] thresholds;

    private final double[] truePositives;
    private final double[] falsePositives;
    private final double positives;
    private final double negatives;

    private ThresholdCurve(
            int size,
            double[] thresholds,
            double[] truePositives,
            double[] falsePositives,
            double positives,
            double negatives) {
        this.size = size;
        this.thresholds = thresholds;
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
        this.positives = positives;
        this.negatives = negatives;
    }

    /**
     * Makes the curve at the thresholds where it changes direction: around each score that an example of the label has.
     * Between two of these only the false positives change.
     *
     * @param outcomes a classification with scores
     * @param label the label
     * @return the curve; empty if no example is of the label, or all are
     * @throws IllegalStateException if there are no scores
     */
    public static Optional<ThresholdCurve> of(Outcomes outcomes, String label) {
        RankedLabel ranked =
                outcomes.ranked(outcomes.labelPredictions().labels().indexOf(label));
        if (!ranked.hasBothSides()) {
            return Optional.empty();
        }
        Points points = new Points(2 * ranked.size() + 2);
        points.add(Double.POSITIVE_INFINITY, 0, 0);
        for (int step = 0; step < ranked.size(); step++) {
            double threshold = ranked.threshold(step);
            points.addIfNew(Math.nextUp(threshold), ranked.truePositives(step - 1), ranked.falsePositivesAbove(step));
            points.add(threshold, ranked.truePositives(step), ranked.falsePositives(step));
        }
        points.addIfNew(Double.NEGATIVE_INFINITY, ranked.positives(), ranked.negatives());
        return Optional.of(points.curve(ranked));
    }

    /**
     * Makes the curve at every distinct score of examples whose weight isn't 0.
     *
     * @param outcomes a classification with scores
     * @param label the label
     * @return the curve; empty if no example is of the label, or all are
     * @throws IllegalStateException if there are no scores
     */
    public static Optional<ThresholdCurve> atEveryScore(Outcomes outcomes, String label) {
        int index = outcomes.labelPredictions().labels().indexOf(label);
        RankedLabel ranked = outcomes.ranked(index);
        if (!ranked.hasBothSides()) {
            return Optional.empty();
        }
        SortedScores sorted = SortedScores.of(outcomes, index);
        Points points = new Points(sorted.size() + 1);
        points.add(Double.POSITIVE_INFINITY, 0, 0);
        ScoreTotals totals = new ScoreTotals(sorted, index);
        for (int start = 0; start < sorted.size(); ) {
            int end = sorted.endOfTie(start);
            totals.add(start, end);
            points.addIfNew(sorted.score(start), totals.positives(), totals.negatives());
            start = end;
        }
        return Optional.of(points.curve(ranked));
    }

    /**
     * Returns the number of thresholds.
     *
     * @return at least 2
     */
    public int size() {
        return size;
    }

    /**
     * Returns a threshold.
     *
     * @param point from 0 to {@code size() - 1}
     * @return the lowest score that is taken for the label; infinite at point 0, where no example is
     */
    public double threshold(int point) {
        return thresholds[point];
    }

    /**
     * Returns the recall, also known as sensitivity, true positive rate and cumulative gain.
     *
     * @param point from 0 to {@code size() - 1}
     * @return the share of the label's examples that are taken for it, 0 to 1
     */
    public double recall(int point) {
        return truePositives[point] / positives;
    }

    /**
     * Returns the false positive rate, 1 minus the specificity.
     *
     * @param point from 0 to {@code size() - 1}
     * @return the share of other examples that are taken for the label, 0 to 1
     */
    public double falsePositiveRate(int point) {
        return falsePositives[point] / negatives;
    }

    /**
     * Returns the false negative rate.
     *
     * @param point from 0 to {@code size() - 1}
     * @return the share of the label's examples that are not taken for it, 0 to 1
     */
    public double falseNegativeRate(int point) {
        return (positives - truePositives[point]) / positives;
    }

    /**
     * Returns the precision.
     *
     * @param point from 0 to {@code size() - 1}
     * @return the share of the label's examples among those taken for it; 1 where there are none
     */
    public double precision(int point) {
        double taken = truePositives[point] + falsePositives[point];
        return taken > 0 ? truePositives[point] / taken : 1;
    }

    /**
     * Returns how many examples are taken for the label.
     *
     * @param point from 0 to {@code size() - 1}
     * @return their share of all examples, 0 to 1
     */
    public double share(int point) {
        return (truePositives[point] + falsePositives[point]) / (positives + negatives);
    }

    /**
     * Returns the lift: how many times as many of the label's examples are found as by taking examples at random.
     *
     * @param point from 1 to {@code size() - 1}
     * @return the precision over the label's share of all examples
     */
    public double lift(int point) {
        return precision(point) * (positives + negatives) / positives;
    }

    /**
     * Finds the point at which errors cost least.
     *
     * @param costOfFalsePositive what it costs to take another example for the label, not negative
     * @param costOfFalseNegative what it costs to miss an example of the label, not negative
     * @return the first such point; {@link #threshold} gives its threshold
     */
    public int cheapest(double costOfFalsePositive, double costOfFalseNegative) {
        CostMatrix.requireCost(costOfFalsePositive);
        CostMatrix.requireCost(costOfFalseNegative);
        int cheapest = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int point = 0; point < size(); point++) {
            double cost = costOfFalsePositive * falsePositives[point]
                    + costOfFalseNegative * (positives - truePositives[point]);
            if (cost < lowest) {
                lowest = cost;
                cheapest = point;
            }
        }
        return cheapest;
    }

    /** Collects points from the highest threshold down. */
    private static final class Points {

        private final double[] thresholds;
        private final double[] truePositives;
        private final double[] falsePositives;
        private int size;

        Points(int capacity) {
            thresholds = new double[capacity];
            truePositives = new double[capacity];
            falsePositives = new double[capacity];
        }

        void add(double threshold, double truePositive, double falsePositive) {
            thresholds[size] = threshold;
            truePositives[size] = truePositive;
            falsePositives[size] = falsePositive;
            size++;
        }

        void addIfNew(double threshold, double truePositive, double falsePositive) {
            if (truePositives[size - 1] != truePositive || falsePositives[size - 1] != falsePositive) {
                add(threshold, truePositive, falsePositive);
            }
        }

        ThresholdCurve curve(RankedLabel ranked) {
            return new ThresholdCurve(
                    size, thresholds, truePositives, falsePositives, ranked.positives(), ranked.negatives());
        }
    }
}
