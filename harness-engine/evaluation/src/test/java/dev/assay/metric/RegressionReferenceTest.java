package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scikit-learn 1.2.1, within 1e-12 · max(1, |expected|). */
class RegressionReferenceTest {

    private static final Map<String, Metric> METRICS = Map.of(
            "meanAbsoluteError", RegressionMetrics.MEAN_ABSOLUTE_ERROR,
            "meanSquaredError", RegressionMetrics.MEAN_SQUARED_ERROR,
            "rootMeanSquaredError", RegressionMetrics.ROOT_MEAN_SQUARED_ERROR,
            "r2", RegressionMetrics.R2);

    /** Fields of metrics that there are none of yet; whoever adds one moves it to the map. */
    private static final Set<String> LATER = Set.of(
            "explainedVariance",
            "gammaDeviance",
            "maxError",
            "meanAbsolutePercentageError",
            "meanSquaredLogError",
            "medianAbsoluteError",
            "pinball0.1",
            "pinball0.9",
            "poissonDeviance");

    private static List<ReferenceCase> cases() {
        return ReferenceCases.read("regression.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agrees_with_scikit_learn(ReferenceCase reference) {
        assertSoftly(softly -> {
            ReferenceValues values = new ReferenceValues(softly, reference, outcomes(reference));
            for (String field : reference.expectedFields()) {
                if (METRICS.containsKey(field)) {
                    values.compare(field, METRICS.get(field));
                } else {
                    softly.assertThat(LATER).contains(field);
                }
            }
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
