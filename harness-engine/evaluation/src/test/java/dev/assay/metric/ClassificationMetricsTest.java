package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.BALANCED_ACCURACY;
import static dev.assay.metric.ClassificationMetrics.HINGE_LOSS;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.topKAccuracy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accuracy, balanced accuracy and log loss: what they are of, and where they are undefined. */
class ClassificationMetricsTest {

    private static final Labels LABELS = Labels.of("a", "b", "c");
    private static final Outcomes OUTCOMES = Cases.labels(LABELS, "aaabbb", "aabbac");

    @Test
    void accuracy_is_the_share_of_correct_rows() {
        assertThat(value(ACCURACY, OUTCOMES)).isEqualTo(0.5);
        assertThat(value(ACCURACY, OUTCOMES.withWeights(2, 2, 1, 1, 0, 0))).isEqualTo(5.0 / 6);
    }

    @Test
    void accuracy_is_a_sample_of_a_proportion_unless_weighted() {
        assertThat(ACCURACY.sampling(OUTCOMES)).contains(new Sampling.Proportion(3, 6));
        assertThat(ACCURACY.sampling(OUTCOMES.withWeights(1, 1, 1, 1, 1, 1))).isEmpty();
        assertThat(BALANCED_ACCURACY.sampling(OUTCOMES)).isEmpty();
    }

    @Test
    void log_loss_is_the_mean_negative_logarithm_of_the_true_labels_probability() {
        Outcomes outcomes = Cases.probabilities("01", 0.25, 0.5);

        assertThat(value(LOG_LOSS, outcomes)).isEqualTo((-Math.log(0.75) - Math.log(0.5)) / 2);
        assertThat(value(LOG_LOSS, outcomes.withWeights(3, 0))).isEqualTo(-Math.log(0.75));
    }

    @Test
    void log_loss_of_perfect_predictions_is_positive_and_tiny() {
        assertThat(value(LOG_LOSS, Cases.probabilities("01", 0, 1)))
                .isEqualTo(-Math.log(1 - 0x1p-52))
                .isPositive();
    }

    @Test
    void log_loss_is_undefined_without_probabilities() {
        MetricValue undefined = MetricValue.undefined("the model gives no probabilities");

        assertThat(LOG_LOSS.value(OUTCOMES)).isEqualTo(undefined);
        assertThat(LOG_LOSS.value(Cases.margins("np", 1, 2))).isEqualTo(undefined);
    }

    @Test
    void hinge_loss_is_undefined_without_margins() {
        assertThat(HINGE_LOSS.value(OUTCOMES))
                .isEqualTo(MetricValue.undefined("the model gives labels without margins"));
        assertThat(HINGE_LOSS.value(Cases.probabilities("01", 0.5, 0.5)))
                .isEqualTo(MetricValue.undefined("the model gives probabilities and no margins"));
    }

    @Test
    void hinge_loss_is_undefined_where_margins_overflow() {
        assertThat(HINGE_LOSS.value(Cases.margins("n", Double.MAX_VALUE)))
                .isEqualTo(MetricValue.undefined("the errors overflow"));
        assertThat(value(HINGE_LOSS, Cases.margins("nn", Double.MAX_VALUE, -3).withWeights(0, 1)))
                .isZero();
    }

    @Test
    void top_k_accuracy_is_undefined_without_scores() {
        assertThat(topKAccuracy(2).value(OUTCOMES))
                .isEqualTo(MetricValue.undefined("the model gives labels without scores that rank labels"));
    }

    @Test
    void all_are_pooled_over_folds() {
        assertThat(List.of(ACCURACY, BALANCED_ACCURACY, LOG_LOSS))
                .extracting(Metric::combination)
                .containsOnly(FoldCombination.POOLED);
    }

    @Test
    void say_which_values_are_better_and_possible() {
        assertThat(ACCURACY.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(LOG_LOSS.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(ACCURACY.range()).isEqualTo(Range.UNIT);
        assertThat(BALANCED_ACCURACY.range()).isEqualTo(Range.UNIT);
        assertThat(LOG_LOSS.range()).isEqualTo(Range.NON_NEGATIVE);
    }

    @Test
    void fail_when_targets_are_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACCURACY.resolve(Targets.numbers(1)))
                .withMessage("accuracy judges labels, but the targets are numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACCURACY.value(Cases.numbers(new double[] {1}, 1)))
                .withMessage("this metric judges labels, but the targets are numbers");
    }
}
