package dev.assay.benchmarks;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.LabelMetric;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is timed of Assay: from raw arrays to outcomes, and from outcomes to the values of metrics. */
final class MetricWork {

    private static final Labels BINARY = Labels.of("negative", "positive").withPositive("positive");

    private MetricWork() {}

    static Labels labels(int count) {
        return Labels.of(IntStream.range(0, count).mapToObj(i -> "label " + i).toList());
    }

    /** Returns the metrics of labels with probabilities. */
    static List<Metric> allMetrics(Labels labels) {
        List<Metric> metrics = new ArrayList<>(countMetrics(labels));
        metrics.add(ClassificationMetrics.LOG_LOSS);
        metrics.add(ClassificationMetrics.ROC_AUC.macro());
        metrics.add(ClassificationMetrics.ROC_AUC.weighted());
        labels.names().forEach(label -> metrics.add(ClassificationMetrics.ROC_AUC.ofLabel(label)));
        return metrics;
    }

    /** Returns the metrics that need no more than the confusion matrix. */
    static List<Metric> countMetrics(Labels labels) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(ClassificationMetrics.ACCURACY);
        metrics.add(ClassificationMetrics.BALANCED_ACCURACY);
        for (LabelMetric metric :
                List.of(ClassificationMetrics.PRECISION, ClassificationMetrics.RECALL, ClassificationMetrics.F1)) {
            metrics.add(metric.micro());
            metrics.add(metric.macro());
            metrics.add(metric.weighted());
            labels.names().forEach(label -> metrics.add(metric.ofLabel(label)));
        }
        return metrics;
    }

    /** Returns the area under the ROC curve of two labels. */
    static List<Metric> binaryAuc() {
        return List.of(ClassificationMetrics.ROC_AUC.ofLabel("positive"));
    }

    static Outcomes outcomes(Labels labels, int[] truth, double... probabilities) {
        return Outcomes.of(Targets.labels(labels, truth), Predictions.probabilities(labels, probabilities));
    }

    static Outcomes outcomes(Labels labels, int[] truth, float... probabilities) {
        return Outcomes.of(Targets.labels(labels, truth), predictions(labels, probabilities));
    }

    static Outcomes outcomes(Labels labels, int[] truth, int... predicted) {
        return Outcomes.of(Targets.labels(labels, truth), Predictions.labels(labels, predicted));
    }

    /** Takes the positive label's probabilities alone, as peers do, and adds the other label's. */
    static Outcomes binaryOutcomes(int[] truth, double... scores) {
        double[] probabilities = new double[2 * scores.length];
        for (int row = 0; row < scores.length; row++) {
            probabilities[2 * row] = 1 - scores[row];
            probabilities[2 * row + 1] = scores[row];
        }
        return outcomes(BINARY, truth, probabilities);
    }

    /** Takes the positive label's probabilities alone, as peers do, and adds the other label's. */
    static Outcomes binaryOutcomes(int[] truth, float... scores) {
        float[] probabilities = new float[2 * scores.length];
        for (int row = 0; row < scores.length; row++) {
            probabilities[2 * row] = 1 - scores[row];
            probabilities[2 * row + 1] = scores[row];
        }
        return outcomes(BINARY, truth, probabilities);
    }

    private static LabelPredictions predictions(Labels labels, float... probabilities) {
        double[] widened = new double[probabilities.length];
        for (int i = 0; i < widened.length; i++) {
            widened[i] = probabilities[i];
        }
        return Predictions.probabilities(labels, widened);
    }

    static List<MetricValue> values(List<Metric> metrics, Outcomes outcomes) {
        return metrics.stream().map(metric -> metric.value(outcomes)).toList();
    }
}
