package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * K-fold cross-validation of examples with time stamps: folds are runs in the order of time, and each is predicted by a model
 * of what comes before and after it, but for what is too near. See López de Prado 2018, "Advances in Financial Machine
 * Learning", chapter 7.
 *
 * <p>Where a target is known only some time after its example, purge that time before the test part, and let the embargo after
 * it be no shorter: the targets of the last tested examples reach so far. An embargo longer than that also keeps features
 * apart that look back.
 *
 * @param folds the number of folds, at least 2; sizes are those of {@link KFold}
 * @param purge how long before the first tested example none is trained on, 0 or more
 * @param embargo how long after the last tested example none is trained on, 0 or more; at exactly these times none is, either
 */
public record PurgedKFold(int folds, Duration purge, Duration embargo) implements Splitter {

    /** Checks the numbers. */
    public PurgedKFold {
        Folds.requireFolds(folds);
        TimeOrder.requireNotNegative("purge", purge);
        TimeOrder.requireNotNegative("embargo", embargo);
    }

    /**
     * Makes folds that only examples of the same time as the first or last tested one are kept apart from.
     *
     * @param folds the number of folds, at least 2
     * @return the splitter, without purge and embargo
     */
    public static PurgedKFold of(int folds) {
        return new PurgedKFold(folds, Duration.ZERO, Duration.ZERO);
    }

    /**
     * Leaves a time out before the test part.
     *
     * @param duration how long before the first tested example none is trained on, 0 or more
     * @return the same splitter, with that purge
     */
    public PurgedKFold withPurge(Duration duration) {
        return new PurgedKFold(folds, duration, embargo);
    }

    /**
     * Leaves a time out after the test part.
     *
     * @param duration how long after the last tested example none is trained on, 0 or more
     * @return the same splitter, with that embargo
     */
    public PurgedKFold withEmbargo(Duration duration) {
        return new PurgedKFold(folds, purge, duration);
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if there are no time stamps, fewer examples than folds, or nothing is left to train on
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        Folds.requireRows(data, folds);
        TimeOrder order = TimeOrder.stamped(data, description());
        List<Split> splits = new ArrayList<>(folds);
        int start = 0;
        for (int fold = 0; fold < folds; fold++) {
            int end = start + Folds.size(fold, data.size(), folds);
            Rows train = order.outside(order.firstWithinBefore(start, purge), order.firstBeyondAfter(end - 1, embargo));
            if (train.size() == 0) {
                throw new InvalidDataException("a purge of " + TimeOrder.words(purge) + " and an embargo of "
                        + TimeOrder.words(embargo) + " leave nothing to train on for fold " + (fold + 1) + " of "
                        + data.name() + " (let them be shorter)");
            }
            splits.add(
                    Split.ofChecked(fold, data.size(), order.rows(start, end)).withTrain(train));
            start = end;
        }
        return splits;
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public boolean mayTrainOnLater() {
        return true;
    }

    @Override
    public String description() {
        return folds + "-fold cross-validation in time, purge of " + TimeOrder.words(purge) + ", embargo of "
                + TimeOrder.words(embargo);
    }
}
