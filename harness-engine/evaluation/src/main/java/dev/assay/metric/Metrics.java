package dev.assay.metric;

import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import java.util.List;

/** Which metrics fit which targets. */
public final class Metrics {

    private Metrics() {}

    /**
     * Returns the metric by which models with such outcomes are compared unless another is named: F1 for labels (of the
     * positive label, or macro), micro F1 for sets of labels, the root mean squared error for numbers, the adjusted Rand
     * index for clusters.
     *
     * @param outcomes truth and predictions
     * @return the headline metric, resolved
     */
    public static Metric headline(Outcomes outcomes) {
        return summary(outcomes).get(0);
    }

    /**
     * Returns the metrics that summaries and results show for such outcomes, the headline first.
     *
     * @param outcomes truth and predictions
     * @return the metrics, resolved
     */
    public static List<Metric> summary(Outcomes outcomes) {
        return unresolvedSummary(outcomes.predictions()).stream()
                .map(metric -> metric.resolve(outcomes.truth()))
                .toList();
    }

    private static List<Metric> unresolvedSummary(Predictions predictions) {
        if (predictions instanceof LabelPredictions) {
            return ClassificationMetrics.summary();
        }
        if (predictions instanceof NumberPredictions) {
            return RegressionMetrics.summary();
        }
        return predictions instanceof ClusterPredictions ? ClusteringMetrics.summary() : MultiLabelMetrics.summary();
    }
}
