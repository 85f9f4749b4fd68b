package dev.assay.statistics;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * For each row, how many rows of the other class a model places on the right side of it, in halves: 2 for each that it
 * orders rightly, 1 for each tie. Differences of two models' placements are such numbers, too, for the difference of areas.
 */
final class Placements {

    private final long[] ofPositives;
    private final long[] ofNegatives;

    private Placements(long[] ofPositives, long[] ofNegatives) {
        this.ofPositives = ofPositives;
        this.ofNegatives = ofNegatives;
    }

    static Placements of(boolean[] positive, double[] scores) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(
                    "there are " + positive.length + " rows, but " + scores.length + " scores");
        }
        int positives = 0;
        for (int i = 0; i < scores.length; i++) {
            positives += positive[i] ? 1 : 0;
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("the score of row " + i + " is " + scores[i]);
            }
        }
        if (positives == 0 || positives == scores.length) {
            throw new IllegalArgumentException("an area under a ROC curve needs rows of both classes; all "
                    + scores.length + " are " + (positives == 0 ? "negative" : "positive"));
        }
        double[] high = new double[positives];
        double[] low = new double[scores.length - positives];
        for (int i = 0, p = 0, n = 0; i < scores.length; i++) {
            if (positive[i]) {
                high[p++] = scores[i];
            } else {
                low[n++] = scores[i];
            }
        }
        return of(high, low);
    }

    private static Placements of(double[] positives, double[] negatives) {
        double[] ascendingPositives = ascending(positives);
        double[] ascendingNegatives = ascending(negatives);
        return new Placements(
                map(
                        positives,
                        score -> (long) below(ascendingNegatives, score, false)
                                + below(ascendingNegatives, score, true)),
                map(
                        negatives,
                        score -> 2L * positives.length
                                - below(ascendingPositives, score, false)
                                - below(ascendingPositives, score, true)));
    }

    private static double[] ascending(double... scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static long[] map(double[] scores, DoubleToLongFunction placement) {
        return Arrays.stream(scores).mapToLong(placement).toArray();
    }

    /** Counts scores below one, or also those that equal it. Not by Arrays.binarySearch, for which −0.0 is below 0.0. */
    private static int below(double[] ascending, double score, boolean orEqual) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < score || (orEqual && ascending[middle] == score)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Placements minus(Placements other) {
        return new Placements(minus(ofPositives, other.ofPositives), minus(ofNegatives, other.ofNegatives));
    }

    private static long[] minus(long[] a, long[] b) {
        long[] differences = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return differences;
    }

    boolean areOfSingleRow() {
        return ofPositives.length == 1 || ofNegatives.length == 1;
    }

    double area() {
        return Arrays.stream(ofPositives).sum() / (2.0 * ofPositives.length * ofNegatives.length);
    }

    double standardError() {
        double unit = 2.0 * ofPositives.length * ofNegatives.length;
        double positives = variance(ofPositives) * ofPositives.length;
        double negatives = variance(ofNegatives) * ofNegatives.length;
        return Math.sqrt(positives + negatives) / unit;
    }

    /** Returns the variance with n − 1, of distances to the first so that it is exactly 0 if all are the same. */
    private static double variance(long... values) {
        double sum = 0;
        for (long value : values) {
            sum += value - values[0];
        }
        double mean = sum / values.length;
        double squares = 0;
        for (long value : values) {
            double deviation = value - values[0] - mean;
            squares += deviation * deviation;
        }
        return squares / (values.length - 1);
    }
}
