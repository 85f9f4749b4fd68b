package dev.assay.metric;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** A quotient of counts: counts first, so that nothing is made of numbers that were rounded before. */
record CountQuotient(Kind kind, double beta) {

    enum Kind {
        PRECISION,
        RECALL,
        F_BETA,
        JACCARD
    }

    /** TP / (TP + FP). */
    static CountQuotient precision() {
        return new CountQuotient(Kind.PRECISION, 0);
    }

    /** TP / (TP + FN). */
    static CountQuotient recall() {
        return new CountQuotient(Kind.RECALL, 0);
    }

    /** (1+β²)TP / ((1+β²)TP + β²FN + FP). */
    static CountQuotient fBeta(double beta) {
        if (!(beta > 0) || Double.isInfinite(beta * beta)) {
            throw new IllegalArgumentException("beta must be positive, and its square finite, unlike that of " + beta);
        }
        return new CountQuotient(Kind.F_BETA, beta);
    }

    /** TP / (TP + FP + FN). */
    static CountQuotient jaccard() {
        return new CountQuotient(Kind.JACCARD, 0);
    }

    String name() {
        return switch (kind) {
            case PRECISION -> "precision";
            case RECALL -> "recall";
            case F_BETA -> "F" + BigDecimal.valueOf(beta).stripTrailingZeros().toPlainString();
            case JACCARD -> "Jaccard index";
        };
    }

    /** Returns the quotient, or nothing where it is 0/0. */
    OptionalDouble of(Counts counts) {
        double b = beta * beta;
        double hits = kind == Kind.F_BETA ? (1 + b) * counts.truePositives() : counts.truePositives();
        double denominator = switch (kind) {
            case PRECISION -> counts.predicted();
            case RECALL -> counts.support();
            case F_BETA -> hits + b * counts.falseNegatives() + counts.falsePositives();
            case JACCARD -> counts.truePositives() + counts.errors();
        };
        return denominator > 0 ? OptionalDouble.of(hits / denominator) : OptionalDouble.empty();
    }

    /**
     * Tells how the quotient of whole numbers varies from sample to sample: all but F-beta are proportions of the cases that
     * they are about, and F1 is a function of the Jaccard index.
     */
    Optional<Sampling> sampling(Counts counts) {
        long truePositives = (long) counts.truePositives();
        long errors = (long) counts.errors();
        return switch (kind) {
            case PRECISION -> proportion(truePositives, (long) counts.predicted());
            case RECALL -> proportion(truePositives, (long) counts.support());
            case JACCARD -> proportion(truePositives, truePositives + errors);
            case F_BETA ->
                beta == 1 && truePositives + errors > 0
                        ? Optional.of(new Sampling.F1(truePositives, errors))
                        : Optional.empty();
        };
    }

    private static Optional<Sampling> proportion(long successes, long trials) {
        return trials == 0 ? Optional.empty() : Optional.of(new Sampling.Proportion(successes, trials));
    }

    /** Says why it is 0/0 for a label, given in quotes, or for "any label". */
    String reason(String label) {
        return switch (kind) {
            case PRECISION -> "no example was predicted to have " + label;
            case RECALL -> "no example has " + label;
            case F_BETA, JACCARD -> "no example has " + label + " or was predicted to";
        };
    }
}
