package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against sorting all numbers. */
class OrderStatisticsTest {

    private static double[] probabilities(int count, SplittableRandom random) {
        int distinct = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(1, 20);
        double power = random.nextDouble(0.1, 10);
        return random.ints(count, 0, distinct)
                .mapToDouble(number -> Math.pow((double) number / Math.max(1, distinct - 1), power))
                .toArray();
    }

    @Test
    void finds_numbers_and_their_ties() {
        RandomCases.check(1000, random -> {
            int count = random.nextInt(1, 300);
            double[] numbers = probabilities(count, random);
            double[] ascending = numbers.clone();
            Arrays.sort(ascending);
            int place = random.nextInt(count);
            double number = ascending[count - 1 - place];
            int start =
                    (int) Arrays.stream(numbers).filter(other -> other > number).count();
            int end = (int)
                    Arrays.stream(numbers).filter(other -> other >= number).count();

            Confidences confidences = Confidences.ofRows(count);
            for (int row = 0; row < count; row++) {
                confidences.set(row, numbers[row], row % 2 == 0);
            }

            OrderStatistics order = OrderStatistics.at(confidences, place);

            assertThat(order.get(place)).isEqualTo(number);
            assertThat(order.startOfTie(place)).isEqualTo(start);
            assertThat(order.endOfTie(place)).isEqualTo(end);
            if (start > 0) {
                double higher = ascending[count - start];
                assertThat(order.get(start - 1)).isEqualTo(higher);
                assertThat(order.startOfTie(start - 1)).isEqualTo((int)
                        Arrays.stream(numbers).filter(other -> other > higher).count());
            }
        });
    }
}
