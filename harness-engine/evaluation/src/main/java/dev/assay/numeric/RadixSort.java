package dev.assay.numeric;

import java.util.Arrays;
import java.util.List;

/**
 * Sorts machine words by some of their bits: a radix sort of the leading ones, from the least significant digit on, and
 * comparisons for the few words that agree in those.
 */
public final class RadixSort {

    /** As many buckets as the nearest caches have lines for. */
    private static final int DIGIT_BITS = 10;

    private static final int DIGITS = 3;
    private static final int LEADING_BITS = DIGITS * DIGIT_BITS;

    /** Below this length, comparing is faster. */
    private static final int FEWEST_WORDS = 512;

    private static final int SHORT_RUN = 32;

    private RadixSort() {}

    /**
     * Sorts words, in ascending order, by their bits from {@code low} on.
     *
     * @param words non-negative words; the array is used up
     * @param low the lowest bit that matters; words that differ only below it end up in any order
     * @param high all bits from this one on are zero, at most 63
     * @return the sorted words, in the same array or in another one
     */
    public static long[] sort(long[] words, int low, int high) {
        if (high <= low) {
            return words;
        }
        if (words.length < FEWEST_WORDS) {
            Arrays.sort(words);
            return words;
        }
        int lowest = Math.max(low, high - LEADING_BITS);
        int digits = (high - lowest + DIGIT_BITS - 1) / DIGIT_BITS;
        long[] sorted = words;
        long[] other = new long[words.length];
        for (int digit = 0; digit < digits; digit++) {
            scatter(sorted, other, lowest + digit * DIGIT_BITS);
            long[] emptied = sorted;
            sorted = other;
            other = emptied;
        }
        if (lowest > low) {
            sortRuns(sorted, low, lowest);
        }
        return sorted;
    }

    /** Distributes words by one digit, those with the same digit in the order in which they are. */
    private static void scatter(long[] from, long[] to, int shift) {
        List<Histogram> histograms = Chunks.map(from.length, (start, end) -> new Histogram(from, start, end, shift));
        int next = 0;
        for (int bucket = 0; bucket < 1 << DIGIT_BITS; bucket++) {
            for (Histogram histogram : histograms) {
                next = histogram.place(bucket, next);
            }
        }
        Chunks.forEach(histograms, histogram -> histogram.scatter(from, to));
    }

    /** How often each digit occurs in a range of words, and then where the next word with it goes. */
    private static final class Histogram {

        private static final int MASK = (1 << DIGIT_BITS) - 1;

        private final int start;
        private final int end;
        private final int shift;
        private final int[] places = new int[1 << DIGIT_BITS];

        Histogram(long[] words, int start, int end, int shift) {
            this.start = start;
            this.end = end;
            this.shift = shift;
            for (int i = start; i < end; i++) {
                places[(int) (words[i] >>> shift) & MASK]++;
            }
        }

        int place(int bucket, int next) {
            int count = places[bucket];
            places[bucket] = next;
            return next + count;
        }

        void scatter(long[] from, long[] to) {
            for (int i = start; i < end; i++) {
                long word = from[i];
                to[places[(int) (word >>> shift) & MASK]++] = word;
            }
        }
    }

    /** Sorts words that are in order but for their bits from {@code low} to {@code prefix}. */
    private static void sortRuns(long[] words, int low, int prefix) {
        for (int start = 0; start < words.length; ) {
            long leading = words[start] >>> prefix;
            long different = 0;
            int end = start + 1;
            for (; end < words.length && words[end] >>> prefix == leading; end++) {
                different |= words[start] ^ words[end];
            }
            if (different >>> low != 0) {
                sortRun(words, start, end);
            }
            start = end;
        }
    }

    private static void sortRun(long[] words, int start, int end) {
        if (end - start > SHORT_RUN) {
            Arrays.sort(words, start, end);
            return;
        }
        for (int i = start + 1; i < end; i++) {
            long word = words[i];
            int place = i;
            for (; place > start && words[place - 1] > word; place--) {
                words[place] = words[place - 1];
            }
            words[place] = word;
        }
    }
}
