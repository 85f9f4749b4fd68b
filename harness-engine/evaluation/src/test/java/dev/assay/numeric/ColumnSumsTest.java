package dev.assay.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColumnSumsTest {

    /** From -2 to 2, of magnitudes that reach down to a lowest one. */
    private static double[] numbers(int count, double lowestExponent, SplittableRandom random) {
        return random.doubles(count)
                .map(number -> (4 * number - 2) * Math.pow(2, -lowestExponent * random.nextDouble()))
                .toArray();
    }

    private static double[] column(double[] rows, int column, int columns) {
        double[] values = new double[rows.length / columns];
        Arrays.setAll(values, row -> rows[row * columns + column]);
        return values;
    }

    private static double[] sums(double[] rows, int columns, int blockRows) {
        ColumnSums sums = new ColumnSums(columns, blockRows);
        int block = columns * blockRows;
        for (int start = 0; start < rows.length; start += block) {
            double[] part = Arrays.copyOfRange(rows, start, Math.min(rows.length, start + block));
            sums.add(part, part.length / columns);
        }
        ExactSum[] exact = ExactSum.several(columns);
        sums.addTo(exact);
        return Arrays.stream(exact).mapToDouble(ExactSum::value).toArray();
    }

    private static double[] exactSums(double[] rows, int columns) {
        double[] sums = new double[columns];
        Arrays.setAll(sums, column -> ExactSum.of(column(rows, column, columns)));
        return sums;
    }

    @Test
    void are_those_of_each_column() {
        RandomCases.check(600, random -> {
            int columns = random.nextInt(1, 5);
            double[] rows = numbers(columns * random.nextInt(1, 100), random.nextInt(1100), random);

            assertThat(sums(rows, columns, random.nextInt(1, 20))).isEqualTo(exactSums(rows, columns));
        });
    }

    @Test
    void of_more_blocks_than_a_place_can_hold() {
        double[] rows = new double[5000];
        Arrays.fill(rows, 2);
        double[] others = numbers(5000, 100, new SplittableRandom(1));

        assertThat(sums(rows, 1, 1)).containsExactly(10_000);
        assertThat(sums(others, 1, 1)).isEqualTo(exactSums(others, 1));
    }
}
