package dev.assay.adapters.python;

import dev.assay.files.PredictionFile;

/** What the scores of a command are. */
enum Scores {
    PROBABILITIES,
    LOGITS,
    MARGINS;

    PredictionFile told(PredictionFile file) {
        return switch (this) {
            case PROBABILITIES -> file.probabilities();
            case LOGITS -> file.logits();
            case MARGINS -> file.margins();
        };
    }
}
