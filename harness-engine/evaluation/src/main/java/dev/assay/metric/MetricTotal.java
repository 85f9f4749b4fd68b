package dev.assay.metric;

/** What has been seen of a metric so far, in constant memory. */
interface MetricTotal {

    /** Starts with nothing, for the same metric. */
    MetricTotal empty();

    /** Adds a batch. */
    void add(Outcomes batch);

    /** Adds what another total, of the same metric, has seen. */
    void merge(MetricTotal other);

    /** Returns the metric of all batches so far, at least one. */
    MetricValue value();
}
