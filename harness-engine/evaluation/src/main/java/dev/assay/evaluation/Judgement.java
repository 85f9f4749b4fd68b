package dev.assay.evaluation;

import java.util.OptionalDouble;

/**
 * A criterion that was judged, met or not: what a result keeps of it.
 *
 * @param candidate the name of the candidate that was judged
 * @param criterion the demand as a sentence, such as {@code F1 of "malignant" to be at least 0.9}
 * @param outcome how it ended
 * @param metric the metric's name, or empty if it is about none
 * @param value the value that was found, if it is defined
 * @param threshold the value demanded, if it is about one
 * @param confidence the confidence demanded, if any
 * @param message the whole sentence for readers, empty if met
 * @param remark what readers should know though it is met, or empty
 */
public record Judgement(
        String candidate,
        String criterion,
        Outcome outcome,
        String metric,
        OptionalDouble value,
        OptionalDouble threshold,
        OptionalDouble confidence,
        String message,
        String remark) {

    /**
     * Makes a judgement without a remark.
     *
     * @param candidate the name of the candidate that was judged
     * @param criterion the demand as a sentence, such as {@code F1 of "malignant" to be at least 0.9}
     * @param outcome how it ended
     * @param metric the metric's name, or empty if it is about none
     * @param value the value that was found, if it is defined
     * @param threshold the value demanded, if it is about one
     * @param confidence the confidence demanded, if any
     * @param message the whole sentence for readers, empty if met
     */
    public Judgement(
            String candidate,
            String criterion,
            Outcome outcome,
            String metric,
            OptionalDouble value,
            OptionalDouble threshold,
            OptionalDouble confidence,
            String message) {
        this(candidate, criterion, outcome, metric, value, threshold, confidence, message, "");
    }

    /** How judging ended. */
    public enum Outcome {
        /** The demand is met. */
        MET,
        /** The demand is not met. */
        NOT_MET,
        /** The evidence doesn't decide. */
        INCONCLUSIVE,
        /** The value was handed to assertions that Assay doesn't see. */
        CUSTOM
    }
}
