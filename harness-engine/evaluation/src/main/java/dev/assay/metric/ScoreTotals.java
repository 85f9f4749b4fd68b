package dev.assay.metric;

import dev.assay.numeric.ExactSum;

/** The weights of a label's rows and of other rows, from the highest score down to some score. */
final class ScoreTotals {

    private final SortedScores sorted;
    private final int label;
    private final Running positives = new Running();
    private final Running negatives = new Running();

    ScoreTotals(SortedScores sorted, int label) {
        this.sorted = sorted;
        this.label = label;
    }

    /** Adds rows with the same score; the order among them must not show. */
    void add(int start, int end) {
        if (end == start + 1) {
            (sorted.truth(start) == label ? positives : negatives).add(sorted.weight(start));
            return;
        }
        ExactSum tiedPositives = new ExactSum();
        ExactSum tiedNegatives = new ExactSum();
        for (int position = start; position < end; position++) {
            (sorted.truth(position) == label ? tiedPositives : tiedNegatives).add(sorted.weight(position));
        }
        positives.add(tiedPositives.value());
        negatives.add(tiedNegatives.value());
    }

    double positives() {
        return positives.value();
    }

    double negatives() {
        return negatives.value();
    }

    /** A running sum with compensated rounding errors (Neumaier 1974). */
    private static final class Running {

        private double sum;
        private double compensation;

        void add(double value) {
            double next = sum + value;
            compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        double value() {
            return sum + compensation;
        }
    }
}
