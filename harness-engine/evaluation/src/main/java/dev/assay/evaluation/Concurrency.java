package dev.assay.evaluation;

/** What a candidate says of how its folds may run. Whatever it says, results are bitwise the same. */
public enum Concurrency {
    /** Any number of its folds may run at once, each on one thread. */
    THREAD_SAFE,
    /**
     * Fitting takes several threads by itself, so that one fold at a time keeps the processors busy: folds run one after
     * another. Folds of other candidates may run meanwhile.
     */
    MULTI_THREADED,
    /**
     * Folds share something that no two threads may use at once: they run one after another, in their order, perhaps on
     * different threads. Each sees all that those before it did.
     */
    NOT_THREAD_SAFE;

    boolean isOneByOne() {
        return this != THREAD_SAFE;
    }
}
