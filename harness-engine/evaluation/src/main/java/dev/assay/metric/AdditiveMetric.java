package dev.assay.metric;

import java.util.Optional;

/** A metric that can perhaps be computed batch by batch. */
interface AdditiveMetric extends Metric {

    /** Starts with nothing; empty if the metric needs all outcomes at once. */
    Optional<MetricTotal> newTotal();
}
