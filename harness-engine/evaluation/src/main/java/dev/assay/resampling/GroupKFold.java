package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * K-fold cross-validation of whole groups, such as patients: no group is in both parts of a split. Each group goes into the
 * fold that has fewest examples so far, the first of equals.
 *
 * @param folds the number of folds, at least 2
 * @param shuffled whether groups are taken in random order; otherwise the largest comes first, of equals the last in the
 *     order of names, as scikit-learn has it. Names that are all whole numbers are ordered by value.
 */
public record GroupKFold(int folds, boolean shuffled) implements Splitter {

    /** Checks the number of folds. */
    public GroupKFold {
        Folds.requireFolds(folds);
    }

    /**
     * Makes folds of nearly equal size.
     *
     * @param folds the number of folds, at least 2
     * @return the splitter, which doesn't shuffle
     */
    public static GroupKFold of(int folds) {
        return new GroupKFold(folds, false);
    }

    /**
     * Makes folds of random groups, which differ in size by the largest group at most.
     *
     * @return the same splitter, which shuffles
     */
    public GroupKFold withShuffling() {
        return new GroupKFold(folds, true);
    }

    /**
     * Splits.
     *
     * @throws dev.assay.data.InvalidDataException if the data have no groups, or fewer than there are folds
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        Groups groups = Groups.of(data).requireAtLeast(folds, description());
        int[] order = shuffled
                ? Shuffling.permutation(groups.number(), seed.derive("shuffle").random())
                : bySize(groups);
        PriorityQueue<Fold> lightest =
                new PriorityQueue<>(Comparator.comparingInt(Fold::load).thenComparingInt(Fold::number));
        IntStream.range(0, folds).forEach(fold -> lightest.add(new Fold(fold, 0)));
        int[] foldOfGroup = new int[groups.number()];
        for (int group : order) {
            Fold fold = lightest.remove();
            foldOfGroup[group] = fold.number;
            lightest.add(new Fold(fold.number, fold.load + groups.size(group)));
        }
        return Folds.splits(groups.spread(foldOfGroup), folds);
    }

    private record Fold(int number, int load) {}

    private static int[] bySize(Groups groups) {
        return IntStream.range(0, groups.number())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(groups::size)
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public boolean isRandom() {
        return shuffled;
    }

    @Override
    public List<String> remarks(Dataset<?> data) {
        return Groups.remarks(data, folds);
    }

    @Override
    public String description() {
        return folds + "-fold group cross-validation";
    }
}
