package dev.assay.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {

    private record Bounds(int from, int to) {}

    private static List<Bounds> bounds(int rows, int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Chunks.map(rows, Bounds::new)).join();
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void cover_all_rows_once_and_in_order(int threads) {
        for (int rows : new int[] {0, 1, 16_384, 32_767, 32_768, 40_000, 1_000_003, Integer.MAX_VALUE}) {
            List<Bounds> bounds = bounds(rows, threads);

            assertThat(bounds.get(0).from()).isZero();
            assertThat(bounds.get(bounds.size() - 1).to()).isEqualTo(rows);
            for (int i = 1; i < bounds.size(); i++) {
                assertThat(bounds.get(i).from()).isEqualTo(bounds.get(i - 1).to());
            }
        }
    }

    @Test
    void are_one_where_there_are_few_rows_and_several_for_each_thread_where_there_are_many() {
        assertThat(bounds(32_767, 7)).containsExactly(new Bounds(0, 32_767));
        assertThat(bounds(32_768, 7)).hasSize(2);
        assertThat(bounds(1_000_000, 2)).hasSize(8);
    }

    @Test
    void are_worked_on_once_each() {
        ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();

        Chunks.run(100_000, (from, to) -> IntStream.range(from, to).forEach(seen::add));

        assertThat(seen.stream().mapToInt(row -> row).sorted().toArray())
                .isEqualTo(IntStream.range(0, 100_000).toArray());
    }

    @Test
    void are_all_visited_by_what_comes_after() {
        List<List<Integer>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        Chunks.forEach(parts, part -> part.add(7));
        Chunks.forEach(parts.subList(0, 1), part -> part.add(8));

        assertThat(parts).containsExactly(List.of(7, 8), List.of(7), List.of(7));
    }

    @Test
    void fail_as_the_work_on_one_of_them_does() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Chunks.run(100_000, (from, to) -> {
                    if (from > 0) {
                        throw new IllegalStateException("no more rows");
                    }
                }))
                .withMessageContaining("no more rows");
    }
}
