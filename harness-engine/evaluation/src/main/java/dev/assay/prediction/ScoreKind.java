package dev.assay.prediction;

/** What a model's scores are; a model says it, nobody guesses. */
public enum ScoreKind {
    /** No scores: the model gives labels only, or votes that don't rank examples. */
    NONE,
    /** One finite number for each label that ranks examples, such as a margin or a logit. */
    MARGINS,
    /** One probability for each label; those of a row sum to 1. */
    PROBABILITIES
}
