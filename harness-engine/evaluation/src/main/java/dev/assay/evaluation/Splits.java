package dev.assay.evaluation;

import java.util.List;

/** Compares folds by the rows they trained on and tested. */
final class Splits {

    private Splits() {}

    static boolean areEqual(List<Fold> one, List<Fold> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).split().equals(other.get(i).split())) {
                return false;
            }
        }
        return true;
    }
}
