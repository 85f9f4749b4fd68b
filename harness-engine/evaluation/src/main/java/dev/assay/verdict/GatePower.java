package dev.assay.verdict;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How likely a gate at a confidence level is to be met by a model that deserves it, told before anything is trained.
 *
 * <p>It presumes a model with the expected value of the metric whose errors are otherwise as plain as can be: a classifier
 * that knows most labels and guesses the others by their frequency, a ranking by two normal distributions, or numbers with normal
 * errors. Of a test set, the gate's own bounds say how often they would reach the threshold there; of a cross-validation, folds
 * are taken to differ by which examples they test, and their variance is corrected as that of the gate is. What really
 * comes will differ: this is to find gates that can hardly be decided, not to predict verdicts.
 *
 * @param power the probability that the gate is met if the metric is truly as expected; empty if it can't be told
 * @param enough about how many examples would be met with a power of {@link #SUFFICIENT}; empty if these are enough, if no
 *     number is, or if it can't be told
 * @param sentence what is to be said of it
 */
public record GatePower(OptionalDouble power, OptionalLong enough, String sentence) {

    /** What is commonly asked of a test's power (Cohen, "Statistical Power Analysis for the Behavioral Sciences", 1988). */
    public static final double SUFFICIENT = 0.8;

    static GatePower unknown(String reason) {
        return new GatePower(OptionalDouble.empty(), OptionalLong.empty(), reason);
    }

    /**
     * Tells whether the gate can't be relied on to decide.
     *
     * @return whether the power is known and below {@link #SUFFICIENT}
     */
    public boolean isLow() {
        return power.isPresent() && power.getAsDouble() < SUFFICIENT;
    }
}
