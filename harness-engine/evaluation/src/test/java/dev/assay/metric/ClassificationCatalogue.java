package dev.assay.metric;

import static dev.assay.metric.ClassificationMetrics.costAtBestThreshold;
import static dev.assay.metric.ClassificationMetrics.expectedCalibrationError;
import static dev.assay.metric.ClassificationMetrics.fBeta;
import static dev.assay.metric.ClassificationMetrics.gainAt;
import static dev.assay.metric.ClassificationMetrics.liftAt;
import static dev.assay.metric.ClassificationMetrics.maximumCalibrationError;
import static dev.assay.metric.ClassificationMetrics.precisionAt;
import static dev.assay.metric.ClassificationMetrics.precisionAtRecall;
import static dev.assay.metric.ClassificationMetrics.recallAtPrecision;
import static dev.assay.metric.ClassificationMetrics.sensitivityAtSpecificity;
import static dev.assay.metric.ClassificationMetrics.specificityAtSensitivity;

import dev.assay.data.Labels;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The metrics of classification, with examples of those that have parameters. */
final class ClassificationCatalogue {

    /** Of a confusion matrix as a whole, whatever the order of its labels. */
    static final List<Metric> AGREEMENTS = List.of(
            ClassificationMetrics.ACCURACY,
            ClassificationMetrics.ZERO_ONE_LOSS,
            ClassificationMetrics.HAMMING_LOSS,
            ClassificationMetrics.BALANCED_ACCURACY,
            ClassificationMetrics.MATTHEWS_CORRELATION,
            ClassificationMetrics.COHENS_KAPPA);

    /** These count how many steps labels are apart. */
    static final List<Metric> OF_ORDERED_LABELS =
            List.of(ClassificationMetrics.LINEAR_KAPPA, ClassificationMetrics.QUADRATIC_KAPPA);

    static final List<LabelMetric> QUOTIENTS = List.of(
            ClassificationMetrics.PRECISION,
            ClassificationMetrics.RECALL,
            ClassificationMetrics.F1,
            fBeta(0.5),
            fBeta(2),
            ClassificationMetrics.JACCARD,
            ClassificationMetrics.SPECIFICITY,
            ClassificationMetrics.NEGATIVE_PREDICTIVE_VALUE,
            ClassificationMetrics.FALSE_POSITIVE_RATE,
            ClassificationMetrics.FALSE_NEGATIVE_RATE);

    /** These depend on nothing but the order of scores. */
    static final List<ScoreMetric> OF_RANKINGS = List.of(
            ClassificationMetrics.ROC_AUC,
            ClassificationMetrics.AVERAGE_PRECISION,
            ClassificationMetrics.KOLMOGOROV_SMIRNOV,
            recallAtPrecision(0.5),
            precisionAtRecall(0.75),
            sensitivityAtSpecificity(0.5),
            specificityAtSensitivity(0.8),
            precisionAt(1),
            precisionAt(7),
            gainAt(0.1),
            gainAt(0.5),
            gainAt(1),
            liftAt(0.25),
            costAtBestThreshold(1, 1),
            costAtBestThreshold(0.3, 2.5));

    /** The same over pairs of labels; undefined with weights. */
    static final List<Metric> OF_PAIRS =
            List.of(ClassificationMetrics.ROC_AUC_ONE_VS_ONE, ClassificationMetrics.ROC_AUC_ONE_VS_ONE_WEIGHTED);

    static final List<Metric> LOSSES = List.of(
            ClassificationMetrics.LOG_LOSS,
            ClassificationMetrics.MULTICLASS_BRIER_SCORE,
            ClassificationMetrics.HINGE_LOSS);

    /** Of equal scores, the first labels come first. */
    static final List<Metric> OF_TOP_LABELS =
            List.of(ClassificationMetrics.topKAccuracy(1), ClassificationMetrics.topKAccuracy(3));

    private ClassificationCatalogue() {}

    static List<Metric> quotients(Labels labels) {
        List<Metric> metrics = new ArrayList<>();
        for (LabelMetric quotient : QUOTIENTS) {
            metrics.addAll(List.of(quotient.micro(), quotient.macroOverAllLabels(), quotient.weighted()));
            for (ZeroDivision policy : ZeroDivision.values()) {
                LabelMetric metric = quotient.withZeroDivision(policy);
                metrics.add(metric.macro());
                sample(labels).forEach(label -> metrics.add(metric.ofLabel(label)));
            }
        }
        return metrics;
    }

    static List<Metric> ofLabelsScores(List<ScoreMetric> scores, Labels labels) {
        List<Metric> metrics = new ArrayList<>();
        for (ScoreMetric score : scores) {
            metrics.addAll(List.of(score.macro(), score.weighted()));
            sample(labels).forEach(label -> metrics.add(score.ofLabel(label)));
        }
        return metrics;
    }

    static List<Metric> calibrations(Labels labels) {
        List<Metric> metrics = new ArrayList<>();
        for (CalibrationMetric error : List.of(expectedCalibrationError(), maximumCalibrationError())) {
            metrics.addAll(List.of(
                    error,
                    error.withBins(3),
                    error.withEqualCounts(),
                    error.withEqualCounts().withBins(4)));
            sample(labels)
                    .forEach(label -> metrics.addAll(List.of(
                            error.ofLabel(label), error.withEqualCounts().ofLabel(label))));
        }
        return metrics;
    }

    private static Stream<String> sample(Labels labels) {
        return Stream.of(labels.names().stream().sorted().toList())
                .flatMap(names -> Stream.of(names.get(0), names.get(names.size() - 1)))
                .distinct();
    }

    /** Makes costs that depend on the labels' names and not on their order. */
    static Metric expectedCost(Labels labels) {
        double[][] costs = new double[labels.size()][labels.size()];
        for (int truth = 0; truth < costs.length; truth++) {
            for (int predicted = 0; predicted < costs.length; predicted++) {
                costs[truth][predicted] = truth == predicted
                        ? -0.1
                        : labels.name(truth).hashCode() % 3
                                + labels.name(predicted).hashCode() / 7.0;
            }
        }
        return ClassificationMetrics.expectedCost(CostMatrix.of(labels, costs));
    }

    /** Returns all metrics but those for which the order of labels matters. */
    static List<Metric> ofUnorderedLabels(Labels labels) {
        List<Metric> metrics = new ArrayList<>(AGREEMENTS);
        metrics.addAll(quotients(labels));
        metrics.addAll(ofLabelsScores(OF_RANKINGS, labels));
        metrics.addAll(ofLabelsScores(List.of(ClassificationMetrics.BRIER_SCORE), labels));
        metrics.addAll(OF_PAIRS);
        metrics.addAll(LOSSES);
        metrics.addAll(calibrations(labels));
        metrics.add(expectedCost(labels));
        return metrics;
    }

    static List<Metric> all(Labels labels) {
        List<Metric> metrics = ofUnorderedLabels(labels);
        metrics.addAll(OF_ORDERED_LABELS);
        metrics.addAll(OF_TOP_LABELS);
        return metrics;
    }

    /** Reads the catalogue's public constants. */
    static List<Metric> constants() {
        return Stream.of(ClassificationMetrics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (Metric) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
