package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked values, most of them of NUMERICS.md. */
class WorkedValuesTest {

    @Test
    void log_loss_clips_at_the_machine_epsilon() {
        Outcomes outcomes = Cases.probabilities("01", 0, 0);

        // half of -ln(2⁻⁵²) = 36.04365338911715, as scikit-learn says
        assertThat(value(ClassificationMetrics.LOG_LOSS, outcomes)).isEqualTo(18.021826694558577);
    }

    @Test
    void balanced_accuracy_is_the_mean_recall() {
        Outcomes outcomes = Cases.labels(Labels.of("0", "1"), "010010", "010001");

        assertThat(value(ClassificationMetrics.BALANCED_ACCURACY, outcomes)).isEqualTo(0.625);
    }

    @Test
    void hinge_loss_of_a_decision_value_is_that_of_margins_0_and_the_value() {
        Labels labels = Labels.of("-1", "1");
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, List.of("-1", "1", "1")),
                Predictions.margins(labels, 0, -2.18, 0, 2.36, 0, 0.09));

        assertThat(value(ClassificationMetrics.HINGE_LOSS, outcomes)).isCloseTo(0.91 / 3, within(1e-15));
    }

    @Test
    void kappa_of_a_known_table() {
        String truth = "0".repeat(40) + "1".repeat(60);
        String predicted = "0".repeat(20) + "1".repeat(20) + "0".repeat(10) + "1".repeat(50);

        assertThat(value(ClassificationMetrics.COHENS_KAPPA, Cases.labels(Labels.of("0", "1"), truth, predicted)))
                .isCloseTo(0.348, within(0.0005));
    }

    @Test
    void top_k_accuracy_agrees_with_scikit_learns_documentation() {
        Labels labels = Labels.of("0", "1", "2");
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, List.of("0", "1", "2", "2")),
                Predictions.margins(labels, 0.5, 0.2, 0.2, 0.3, 0.4, 0.2, 0.2, 0.4, 0.3, 0.7, 0.2, 0.1));

        assertThat(value(ClassificationMetrics.topKAccuracy(2), outcomes)).isEqualTo(0.75);
        assertThat(value(ClassificationMetrics.topKAccuracy(9), outcomes)).isEqualTo(1);
    }

    @Test
    void top_k_accuracy_takes_the_two_zeros_as_tied() {
        Labels labels = Labels.of("0", "1", "2");
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, List.of("0", "1", "2", "0")),
                Predictions.margins(labels, -0.0, 0.0, 0.0, 0.0, -0.0, -5, 0.0, -0.0, -0.0, 0.0, -0.0, 0.0));

        assertThat(value(ClassificationMetrics.topKAccuracy(1), outcomes)).isEqualTo(0.5);
        assertThat(value(ClassificationMetrics.topKAccuracy(2), outcomes)).isEqualTo(0.75);
        assertThat(value(ClassificationMetrics.topKAccuracy(3), outcomes)).isEqualTo(1);
    }

    @Test
    void the_multiclass_brier_score_sums_over_labels() {
        Labels labels = Labels.of("a", "b", "c");
        Outcomes outcomes =
                Outcomes.of(Targets.labels(labels, List.of("a")), Predictions.probabilities(labels, 0.7, 0.2, 0.1));

        assertThat(value(ClassificationMetrics.MULTICLASS_BRIER_SCORE, outcomes))
                .isCloseTo(0.09 + 0.04 + 0.01, within(1e-15));
    }

    @Test
    void weighted_f1_may_lie_outside_of_weighted_precision_and_recall() {
        // scikit-learn 1.2.1: precision 0.8, recall 0.6, F1 0.5666666666666667
        Outcomes outcomes = Cases.labels(Labels.of("a", "b"), "aaabb", "abbbb");

        double precision = value(ClassificationMetrics.PRECISION.weighted(), outcomes);
        double recall = value(ClassificationMetrics.RECALL.weighted(), outcomes);
        double f1 = value(ClassificationMetrics.F1.weighted(), outcomes);

        assertThat(precision).isCloseTo(0.8, within(1e-12));
        assertThat(recall).isCloseTo(0.6, within(1e-12));
        assertThat(f1).isCloseTo(0.5666666666666667, within(1e-12));
    }
}
