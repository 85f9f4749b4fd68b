package dev.assay.metric;

import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import java.util.List;

/** Finds metrics: by name, and those that fit outcomes. */
public final class Metrics {

    private Metrics() {}

    /**
     * Finds a metric by its name, as in configuration, results and messages: {@code f1}, {@code macro F1},
     * {@code recall of "malignant"}, {@code ROC AUC}, {@code top-3 accuracy}, {@code NDCG@10}, {@code pinball loss at 0.1}.
     *
     * <p>Upper and lower case, spaces and hyphens don't matter, and usual abbreviations such as {@code rmse}, {@code mcc} and
     * {@code auc} will do. Where classification and multi-label classification have a metric of the same name, the targets
     * decide once the metric {@link Metric#resolve meets} them.
     *
     * @param name the name of a metric, of which {@link Metric#name} gives all parameters
     * @return the metric
     * @throws IllegalArgumentException if there is none; the message proposes names that are close
     */
    public static Metric named(String name) {
        return MetricCatalogue.find(name);
    }

    /**
     * Lists the names by which {@link #named} knows metrics.
     *
     * @return the names of metrics without parameters, and of those with parameters such as they may be, sorted; labels
     *     ({@code … of "label"}) and averages ({@code macro …}) come on top
     */
    public static List<String> names() {
        return MetricCatalogue.names();
    }

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
