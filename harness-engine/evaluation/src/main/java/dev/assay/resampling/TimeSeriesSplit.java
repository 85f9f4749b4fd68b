package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tests what comes later by what came before: the last examples are cut into test parts of equal size, and each is predicted
 * by a model of the examples before it, as scikit-learn does. Examples come in the order of their time stamps or, if they have
 * none, as they are.
 *
 * <p>Where a target is known only some time after its example, such as the return of the next five days, purge that time:
 * otherwise the model has seen part of what it is tested on (López de Prado 2018, "Advances in Financial Machine Learning",
 * chapter 7). An embargo after the test part has no meaning here, since nothing later is trained on; {@link PurgedKFold} has
 * one.
 *
 * @param folds the number of test parts, at least 1
 * @param gap how many examples before each test part are left out, 0 or more
 * @param testSize the size of each test part; empty for n / (folds + 1), rounded down
 * @param maxTrainSize the size of the window that is trained on; empty for a window that expands to all before
 * @param purge how long before the first tested example none is trained on: those at exactly that time and at the same time
 *     are left out, too; empty if time stamps don't matter
 */
public record TimeSeriesSplit(
        int folds, int gap, OptionalInt testSize, OptionalInt maxTrainSize, Optional<Duration> purge)
        implements Splitter {

    /** Checks the numbers. */
    public TimeSeriesSplit {
        require(folds >= 1, "at least 1 fold is needed, not " + folds);
        require(gap >= 0, "the gap must not be negative, but is " + gap);
        require(testSize.orElse(1) >= 1, "the test size must be at least 1, not " + testSize.orElse(1));
        require(
                maxTrainSize.orElse(1) >= 1,
                "the maximum training size must be at least 1, not " + maxTrainSize.orElse(1));
        purge.ifPresent(duration -> TimeOrder.requireNotNegative("purge", duration));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Makes test parts of the last examples, with all before each to train on.
     *
     * @param folds the number of test parts, at least 1
     * @return the splitter, whose window expands
     */
    public static TimeSeriesSplit of(int folds) {
        return new TimeSeriesSplit(folds, 0, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * Leaves examples out between training and test part.
     *
     * @param examples how many, 0 or more
     * @return the same splitter, with that gap
     */
    public TimeSeriesSplit withGap(int examples) {
        return new TimeSeriesSplit(folds, examples, testSize, maxTrainSize, purge);
    }

    /**
     * Sets the size of the test parts.
     *
     * @param examples how many, at least 1
     * @return the same splitter, with test parts of that size
     */
    public TimeSeriesSplit withTestSize(int examples) {
        return new TimeSeriesSplit(folds, gap, OptionalInt.of(examples), maxTrainSize, purge);
    }

    /**
     * Trains on a sliding window: the last examples before each test part (and gap) only.
     *
     * @param examples how many at most, at least 1
     * @return the same splitter, whose window slides
     */
    public TimeSeriesSplit withMaxTrainSize(int examples) {
        return new TimeSeriesSplit(folds, gap, testSize, OptionalInt.of(examples), purge);
    }

    /**
     * Leaves a time out between training and test part.
     *
     * @param duration how long before the first tested example none is trained on, 0 or more
     * @return the same splitter, for data that have time stamps
     */
    public TimeSeriesSplit withPurge(Duration duration) {
        return new TimeSeriesSplit(folds, gap, testSize, maxTrainSize, Optional.of(duration));
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if there are too few examples for so many test parts and the gap, if nothing is left to
     *     train on, or if there are no time stamps to purge by
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        int n = data.size();
        int tested = testSize.orElse(n / (folds + 1));
        if (tested == 0 || n - gap - (long) folds * tested <= 0) {
            throw new InvalidDataException("nothing is left to train on: " + folds + " test parts of "
                    + Math.max(1, tested) + (gap > 0 ? " and a gap of " + gap : "") + " need at least "
                    + ((long) folds * Math.max(1, tested) + gap + 1) + " examples; " + data.name() + " has " + n
                    + " (use fewer folds, or smaller ones)");
        }
        TimeOrder order = purge.isPresent() ? TimeOrder.stamped(data, "purging") : TimeOrder.of(data);
        List<Split> splits = new ArrayList<>(folds);
        for (int fold = 0; fold < folds; fold++) {
            int start = n - (folds - fold) * tested;
            int end = trainEnd(order, start);
            if (end == 0) {
                throw new InvalidDataException("a purge of "
                        + purge.map(TimeOrder::words).orElse("") + " leaves nothing to train on for fold " + (fold + 1)
                        + " of " + data.name() + " (purge less, or use fewer folds or smaller ones)");
            }
            int begin = Math.max(0, end - maxTrainSize.orElse(end));
            splits.add(
                    Split.ofChecked(fold, n, order.rows(start, start + tested)).withTrain(order.between(begin, end)));
        }
        return splits;
    }

    private int trainEnd(TimeOrder order, int start) {
        int end = start - gap;
        return purge.map(duration -> Math.min(end, order.firstWithinBefore(start, duration)))
                .orElse(end);
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public List<String> remarks(Dataset<?> data) {
        return data.times().isPresent()
                ? List.of()
                : List.of(data.name() + " has no time stamps: the order of its examples is taken for that of time");
    }

    @Override
    public String description() {
        return folds + "-fold time series cross-validation"
                + (testSize.isPresent() ? ", " + testSize.getAsInt() + " tested" : "")
                + (maxTrainSize.isPresent() ? ", window of " + maxTrainSize.getAsInt() : "")
                + (gap > 0 ? ", gap of " + gap : "")
                + purge.map(duration -> ", purge of " + TimeOrder.words(duration))
                        .orElse("");
    }
}
