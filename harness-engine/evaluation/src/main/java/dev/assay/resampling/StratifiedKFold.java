package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * K-fold cross-validation whose folds have the labels in nearly the proportions of the whole.
 *
 * <p>Labels are allocated as scikit-learn does: they are numbered by first appearance, the sorted numbers are dealt to the
 * folds in turn, and so each fold gets its count of each label. Numbers are put into bins first ({@link #withBins}). Sets of
 * labels are allocated by iterative stratification, the rarest label first (Sechidis, Tsoumakas and Vlahavas 2011, "On the
 * stratification of multi-label data"), into folds of the sizes that {@link KFold} makes.
 *
 * @param folds the number of folds, at least 2
 * @param shuffled whether a label's examples are dealt to folds at random; otherwise in the data's order
 * @param bins the number of quantile bins that numbers are put into, at least 2; empty if targets are not numbers
 */
public record StratifiedKFold(int folds, boolean shuffled, OptionalInt bins) implements Splitter {

    /** Checks the number of folds and bins. */
    public StratifiedKFold {
        Folds.requireFolds(folds);
        bins.ifPresent(Strata::requireBins);
    }

    /**
     * Makes folds in the data's order.
     *
     * @param folds the number of folds, at least 2
     * @return the splitter, which doesn't shuffle
     */
    public static StratifiedKFold of(int folds) {
        return new StratifiedKFold(folds, false, OptionalInt.empty());
    }

    /**
     * Tells whether targets can be stratified as they are.
     *
     * @param data the examples
     * @return whether their targets are labels or sets of labels; numbers need {@link #withBins}
     */
    public static boolean suits(Dataset<?> data) {
        return data.targets() instanceof LabelTargets || data.targets() instanceof LabelSetTargets;
    }

    /**
     * Makes folds of random examples.
     *
     * @return the same splitter, which shuffles
     */
    public StratifiedKFold withShuffling() {
        return new StratifiedKFold(folds, true, bins);
    }

    /**
     * Stratifies numbers: a number that r of n are smaller than is in bin {@code floor(number · r / n)}, so that bins are
     * equally large but for numbers that are equal, which stay together.
     *
     * @param number the number of bins, at least 2
     * @return the same splitter, for targets that are numbers
     */
    public StratifiedKFold withBins(int number) {
        return new StratifiedKFold(folds, shuffled, OptionalInt.of(number));
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if there are fewer examples than folds, the targets are numbers and no bins were asked
     *     for, or every label has fewer examples than there are folds
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        Folds.requireRows(data, folds);
        SplittableRandom random = seed.derive("shuffle").random();
        int[] foldOfRow = data.targets() instanceof LabelSetTargets sets && bins.isEmpty()
                ? deal(sets, random)
                : deal(strata(data), random);
        return Folds.splits(foldOfRow, folds);
    }

    private int[] deal(LabelSetTargets sets, SplittableRandom random) {
        int[] sizes = IntStream.range(0, folds)
                .map(fold -> Folds.size(fold, sets.size(), folds))
                .toArray();
        return shuffled
                ? IterativeStratification.shuffled(sets, sizes, random)
                : IterativeStratification.inOrder(sets, sizes);
    }

    Strata strata(Dataset<?> data) {
        Strata strata = Strata.of(data, bins);
        if (strata.largest() < folds) {
            throw new InvalidDataException(folds + " stratified folds need a "
                    + (bins.isPresent() ? "bin" : "label") + " with at least " + folds
                    + " examples; the " + (bins.isPresent() ? "largest" : "most frequent") + " of " + data.name()
                    + " has " + strata.largest() + " (use fewer folds"
                    + (bins.isPresent() ? " or bins)" : ", or, if the target is a number, read it as one)"));
        }
        return strata;
    }

    private int[] deal(Strata strata, SplittableRandom random) {
        int[][] dealt = new int[strata.number()][];
        int position = 0;
        for (int code : strata.byFirstAppearance()) {
            dealt[code] = foldsFrom(position, strata.count(code));
            position += strata.count(code);
            if (shuffled) {
                Shuffling.shuffle(dealt[code], random);
            }
        }
        int[] next = new int[strata.number()];
        int[] foldOfRow = new int[strata.rows()];
        for (int row = 0; row < foldOfRow.length; row++) {
            int code = strata.code(row);
            foldOfRow[row] = dealt[code][next[code]++];
        }
        return foldOfRow;
    }

    /** Returns, sorted, the folds that positions get when positions of sorted examples are dealt to folds in turn. */
    private int[] foldsFrom(int position, int count) {
        int[] sizes = new int[folds];
        for (int i = 0; i < count; i++) {
            sizes[(position + i) % folds]++;
        }
        int[] dealt = new int[count];
        int next = 0;
        for (int fold = 0; fold < folds; fold++) {
            for (int i = 0; i < sizes[fold]; i++) {
                dealt[next++] = fold;
            }
        }
        return dealt;
    }

    @Override
    public List<String> remarks(Dataset<?> data) {
        if (data.targets() instanceof LabelSetTargets sets) {
            return IntStream.range(0, sets.labels().size())
                    .mapToObj(label -> remark("label \"" + sets.labels().name(label) + "\"", count(sets, label)))
                    .flatMap(List::stream)
                    .toList();
        }
        if (data.targets() instanceof LabelTargets == bins.isPresent()) {
            return List.of();
        }
        Strata strata = Strata.of(data, bins);
        return IntStream.range(0, strata.number())
                .mapToObj(code -> remark(strata.name(code), strata.count(code)))
                .flatMap(List::stream)
                .toList();
    }

    private static int count(LabelSetTargets sets, int label) {
        return (int) IntStream.range(0, sets.size())
                .filter(row -> sets.contains(row, label))
                .count();
    }

    private List<String> remark(String name, int count) {
        return count == 0 || count >= folds
                ? List.of()
                : List.of(name + " has " + count + (count == 1 ? " example" : " examples") + ", fewer than the " + folds
                        + " folds: some folds test none of it");
    }

    @Override
    public boolean isRandom() {
        return shuffled;
    }

    @Override
    public String description() {
        return folds + "-fold stratified cross-validation"
                + (bins.isPresent() ? " by " + bins.getAsInt() + " quantile bins" : "");
    }
}
