package dev.assay.metric;

/**
 * Sums that others of the same shape can be added to.
 *
 * @param <T> the type itself
 */
interface Mergeable<T> {

    /** Makes sums of the same shape of nothing. */
    T empty();

    /** Adds other sums, which stay as they are. */
    void merge(T other);
}
