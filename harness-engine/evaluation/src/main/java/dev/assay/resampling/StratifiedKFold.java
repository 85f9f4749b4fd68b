package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * K-fold cross-validation whose folds have the labels in nearly the proportions of the whole, allocated as scikit-learn
 * does: labels are numbered by first appearance, the sorted numbers are dealt to the folds in turn, and so each fold gets
 * its count of each label.
 *
 * @param folds the number of folds, at least 2
 * @param shuffled whether a label's examples are dealt to folds at random; otherwise in the data's order
 */
public record StratifiedKFold(int folds, boolean shuffled) implements Splitter {

    /** Checks the number of folds. */
    public StratifiedKFold {
        Folds.requireFolds(folds);
    }

    /**
     * Makes folds in the data's order.
     *
     * @param folds the number of folds, at least 2
     * @return the splitter, which doesn't shuffle
     */
    public static StratifiedKFold of(int folds) {
        return new StratifiedKFold(folds, false);
    }

    /**
     * Makes folds of random examples.
     *
     * @return the same splitter, which shuffles
     */
    public StratifiedKFold withShuffling() {
        return new StratifiedKFold(folds, true);
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if the targets are not labels, or every label has fewer examples than there are folds
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        Folds.requireRows(data, folds);
        LabelTargets targets = Folds.requireLabels(data);
        int[] codes = codesByFirstAppearance(targets);
        int[] counts = counts(codes);
        int largest = Arrays.stream(counts).max().orElse(0);
        if (largest < folds) {
            throw new InvalidDataException(folds + " stratified folds need a label with at least " + folds
                    + " examples; the most frequent of " + data.name() + " has " + largest
                    + " (use fewer folds, or, if the target is a number, read it as one)");
        }
        int[][] allocation = allocation(codes, counts.length);
        int[] foldOfRow = new int[codes.length];
        SplittableRandom random = seed.derive("shuffle").random();
        for (int code = 0; code < counts.length; code++) {
            int[] dealt = foldsOf(code, counts[code], allocation);
            if (shuffled) {
                Shuffling.shuffle(dealt, random);
            }
            int next = 0;
            for (int row = 0; row < codes.length; row++) {
                if (codes[row] == code) {
                    foldOfRow[row] = dealt[next++];
                }
            }
        }
        return Folds.splits(foldOfRow, folds);
    }

    private static int[] codesByFirstAppearance(LabelTargets targets) {
        int[] codeOfLabel = new int[targets.labels().size()];
        Arrays.fill(codeOfLabel, -1);
        int[] codes = new int[targets.size()];
        int next = 0;
        for (int row = 0; row < codes.length; row++) {
            int label = targets.index(row);
            if (codeOfLabel[label] < 0) {
                codeOfLabel[label] = next++;
            }
            codes[row] = codeOfLabel[label];
        }
        return codes;
    }

    private static int[] counts(int[] codes) {
        int[] counts = new int[Arrays.stream(codes).max().orElse(-1) + 1];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    private int[][] allocation(int[] codes, int labels) {
        int[] sorted = codes.clone();
        Arrays.sort(sorted);
        int[][] allocation = new int[folds][labels];
        for (int i = 0; i < sorted.length; i++) {
            allocation[i % folds][sorted[i]]++;
        }
        return allocation;
    }

    private int[] foldsOf(int code, int count, int[][] allocation) {
        int[] dealt = new int[count];
        int next = 0;
        for (int fold = 0; fold < folds; fold++) {
            for (int i = 0; i < allocation[fold][code]; i++) {
                dealt[next++] = fold;
            }
        }
        return dealt;
    }

    @Override
    public List<String> remarks(Dataset<?> data) {
        if (!(data.targets() instanceof LabelTargets targets)) {
            return List.of();
        }
        int[] counts = targets.counts();
        return IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0 && counts[label] < folds)
                .mapToObj(label -> "label \"" + targets.labels().name(label) + "\" has " + counts[label]
                        + (counts[label] == 1 ? " example" : " examples") + ", fewer than the " + folds
                        + " folds: some folds test none of it")
                .toList();
    }

    @Override
    public boolean isRandom() {
        return shuffled;
    }

    @Override
    public String description() {
        return folds + "-fold stratified cross-validation";
    }
}
