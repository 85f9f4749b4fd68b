package dev.assay.resampling;

import dev.assay.data.InvalidDataException;
import java.util.stream.IntStream;

/** All ways to choose some of a number of things, in lexicographic order. */
final class Combinations {

    /** More splits than this are a mistake: nobody trains so often. */
    static final long MOST = 1_000_000;

    /** More rows than this in all test parts take gigabytes. */
    private static final long MOST_ROWS = 500_000_000;

    private Combinations() {}

    /** Returns how many ways there are; more than {@link #MOST} where there are too many. */
    static long count(int things, int chosen) {
        long count = 1;
        for (int i = 1; i <= Math.min(chosen, things - chosen) && count <= MOST; i++) {
            count = count * (things - i + 1) / i;
        }
        return count;
    }

    /** Fails if there are too many ways. */
    static void requireFew(int things, int chosen, String what) {
        if (count(things, chosen) > MOST) {
            throw new InvalidDataException("to leave " + chosen + " of " + things + " " + what + " out makes more than "
                    + MOST + " splits; leave fewer out, or draw some of these splits at random with ShuffleSplit");
        }
    }

    /** Fails if the test parts have too many rows in all. */
    static void requireFewRows(int chosen, String ofWhat, long rows) {
        if (rows > MOST_ROWS) {
            throw new InvalidDataException("to leave " + chosen + " of " + ofWhat + " out tests " + rows
                    + " rows in all; leave fewer out, or draw some of these splits at random with ShuffleSplit");
        }
    }

    /** Moves on to the next way in place; returns whether there is one. */
    static boolean next(int[] choice, int things) {
        int last = choice.length - 1;
        while (last >= 0 && choice[last] == things - choice.length + last) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        choice[last]++;
        for (int i = last + 1; i < choice.length; i++) {
            choice[i] = choice[i - 1] + 1;
        }
        return true;
    }

    /** Returns the first way. */
    static int[] first(int chosen) {
        return IntStream.range(0, chosen).toArray();
    }
}
