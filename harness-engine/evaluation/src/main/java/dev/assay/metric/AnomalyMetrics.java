package dev.assay.metric;

/**
 * The metrics of anomaly detection: classification in which the positive label stands for what is rare and looked for, and a
 * prediction of it is an alarm.
 *
 * <p>All are computed from the confusion matrix of the positive label, which
 * {@link dev.assay.data.Dataset#withPositive Dataset.withPositive} declares, against all other labels; without such a
 * label, they are an {@link IllegalArgumentException} that says so. They range from 0 to 1, and are computed from counts
 * that are summed up over the folds of a repeat. Rates of nothing are undefined, since 0 would look perfect for those of
 * which less is better.
 */
public final class AnomalyMetrics {

    /** Share of the anomalies that raised an alarm: TP / (TP + FN), recall by another name. Undefined without anomalies. */
    public static final Metric DETECTION_RATE = renamed("detection rate", ClassificationMetrics.RECALL);

    /** Share of the anomalies that raised no alarm: FN / (TP + FN), lower is better. Undefined without anomalies. */
    public static final Metric MISS_RATE = renamed("miss rate", ClassificationMetrics.FALSE_NEGATIVE_RATE);

    /**
     * Share of the other examples that raised an alarm: FP / (FP + TN), lower is better. Undefined where all examples are
     * anomalies.
     */
    public static final Metric FALSE_ALARM_RATE =
            renamed("false alarm rate", ClassificationMetrics.FALSE_POSITIVE_RATE);

    /**
     * Share of the other examples that raised no alarm: TN / (FP + TN), specificity by another name. Undefined where all examples are anomalies.
     */
    public static final Metric TRUE_NEGATIVE_RATE = renamed("true negative rate", ClassificationMetrics.SPECIFICITY);

    /**
     * Share of the alarms that were right: TP / (TP + FP). It is {@link ClassificationMetrics#PRECISION} of the positive
     * label, 0 without alarms.
     */
    public static final Metric PRECISION = new PositiveLabelMetric(
            "precision of alarms", ClassificationMetrics.PRECISION, ClassificationMetrics.PRECISION::ofLabel);

    /**
     * Harmonic mean of precision and detection rate: 2TP / (2TP + FN + FP). It is {@link ClassificationMetrics#F1} of the
     * positive label, 0 without anomalies or alarms.
     */
    public static final Metric F1 =
            new PositiveLabelMetric("F1 of alarms", ClassificationMetrics.F1, ClassificationMetrics.F1::ofLabel);

    /**
     * Chance that an anomaly has a higher anomaly score than another example. It is {@link ClassificationMetrics#ROC_AUC} of
     * the positive label, by whose scores examples are ranked.
     */
    public static final Metric ROC_AUC = new PositiveLabelMetric(
            "ROC AUC of anomalies", ClassificationMetrics.ROC_AUC, ClassificationMetrics.ROC_AUC::ofLabel);

    /**
     * Mean precision of the alarms as more and more anomalies are found. It is
     * {@link ClassificationMetrics#AVERAGE_PRECISION} of the positive label, by whose scores examples are ranked.
     */
    public static final Metric AVERAGE_PRECISION = new PositiveLabelMetric(
            "average precision of anomalies",
            ClassificationMetrics.AVERAGE_PRECISION,
            ClassificationMetrics.AVERAGE_PRECISION::ofLabel);

    private AnomalyMetrics() {}

    private static Metric renamed(String name, LabelMetric metric) {
        LabelMetric undefinedOfNothing = metric.withZeroDivision(ZeroDivision.UNDEFINED);
        return new PositiveLabelMetric(
                name,
                metric,
                label -> new RenamedMetric(LabelChoice.ofLabel(label).name(name), undefinedOfNothing.ofLabel(label)));
    }
}
