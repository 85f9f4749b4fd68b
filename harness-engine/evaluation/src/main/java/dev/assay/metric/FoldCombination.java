package dev.assay.metric;

/** How the folds of one repeat of a cross-validation become one value. Repeats are always averaged. */
public enum FoldCombination {
    /**
     * Over all rows of the repeat at once: count metrics from the summed counts, means of losses, roots of such means
     * (Forman and Scholz 2010).
     */
    POOLED,
    /**
     * In each fold, then averaged over the folds where the metric is defined: the scores of different models can't be
     * ranked together.
     */
    AVERAGED
}
