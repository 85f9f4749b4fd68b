package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Folds that somebody else has dealt, such as those of a benchmark. Where they are told by an attribute of the data, use {@link
 * AttributeSplit}.
 *
 * @param foldOfRow for each example the number of the fold that tests it, or −1 if it is only trained on
 */
public record PredefinedSplit(List<Integer> foldOfRow) implements Splitter {

    /** Checks and copies the numbers. */
    public PredefinedSplit {
        foldOfRow = List.copyOf(foldOfRow);
        for (int row = 0; row < foldOfRow.size(); row++) {
            if (foldOfRow.get(row) < Folds.NEVER) {
                throw new IllegalArgumentException("row " + row + ": the fold is " + foldOfRow.get(row)
                        + "; folds are numbered from 0, and -1 is for rows that are never tested");
            }
        }
        if (foldOfRow.stream().allMatch(fold -> fold == Folds.NEVER)) {
            throw new IllegalArgumentException("no row has a fold that tests it");
        }
    }

    /**
     * Takes folds as they are.
     *
     * @param foldOfRow for each example the number of the fold that tests it, or −1 if it is only trained on
     * @return the splitter, whose folds come in the order of their numbers; numbers may be left out
     */
    public static PredefinedSplit of(int... foldOfRow) {
        return new PredefinedSplit(IntStream.of(foldOfRow).boxed().toList());
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if there are not as many numbers as examples, or a fold leaves nothing to train on
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        if (foldOfRow.size() != data.size()) {
            throw new InvalidDataException(
                    "the folds of " + foldOfRow.size() + " examples are given; " + data.name() + " has " + data.size());
        }
        int[] numbers = foldOfRow.stream()
                .mapToInt(Integer::intValue)
                .filter(fold -> fold != Folds.NEVER)
                .sorted()
                .distinct()
                .toArray();
        int[] dense = foldOfRow.stream()
                .mapToInt(fold -> Math.max(Folds.NEVER, Arrays.binarySearch(numbers, fold)))
                .toArray();
        return splits(data, dense, numbers.length);
    }

    /** Turns folds, of which each has a row, into splits. */
    static List<Split> splits(Dataset<?> data, int[] foldOfRow, int folds) {
        List<Split> splits = Folds.splits(foldOfRow, folds);
        for (Split split : splits) {
            if (split.trainSize() == 0) {
                throw new InvalidDataException("all " + data.size() + " examples of " + data.name()
                        + " are in one fold, which leaves none to train on");
            }
        }
        return splits;
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public String description() {
        return "predefined folds";
    }

    /** Leaves the numbers out, of which there may be millions. */
    @Override
    public String toString() {
        return "PredefinedSplit[" + foldOfRow.size() + " rows]";
    }
}
