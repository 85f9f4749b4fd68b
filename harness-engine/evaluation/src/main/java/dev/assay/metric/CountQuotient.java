package dev.assay.metric;

import java.util.Optional;
import java.util.OptionalDouble;

/** A quotient of counts: counts first, so that nothing is made of numbers that were rounded before. */
record CountQuotient(Kind kind, double beta) {

    /** What is divided by what. The reasons why that is 0/0 are of rows with one label, and of rows with a set of labels. */
    enum Kind {
        /** TP / (TP + FP). */
        PRECISION(
                "precision",
                Direction.HIGHER_IS_BETTER,
                "no example was predicted as %s",
                "no example was predicted to have %s"),
        /** TP / (TP + FN). */
        RECALL("recall", Direction.HIGHER_IS_BETTER, "no example is %s", "no example has %s"),
        /** TN / (TN + FP). */
        SPECIFICITY("specificity", Direction.HIGHER_IS_BETTER, "every example is %s", "every example has %s"),
        /** TN / (TN + FN). */
        NEGATIVE_PREDICTIVE_VALUE(
                "negative predictive value",
                Direction.HIGHER_IS_BETTER,
                "every example was predicted as %s",
                "every example was predicted to have %s"),
        /** FP / (TN + FP). */
        FALSE_POSITIVE_RATE(
                "false positive rate", Direction.LOWER_IS_BETTER, "every example is %s", "every example has %s"),
        /** FN / (TP + FN). */
        FALSE_NEGATIVE_RATE("false negative rate", Direction.LOWER_IS_BETTER, "no example is %s", "no example has %s"),
        /** TP / (TP + FP + FN). */
        JACCARD(
                "Jaccard index",
                Direction.HIGHER_IS_BETTER,
                "no example is %s or was predicted so",
                "no example has %s or was predicted to"),
        /** (1+β²)TP / ((1+β²)TP + β²FN + FP). */
        F_BETA(
                "F",
                Direction.HIGHER_IS_BETTER,
                "no example is %s or was predicted so",
                "no example has %s or was predicted to");

        private final String words;
        private final Direction direction;
        private final String reasonOfLabels;
        private final String reasonOfSets;

        Kind(String words, Direction direction, String reasonOfLabels, String reasonOfSets) {
            this.words = words;
            this.direction = direction;
            this.reasonOfLabels = reasonOfLabels;
            this.reasonOfSets = reasonOfSets;
        }
    }

    static CountQuotient of(Kind kind) {
        return new CountQuotient(kind, 1);
    }

    static CountQuotient fBeta(double beta) {
        if (!(beta > 0) || Double.isInfinite(beta * beta)) {
            throw new IllegalArgumentException("beta must be positive, and its square finite, unlike that of " + beta);
        }
        return new CountQuotient(Kind.F_BETA, beta);
    }

    String name() {
        return kind == Kind.F_BETA ? kind.words + Parameter.text(beta) : kind.words;
    }

    Direction direction() {
        return kind.direction;
    }

    /** Returns the quotient, or nothing where it is 0/0. */
    OptionalDouble of(Counts counts) {
        double denominator = denominator(counts);
        return denominator > 0 ? OptionalDouble.of(numerator(counts) / denominator) : OptionalDouble.empty();
    }

    private double numerator(Counts counts) {
        return switch (kind) {
            case PRECISION, RECALL, JACCARD -> counts.truePositives();
            case SPECIFICITY, NEGATIVE_PREDICTIVE_VALUE -> counts.trueNegatives();
            case FALSE_POSITIVE_RATE -> counts.falsePositives();
            case FALSE_NEGATIVE_RATE -> counts.falseNegatives();
            case F_BETA -> (1 + beta * beta) * counts.truePositives();
        };
    }

    private double denominator(Counts counts) {
        return switch (kind) {
            case PRECISION -> counts.predicted();
            case RECALL, FALSE_NEGATIVE_RATE -> counts.support();
            case SPECIFICITY, FALSE_POSITIVE_RATE -> counts.trueNegatives() + counts.falsePositives();
            case NEGATIVE_PREDICTIVE_VALUE -> counts.trueNegatives() + counts.falseNegatives();
            case JACCARD -> counts.truePositives() + counts.errors();
            case F_BETA -> numerator(counts) + beta * beta * counts.falseNegatives() + counts.falsePositives();
        };
    }

    /**
     * Tells how the quotient of whole numbers varies from sample to sample: all but F-beta are proportions of the cases that
     * they are about, and F1 is a function of the Jaccard index.
     */
    Optional<Sampling> sampling(Counts counts) {
        if (denominator(counts) == 0) {
            return Optional.empty();
        }
        if (kind != Kind.F_BETA) {
            return Optional.of(new Sampling.Proportion((long) numerator(counts), (long) denominator(counts)));
        }
        return beta == 1
                ? Optional.of(new Sampling.F1((long) counts.truePositives(), (long) counts.errors()))
                : Optional.empty();
    }

    /** Says why it is 0/0 for a label, given in quotes, or for "any label", where each row has one label. */
    String reasonOfLabels(String label) {
        return kind.reasonOfLabels.formatted(label);
    }

    /** Says why it is 0/0 for a label, given in quotes, or for "any label", where each row has a set of labels. */
    String reasonOfSets(String label) {
        return kind.reasonOfSets.formatted(label);
    }
}
