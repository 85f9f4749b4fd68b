package dev.assay.metric;

/** A metric that needs nothing but the counts of a confusion matrix. */
interface CountMetric extends Metric {

    /**
     * Computes the metric.
     *
     * @param matrix counts, or sums of weights
     * @return the value, or undefined with the reason
     */
    MetricValue value(ConfusionMatrix matrix);
}
