package dev.assay.metric;

import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.BALANCED_ACCURACY;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.PRECISION;
import static dev.assay.metric.ClassificationMetrics.RECALL;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static dev.assay.metric.ClassificationMetrics.fBeta;
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

    /** Fields of metrics that there are none of yet; whoever adds one moves it to the maps. */
    private static final Set<String> LATER = Set.of(
            "averagePrecisionPerClass",
            "brier",
            "hammingLoss",
            "kappa",
            "kappaLinear",
            "kappaQuadratic",
            "macro.jaccard",
            "matthews",
            "micro.jaccard",
            "multiclassBrier",
            "perClass.jaccard",
            "precisionRecallCurve.precision",
            "precisionRecallCurve.recall",
            "rocAucOvoMacro",
            "rocAucOvoWeighted",
            "rocCurve.fpr",
            "rocCurve.tpr",
            "topK.2",
            "topK.3",
            "weighted.jaccard",
            "zeroOneLoss");

    private static Map<String, Metric> single() {
        Map<String, Metric> metrics = new HashMap<>(Map.of(
                "accuracy", ACCURACY,
                "balancedAccuracy", BALANCED_ACCURACY,
                "logLoss", LOG_LOSS,
                "rocAucOvrMacro", ROC_AUC.macro(),
                "rocAucOvrWeighted", ROC_AUC.weighted()));
        POLICIES.forEach((suffix, policy) ->
                AVERAGES.forEach((average, choice) -> QUOTIENTS.forEach((name, quotient) -> metrics.put(
                        average + suffix + "." + name, choice.apply(quotient).withZeroDivision(policy)))));
        return metrics;
    }

    private static Map<String, Function<String, Metric>> perLabel() {
        Map<String, Function<String, Metric>> metrics = new HashMap<>(Map.of("rocAucPerClass", ROC_AUC::ofLabel));
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
                } else if (!MATRIX.contains(field)) {
                    softly.assertThat(LATER).contains(field);
                }
            }
            compareMatrix(values, reference, outcomes.confusion());
        });
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

        assertThat(ReferenceValues.fields(cases())).containsAll(judged);
    }
}
