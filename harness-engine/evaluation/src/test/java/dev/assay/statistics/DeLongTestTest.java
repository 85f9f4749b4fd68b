package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeLongTestTest {

    private static final boolean[] TRUTH = {true, true, true, false, false};

    /** Against the definition: the placements of every pair of a positive and a negative row. */
    @Test
    void agrees_with_the_quadratic_definition() {
        SplittableRandom random = new SplittableRandom(5);
        for (int repeat = 0; repeat < 300; repeat++) {
            int n = 4 + random.nextInt(30);
            boolean[] positive = new boolean[n];
            double[] first = new double[n];
            double[] second = new double[n];
            for (int i = 0; i < n; i++) {
                positive[i] = i < 2 || (i > 3 && random.nextBoolean());
                first[i] = random.nextInt(8);
                second[i] = random.nextInt(8) / 4.0 - 1;
            }
            DeLongTest test = DeLongTest.of(positive, first, second);

            assertThat(test.firstArea()).isCloseTo(mean(byPositive(positive, first)), within(1e-14));
            double variance = variance(minus(byPositive(positive, first), byPositive(positive, second)))
                    + variance(minus(byNegative(positive, first), byNegative(positive, second)));
            assertThat(test.differenceStandardError()).isCloseTo(Math.sqrt(variance), within(1e-14));
            assertThat(test.firstStandardError())
                    .isCloseTo(
                            Math.sqrt(variance(byPositive(positive, first)) + variance(byNegative(positive, first))),
                            within(1e-14));
        }
    }

    private static double[] byPositive(boolean[] positive, double[] scores) {
        return placements(positive, scores, true);
    }

    private static double[] byNegative(boolean[] positive, double[] scores) {
        return placements(positive, scores, false);
    }

    private static double[] placements(boolean[] positive, double[] scores, boolean of) {
        return IntStream.range(0, scores.length)
                .filter(i -> positive[i] == of)
                .mapToDouble(i -> IntStream.range(0, scores.length)
                        .filter(j -> positive[j] != of)
                        .mapToDouble(j -> 0.5 + 0.5 * Math.signum(scores[i] - scores[j]) * (of ? 1 : -1))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double mean(double... values) {
        return Samples.mean(values);
    }

    private static double variance(double... values) {
        return Samples.variance(values) / values.length;
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    @Test
    void finds_no_evidence_in_identical_scores() {
        double[] scores = {0.9, 0.4, 0.6, 0.5, 0.1};

        DeLongTest test = DeLongTest.of(TRUTH, scores, scores);

        assertThat(test.statistic()).isZero();
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.remark()).isEqualTo("both place each row alike: no evidence");
        // scores on another scale order the rows alike
        double[] scaled = {90, 40, 60, 50, 10};
        assertThat(DeLongTest.of(TRUTH, scores, scaled)).isEqualTo(test);
    }

    @Test
    void is_certain_but_remarks_on_it_where_a_difference_does_not_vary() {
        double[] perfect = {3, 3, 3, 1, 1};
        double[] useless = {2, 2, 2, 2, 2};

        DeLongTest better = DeLongTest.of(TRUTH, perfect, useless);
        DeLongTest worse = DeLongTest.of(TRUTH, useless, perfect);

        String remark = "the two differ alike on each row: the spread of their difference is unknown";
        assertThat(better).isEqualTo(new DeLongTest(1, 0.5, 0, 0, 0, Double.POSITIVE_INFINITY, 0, remark));
        assertThat(worse).isEqualTo(new DeLongTest(0.5, 1, 0, 0, 0, Double.NEGATIVE_INFINITY, 0, remark));
    }

    @Test
    void finds_no_evidence_where_a_class_has_a_single_row() {
        DeLongTest test =
                DeLongTest.of(new boolean[] {true, false, false}, new double[] {3, 2, 1}, new double[] {1, 2, 3});

        assertThat(test.firstArea()).isEqualTo(1);
        assertThat(test.secondArea()).isZero();
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.remark()).isEqualTo("a class has a single row, whose spread is unknown: no evidence");
    }

    @Test
    void takes_both_zeros_for_the_same_score() {
        double[] signed = {0.0, 1, 1, -0.0, -1};
        double[] plain = {0.0, 1, 1, 0.0, -1};

        assertThat(DeLongTest.of(TRUTH, signed, plain).firstArea())
                .isEqualTo(DeLongTest.of(TRUTH, plain, signed).firstArea());
    }

    @Test
    void fails_without_rows_of_both_classes_with_other_lengths_and_with_scores_that_are_no_numbers() {
        double[] scores = new double[5];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLongTest.of(new boolean[5], scores, scores))
                .withMessage("an area under a ROC curve needs rows of both classes; all 5 are negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLongTest.of(TRUTH, scores, new double[4]))
                .withMessage("there are 5 rows, but 4 scores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLongTest.of(TRUTH, new double[] {1, 2, Double.NaN, 3, 4}, scores))
                .withMessage("the score of row 2 is NaN");
    }
}
