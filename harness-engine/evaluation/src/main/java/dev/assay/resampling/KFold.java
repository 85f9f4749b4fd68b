package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import java.util.List;

/**
 * K-fold cross-validation: each example is tested once. Of n examples in k folds, the first n mod k folds have one more
 * than the others.
 *
 * @param folds the number of folds, at least 2
 * @param shuffled whether examples are dealt to folds at random; otherwise folds are runs of neighbours
 */
public record KFold(int folds, boolean shuffled) implements Splitter {

    /** Checks the number of folds. */
    public KFold {
        Folds.requireFolds(folds);
    }

    /**
     * Makes folds of neighbours.
     *
     * @param folds the number of folds, at least 2
     * @return the splitter, which doesn't shuffle
     */
    public static KFold of(int folds) {
        return new KFold(folds, false);
    }

    /**
     * Makes folds of random examples.
     *
     * @return the same splitter, which shuffles
     */
    public KFold withShuffling() {
        return new KFold(folds, true);
    }

    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        Folds.requireRows(data, folds);
        int n = data.size();
        int[] order = shuffled ? Shuffling.permutation(n, seed.derive("shuffle").random()) : null;
        int[] foldOfRow = new int[n];
        int row = 0;
        for (int fold = 0; fold < folds; fold++) {
            int end = row + Folds.size(fold, n, folds);
            for (; row < end; row++) {
                foldOfRow[order == null ? row : order[row]] = fold;
            }
        }
        return Folds.splits(foldOfRow, folds);
    }

    @Override
    public boolean isRandom() {
        return shuffled;
    }

    @Override
    public String description() {
        return folds + "-fold cross-validation";
    }
}
