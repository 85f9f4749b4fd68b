package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import java.util.ArrayList;
import java.util.List;

/** What the splitters that number folds have in common. */
final class Folds {

    private Folds() {}

    static void requireFolds(int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("at least 2 folds are needed, not " + folds);
        }
    }

    static void requireRows(Dataset<?> data, int folds) {
        if (data.size() < folds) {
            throw new InvalidDataException(
                    folds + " folds need at least " + folds + " examples; " + data.name() + " has " + data.size());
        }
    }

    static LabelTargets requireLabels(Dataset<?> data) {
        if (data.targets() instanceof LabelTargets labels) {
            return labels;
        }
        throw new InvalidDataException("the targets of " + data.name() + " are "
                + data.targets().kind() + ", which can't be stratified by label; use plain k-fold or hold-out");
    }

    /** Turns the fold of each row into one split for each fold. */
    static List<Split> splits(int[] foldOfRow, int folds) {
        int[] sizes = new int[folds];
        for (int fold : foldOfRow) {
            sizes[fold]++;
        }
        int[][] test = new int[folds][];
        for (int fold = 0; fold < folds; fold++) {
            test[fold] = new int[sizes[fold]];
        }
        int[] next = new int[folds];
        for (int row = 0; row < foldOfRow.length; row++) {
            int fold = foldOfRow[row];
            test[fold][next[fold]++] = row;
        }
        List<Split> splits = new ArrayList<>(folds);
        for (int fold = 0; fold < folds; fold++) {
            splits.add(Split.of(fold, foldOfRow.length, test[fold]));
        }
        return splits;
    }
}
