package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all metrics and their values have in common. */
class MetricsTest {

    private static final LabelTargets TUMOURS =
            Targets.labels(Labels.of("benign", "malignant").withPositive("malignant"), List.of("benign", "malignant"));

    private static final Outcomes OF_TUMOURS =
            Outcomes.of(TUMOURS, Predictions.probabilities(TUMOURS.labels(), 0.9, 0.1, 0.4, 0.6));

    private static final Outcomes OF_NUMBERS = Cases.numbers(new double[] {1}, 1);

    @Test
    void the_headline_of_labels_is_f1_and_of_numbers_the_root_mean_squared_error() {
        assertThat(Metrics.headline(OF_TUMOURS)).hasToString("F1 of \"malignant\"");
        assertThat(Metrics.headline(Cases.labels(Labels.of("a", "b", "c"), "abc", "abc")))
                .hasToString("macro F1");
        assertThat(Metrics.headline(OF_NUMBERS)).hasToString("root mean squared error");
    }

    @Test
    void the_summary_starts_with_the_headline_and_is_resolved() {
        assertThat(Metrics.summary(OF_TUMOURS))
                .extracting(Metric::name)
                .containsExactly(
                        "F1 of \"malignant\"",
                        "precision of \"malignant\"",
                        "recall of \"malignant\"",
                        "accuracy",
                        "balanced accuracy",
                        "ROC AUC of \"malignant\"",
                        "log loss");
        assertThat(Metrics.summary(OF_NUMBERS))
                .extracting(Metric::name)
                .containsExactly("root mean squared error", "mean absolute error", "R²");
    }

    @Test
    void every_metric_of_a_summary_judges_its_targets() {
        assertThat(Metrics.summary(OF_TUMOURS))
                .allSatisfy(metric -> assertThat(metric.value(OF_TUMOURS)).isInstanceOf(MetricValue.Defined.class));
    }

    @Test
    void a_metric_can_be_averaged_over_folds_instead_of_pooled() {
        Metric averaged = ClassificationMetrics.F1.averagedOverFolds();
        Metric resolved = averaged.resolve(TUMOURS);

        assertThat(averaged.combination()).isEqualTo(FoldCombination.AVERAGED);
        assertThat(averaged).hasToString("F1 (averaged over folds)");
        assertThat(resolved.combination()).isEqualTo(FoldCombination.AVERAGED);
        assertThat(resolved.name()).isEqualTo("F1 of \"malignant\" (averaged over folds)");
        assertThat(resolved.averagedOverFolds()).isSameAs(resolved);
    }

    @Test
    void an_averaged_metric_is_otherwise_the_same() {
        Outcomes outcomes = Cases.probabilities("0011", 0.2, 0.6, 0.7, 0.9);
        Metric logLoss = ClassificationMetrics.LOG_LOSS;
        Metric accuracy = ClassificationMetrics.ACCURACY;

        assertThat(logLoss.averagedOverFolds().value(outcomes)).isEqualTo(logLoss.value(outcomes));
        assertThat(logLoss.averagedOverFolds().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(logLoss.averagedOverFolds().range()).isEqualTo(Range.NON_NEGATIVE);
        assertThat(accuracy.averagedOverFolds().sampling(outcomes)).isEqualTo(accuracy.sampling(outcomes));
        assertThat(accuracy.averagedOverFolds()).isEqualTo(accuracy.averagedOverFolds());
    }

    @Test
    void a_metric_of_ones_own_needs_five_methods_only() {
        Metric errors = new Metric() {
            @Override
            public String name() {
                return "Errors";
            }

            @Override
            public Direction direction() {
                return Direction.LOWER_IS_BETTER;
            }

            @Override
            public Range range() {
                return Range.NON_NEGATIVE;
            }

            @Override
            public FoldCombination combination() {
                return FoldCombination.POOLED;
            }

            @Override
            public MetricValue value(Outcomes outcomes) {
                return MetricValue.of(
                        outcomes.confusion().total() - outcomes.confusion().correct());
            }
        };
        Outcomes outcomes = Cases.labels(Labels.of("a", "b"), "aab", "aba");

        assertThat(errors.value(outcomes)).isEqualTo(MetricValue.of(2));
        assertThat(errors.resolve(TUMOURS)).isSameAs(errors);
        assertThat(errors.sampling(outcomes)).isEmpty();
    }

    @Test
    void a_direction_says_which_value_is_better() {
        assertThat(Direction.HIGHER_IS_BETTER.isBetter(2, 1)).isTrue();
        assertThat(Direction.HIGHER_IS_BETTER.isBetter(1, 2)).isFalse();
        assertThat(Direction.LOWER_IS_BETTER.isBetter(1, 2)).isTrue();
        assertThat(Direction.LOWER_IS_BETTER.isBetter(1, 1)).isFalse();
        assertThat(Direction.HIGHER_IS_BETTER.isBetter(1, 1)).isFalse();
    }

    @Test
    void a_range_contains_its_ends() {
        assertThat(Range.UNIT.contains(0)).isTrue();
        assertThat(Range.UNIT.contains(1)).isTrue();
        assertThat(Range.UNIT.contains(Math.nextUp(1.0))).isFalse();
        assertThat(Range.UNIT.contains(-Double.MIN_VALUE)).isFalse();
        assertThat(Range.UNIT.contains(Double.NaN)).isFalse();
        assertThat(Range.NON_NEGATIVE.contains(Double.MAX_VALUE)).isTrue();
    }

    @Test
    void a_range_moves_values_to_its_ends() {
        assertThat(Range.UNIT.clip(1.5)).isEqualTo(1);
        assertThat(Range.UNIT.clip(-2)).isZero();
        assertThat(Range.UNIT.clip(0.25)).isEqualTo(0.25);
        assertThat(Range.UNIT).hasToString("0.0 to 1.0");
    }

    @Test
    void a_range_fails_when_its_ends_are_not_in_order() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 1)).withMessage("no range from 1.0 to 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(Double.NaN, 1))
                .withMessage("no range from NaN to 1.0");
    }

    @Test
    void a_value_is_a_number_or_the_reason_why_there_is_none() {
        assertThat(MetricValue.of(0.5).asOptional()).hasValue(0.5);
        assertThat(MetricValue.of(0.5)).hasToString("0.5");
        assertThat(MetricValue.undefined("no example is \"a\"").asOptional()).isEmpty();
        assertThat(MetricValue.undefined("no example is \"a\"")).hasToString("undefined: no example is \"a\"");
    }

    @Test
    void a_value_fails_when_it_is_not_finite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricValue.of(Double.NaN))
                .withMessage("a metric is a finite number or undefined, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricValue.of(Double.NEGATIVE_INFINITY))
                .withMessage("a metric is a finite number or undefined, not -Infinity");
    }
}
