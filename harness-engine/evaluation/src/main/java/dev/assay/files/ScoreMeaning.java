package dev.assay.files;

/** What the scores of labels are. */
enum ScoreMeaning {
    PROBABILITIES,
    LOGITS,
    MARGINS
}
