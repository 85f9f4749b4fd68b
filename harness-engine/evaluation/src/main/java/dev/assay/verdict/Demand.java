package dev.assay.verdict;

import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.metric.Metric;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * That a number lie on one side of a threshold. Decides and words this alike for evaluations and for stored results.
 *
 * @param side on which side
 * @param threshold any finite number
 * @param confidence at which confidence level; empty if the value itself decides
 * @param notation how numbers are written
 */
record Demand(Side side, double threshold, OptionalDouble confidence, Notation notation) {

    Demand(Side side, double threshold, OptionalDouble confidence) {
        this(side, threshold, confidence, Notation.PLAIN);
    }

    /**
     * Checks that the metric can have such a value.
     *
     * @throws IllegalArgumentException if not
     */
    Demand on(Metric metric) {
        if (!metric.range().contains(threshold) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException(metric.name() + " lies in the range of " + metric.range()
                    + "; a threshold of " + threshold + " makes no sense"
                    + (threshold > 1 && threshold <= 100 && metric.range().maximum() == 1
                            ? " (is it meant in percent?)"
                            : ""));
        }
        return this;
    }

    Demand atConfidence(double level) {
        return new Demand(side, threshold, OptionalDouble.of(requireLevel(level)), notation);
    }

    static double requireLevel(double level) {
        if (!(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException(
                    "a confidence level lies above 0.5 and below 1, such as 0.95; not " + level);
        }
        return level;
    }

    String words() {
        return side.words + " " + notation.threshold(threshold)
                + (confidence.isPresent() ? " at " + Numbers.level(confidence.getAsDouble()) + " confidence" : "");
    }

    /**
     * Judges the value itself.
     *
     * @param chance what is said of the chance to meet the demand with fresh data; asked for only if it is not met
     */
    Finding byValue(double value, Supplier<String> chance) {
        boolean met = side.isMetBy(value, threshold);
        String actual = rounded(value);
        String said = met ? "" : chance.get();
        return new Finding(
                met ? Outcome.MET : Outcome.NOT_MET,
                actual,
                "it was " + actual + said,
                Evidence.of("value " + actual + said.strip().replaceAll("^(?=.)", " ")));
    }

    /**
     * Judges by one-sided bounds at the confidence level.
     *
     * @param method whose bounds they are, and by which method
     * @param settling what would settle it; asked for only if the evidence doesn't
     */
    Finding byBounds(double value, double lower, double upper, String method, Supplier<String> settling) {
        String level = Numbers.level(confidence.orElseThrow());
        double worse = side == Side.AT_LEAST ? lower : upper;
        double better = side == Side.AT_LEAST ? upper : lower;
        String worseWords = level + (side == Side.AT_LEAST ? " lower" : " upper") + " bound";
        String betterWords = level + (side == Side.AT_LEAST ? " upper" : " lower") + " bound";
        if (side.isMetBy(worse, threshold)) {
            String actual = worseWords + " " + notation.value(worse, threshold, side.roundingOfMissed);
            return new Finding(Outcome.MET, actual, actual, evidence(actual, worse, method));
        }
        String bounds = System.lineSeparator() + "  bounds: " + method;
        if (side.isMetBy(better, threshold)) {
            String actual = worseWords + " " + rounded(worse);
            String settled = settling.get();
            return new Finding(
                    Outcome.INCONCLUSIVE,
                    actual,
                    "the evidence doesn't decide: the " + actual + " misses it, the " + betterWords + " "
                            + rounded(better) + " doesn't; the value is " + rounded(value) + bounds
                            + (settled.isEmpty() ? "" : System.lineSeparator() + "  " + settled),
                    evidence(actual, worse, method + (settled.isEmpty() ? "" : "; " + settled)));
        }
        String actual = betterWords + " " + rounded(better);
        return new Finding(
                Outcome.NOT_MET,
                actual,
                "even the " + actual + " misses it; the value is " + rounded(value) + bounds,
                evidence(actual, better, method));
    }

    private static Evidence evidence(String words, double bound, String method) {
        return Evidence.of(words + ", " + method).withBound(bound);
    }

    /** Rounds what misses the threshold away from it, so that no number of a message contradicts another. */
    String rounded(double number) {
        return notation.value(
                number, threshold, side.isMetBy(number, threshold) ? RoundingMode.HALF_EVEN : side.roundingOfMissed);
    }
}
