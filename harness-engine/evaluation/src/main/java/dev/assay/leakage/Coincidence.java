package dev.assay.leakage;

import java.util.stream.IntStream;

/**
 * Judges whether a column might agree with the targets by chance: if each arrangement of the targets among the examples were
 * as likely as any other, how likely is one that agrees?
 *
 * <p>There are n! / (n₁! ⋯ nₖ!) arrangements of n targets, of which nᵢ have the value i. A column of d values tells k
 * labels in at most kᵈ of them, and a line through numbers ascends or descends. The bound is multiplied by the number of
 * columns that are looked at (Bonferroni).
 */
final class Coincidence {

    private static final double LOG_LIKELY = Math.log(1e-3);

    private final double logArrangements;
    private final double logLooks;

    /** Takes how many examples have each value of the target, and at how many columns one looks. */
    Coincidence(int[] counts, int looks) {
        int n = IntStream.of(counts).sum();
        this.logArrangements = logFactorial(n)
                - IntStream.of(counts).mapToDouble(Coincidence::logFactorial).sum();
        this.logLooks = Math.log(looks);
    }

    private static double logFactorial(int n) {
        return IntStream.rangeClosed(2, n).mapToDouble(Math::log).sum();
    }

    boolean isRuledOut(double logAgreeing) {
        return logAgreeing + logLooks - logArrangements < LOG_LIKELY;
    }
}
