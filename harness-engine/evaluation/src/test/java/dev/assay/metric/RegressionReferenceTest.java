package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scikit-learn 1.2.1, within 1e-12 · max(1, |expected|). */
class RegressionReferenceTest {

    private static final Map<String, Metric> METRICS = Map.ofEntries(
            Map.entry("meanAbsoluteError", RegressionMetrics.MEAN_ABSOLUTE_ERROR),
            Map.entry("meanSquaredError", RegressionMetrics.MEAN_SQUARED_ERROR),
            Map.entry("rootMeanSquaredError", RegressionMetrics.ROOT_MEAN_SQUARED_ERROR),
            Map.entry("medianAbsoluteError", RegressionMetrics.MEDIAN_ABSOLUTE_ERROR),
            Map.entry("maxError", RegressionMetrics.MAXIMUM_ERROR),
            Map.entry("meanAbsolutePercentageError", RegressionMetrics.MEAN_ABSOLUTE_PERCENTAGE_ERROR),
            Map.entry("r2", RegressionMetrics.R2),
            Map.entry("explainedVariance", RegressionMetrics.EXPLAINED_VARIANCE),
            Map.entry("pinball0.1", RegressionMetrics.pinballLoss(0.1)),
            Map.entry("pinball0.9", RegressionMetrics.pinballLoss(0.9)),
            Map.entry("meanSquaredLogError", RegressionMetrics.MEAN_SQUARED_LOG_ERROR),
            Map.entry("poissonDeviance", RegressionMetrics.POISSON_DEVIANCE),
            Map.entry("gammaDeviance", RegressionMetrics.GAMMA_DEVIANCE));

    private static List<ReferenceCase> cases() {
        return ReferenceCases.read("regression.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agrees_with_scikit_learn(ReferenceCase reference) {
        Outcomes outcomes = outcomes(reference);
        assertThat(METRICS).containsKeys(reference.expectedFields().toArray(String[]::new));
        assertSoftly(softly -> {
            ReferenceValues values = new ReferenceValues(softly, reference, outcomes);
            // not by the field's path, because the dot in "pinball0.1" is none
            reference
                    .expectedFields()
                    .forEach(field -> values.compare(
                            field, METRICS.get(field).value(outcomes).asOptional(), reference.expectedNumber(field)));
        });
    }

    private static Outcomes outcomes(ReferenceCase reference) {
        Outcomes outcomes = Outcomes.of(
                Targets.numbers(reference.numbers("truth")), Predictions.numbers(reference.numbers("predicted")));
        return reference.optionalNumbers("weights").map(outcomes::withWeights).orElse(outcomes);
    }

    @Test
    void has_cases_for_every_metric() {
        assertThat(ReferenceValues.fields(cases())).containsAll(METRICS.keySet());
    }
}
