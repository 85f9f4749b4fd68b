package dev.assay.leakage;

import dev.assay.resampling.Split;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One split as a leak sees it: what is tested, and what the learner sees, be it to train on or to watch. */
final class Sides {

    private final Split split;
    private final int[] tested;
    private final int @Nullable [] seen;

    private Sides(Split split, int @Nullable [] seen) {
        this.split = split;
        this.tested = split.testRows();
        this.seen = seen;
    }

    static Sides of(Split split) {
        return new Sides(split, split.trainsOnTheRest() ? null : listed(split));
    }

    private static int[] listed(Split split) {
        int[] train = split.trainRows();
        return split.validationSize() == 0
                ? train
                : IntStream.concat(Arrays.stream(train), Arrays.stream(split.validationRows()))
                        .sorted()
                        .toArray();
    }

    /** Returns the split's place. */
    String place() {
        return split.toString();
    }

    /** Returns the tested rows, ascending. */
    int[] tested() {
        return tested;
    }

    /** Tells whether the learner sees all that is not tested, so that nobody need look at every row of it. */
    boolean seesTheRest() {
        return seen == null;
    }

    /** Returns the rows that the learner sees, ascending, where they are not simply the rest. */
    int[] seen() {
        if (seen == null) {
            throw new IllegalStateException("the rest is not listed");
        }
        return seen;
    }

    boolean sees(int row) {
        return seen == null ? Arrays.binarySearch(tested, row) < 0 : Arrays.binarySearch(seen, row) >= 0;
    }

    /** Says what sees the rows. */
    String learner() {
        return split.validationSize() == 0 ? "training part" : "training or validation part";
    }
}
