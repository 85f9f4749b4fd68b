package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CochranQTestTest {

    private static boolean[][] rows(String... rows) {
        boolean[][] right = new boolean[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            right[i] = new boolean[rows[i].length()];
            for (int j = 0; j < right[i].length; j++) {
                right[i][j] = rows[i].charAt(j) == '1';
            }
        }
        return right;
    }

    @Test
    void agrees_with_statsmodels() {
        CochranQTest test = CochranQTest.of(
                rows("110", "111", "100", "110", "010", "110", "100", "111", "000", "110", "101", "110"));

        assertThat(test.statistic()).isCloseTo(8.666666666666666, within(1e-14));
        assertThat(test.pValue()).isCloseTo(0.013123728736940971, within(1e-15));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.disagreements()).isEqualTo(9);
        assertThat(test.remark()).isEmpty();
    }

    @Test
    void is_the_plain_test_of_mcnemar_for_two() {
        SplittableRandom random = new SplittableRandom(3);
        for (int repeat = 0; repeat < 100; repeat++) {
            boolean[][] right = new boolean[50][2];
            int onlyFirst = 0;
            int onlySecond = 0;
            for (boolean[] row : right) {
                row[0] = random.nextInt(4) > 0;
                row[1] = random.nextInt(3) > 0;
                onlyFirst += row[0] && !row[1] ? 1 : 0;
                onlySecond += row[1] && !row[0] ? 1 : 0;
            }
            McNemarTest two = McNemarTest.of(onlyFirst, onlySecond);
            assertThat(CochranQTest.of(right).statistic()).isCloseTo(two.chiSquare(), within(1e-12));
            assertThat(CochranQTest.of(right).pValue()).isCloseTo(two.chiSquareP(), within(1e-12));
        }
    }

    @Test
    void finds_no_evidence_where_all_are_right_on_the_same_rows() {
        assertThat(CochranQTest.of(rows("111", "000")))
                .isEqualTo(new CochranQTest(0, 2, 0, 1, "all are right on the same rows: no evidence"));
    }

    @Test
    void fails_without_rows_with_one_classifier_and_with_rows_of_different_length() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CochranQTest.of(new boolean[0][]))
                .withMessage("there is no row");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CochranQTest.of(rows("1")))
                .withMessage("a comparison needs at least 2 classifiers, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CochranQTest.of(rows("10", "101")))
                .withMessage("row 1 has 3 classifiers, but row 0 has 2");
    }
}
