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
    public static final Metric DETECTION_RATE = AnomalyRate.Kind.DETECTION.unresolved();

    /** Share of the anomalies that raised no alarm: FN / (TP + FN), lower is better. Undefined without anomalies. */
    public static final Metric MISS_RATE = AnomalyRate.Kind.MISS.unresolved();

    /**
     * Share of the other examples that raised an alarm: FP / (FP + TN), lower is better. Undefined where all examples are
     * anomalies.
     */
    public static final Metric FALSE_ALARM_RATE = AnomalyRate.Kind.FALSE_ALARM.unresolved();

    /**
     * Share of the other examples that raised no alarm: TN / (FP + TN). Undefined where all examples are anomalies.
     */
    public static final Metric SPECIFICITY = AnomalyRate.Kind.SPECIFICITY.unresolved();

    /**
     * Share of the alarms that were right: TP / (TP + FP). It is {@link ClassificationMetrics#PRECISION} of the positive
     * label, 0 without alarms.
     */
    public static final Metric PRECISION = new PositiveLabelMetric(
            "precision of alarms", Direction.HIGHER_IS_BETTER, ClassificationMetrics.PRECISION::ofLabel);

    /**
     * Harmonic mean of precision and detection rate: 2TP / (2TP + FN + FP). It is {@link ClassificationMetrics#F1} of the
     * positive label, 0 without anomalies or alarms.
     */
    public static final Metric F1 =
            new PositiveLabelMetric("F1 of alarms", Direction.HIGHER_IS_BETTER, ClassificationMetrics.F1::ofLabel);

    private AnomalyMetrics() {}
}
