package dev.assay.benchmarks;

import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.AVERAGE_PRECISION;
import static dev.assay.metric.ClassificationMetrics.BALANCED_ACCURACY;
import static dev.assay.metric.ClassificationMetrics.BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.COHENS_KAPPA;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.FALSE_NEGATIVE_RATE;
import static dev.assay.metric.ClassificationMetrics.FALSE_POSITIVE_RATE;
import static dev.assay.metric.ClassificationMetrics.HAMMING_LOSS;
import static dev.assay.metric.ClassificationMetrics.HINGE_LOSS;
import static dev.assay.metric.ClassificationMetrics.JACCARD;
import static dev.assay.metric.ClassificationMetrics.KOLMOGOROV_SMIRNOV;
import static dev.assay.metric.ClassificationMetrics.LINEAR_KAPPA;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.MATTHEWS_CORRELATION;
import static dev.assay.metric.ClassificationMetrics.MULTICLASS_BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.NEGATIVE_PREDICTIVE_VALUE;
import static dev.assay.metric.ClassificationMetrics.PRECISION;
import static dev.assay.metric.ClassificationMetrics.QUADRATIC_KAPPA;
import static dev.assay.metric.ClassificationMetrics.RECALL;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC_ONE_VS_ONE;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC_ONE_VS_ONE_WEIGHTED;
import static dev.assay.metric.ClassificationMetrics.SPECIFICITY;
import static dev.assay.metric.ClassificationMetrics.ZERO_ONE_LOSS;
import static dev.assay.metric.ClassificationMetrics.costAtBestThreshold;
import static dev.assay.metric.ClassificationMetrics.expectedCalibrationError;
import static dev.assay.metric.ClassificationMetrics.expectedCost;
import static dev.assay.metric.ClassificationMetrics.fBeta;
import static dev.assay.metric.ClassificationMetrics.gainAt;
import static dev.assay.metric.ClassificationMetrics.liftAt;
import static dev.assay.metric.ClassificationMetrics.maximumCalibrationError;
import static dev.assay.metric.ClassificationMetrics.precisionAt;
import static dev.assay.metric.ClassificationMetrics.precisionAtRecall;
import static dev.assay.metric.ClassificationMetrics.recallAtPrecision;
import static dev.assay.metric.ClassificationMetrics.sensitivityAtSpecificity;
import static dev.assay.metric.ClassificationMetrics.specificityAtSensitivity;
import static dev.assay.metric.ClassificationMetrics.topKAccuracy;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.CostMatrix;
import dev.assay.metric.Direction;
import dev.assay.metric.LabelMetric;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.metric.Range;
import dev.assay.metric.ReliabilityCurve;
import dev.assay.metric.ScoreMetric;
import dev.assay.metric.ThresholdCurve;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What is timed of Assay: from raw arrays to outcomes, and from outcomes to the values of metrics. */
final class MetricWork {

    private static final Labels BINARY = Labels.of("negative", "positive").withPositive("positive");

    private MetricWork() {}

    static Labels labels(int count) {
        return Labels.of(IntStream.range(0, count).mapToObj(i -> "label " + i).toList());
    }

    /** Returns every metric of labels with probabilities, with some parameters, as all averages and for each label. */
    static List<Metric> allMetrics(Labels labels) {
        List<Metric> metrics = new ArrayList<>(countMetrics(labels));
        metrics.addAll(List.of(
                LOG_LOSS,
                MULTICLASS_BRIER_SCORE,
                HINGE_LOSS,
                ROC_AUC_ONE_VS_ONE,
                ROC_AUC_ONE_VS_ONE_WEIGHTED,
                topKAccuracy(2),
                topKAccuracy(3),
                expectedCalibrationError(),
                maximumCalibrationError(),
                expectedCalibrationError().withEqualCounts()));
        for (ScoreMetric metric : List.of(
                ROC_AUC,
                AVERAGE_PRECISION,
                KOLMOGOROV_SMIRNOV,
                BRIER_SCORE,
                recallAtPrecision(0.9),
                precisionAtRecall(0.9),
                sensitivityAtSpecificity(0.9),
                specificityAtSensitivity(0.9),
                precisionAt(100),
                gainAt(0.1),
                liftAt(0.1),
                costAtBestThreshold(1, 5))) {
            metrics.add(metric.macro());
            metrics.add(metric.weighted());
            labels.names().forEach(label -> metrics.add(metric.ofLabel(label)));
        }
        metrics.add(Metric.of(
                "points of all curves",
                Direction.HIGHER_IS_BETTER,
                Range.NON_NEGATIVE,
                outcomes -> curves(outcomes, labels)));
        return metrics;
    }

    /** Returns every metric that needs no more than the confusion matrix. */
    static List<Metric> countMetrics(Labels labels) {
        List<Metric> metrics = new ArrayList<>(List.of(
                ACCURACY,
                ZERO_ONE_LOSS,
                HAMMING_LOSS,
                BALANCED_ACCURACY,
                MATTHEWS_CORRELATION,
                COHENS_KAPPA,
                LINEAR_KAPPA,
                QUADRATIC_KAPPA,
                expectedCost(costOfOneForErrors(labels))));
        for (LabelMetric metric : List.of(
                PRECISION,
                RECALL,
                F1,
                fBeta(0.5),
                fBeta(2),
                JACCARD,
                SPECIFICITY,
                NEGATIVE_PREDICTIVE_VALUE,
                FALSE_POSITIVE_RATE,
                FALSE_NEGATIVE_RATE)) {
            metrics.add(metric.micro());
            metrics.add(metric.macro());
            metrics.add(metric.macroOverAllLabels());
            metrics.add(metric.weighted());
            labels.names().forEach(label -> metrics.add(metric.ofLabel(label)));
        }
        return metrics;
    }

    private static CostMatrix costOfOneForErrors(Labels labels) {
        double[][] costs = new double[labels.size()][labels.size()];
        for (int truth = 0; truth < costs.length; truth++) {
            Arrays.fill(costs[truth], 1);
            costs[truth][truth] = 0;
        }
        return CostMatrix.of(labels, costs);
    }

    /** Draws every label's curve, and returns how many points they have. */
    private static int curves(Outcomes outcomes, Labels labels) {
        return labels.names().parallelStream()
                        .flatMap(label -> ThresholdCurve.of(outcomes, label).stream())
                        .mapToInt(ThresholdCurve::size)
                        .sum()
                + ReliabilityCurve.ofPredicted(outcomes, 15, ReliabilityCurve.Binning.EQUAL_WIDTH)
                        .size();
    }

    /** Returns the area under the ROC curve of two labels. */
    static List<Metric> binaryAuc() {
        return List.of(ROC_AUC.ofLabel("positive"));
    }

    static Outcomes outcomes(Labels labels, int[] truth, double... probabilities) {
        return Outcomes.of(Targets.labels(labels, truth), Predictions.probabilities(labels, probabilities));
    }

    static Outcomes outcomes(Labels labels, int[] truth, float... probabilities) {
        return Outcomes.of(Targets.labels(labels, truth), Predictions.probabilities(labels, probabilities));
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

    static List<MetricValue> values(List<Metric> metrics, Outcomes outcomes) {
        return metrics.stream().map(metric -> metric.value(outcomes)).toList();
    }
}
