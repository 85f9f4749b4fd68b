package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import java.util.List;

/**
 * Random hold-outs, one after another, each with parts of its own: an example may be tested in several of them or in none.
 * Each is a repeat, and the same as that of a repeated {@link HoldoutSplit}.
 *
 * @param holdout how one split is made
 * @param splits the number of splits, at least 1
 */
public record ShuffleSplit(HoldoutSplit holdout, int splits) implements Splitter {

    /** Checks the number. */
    public ShuffleSplit {
        if (splits < 1) {
            throw new IllegalArgumentException("at least 1 split is needed, not " + splits);
        }
    }

    /**
     * Makes random splits.
     *
     * @param splits how many, at least 1
     * @param testShare the part to be tested, above 0 and below 1
     * @return the splitter, which doesn't stratify
     */
    public static ShuffleSplit of(int splits, double testShare) {
        return new ShuffleSplit(HoldoutSplit.of(testShare), splits);
    }

    /**
     * Sets a part aside for validation: see {@link HoldoutSplit#withValidation}.
     *
     * @param share the part that the learner may watch while it trains, above 0 and below 1
     * @return the same splitter, which makes three parts
     */
    public ShuffleSplit withValidation(double share) {
        return new ShuffleSplit(holdout.withValidation(share), splits);
    }

    /**
     * Trains on less than all the rest.
     *
     * @param share the part of all examples to train on, above 0
     * @return the same splitter, with training parts of that size
     */
    public ShuffleSplit withTrainShare(double share) {
        return new ShuffleSplit(holdout.withTrainShare(share), splits);
    }

    /**
     * Keeps the proportions of labels.
     *
     * @return the same splitter, which stratifies
     */
    public ShuffleSplit withStratification() {
        return new ShuffleSplit(holdout.withStratification(), splits);
    }

    /**
     * Stratifies numbers, which are put into bins as {@link StratifiedKFold#withBins} says.
     *
     * @param number the number of bins, at least 2
     * @return the same splitter, which stratifies targets that are numbers
     */
    public ShuffleSplit withBins(int number) {
        return new ShuffleSplit(holdout.withBins(number), splits);
    }

    /**
     * Keeps groups whole: none is in two parts of a split.
     *
     * @return the same splitter, for data that have groups
     */
    public ShuffleSplit withGroups() {
        return new ShuffleSplit(holdout.withGroups(), splits);
    }

    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        return new Repeated(holdout, splits).split(data, seed);
    }

    @Override
    public String description() {
        return splits + " x " + holdout.description("shuffle split");
    }
}
