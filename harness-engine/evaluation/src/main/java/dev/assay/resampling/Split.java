package dev.assay.resampling;

import java.util.BitSet;

/** One division of examples into a training and a test part; only the test rows are stored. */
public final class Split {

    private final int repeat;
    private final int fold;
    private final int size;
    private final int[] test;

    private Split(int repeat, int fold, int size, int[] test) {
        this.repeat = repeat;
        this.fold = fold;
        this.size = size;
        this.test = test;
    }

    /**
     * Makes a split whose training part is all that is not tested.
     *
     * @param fold the fold's number within its repeat, from 0
     * @param size the number of examples in all
     * @param test the rows of the test part, ascending and distinct; copied
     * @return the split, in repeat 0
     */
    public static Split of(int fold, int size, int... test) {
        for (int i = 0; i < test.length; i++) {
            if (test[i] >= size || test[i] < 0 || (i > 0 && test[i] <= test[i - 1])) {
                throw new IllegalArgumentException("test rows must ascend and lie in 0 to " + (size - 1) + ", but row "
                        + test[i] + " comes " + (i == 0 ? "first" : "after " + test[i - 1]));
            }
        }
        return new Split(0, fold, size, test.clone());
    }

    Split inRepeat(int number) {
        return new Split(number, fold, size, test);
    }

    /**
     * Returns which repeat of the procedure the split belongs to.
     *
     * @return the repeat, from 0
     */
    public int repeat() {
        return repeat;
    }

    /**
     * Returns which fold of its repeat the split is.
     *
     * @return the fold, from 0
     */
    public int fold() {
        return fold;
    }

    /**
     * Returns the rows of the test part.
     *
     * @return a copy, ascending
     */
    public int[] testRows() {
        return test.clone();
    }

    /**
     * Returns the rows of the training part.
     *
     * @return a new array, ascending
     */
    public int[] trainRows() {
        BitSet tested = new BitSet(size);
        for (int row : test) {
            tested.set(row);
        }
        int[] train = new int[size - test.length];
        int next = 0;
        for (int row = tested.nextClearBit(0); row < size; row = tested.nextClearBit(row + 1)) {
            train[next++] = row;
        }
        return train;
    }

    /**
     * Returns the size of the test part.
     *
     * @return how many rows are tested
     */
    public int testSize() {
        return test.length;
    }

    /**
     * Returns the size of the training part.
     *
     * @return how many rows are trained on
     */
    public int trainSize() {
        return size - test.length;
    }

    /** Returns the split's place as messages print it, counted from 1. */
    @Override
    public String toString() {
        return "repeat " + (repeat + 1) + ", fold " + (fold + 1);
    }
}
