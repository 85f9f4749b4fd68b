package dev.assay.evaluation;

/** What becomes of an evaluation in which folds fail. */
public enum FoldFailures {
    /** The evaluation fails with the first of them. */
    FAIL,
    /**
     * Folds that throw an exception are left out, and a remark of the evaluation names each with its reason. Metrics of
     * their repeats are over fewer examples then, as another remark says. The evaluation fails if no fold is left, or only
     * one of several; an {@link Error} always makes it fail. It can be compared only with evaluations that lack the same
     * folds.
     */
    SKIP
}
