package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.ExactSum;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.List;
import java.util.Optional;

/** The metrics of classification. */
public final class ClassificationMetrics {

    /** Share of rows whose predicted label is the true one. */
    public static final Metric ACCURACY = SimpleMetric.pooled(
                    "accuracy",
                    TargetKind.LABELS,
                    Direction.HIGHER_IS_BETTER,
                    Range.UNIT,
                    ClassificationMetrics::accuracy)
            .withSampling(outcomes -> Optional.of(
                    new Sampling.Proportion((long) outcomes.confusion().correct(), (long)
                            outcomes.confusion().total())));

    /** Mean recall of the labels that occur in the truth. */
    public static final Metric BALANCED_ACCURACY = SimpleMetric.pooled(
            "balanced accuracy",
            TargetKind.LABELS,
            Direction.HIGHER_IS_BETTER,
            Range.UNIT,
            ClassificationMetrics::balancedAccuracy);

    /** Share of the rows predicted as a label that are of it: TP / (TP + FP). */
    public static final LabelMetric PRECISION = LabelMetric.precision();

    /** Share of the rows of a label that were predicted as it: TP / (TP + FN). */
    public static final LabelMetric RECALL = LabelMetric.recall();

    /** Harmonic mean of precision and recall: 2TP / (2TP + FN + FP). */
    public static final LabelMetric F1 = LabelMetric.fBeta(1);

    /** Area under the ROC curve. */
    public static final RocAucMetric ROC_AUC = RocAucMetric.unresolved();

    /**
     * Mean negative logarithm of the true label's probability, clipped at the machine epsilon of double, 2⁻⁵²; undefined
     * for models that give no probabilities.
     */
    public static final Metric LOG_LOSS = SimpleMetric.pooled(
            "log loss",
            TargetKind.LABELS,
            Direction.LOWER_IS_BETTER,
            Range.NON_NEGATIVE,
            ClassificationMetrics::logLoss);

    private static final double EPSILON = 0x1p-52;

    private ClassificationMetrics() {}

    /**
     * Returns F-beta: {@code (1+β²)TP / ((1+β²)TP + β²FN + FP)}.
     *
     * @param beta how many times as much recall counts as precision, positive
     * @return the metric
     */
    public static LabelMetric fBeta(double beta) {
        return LabelMetric.fBeta(beta);
    }

    /**
     * Returns the metrics that summaries show, the headline first.
     *
     * @return metrics to be resolved against the targets
     */
    static List<Metric> summary() {
        return List.of(F1, PRECISION, RECALL, ACCURACY, BALANCED_ACCURACY, ROC_AUC, LOG_LOSS);
    }

    private static MetricValue accuracy(Outcomes outcomes) {
        return MetricValue.of(
                outcomes.confusion().correct() / outcomes.confusion().total());
    }

    private static MetricValue balancedAccuracy(Outcomes outcomes) {
        ConfusionMatrix matrix = outcomes.confusion();
        ExactSum recalls = new ExactSum();
        int count = 0;
        for (int label = 0; label < matrix.labels().size(); label++) {
            double support = matrix.support(label);
            if (support > 0) {
                recalls.add(matrix.cell(label, label) / support);
                count++;
            }
        }
        return MetricValue.of(recalls.value() / count);
    }

    private static MetricValue logLoss(Outcomes outcomes) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        if (predictions.scoreKind() != ScoreKind.PROBABILITIES) {
            return MetricValue.undefined("the model gives no probabilities");
        }
        ExactSum losses = new ExactSum();
        ExactSum weights = new ExactSum();
        for (int row = 0; row < outcomes.size(); row++) {
            double probability = predictions.score(row, truth.index(row));
            double clipped = Math.max(EPSILON, Math.min(1 - EPSILON, probability));
            losses.add(outcomes.weight(row) * -Math.log(clipped));
            weights.add(outcomes.weight(row));
        }
        return MetricValue.of(losses.value() / weights.value());
    }
}
