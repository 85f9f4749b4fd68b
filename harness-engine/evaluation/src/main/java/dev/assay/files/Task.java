package dev.assay.files;

/** What is predicted. */
enum Task {
    LABELS,
    NUMBERS,
    LABEL_SETS,
    CLUSTERS
}
