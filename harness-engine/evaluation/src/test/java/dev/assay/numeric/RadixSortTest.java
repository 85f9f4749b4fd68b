package dev.assay.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {

    /** Around where another algorithm takes over, and where ranges begin to be sorted in parallel. */
    private static final int[] LENGTHS = {0, 1, 2, 33, 511, 512, 513, 1024, 5000};

    private static long[] words(int length, int bits, SplittableRandom random) {
        return random.longs(length)
                .map(word -> bits == 0 ? 0 : word >>> (Long.SIZE - bits))
                .toArray();
    }

    private static void assertSorts(long[] words, int high) {
        long[] expected = words.clone();
        Arrays.sort(expected);

        assertThat(Arrays.equals(RadixSort.sort(words.clone(), 0, high), expected))
                .as("%s words of %s bits", words.length, high)
                .isTrue();
    }

    @Test
    void sorts_words_of_any_number_of_bits() {
        RandomCases.check(1000, random -> {
            int bits = random.nextInt(0, 64);

            assertSorts(words(LENGTHS[random.nextInt(LENGTHS.length)], bits, random), bits);
        });
    }

    @Test
    void sorts_words_of_less_bits_than_there_could_be() {
        RandomCases.check(300, random -> {
            int bits = random.nextInt(0, 64);

            assertSorts(words(600, bits, random), random.nextInt(bits, 64));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {16_383, 16_384, 32_768, 40_000, 100_000})
    void sorts_many_words(int length) {
        SplittableRandom random = new SplittableRandom(length);
        for (int bits : List.of(1, 10, 11, 30, 31, 50, 63)) {
            assertSorts(words(length, bits, random), bits);
        }
    }

    @Test
    void sorts_words_that_are_all_equal_or_one_of_two() {
        for (int length : new int[] {512, 40_000}) {
            assertSorts(LongStream.generate(() -> 0).limit(length).toArray(), 63);
            assertSorts(LongStream.generate(() -> Long.MAX_VALUE).limit(length).toArray(), 63);
            assertSorts(
                    LongStream.range(0, length)
                            .map(i -> i % 3 == 0 ? Long.MAX_VALUE : 0)
                            .toArray(),
                    63);
        }
    }

    @Test
    void sorts_words_in_order_and_in_reverse() {
        for (int length : new int[] {513, 40_000}) {
            for (LongUnaryOperator scale : List.<LongUnaryOperator>of(i -> i, i -> i << 40, i -> i * i * i)) {
                assertSorts(LongStream.range(0, length).map(scale).toArray(), 63);
                assertSorts(
                        LongStream.range(0, length)
                                .map(i -> scale.applyAsLong(length - i))
                                .toArray(),
                        63);
            }
        }
    }

    @Test
    void sorts_words_that_agree_in_all_leading_bits_in_long_and_short_runs() {
        RandomCases.check(100, random -> {
            int runs = random.nextInt(1, 600);
            long[] words = random.longs(4000)
                    .map(word -> ((word >>> 32) % runs) << 33 | (word & 0xff))
                    .toArray();

            assertSorts(words, 63);
        });
    }

    @Test
    void orders_by_the_bits_that_matter_and_keeps_the_others_with_them() {
        RandomCases.check(500, random -> {
            int low = random.nextInt(0, 32);
            int high = random.nextInt(low, 64);
            long[] words = words(LENGTHS[random.nextInt(LENGTHS.length)], high, random);

            long[] sorted = RadixSort.sort(words.clone(), low, high);

            assertThat(Arrays.stream(sorted).map(word -> word >>> low))
                    .isSorted()
                    .hasSize(words.length);
            Arrays.sort(words);
            Arrays.sort(sorted);
            assertThat(sorted).isEqualTo(words);
        });
    }

    @Test
    void keeps_words_while_it_makes_room_for_more_and_sorts_again_and_again() {
        RandomCases.check(100, random -> {
            RadixSort sort = RadixSort.onOneThread();
            for (int turn = 0; turn < 4; turn++) {
                long[] words = words(random.nextInt(1, 3000), 40, random);
                for (int i = 0; i < words.length; i++) {
                    sort.words(i + 1)[i] = words[i];
                }

                long[] sorted = sort.sort(words.length, 0, 40);

                Arrays.sort(words);
                assertThat(Arrays.copyOf(sorted, words.length)).isEqualTo(words);
            }
        });
    }
}
