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
        TargetKind.LABELS.require(metric, targets);
        Labels labels = ((LabelTargets) targets).labels();
        if (label != null && !labels.contains(label)) {
            throw new IllegalArgumentException(metric.name() + ": there is no such label; the labels are " + labels);
        }
        return labels;
    }
}
