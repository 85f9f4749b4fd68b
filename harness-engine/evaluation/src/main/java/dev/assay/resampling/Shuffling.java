package dev.assay.resampling;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random orders. */
final class Shuffling {

    private Shuffling() {}

    /** Shuffles in place (Fisher and Yates, in the form of Durstenfeld 1964). */
    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    static int[] permutation(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        shuffle(order, random);
        return order;
    }
}
