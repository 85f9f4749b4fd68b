package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.data.Labels;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** So many rows that they are checked in parallel: the first bad one is named all the same. */
class ManyPredictionsTest {

    private static final int ROWS = 100_000;
    private static final Labels LABELS = Labels.of("a", "b");

    private static double[] probabilities() {
        double[] probabilities = new double[2 * ROWS];
        Arrays.fill(probabilities, 0.5);
        return probabilities;
    }

    private static void assertFails(int row, ThrowingCallable making, String message) {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(making)
                .withMessage("row " + row + ": " + message)
                .satisfies(e -> assertThat(e.row()).hasValue(row));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30_000, 99_999})
    void fail_at_the_bad_row_wherever_it_is(int row) {
        double[] noDistribution = probabilities();
        noDistribution[2 * row + 1] = 0.25;
        double[] negative = probabilities();
        negative[2 * row] = -0.5;
        double[] notANumber = probabilities();
        notANumber[2 * row + 1] = Double.NaN;
        float[] infinite = new float[2 * ROWS];
        infinite[2 * row] = Float.NEGATIVE_INFINITY;
        int[] unknown = new int[ROWS];
        unknown[row] = 2;

        assertFails(
                row,
                () -> Predictions.probabilities(LABELS, noDistribution),
                "the probabilities sum to 0.75 instead of 1");
        assertFails(
                row,
                () -> Predictions.probabilities(LABELS, negative),
                "the probability of \"a\" is -0.5; if these are logits or votes, say so with margins(…)");
        assertFails(
                row,
                () -> Predictions.margins(LABELS, notANumber),
                "the score of \"b\" is NaN; scores must be finite numbers");
        assertFails(
                row,
                () -> Predictions.margins(LABELS, infinite),
                "the score of \"a\" is -Infinity; scores must be finite numbers");
        assertFails(row, () -> Predictions.labels(LABELS, unknown), "no label has index 2; there are 2 labels");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void fail_at_the_first_of_several_bad_rows_however_many_threads_there_are(int threads) {
        double[] scores = probabilities();
        for (int row : new int[] {27_000, 27_001, 60_000, 99_999}) {
            scores[2 * row] = Double.NaN;
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            assertFails(
                    27_000,
                    () -> {
                        InvalidPredictionsException fault =
                                pool.submit(() -> fault(scores)).join();
                        throw fault;
                    },
                    "the score of \"a\" is NaN; scores must be finite numbers");
        } finally {
            pool.shutdown();
        }
    }

    private static InvalidPredictionsException fault(double... scores) {
        try {
            Predictions.margins(LABELS, scores);
        } catch (InvalidPredictionsException e) {
            return e;
        }
        throw new AssertionError("no fault was found");
    }

    @Test
    void predict_the_label_of_the_highest_score_of_each_row() {
        double[] margins = new double[2 * ROWS];
        Arrays.setAll(margins, i -> i % 3);

        LabelPredictions predictions = Predictions.margins(LABELS, margins);

        for (int row = 0; row < ROWS; row++) {
            if (predictions.index(row) != (margins[2 * row + 1] > margins[2 * row] ? 1 : 0)) {
                throw new AssertionError("row " + row + " is " + predictions.label(row));
            }
        }
    }
}
