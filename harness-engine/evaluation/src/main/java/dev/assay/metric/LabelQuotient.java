package dev.assay.metric;

/** What of one label's counts is divided by what. */
enum LabelQuotient {
    PRECISION("precision", Direction.HIGHER_IS_BETTER, "no example was predicted as %s"),
    RECALL("recall", Direction.HIGHER_IS_BETTER, "no example is %s"),
    SPECIFICITY("specificity", Direction.HIGHER_IS_BETTER, "every example is %s"),
    NEGATIVE_PREDICTIVE_VALUE(
            "negative predictive value", Direction.HIGHER_IS_BETTER, "every example was predicted as %s"),
    FALSE_POSITIVE_RATE("false positive rate", Direction.LOWER_IS_BETTER, "every example is %s"),
    FALSE_NEGATIVE_RATE("false negative rate", Direction.LOWER_IS_BETTER, "no example is %s"),
    JACCARD("Jaccard index", Direction.HIGHER_IS_BETTER, "no example is %s or was predicted so"),
    F_BETA("F", Direction.HIGHER_IS_BETTER, "no example is %s or was predicted so");

    private final String words;
    private final Direction direction;
    private final String emptiness;

    LabelQuotient(String words, Direction direction, String emptiness) {
        this.words = words;
        this.direction = direction;
        this.emptiness = emptiness;
    }

    /** Returns the name, without the beta of {@link #F_BETA}. */
    String words() {
        return words;
    }

    Direction direction() {
        return direction;
    }

    /** Says why the denominator is 0. */
    String emptiness(String label) {
        return emptiness.formatted(label);
    }

    double numerator(LabelCounts counts, double beta) {
        return switch (this) {
            case PRECISION, RECALL, JACCARD -> counts.truePositives();
            case SPECIFICITY, NEGATIVE_PREDICTIVE_VALUE -> counts.trueNegatives();
            case FALSE_POSITIVE_RATE -> counts.falsePositives();
            case FALSE_NEGATIVE_RATE -> counts.falseNegatives();
            case F_BETA -> (1 + beta * beta) * counts.truePositives();
        };
    }

    double denominator(LabelCounts counts, double beta) {
        return switch (this) {
            case PRECISION -> counts.truePositives() + counts.falsePositives();
            case RECALL, FALSE_NEGATIVE_RATE -> counts.truePositives() + counts.falseNegatives();
            case SPECIFICITY, FALSE_POSITIVE_RATE -> counts.trueNegatives() + counts.falsePositives();
            case NEGATIVE_PREDICTIVE_VALUE -> counts.trueNegatives() + counts.falseNegatives();
            case JACCARD -> counts.truePositives() + counts.falsePositives() + counts.falseNegatives();
            case F_BETA ->
                (1 + beta * beta) * counts.truePositives()
                        + beta * beta * counts.falseNegatives()
                        + counts.falsePositives();
        };
    }

    /** Tells whether the quotient is a share of independent rows, and not of rows that depend on each other. */
    boolean isProportion() {
        return this != F_BETA && this != JACCARD;
    }
}
