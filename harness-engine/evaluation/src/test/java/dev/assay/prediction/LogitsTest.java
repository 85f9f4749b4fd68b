package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogitsTest {

    private static final Labels LABELS = Labels.of("cat", "dog", "eel");

    @Test
    void become_the_probabilities_of_softmax() {
        // scipy.special.softmax([[1, 2, 3], [0, 0, 0]], axis=1), SciPy 1.17
        LabelPredictions predictions = Predictions.logits(LABELS, 1.0, 2, 3, 0, 0, 0);
        assertThat(predictions.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
        assertThat(predictions.score(0, 0)).isEqualTo(0.09003057317038046, within(1e-16));
        assertThat(predictions.score(0, 1)).isEqualTo(0.24472847105479764, within(1e-16));
        assertThat(predictions.score(0, 2)).isEqualTo(0.6652409557748218, within(2e-16));
        assertThat(predictions.score(1, 1)).isEqualTo(1.0 / 3);
        assertThat(predictions.label(0)).isEqualTo("eel");
        assertThat(predictions.label(1)).isEqualTo("cat");
    }

    @Test
    void may_be_too_high_for_any_power() {
        LabelPredictions predictions = Predictions.logits(LABELS, 1e300, -1e300, 1e300);
        assertThat(predictions.score(0, 0)).isEqualTo(0.5);
        assertThat(predictions.score(0, 1)).isZero();
    }

    @Test
    void do_not_depend_on_a_constant_beyond_rounding_and_sum_to_one() {
        SplittableRandom random = Seed.of(42).random();
        for (int run = 0; run < 1000; run++) {
            double[] logits = random.doubles(3, -30, 30).toArray();
            double shift = random.nextDouble(-100, 100);
            LabelPredictions plain = Predictions.logits(LABELS, logits);
            LabelPredictions moved =
                    Predictions.logits(LABELS, logits[0] + shift, logits[1] + shift, logits[2] + shift);
            double sum = 0;
            for (int label = 0; label < 3; label++) {
                assertThat(moved.score(0, label)).isEqualTo(plain.score(0, label), within(1e-13));
                sum += plain.score(0, label);
            }
            assertThat(sum).isEqualTo(1, within(1e-15));
            assertThat(moved.index(0)).isEqualTo(plain.index(0));
        }
    }

    @Test
    void in_single_precision_become_the_same_in_double_precision() {
        LabelPredictions singles = Predictions.logits(LABELS, 0.1f, -2.5f, 7f);
        LabelPredictions doubles = Predictions.logits(LABELS, (double) 0.1f, -2.5, 7);
        assertThat(singles.hasFloatScores()).isFalse();
        for (int label = 0; label < 3; label++) {
            assertThat(singles.score(0, label)).isEqualTo(doubles.score(0, label));
        }
    }

    @Test
    void are_not_changed() {
        double[] logits = {1, 2, 3};
        Predictions.logits(LABELS, logits);
        assertThat(logits).containsExactly(1, 2, 3);
    }

    @Test
    void that_are_not_finite_are_named_with_their_row() {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> Predictions.logits(LABELS, 1.0, 2, 3, 4, Double.NEGATIVE_INFINITY, 5))
                .withMessage("row 1: the score of \"dog\" is -Infinity; scores must be finite numbers");
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> Predictions.logits(LABELS, Float.NaN, 2f, 3f))
                .withMessage("row 0: the score of \"cat\" is NaN; scores must be finite numbers");
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> Predictions.logits(LABELS, 1.0, 2))
                .withMessage("2 scores are not a multiple of the number of labels, 3");
    }

    @Test
    void of_one_of_two_labels_keep_their_order_and_small_probabilities() {
        Labels labels = Labels.of("ham", "spam");
        LabelPredictions predictions = ScoreMeaning.LOGITS.ofOne(labels, 1, 38, 41, -45, 0);

        // scipy.special.expit([-38, -41, -45]), SciPy 1.17
        assertThat(predictions.score(0, 0)).isEqualTo(3.1391327920480296e-17, within(1e-31));
        assertThat(predictions.score(1, 0)).isEqualTo(1.5628821893349888e-18, within(1e-32));
        assertThat(predictions.score(2, 1)).isEqualTo(2.8625185805493937e-20, within(1e-34));
        assertThat(predictions.score(3, 1)).isEqualTo(0.5);
    }
}
