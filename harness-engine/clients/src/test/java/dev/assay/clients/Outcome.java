package dev.assay.clients;

/** What becomes of a test, as clients tell it. */
enum Outcome {
    PASSED,
    /** An assertion didn't hold. */
    FAILED,
    /** Something else was thrown. */
    ERROR,
    ABORTED,
    SKIPPED
}
