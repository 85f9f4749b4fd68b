package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import org.jspecify.annotations.Nullable;

/** Checks that a metric of labels fits the targets. */
final class MetricLabels {

    private MetricLabels() {}

    /** Returns the vocabulary, which contains the metric's label if it has one. */
    static Labels require(Metric metric, @Nullable String label, Targets targets) {
        if (!(targets instanceof LabelTargets labelled)) {
            throw new IllegalArgumentException(metric.name() + " judges labels, but the targets are numbers");
        }
        Labels labels = labelled.labels();
        if (label != null && !labels.contains(label)) {
            throw new IllegalArgumentException(metric.name() + ": there is no such label; the labels are " + labels);
        }
        return labels;
    }
}
