package dev.assay.leakage;

/** What becomes of leaks that are found. */
public enum LeakagePolicy {
    /** Leaks make the evaluation fail; what only might be one is remarked on. */
    FAIL,
    /** All findings are remarked on. */
    WARN,
    /** Nobody looks for leaks. */
    OFF
}
