package dev.assay.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.verdict.Criteria;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelSoftAssertionsTest {

    private final Evaluation forest = Models.fittedForest();
    private final ModelSoftAssertions softly = new ModelSoftAssertions();

    private static List<Demand> demands() {
        return Demand.all();
    }

    private List<String> secondLines() {
        return softly.assertionErrorsCollected().stream()
                .map(failure -> failure.getMessage().lines().skip(1).findFirst().orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("demands")
    void every_assertion_is_collected(Demand demand) {
        Evaluation evaluation = demand.evaluation();

        demand.assertOn(softly.assertThatModel(evaluation), demand.missed());
        demand.assertOn(softly.assertThatModel(evaluation), demand.met());

        assertThat(softly.assertionErrorsCollected()).hasSize(1);
        assertThat(softly.assertionErrorsCollected().get(0))
                .hasMessageStartingWith(
                        demand.criterion(demand.missed()).judge(evaluation).message());
        assertThat(evaluation.ledger().judgements()).hasSize(2);
    }

    @Test
    void several_failures_are_collected_before_and_after_confidence_is_set() {
        softly.assertThatModel(forest)
                .hasF1AtLeast(0.99)
                .hasAccuracyAtLeast(0.5)
                .atConfidence(0.95)
                .hasAccuracyAtLeast(0.85)
                .hasRecallAtLeast(0.7)
                .hasRecallAtLeast("benign", 0.9);

        assertThat(secondLines())
                .containsExactly(
                        "Expecting F1 of \"malignant\" to be at least 0.9900",
                        "Expecting accuracy to be at least 0.8500 at 95 % confidence",
                        "Expecting recall of \"malignant\" to be at least 0.7000 at 95 % confidence",
                        "Expecting recall of \"benign\" to be at least 0.9000 at 95 % confidence");
        assertThat(forest.ledger().judgements()).hasSize(5);
    }

    @Test
    void failures_of_a_fitted_model_are_collected() {
        softly.assertThatModel(Models.forest())
                .named("tree")
                .on(Models.tumours())
                .hasF1AtLeast(0.99)
                .atConfidence(0.95)
                .hasF1AtLeast(0.98);
        softly.assertThatModel(Models.forest()).on((Object) Models.tumours()).hasF1AtLeast(0.97);

        assertThat(secondLines())
                .containsExactly(
                        "Expecting F1 of \"malignant\" to be at least 0.9900",
                        "Expecting F1 of \"malignant\" to be at least 0.9800 at 95 % confidence",
                        "Expecting F1 of \"malignant\" to be at least 0.9700");
    }

    @Test
    void failures_of_criteria_and_comparisons_are_collected() {
        Comparison comparison = Models.comparison();
        softly.assertThatModel(forest)
                .meets(Criteria.atLeast(ClassificationMetrics.F1, 0.99))
                .hasF1AtLeast(0.98);
        softly.assertThatComparison(comparison)
                .selects("floor")
                .by(ClassificationMetrics.ACCURACY)
                .selects("floor")
                .isSignificantlyBetterThan("forest");

        assertThat(secondLines())
                .containsExactly(
                        "Expecting F1 of \"malignant\" to be at least 0.9900",
                        "Expecting F1 of \"malignant\" to be at least 0.9800",
                        "Expecting \"floor\" to be the best by F1 of \"malignant\"",
                        "Expecting \"floor\" to be the best by accuracy",
                        "Expecting \"floor\" to be significantly better than \"forest\" by accuracy");
    }

    @Test
    void failures_of_a_metrics_value_are_collected() {
        softly.assertThatMetric(forest, ClassificationMetrics.F1)
                .isCloseTo(0.5, within(0.01))
                .isGreaterThan(0.9);
        softly.assertThatMetric(forest, ClassificationMetrics.ACCURACY).isEqualTo(0.85);

        assertThat(softly.assertionErrorsCollected())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageStartingWith("[F1 of \"malignant\" of forest on tumours: one fitted model on 100"));
        assertThat(forest.ledger().judgements()).hasSize(2);
    }

    @Test
    void descriptions_are_kept() {
        softly.assertThatModel(forest).as("release gate").hasF1AtLeast(0.99);

        assertThat(softly.assertionErrorsCollected().get(0))
                .hasMessageStartingWith("[release gate] [forest on tumours");
    }

    @Test
    void all_failures_are_reported_together_beside_those_of_other_assertions() {
        assertThatThrownBy(() -> ModelSoftAssertions.assertModelsSoftly(all -> {
                    all.assertThatModel(forest).hasF1AtLeast(0.99).hasAccuracyAtLeast(0.98);
                    all.assertThat("text").isEqualTo("other");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Multiple Failures (3 failures)")
                .hasMessageContaining("Expecting F1 of \"malignant\" to be at least 0.9900")
                .hasMessageContaining("Expecting accuracy to be at least 0.9800")
                .hasMessageContaining("expected: \"other\"");
    }

    @Test
    void a_missing_evaluation_or_comparison_is_collected() {
        Evaluation noEvaluation = null;

        softly.assertThatModel(noEvaluation).hasF1AtLeast(0.9);
        softly.assertThatComparison(null).selects("forest");

        assertThat(softly.assertionErrorsCollected())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("not to be null"));
    }

    @Test
    void nothing_is_reported_where_all_is_met() {
        ModelSoftAssertions.assertModelsSoftly(
                all -> all.assertThatModel(forest).hasF1AtLeast(0.8));

        assertThat(softly).isInstanceOf(SoftAssertions.class);
        assertThat(forest.ledger().judgements()).hasSize(1);
    }
}
