package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.Outcomes;
import dev.assay.metric.ReliabilityCurve;
import dev.assay.metric.ReliabilityCurve.Binning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores in single precision, which stay what they are. */
class FloatPredictionsTest {

    private static final Labels LABELS = Labels.of("a", "b");

    /** Sums of 1.0005 and 0.9995. */
    private static final LabelPredictions PROBABILITIES =
            Predictions.probabilities(LABELS, 0.8005f, 0.2f, 0.2495f, 0.75f);

    private static double value(Metric metric) {
        return metric.value(Outcomes.of(Targets.labels("a", "b"), PROBABILITIES))
                .asOptional()
                .orElseThrow();
    }

    @Test
    void are_kept_as_floats() {
        assertThat(PROBABILITIES.hasFloatScores()).isTrue();
        assertThat(PROBABILITIES.score(0, 1)).isEqualTo(0.2f).isNotEqualTo(0.2);
        assertThat(PROBABILITIES.label(1)).isEqualTo("b");
        assertThat(PROBABILITIES.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
        assertThat(Predictions.margins(LABELS, 1f, 2f).hasFloatScores()).isTrue();
        assertThat(Predictions.margins(LABELS, 1.0, 2.0).hasFloatScores()).isFalse();
        assertThat(Predictions.labels(LABELS, 0).hasFloatScores()).isFalse();
    }

    @Test
    void stay_floats_in_whatever_is_made_of_them() {
        Labels larger = Labels.of("c", "b", "a");
        LabelPredictions moved = PROBABILITIES.over(larger);

        assertThat(List.of(
                        PROBABILITIES.select(1, 0, 1),
                        PROBABILITIES.withPredicted(0, 0),
                        PROBABILITIES.over(LABELS.withPositive("b")),
                        moved,
                        (LabelPredictions) Predictions.concatenate(List.of(PROBABILITIES, PROBABILITIES.select(0)))))
                .allMatch(LabelPredictions::hasFloatScores);
        assertThat(moved.score(0, 2)).isEqualTo(0.8005f);
        assertThat(moved.score(0, 0)).isZero();
        assertThat(PROBABILITIES.select(1).score(0, 0)).isEqualTo(0.2495f);
    }

    @Test
    void become_doubles_beside_doubles() {
        LabelPredictions whole = (LabelPredictions) Predictions.concatenate(
                List.of(Predictions.margins(LABELS, 0.1f, 2f), Predictions.margins(LABELS, 0.1, 3)));

        assertThat(whole.hasFloatScores()).isFalse();
        assertThat(whole.score(0, 0)).isEqualTo(0.1f);
        assertThat(whole.score(1, 0)).isEqualTo(0.1);
    }

    @Test
    void are_divided_by_their_sum_as_probabilities_beside_doubles() {
        LabelPredictions whole = (LabelPredictions) Predictions.concatenate(
                List.of(PROBABILITIES.select(0), Predictions.probabilities(LABELS, 0.25, 0.75)));

        assertThat(whole.score(0, 0)).isEqualTo(0.8005f / ((double) 0.8005f + 0.2f));
        assertThat(whole.score(0, 0) + whole.score(0, 1)).isCloseTo(1, within(1e-15));
        assertThat(whole.score(1, 0)).isEqualTo(0.25);
    }

    @Test
    void get_a_float_below_all_others_for_labels_that_the_model_does_not_know() {
        LabelPredictions moved = Predictions.margins(LABELS, -5f, 7f).over(Labels.of("a", "b", "c"));
        LabelPredictions huge = Predictions.margins(LABELS, -1e30f, 7f).over(Labels.of("a", "b", "c"));
        LabelPredictions largest =
                Predictions.margins(LABELS, -Float.MAX_VALUE, 7f).over(Labels.of("a", "b", "c"));

        assertThat(moved.score(0, 2)).isEqualTo(-6);
        assertThat(huge.score(0, 2)).isLessThan(-1e30f);
        assertThat(largest.score(0, 2)).isEqualTo(-Float.MAX_VALUE);
    }

    @Test
    void are_divided_by_their_sum_where_they_are_taken_as_probabilities() {
        double ofA = 0.8005f / ((double) 0.8005f + 0.2f);
        double ofB = 0.75f / (0.2495f + (double) 0.75f);

        assertThat(value(ClassificationMetrics.LOG_LOSS))
                .isCloseTo((-Math.log(ofA) - Math.log(ofB)) / 2, within(1e-15));
        assertThat(value(ClassificationMetrics.BRIER_SCORE.ofLabel("a")))
                .isCloseTo(((1 - ofA) * (1 - ofA) + (1 - ofB) * (1 - ofB)) / 2, within(1e-15));
        assertThat(value(ClassificationMetrics.MULTICLASS_BRIER_SCORE))
                .isCloseTo((1 - ofA) * (1 - ofA) + (1 - ofB) * (1 - ofB), within(1e-15));
        ReliabilityCurve curve = ReliabilityCurve.ofPredicted(
                Outcomes.of(Targets.labels("a", "b"), PROBABILITIES), 1, Binning.EQUAL_WIDTH);
        assertThat(curve.meanProbability(0)).isCloseTo((ofA + ofB) / 2, within(1e-15));
    }

    @Test
    void may_miss_a_sum_of_1_by_a_thousandth() {
        assertThatCode(() -> Predictions.probabilities(LABELS, 0.5f, 0.5009f)).doesNotThrowAnyException();
        assertThatCode(() -> Predictions.probabilities(LABELS, 0.4991f, 0.5f)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Predictions.probabilities(LABELS, 0.5f, 0.5f, 0.5f, 0.5011f))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessageStartingWith("row 1: the probabilities sum to 1.0011")
                .hasMessageEndingWith(" instead of 1");
    }

    @Test
    void fail_when_they_are_not_finite_or_below_0() {
        assertThatThrownBy(() -> Predictions.margins(LABELS, 1f, 2f, Float.NaN, 3f))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage("row 1: the score of \"a\" is NaN; scores must be finite numbers");
        assertThatThrownBy(() -> Predictions.margins(LABELS, 1f, Float.POSITIVE_INFINITY))
                .hasMessage("row 0: the score of \"b\" is Infinity; scores must be finite numbers");
        assertThatThrownBy(() -> Predictions.probabilities(LABELS, -0.25f, 1.25f))
                .hasMessage("row 0: the probability of \"a\" is -0.25; if these are logits or votes, say so with"
                        + " margins(…)");
    }

    @Test
    void are_not_changed_by_what_is_done_to_the_arguments() {
        float[] margins = {1, 2};
        LabelPredictions predictions = Predictions.margins(LABELS, margins);

        margins[0] = 9;

        assertThat(predictions.score(0, 0)).isEqualTo(1);
    }
}
