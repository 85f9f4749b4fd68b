package dev.assay.metric;

import java.util.List;

/** The metrics of clustering. */
public final class ClusteringMetrics {

    private ClusteringMetrics() {}

    static List<Metric> summary() {
        return List.of();
    }
}
