package dev.assay.evaluation;

import java.util.Arrays;
import java.util.List;

/** Compares folds by the rows they tested. */
final class Splits {

    private Splits() {}

    static boolean areEqual(List<Fold> one, List<Fold> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).split().repeat() != other.get(i).split().repeat()
                    || !Arrays.equals(
                            one.get(i).split().testRows(), other.get(i).split().testRows())) {
                return false;
            }
        }
        return true;
    }
}
