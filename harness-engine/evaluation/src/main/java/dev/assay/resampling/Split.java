package dev.assay.resampling;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One division of examples into a training and a test part, perhaps also a validation part that the learner may watch
 * while it trains.
 *
 * <p>The test rows are stored. The training part is all that is in neither of the other parts, and takes no memory, unless
 * it was told otherwise. Two splits are equal if their places and all their rows are.
 */
public final class Split {

    private static final int[] NONE = {};

    private final int repeat;
    private final int fold;
    private final int size;
    private final int[] test;
    private final int[] validation;
    private final Rows train;

    private Split(int repeat, int fold, int size, int[] test, int[] validation, Rows train) {
        this.repeat = repeat;
        this.fold = fold;
        this.size = size;
        this.test = test;
        this.validation = validation;
        this.train = train;
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
        requireAscending("test", size, 1, test);
        return ofChecked(fold, size, test.clone());
    }

    /**
     * Makes a split whose training and test part are the same, all examples. What is measured on it is the apparent value of a
     * model, which is too good.
     *
     * @param size the number of examples
     * @return the split, in repeat 0
     */
    public static Split resubstitution(int size) {
        return ofChecked(0, size, IntStream.range(0, size).toArray()).withTrain(new Rows.Between(0, size));
    }

    /** Keeps the array. */
    static Split ofChecked(int fold, int size, int... test) {
        return new Split(0, fold, size, test, NONE, new Rows.Others(size, test, NONE));
    }

    private static void requireAscending(String part, int size, int step, int... rows) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= size || rows[i] < 0 || (i > 0 && rows[i] < rows[i - 1] + step)) {
                throw new IllegalArgumentException(part + " rows must ascend and lie in 0 to " + (size - 1)
                        + ", but row " + rows[i] + " comes " + (i == 0 ? "first" : "after " + rows[i - 1]));
            }
        }
    }

    private static void requireDisjoint(String one, int[] rows, String other, int[] others) {
        int next = 0;
        for (int row : rows) {
            while (next < others.length && others[next] < row) {
                next++;
            }
            if (next < others.length && others[next] == row) {
                throw new IllegalArgumentException(
                        "row " + row + " is in both the " + one + " and the " + other + " part");
            }
        }
    }

    /**
     * Trains on certain rows only.
     *
     * @param rows the rows of the training part, ascending, none of them in another part; a row that is there twice is
     *     trained on twice; copied
     * @return the same split with that training part
     */
    public Split withTrainRows(int... rows) {
        requireAscending("training", size, 0, rows);
        requireDisjoint("training", rows, "test", test);
        requireDisjoint("training", rows, "validation", validation);
        return withTrain(new Rows.Listed(rows.clone()));
    }

    /**
     * Trains on neighbours only, which takes no memory.
     *
     * @param from the first row of the training part
     * @param to the row behind its last; none of them in another part
     * @return the same split with that training part
     */
    public Split withTrainRange(int from, int to) {
        if (from < 0 || to < from || to > size) {
            throw new IllegalArgumentException(
                    "training rows must lie in 0 to " + (size - 1) + ", not from " + from + " to before " + to);
        }
        Rows range = new Rows.Between(from, to);
        requireDisjoint("training", range.toArray(), "test", test);
        requireDisjoint("training", range.toArray(), "validation", validation);
        return withTrain(range);
    }

    /** Takes rows that are known to be in no other part. */
    Split withTrain(Rows rows) {
        return new Split(repeat, fold, size, test, validation, rows);
    }

    /**
     * Sets rows aside for validation. If the training part was told, it has to be told again.
     *
     * @param rows the rows of the validation part, ascending and distinct, none of them tested; copied
     * @return the same split with that validation part, which trains on all the rest
     */
    public Split withValidationRows(int... rows) {
        requireAscending("validation", size, 1, rows);
        requireDisjoint("validation", rows, "test", test);
        int[] copy = rows.clone();
        return new Split(repeat, fold, size, test, copy, new Rows.Others(size, test, copy));
    }

    /**
     * Puts the split into a repeat of the procedure.
     *
     * @param number the repeat, from 0
     * @return the same rows as a fold of that repeat
     */
    public Split inRepeat(int number) {
        return new Split(number, fold, size, test, validation, train);
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
     * @return a new array, ascending; a row is there as often as it is to be trained on
     */
    public int[] trainRows() {
        return train.toArray();
    }

    /**
     * Returns the rows of the validation part.
     *
     * @return a copy, ascending; none if there is no such part
     */
    public int[] validationRows() {
        return validation.clone();
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
     * @return how many rows are trained on, each counted as often as that
     */
    public int trainSize() {
        return train.size();
    }

    /**
     * Returns the size of the validation part.
     *
     * @return how many rows it has, 0 if there is none
     */
    public int validationSize() {
        return validation.length;
    }

    /**
     * Keeps some of the test rows only, of a data set that has only some of the rows.
     *
     * @param newSize how many rows are left
     * @param testRows positions among these, ascending, at least one
     * @return a split with these test rows, of the same repeat and fold, that trains on none of the rows left
     */
    public Split sliced(int newSize, int... testRows) {
        return of(fold, newSize, testRows).inRepeat(repeat).withTrain(new Rows.Between(0, 0));
    }

    /**
     * Tells whether the training part is simply all that is in no other part.
     *
     * @return false if the split was told what to train on
     */
    public boolean trainsOnTheRest() {
        return train instanceof Rows.Others;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Split that
                && repeat == that.repeat
                && fold == that.fold
                && size == that.size
                && Arrays.equals(test, that.test)
                && Arrays.equals(validation, that.validation)
                && hasSameTrainRows(that);
    }

    /** Called when all else is equal, so that what is left over is, too. */
    private boolean hasSameTrainRows(Split that) {
        return trainSize() == that.trainSize()
                && ((trainsOnTheRest() && that.trainsOnTheRest()) || Arrays.equals(trainRows(), that.trainRows()));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * repeat + fold) + Arrays.hashCode(test);
    }

    /** Returns the split's place as messages print it, counted from 1. */
    @Override
    public String toString() {
        return "repeat " + (repeat + 1) + ", fold " + (fold + 1);
    }
}
