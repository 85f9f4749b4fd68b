package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdCurveTest {

    /** In descending order of scores: p, n, n, p and n tied, n. */
    private static final Outcomes OUTCOMES = Cases.margins("npnpnn", 1, 5, 2, 2, 3, 4);

    private static double[] thresholds(ThresholdCurve curve) {
        return IntStream.range(0, curve.size()).mapToDouble(curve::threshold).toArray();
    }

    @Test
    void has_every_distinct_score_and_one_above_all() {
        ThresholdCurve curve = ThresholdCurve.atEveryScore(OUTCOMES, "p").orElseThrow();

        assertThat(thresholds(curve)).containsExactly(Double.POSITIVE_INFINITY, 5, 4, 3, 2, 1);
        assertThat(IntStream.range(0, 6).mapToDouble(curve::recall)).containsExactly(0.0, 0.5, 0.5, 0.5, 1.0, 1.0);
        assertThat(IntStream.range(0, 6).mapToDouble(curve::falsePositiveRate))
                .containsExactly(0.0, 0.0, 0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void has_only_thresholds_where_it_changes_direction_otherwise() {
        ThresholdCurve curve = ThresholdCurve.of(OUTCOMES, "p").orElseThrow();

        assertThat(thresholds(curve))
                .containsExactly(Double.POSITIVE_INFINITY, 5, Math.nextUp(2.0), 2, Double.NEGATIVE_INFINITY);
        assertThat(IntStream.range(0, 5).mapToDouble(curve::falsePositiveRate))
                .containsExactly(0.0, 0.0, 0.5, 0.75, 1.0);
    }

    @Test
    void is_read_as_all_curves_of_a_binary_classification() {
        ThresholdCurve curve = ThresholdCurve.atEveryScore(OUTCOMES, "p").orElseThrow();

        // of the 5 rows with scores of 2 and above, 2 are "p"
        assertThat(curve.precision(4)).isEqualTo(2.0 / 5);
        assertThat(curve.falseNegativeRate(3)).isEqualTo(0.5);
        assertThat(curve.share(4)).isEqualTo(5.0 / 6);
        assertThat(curve.lift(1)).isEqualTo(3);
        assertThat(curve.lift(4)).isCloseTo(6.0 / 5, within(1e-15));
        assertThat(curve.precision(0)).isEqualTo(1);
    }

    @Test
    void weighs_rows_and_leaves_out_thresholds_of_those_that_do_not_count() {
        ThresholdCurve curve = ThresholdCurve.atEveryScore(OUTCOMES.withWeights(1, 2, 1, 1, 0, 0.5), "p")
                .orElseThrow();

        assertThat(thresholds(curve)).containsExactly(Double.POSITIVE_INFINITY, 5, 4, 2, 1);
        assertThat(curve.recall(1)).isEqualTo(2.0 / 3);
        assertThat(curve.falsePositiveRate(2)).isEqualTo(0.5 / 2.5);
    }

    @Test
    void has_one_threshold_for_the_two_zeros_whichever_comes_first() {
        Outcomes zeros = Cases.margins("pnpn", -0.0, 0.0, 0.0, -0.0);
        for (Outcomes outcomes : new Outcomes[] {zeros, zeros.withWeights(1, 1, 1, 1)}) {
            ThresholdCurve curve = ThresholdCurve.atEveryScore(outcomes, "p").orElseThrow();

            assertThat(thresholds(curve)).containsExactly(Double.POSITIVE_INFINITY, 0.0);
            assertThat(Double.compare(curve.threshold(1), 0.0)).isZero();
        }
    }

    @Test
    void takes_none_and_all_at_the_largest_scores_there_are() {
        Outcomes largest = Cases.margins("pn", Double.MAX_VALUE, Double.MAX_VALUE);

        ThresholdCurve curve = ThresholdCurve.of(largest, "p").orElseThrow();

        assertThat(thresholds(curve)).containsExactly(Double.POSITIVE_INFINITY, Double.MAX_VALUE);
    }

    @Test
    void is_empty_where_no_example_or_every_one_is_of_the_label() {
        assertThat(ThresholdCurve.of(Cases.margins("nn", 1, 2), "p")).isEmpty();
        assertThat(ThresholdCurve.of(Cases.margins("pp", 1, 2), "p")).isEmpty();
        assertThat(ThresholdCurve.atEveryScore(Cases.margins("np", 1, 2).withWeights(1, 0), "p"))
                .isEmpty();
    }

    @Test
    void fails_without_scores() {
        Outcomes unscored = Cases.labels(Labels.of("n", "p"), "np", "np");

        assertThatIllegalStateException()
                .isThrownBy(() -> ThresholdCurve.of(unscored, "p"))
                .withMessage("these predictions have no scores");
        assertThatIllegalStateException().isThrownBy(() -> ThresholdCurve.atEveryScore(unscored, "p"));
    }

    @Test
    void fails_when_the_label_is_unknown() {
        assertThatThrownBy(() -> ThresholdCurve.of(OUTCOMES, "z"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("no label \"z\"; the labels are \"n\", \"p\"");
    }
}
