package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the splitters that number folds have in common. */
final class Folds {

    /** In the fold of a row: the row is tested nowhere. */
    static final int NEVER = -1;

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

    /** Returns the size of a fold where the first n mod k folds are one larger. */
    static int size(int fold, int rows, int folds) {
        return rows / folds + (fold < rows % folds ? 1 : 0);
    }

    /** Turns the fold of each row into one split for each fold. */
    static List<Split> splits(int[] foldOfRow, int folds) {
        int[][] test = rowsByFold(foldOfRow, folds);
        List<Split> splits = new ArrayList<>(folds);
        for (int fold = 0; fold < folds; fold++) {
            splits.add(Split.ofChecked(fold, foldOfRow.length, test[fold]));
        }
        return splits;
    }

    /** Returns the rows of each fold, ascending. */
    static int[][] rowsByFold(int[] foldOfRow, int folds) {
        int[] sizes = new int[folds];
        for (int fold : foldOfRow) {
            if (fold != NEVER) {
                sizes[fold]++;
            }
        }
        int[][] rows = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] next = new int[folds];
        for (int row = 0; row < foldOfRow.length; row++) {
            int fold = foldOfRow[row];
            if (fold != NEVER) {
                rows[fold][next[fold]++] = row;
            }
        }
        return rows;
    }
}
