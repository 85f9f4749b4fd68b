package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * K-fold cross-validation of whole groups whose folds have the labels as nearly in the proportions of the whole as the
 * groups allow. Groups come by the descending standard deviation of their counts of labels; each goes into the fold that
 * makes the folds' shares of a label differ least (their standard deviation, averaged over labels), of equals into the fold
 * with the fewest examples, as scikit-learn does.
 *
 * @param folds the number of folds, at least 2
 * @param shuffled whether groups come in random order among those of like deviation (between the same powers of two);
 *     otherwise equals come in the order of their names
 * @param bins the number of quantile bins that numbers are put into, at least 2; empty if targets are not numbers
 */
public record StratifiedGroupKFold(int folds, boolean shuffled, OptionalInt bins) implements Splitter {

    /** Checks the number of folds and bins. */
    public StratifiedGroupKFold {
        Folds.requireFolds(folds);
        bins.ifPresent(Strata::requireBins);
    }

    /**
     * Makes folds in an order that the data tell.
     *
     * @param folds the number of folds, at least 2
     * @return the splitter, which doesn't shuffle
     */
    public static StratifiedGroupKFold of(int folds) {
        return new StratifiedGroupKFold(folds, false, OptionalInt.empty());
    }

    /**
     * Makes folds of random groups.
     *
     * @return the same splitter, which shuffles
     */
    public StratifiedGroupKFold withShuffling() {
        return new StratifiedGroupKFold(folds, true, bins);
    }

    /**
     * Stratifies numbers, which are put into bins as {@link StratifiedKFold#withBins} says.
     *
     * @param number the number of bins, at least 2
     * @return the same splitter, for targets that are numbers
     */
    public StratifiedGroupKFold withBins(int number) {
        return new StratifiedGroupKFold(folds, shuffled, OptionalInt.of(number));
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if the data have no groups, or fewer than there are folds; if the targets can't be
     *     stratified, or every label has fewer examples than there are folds
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        Groups groups = Groups.of(data).requireAtLeast(folds, description());
        Strata strata = new StratifiedKFold(folds, shuffled, bins).strata(data);
        int[] foldOfGroup = shuffled
                ? StratifiedGroups.shuffled(
                        groups, strata, folds, seed.derive("shuffle").random())
                : StratifiedGroups.inOrder(groups, strata, folds);
        return Folds.splits(groups.spread(foldOfGroup), folds);
    }

    @Override
    public boolean isRandom() {
        return shuffled;
    }

    @Override
    public List<String> remarks(Dataset<?> data) {
        return Stream.concat(
                        new StratifiedKFold(folds, shuffled, bins).remarks(data).stream(),
                        Groups.remarks(data, folds).stream())
                .toList();
    }

    @Override
    public String description() {
        return folds + "-fold stratified group cross-validation"
                + (bins.isPresent() ? " by " + bins.getAsInt() + " quantile bins" : "");
    }
}
