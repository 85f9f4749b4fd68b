package dev.assay.metric;

import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.AVERAGE_PRECISION;
import static dev.assay.metric.ClassificationMetrics.BALANCED_ACCURACY;
import static dev.assay.metric.ClassificationMetrics.BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.COHENS_KAPPA;
import static dev.assay.metric.ClassificationMetrics.HAMMING_LOSS;
import static dev.assay.metric.ClassificationMetrics.JACCARD;
import static dev.assay.metric.ClassificationMetrics.LINEAR_KAPPA;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.MATTHEWS_CORRELATION;
import static dev.assay.metric.ClassificationMetrics.MULTICLASS_BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.PRECISION;
import static dev.assay.metric.ClassificationMetrics.QUADRATIC_KAPPA;
import static dev.assay.metric.ClassificationMetrics.RECALL;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC_ONE_VS_ONE;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC_ONE_VS_ONE_WEIGHTED;
import static dev.assay.metric.ClassificationMetrics.ZERO_ONE_LOSS;
import static dev.assay.metric.ClassificationMetrics.fBeta;
import static dev.assay.metric.ClassificationMetrics.topKAccuracy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scikit-learn 1.2.1, within 1e-12 · max(1, |expected|). */
class ClassificationReferenceTest {

    /** The reference's name of each average, and how it is chosen. */
    private static final Map<String, UnaryOperator<LabelMetric>> AVERAGES = Map.of(
            "micro", LabelMetric::micro,
            "macro", LabelMetric::macro,
            "macroOverAllLabels", LabelMetric::macroOverAllLabels,
            "weighted", LabelMetric::weighted);

    private static final Map<String, LabelMetric> QUOTIENTS =
            Map.of("precision", PRECISION, "recall", RECALL, "f0.5", fBeta(0.5), "f1", fBeta(1), "f2", fBeta(2));

    private static final Map<String, ZeroDivision> POLICIES =
            Map.of("", ZeroDivision.ZERO, "ZeroDivision1", ZeroDivision.ONE);

    /** Fields that are one metric's value. */
    private static final Map<String, Metric> SINGLE = single();

    /** Fields that are a list: one value for each label. */
    private static final Map<String, Function<String, Metric>> PER_LABEL = perLabel();

    private static final Set<String> MATRIX = Set.of("confusion", "support");

    /** Fields that are curves, each a list of one coordinate. */
    private static final Map<String, CurveField> CURVES = Map.of(
            "rocCurve.fpr", new CurveField(false, ThresholdCurve::falsePositiveRate),
            "rocCurve.tpr", new CurveField(false, ThresholdCurve::recall),
            "precisionRecallCurve.precision", new CurveField(true, ThresholdCurve::precision),
            "precisionRecallCurve.recall", new CurveField(true, ThresholdCurve::recall));

    /** A coordinate of a curve, and whether scikit-learn lists it from the lowest threshold up. */
    private record CurveField(boolean ascending, Coordinate coordinate) {}

    @FunctionalInterface
    private interface Coordinate {

        double of(ThresholdCurve curve, int point);
    }

    private static Map<String, Metric> single() {
        Map<String, Metric> metrics = new HashMap<>(Map.of(
                "accuracy", ACCURACY,
                "balancedAccuracy", BALANCED_ACCURACY,
                "hammingLoss", HAMMING_LOSS,
                "zeroOneLoss", ZERO_ONE_LOSS,
                "matthews", MATTHEWS_CORRELATION,
                "kappa", COHENS_KAPPA,
                "kappaLinear", LINEAR_KAPPA,
                "kappaQuadratic", QUADRATIC_KAPPA));
        metrics.putAll(Map.of(
                "logLoss", LOG_LOSS,
                "brier", BRIER_SCORE,
                "multiclassBrier", MULTICLASS_BRIER_SCORE,
                "topK.2", topKAccuracy(2),
                "topK.3", topKAccuracy(3),
                "rocAucOvrMacro", ROC_AUC.macro(),
                "rocAucOvrWeighted", ROC_AUC.weighted(),
                "rocAucOvoMacro", ROC_AUC_ONE_VS_ONE,
                "rocAucOvoWeighted", ROC_AUC_ONE_VS_ONE_WEIGHTED));
        metrics.putAll(Map.of(
                "micro.jaccard", JACCARD.micro(),
                "macro.jaccard", JACCARD.macro(),
                "weighted.jaccard", JACCARD.weighted()));
        POLICIES.forEach((suffix, policy) ->
                AVERAGES.forEach((average, choice) -> QUOTIENTS.forEach((name, quotient) -> metrics.put(
                        average + suffix + "." + name, choice.apply(quotient).withZeroDivision(policy)))));
        return metrics;
    }

    private static Map<String, Function<String, Metric>> perLabel() {
        Map<String, Function<String, Metric>> metrics = new HashMap<>(Map.of(
                "rocAucPerClass", ROC_AUC::ofLabel,
                "averagePrecisionPerClass", AVERAGE_PRECISION::ofLabel,
                "perClass.jaccard", JACCARD::ofLabel));
        POLICIES.forEach((suffix, policy) -> QUOTIENTS.forEach((name, quotient) -> metrics.put(
                "perClass" + suffix + "." + name,
                label -> quotient.ofLabel(label).withZeroDivision(policy))));
        return metrics;
    }

    private static List<ReferenceCase> cases() {
        return ReferenceCases.read("classification.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agrees_with_scikit_learn(ReferenceCase reference) {
        Labels labels = Labels.of(reference.texts("labels"));
        Outcomes outcomes = outcomes(reference, labels);
        assertSoftly(softly -> {
            ReferenceValues values = new ReferenceValues(softly, reference, outcomes);
            for (String field : reference.expectedFields()) {
                if (SINGLE.containsKey(field)) {
                    values.compare(field, SINGLE.get(field));
                } else if (PER_LABEL.containsKey(field)) {
                    values.compare(
                            field,
                            labels.names().stream().map(PER_LABEL.get(field)).toList());
                } else if (CURVES.containsKey(field)) {
                    compareCurve(values, reference, outcomes, field);
                } else {
                    softly.assertThat(MATRIX).contains(field);
                }
            }
            compareMatrix(values, reference, outcomes.confusion());
        });
    }

    private static void compareCurve(ReferenceValues values, ReferenceCase reference, Outcomes outcomes, String field) {
        ThresholdCurve curve = ThresholdCurve.atEveryScore(
                        outcomes, outcomes.labelTruth().labels().name(1))
                .orElseThrow();
        List<OptionalDouble> expected = reference.expectedNumbers(field.split("\\."));
        assertThat(curve.size()).as("%s: %s", reference, field).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            int point = CURVES.get(field).ascending ? curve.size() - 1 - i : i;
            values.compare(
                    field + "[" + i + "]",
                    OptionalDouble.of(CURVES.get(field).coordinate.of(curve, point)),
                    expected.get(i));
        }
    }

    private static void compareMatrix(ReferenceValues values, ReferenceCase reference, ConfusionMatrix matrix) {
        List<List<OptionalDouble>> cells = reference.expectedRows("confusion");
        List<OptionalDouble> support = reference.expectedNumbers("support");
        for (int truth = 0; truth < matrix.labels().size(); truth++) {
            values.compare("support[" + truth + "]", OptionalDouble.of(matrix.support(truth)), support.get(truth));
            for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
                values.compare(
                        "confusion[" + truth + "][" + predicted + "]",
                        OptionalDouble.of(matrix.cell(truth, predicted)),
                        cells.get(truth).get(predicted));
            }
        }
    }

    private static Outcomes outcomes(ReferenceCase reference, Labels labels) {
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, reference.texts("truth")),
                Predictions.probabilities(labels, reference.numbers("scores"))
                        .withPredicted(reference.texts("predicted").stream()
                                .mapToInt(labels::indexOf)
                                .toArray()));
        return reference.optionalNumbers("weights").map(outcomes::withWeights).orElse(outcomes);
    }

    @Test
    void has_cases_for_every_metric() {
        Set<String> judged = new HashSet<>(MATRIX);
        judged.addAll(SINGLE.keySet());
        judged.addAll(PER_LABEL.keySet());
        judged.addAll(CURVES.keySet());

        assertThat(ReferenceValues.fields(cases())).containsAll(judged);
    }
}
