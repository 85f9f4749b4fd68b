package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import org.junit.jupiter.api.Test;

/** The worked values of NUMERICS.md. */
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
