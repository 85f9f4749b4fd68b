package dev.assay.metric;

import java.util.List;

/** The metrics of multi-label classification. */
public final class MultiLabelMetrics {

    private MultiLabelMetrics() {}

    static List<Metric> summary() {
        return List.of();
    }
}
