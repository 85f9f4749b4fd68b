package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How often something was found, found where it was not, and missed: numbers of cases, or sums of their weights.
 *
 * @param truePositives true and predicted
 * @param falsePositives predicted only
 * @param falseNegatives true only
 * @param trueNegatives neither
 */
record Counts(double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {

    /** Counts rows of a label against all others. */
    static Counts of(ConfusionMatrix matrix, int label) {
        double hits = matrix.cell(label, label);
        double falsePositives = matrix.predicted(label) - hits;
        double falseNegatives = matrix.support(label) - hits;
        double rest = matrix.totalWithout(matrix.support(label), falsePositives);
        // sums of fractional weights are rounded: what is left of nothing is nothing
        return new Counts(hits, falsePositives, falseNegatives, rest > 2 * Math.ulp(matrix.total()) ? rest : 0);
    }

    /** Adds up the counts of all labels. */
    static Counts micro(ConfusionMatrix matrix) {
        double correct = matrix.correct();
        double wrong = matrix.total() - correct;
        return new Counts(correct, wrong, wrong, (matrix.labels().size() - 1) * matrix.total() - wrong);
    }

    /** Adds counts up; their order doesn't show. */
    static Counts sum(List<Counts> parts) {
        return new Counts(
                sum(parts, Counts::truePositives),
                sum(parts, Counts::falsePositives),
                sum(parts, Counts::falseNegatives),
                sum(parts, Counts::trueNegatives));
    }

    private static double sum(List<Counts> parts, ToDoubleFunction<Counts> count) {
        return ExactSum.of(parts.stream().mapToDouble(count).toArray());
    }

    /** Returns how often it was true. */
    double support() {
        return truePositives + falseNegatives;
    }

    /** Returns how often it was predicted. */
    double predicted() {
        return truePositives + falsePositives;
    }

    /** Returns how often it was either true or predicted, but not both. */
    double errors() {
        return falsePositives + falseNegatives;
    }
}
