package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RandomCases;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CellCountsTest {

    @Test
    void counts_as_a_map_does() {
        RandomCases.check(300, random -> {
            int numbers = random.nextInt(1, 60);
            Map<Long, Integer> expected = new TreeMap<>();
            CellCounts counts = new CellCounts();
            CellCounts others = new CellCounts();
            for (int i = 0; i < 1000; i++) {
                int first = random.nextInt(numbers);
                int second = random.nextInt(numbers) * 0x1000000 - 0x10000000;
                (random.nextBoolean() ? counts : others).add(first, second);
                expected.merge(((long) first << 32) | Integer.toUnsignedLong(second), 1, Integer::sum);
            }

            counts.addAll(others);

            assertThat(counts.sortedKeys())
                    .containsExactly(expected.keySet().stream()
                            .mapToLong(Long::longValue)
                            .toArray());
            expected.forEach((key, count) -> assertThat(counts.count(key)).isEqualTo(count));
        });
    }

    @Test
    void a_key_tells_both_numbers() {
        CellCounts counts = new CellCounts();
        counts.add(7, Integer.MIN_VALUE);

        assertThat(CellCounts.first(counts.sortedKeys()[0])).isEqualTo(7);
        assertThat(CellCounts.second(counts.sortedKeys()[0])).isEqualTo(Integer.MIN_VALUE);
    }
}
