package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import java.util.List;

/** Which metrics fit which targets. */
public final class Metrics {

    private Metrics() {}

    /**
     * Returns the metric by which models of such targets are compared unless another is named: F1 for labels (of the
     * positive label, or macro), the root mean squared error for numbers.
     *
     * @param targets the targets
     * @return the headline metric, resolved
     */
    public static Metric headline(Targets targets) {
        return summary(targets).get(0);
    }

    /**
     * Returns the metrics that summaries and results show for such targets, the headline first.
     *
     * @param targets the targets
     * @return the metrics, resolved
     */
    public static List<Metric> summary(Targets targets) {
        List<Metric> metrics =
                targets instanceof LabelTargets ? ClassificationMetrics.summary() : RegressionMetrics.summary();
        return metrics.stream().map(metric -> metric.resolve(targets)).toList();
    }
}
