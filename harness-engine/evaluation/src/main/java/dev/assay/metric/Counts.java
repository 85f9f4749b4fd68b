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
 */
record Counts(double truePositives, double falsePositives, double falseNegatives) {

    /** Adds counts up; their order doesn't show. */
    static Counts sum(List<Counts> parts) {
        return new Counts(
                sum(parts, Counts::truePositives),
                sum(parts, Counts::falsePositives),
                sum(parts, Counts::falseNegatives));
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
