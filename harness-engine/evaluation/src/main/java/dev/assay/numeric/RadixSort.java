package dev.assay.numeric;

import java.util.Arrays;
import java.util.List;

/**
 * Sorts machine words by some of their bits: a radix sort of the leading ones, from the least significant digit on, and
 * comparisons for the few words that agree in those. Its arrays grow with what is sorted and serve one sort after another.
 */
public final class RadixSort {

    /** As many buckets as the nearest caches have lines for. */
    private static final int DIGIT_BITS = 10;

    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int BUCKET_MASK = BUCKETS - 1;
    private static final int DIGITS = 3;
    private static final int LEADING_BITS = DIGITS * DIGIT_BITS;

    /** Below this length, comparing is faster. */
    private static final int FEWEST_WORDS = 512;

    private static final int SHORT_RUN = 32;

    private final boolean parallel;
    private long[] words;
    private long[] spare = {};

    private RadixSort(boolean parallel, long[] words) {
        this.parallel = parallel;
        this.words = words;
    }

    /**
     * Makes a sort on several threads.
     *
     * @return a sort
     */
    public static RadixSort onAllThreads() {
        return new RadixSort(true, new long[0]);
    }

    /**
     * Makes a sort on the calling thread, for callers that do several sorts at a time.
     *
     * @return a sort
     */
    public static RadixSort onOneThread() {
        return new RadixSort(false, new long[0]);
    }

    /**
     * Sorts words; see {@link #sort(int, int, int)}.
     *
     * @param words non-negative words; the array is used up
     * @param low the lowest bit that matters
     * @param high all bits from this one on are zero, at most 63
     * @return the sorted words, in the same array or in another one
     */
    public static long[] sort(long[] words, int low, int high) {
        return new RadixSort(true, words).sort(words.length, low, high);
    }

    /**
     * Returns what is to be filled with words.
     *
     * @param size how many words there has to be room for
     * @return an array of that size or larger; what an earlier one was filled with since the last sort is in it
     */
    public long[] words(int size) {
        if (words.length < size) {
            int larger = (int) Math.min(Integer.MAX_VALUE - 8L, words.length * 3L / 2);
            words = Arrays.copyOf(words, Math.max(size, larger));
        }
        return words;
    }

    /**
     * Returns how many rows are worth being handed to another thread by who fills the array.
     *
     * @return the number for {@link Chunks#map(int, int, Chunks.RangeFunction)}
     */
    public int fewestRows() {
        return parallel ? Chunks.FEWEST_ROWS : Integer.MAX_VALUE;
    }

    /**
     * Sorts the first words, in ascending order, by their bits from {@code low} on.
     *
     * @param size how many words are sorted
     * @param low the lowest bit that matters; words that differ only below it end up in any order
     * @param high all bits from this one on are zero, at most 63
     * @return an array that the next sort overwrites, with the sorted words and then any content
     */
    public long[] sort(int size, int low, int high) {
        if (high <= low) {
            return words;
        }
        if (size < FEWEST_WORDS) {
            Arrays.sort(words, 0, size);
            return words;
        }
        if (spare.length < size) {
            spare = new long[words.length];
        }
        int lowest = Math.max(low, high - LEADING_BITS);
        int digits = (high - lowest + DIGIT_BITS - 1) / DIGIT_BITS;
        if (parallel && size >= 2 * Chunks.FEWEST_ROWS) {
            for (int digit = 0; digit < digits; digit++) {
                scatterInParallel(words, size, spare, lowest + digit * DIGIT_BITS);
                swap();
            }
        } else {
            int[][] places = places(words, size, lowest, digits);
            for (int digit = 0; digit < digits; digit++) {
                scatter(words, 0, size, spare, lowest + digit * DIGIT_BITS, places[digit]);
                swap();
            }
        }
        if (lowest > low) {
            sortRuns(words, size, low, lowest);
        }
        return words;
    }

    private void swap() {
        long[] sorted = spare;
        spare = words;
        words = sorted;
    }

    /** Counts all digits in one pass, and turns counts into the places of each bucket's first word. */
    private static int[][] places(long[] words, int size, int lowest, int digits) {
        int[][] places = new int[digits][BUCKETS];
        for (int i = 0; i < size; i++) {
            long rest = words[i] >>> lowest;
            for (int digit = 0; digit < digits; digit++) {
                places[digit][(int) (rest & BUCKET_MASK)]++;
                rest >>>= DIGIT_BITS;
            }
        }
        for (int[] ofDigit : places) {
            int next = 0;
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                int count = ofDigit[bucket];
                ofDigit[bucket] = next;
                next += count;
            }
        }
        return places;
    }

    /** Distributes words by one digit, those with the same digit in the order in which they are. */
    private static void scatter(long[] from, int start, int end, long[] to, int shift, int[] places) {
        for (int i = start; i < end; i++) {
            long word = from[i];
            to[places[(int) (word >>> shift) & BUCKET_MASK]++] = word;
        }
    }

    private static void scatterInParallel(long[] from, int size, long[] to, int shift) {
        List<Histogram> histograms = Chunks.map(size, (start, end) -> new Histogram(from, start, end, shift));
        int next = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            for (Histogram histogram : histograms) {
                next = histogram.place(bucket, next);
            }
        }
        Chunks.forEach(
                histograms, histogram -> scatter(from, histogram.start, histogram.end, to, shift, histogram.places));
    }

    /** How often each digit occurs in a range of words, and then where the next word with it goes. */
    private static final class Histogram {

        private final int start;
        private final int end;
        private final int[] places = new int[BUCKETS];

        Histogram(long[] words, int start, int end, int shift) {
            this.start = start;
            this.end = end;
            for (int i = start; i < end; i++) {
                places[(int) (words[i] >>> shift) & BUCKET_MASK]++;
            }
        }

        int place(int bucket, int next) {
            int count = places[bucket];
            places[bucket] = next;
            return next + count;
        }
    }

    /** Sorts words that are in order but for their bits from {@code low} to {@code prefix}. */
    private static void sortRuns(long[] words, int size, int low, int prefix) {
        for (int start = 0; start < size; ) {
            long leading = words[start] >>> prefix;
            long different = 0;
            int end = start + 1;
            for (; end < size && words[end] >>> prefix == leading; end++) {
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
