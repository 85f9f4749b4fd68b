package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.ExactSum;
import dev.assay.prediction.LabelPredictions;
import java.util.Arrays;
import java.util.Optional;

/**
 * The area under the ROC curve of one label against the rest: the chance that a positive row's score is above a negative
 * row's, ties counting half. Without weights it is the quotient of two integers (twice the Mann–Whitney U and twice the
 * number of pairs; both stay below 2⁶² for any array), and so exact.
 */
final class RocArea {

    private final double area;
    private final double[] positives;
    private final double[] negatives;

    private RocArea(double area, double[] positives, double[] negatives) {
        this.area = area;
        this.positives = positives;
        this.negatives = negatives;
    }

    /** Returns nothing if all rows are of the label, or none is. */
    static Optional<RocArea> of(Outcomes outcomes, int label) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        int positives = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            positives += truth.index(row) == label ? 1 : 0;
        }
        double[] positive = new double[positives];
        double[] negative = new double[outcomes.size() - positives];
        int nextPositive = 0;
        int nextNegative = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            // adding 0 makes -0.0 equal to 0.0, which sorting tells apart
            double score = predictions.score(row, label) + 0.0;
            if (truth.index(row) == label) {
                positive[nextPositive++] = score;
            } else {
                negative[nextNegative++] = score;
            }
        }
        if (outcomes.isWeighted()) {
            return weightedArea(outcomes, label).map(area -> new RocArea(area, positive, negative));
        }
        if (positive.length == 0 || negative.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(positive);
        Arrays.sort(negative);
        long wins = 0;
        for (Placement placement = new Placement(positive, negative); placement.next(); ) {
            wins += placement.twiceBelow();
        }
        double area = (double) wins / (2.0 * positive.length * negative.length);
        return Optional.of(new RocArea(area, positive, negative));
    }

    double area() {
        return area;
    }

    private static Optional<Double> weightedArea(Outcomes outcomes, int label) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        Integer[] order = new Integer[outcomes.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order, (a, b) -> Double.compare(predictions.score(a, label) + 0.0, predictions.score(b, label) + 0.0));
        ExactSum wins = new ExactSum();
        ExactSum negativesBelow = new ExactSum();
        ExactSum positives = new ExactSum();
        for (int start = 0; start < order.length; ) {
            double score = predictions.score(order[start], label);
            ExactSum tiedPositives = new ExactSum();
            ExactSum tiedNegatives = new ExactSum();
            int end = start;
            for (; end < order.length && predictions.score(order[end], label) == score; end++) {
                (truth.index(order[end]) == label ? tiedPositives : tiedNegatives).add(outcomes.weight(order[end]));
            }
            wins.add(tiedPositives.value() * (negativesBelow.value() + tiedNegatives.value() / 2));
            positives.add(tiedPositives.value());
            negativesBelow.add(tiedNegatives.value());
            start = end;
        }
        double pairs = positives.value() * negativesBelow.value();
        return pairs > 0 ? Optional.of(Math.min(1, wins.value() / pairs)) : Optional.empty();
    }

    /** Returns the area with its standard error by DeLong, in the O(n log n) form of Sun and Xu 2014. */
    Sampling.RocArea sampling() {
        double variance = placementVariance(positives, negatives) / positives.length
                + placementVariance(negatives, positives) / negatives.length;
        return new Sampling.RocArea(area, Math.sqrt(variance), positives.length, negatives.length);
    }

    private static double placementVariance(double[] ones, double[] others) {
        if (ones.length < 2) {
            return 0;
        }
        double mean = 0;
        for (Placement placement = new Placement(ones, others); placement.next(); ) {
            mean += placement.twiceBelow();
        }
        mean /= ones.length;
        ExactSum squares = new ExactSum();
        for (Placement placement = new Placement(ones, others); placement.next(); ) {
            double deviation = (placement.twiceBelow() - mean) / (2.0 * others.length);
            squares.add(deviation * deviation);
        }
        return squares.value() / (ones.length - 1);
    }

    /** Walks up sorted values and tells, of each, how many of other sorted values lie below it, ties counting half. */
    private static final class Placement {

        private final double[] values;
        private final double[] others;
        private int index = -1;
        private int below;
        private int notAbove;

        Placement(double[] values, double[] others) {
            this.values = values;
            this.others = others;
        }

        boolean next() {
            if (++index == values.length) {
                return false;
            }
            while (below < others.length && others[below] < values[index]) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < others.length && others[notAbove] <= values[index]) {
                notAbove++;
            }
            return true;
        }

        long twiceBelow() {
            return (long) below + notAbove;
        }
    }
}
