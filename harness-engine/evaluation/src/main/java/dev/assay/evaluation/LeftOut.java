package dev.assay.evaluation;

import dev.assay.resampling.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folds of a run that failed and that its evaluation does without. */
final class LeftOut {

    private record Failed(Split split, String reason, Throwable failure) {}

    private final List<Split> splits;
    private final List<Failed> folds = new ArrayList<>();

    LeftOut(List<Split> splits) {
        this.splits = splits;
    }

    void add(Split split, String reason, Throwable failure) {
        folds.add(new Failed(split, reason, failure));
    }

    /**
     * Sees that enough is left.
     *
     * @param run names the candidate and the data
     * @throws EvaluationException if no fold is left, or one of several, which says nothing of a training procedure
     */
    void requireEnough(String run) {
        int left = splits.size() - folds.size();
        if (folds.isEmpty() || left >= 2) {
            return;
        }
        Failed first = folds.get(0);
        throw new EvaluationException(
                run + ": " + (left == 0 ? "all" : folds.size() + " of") + " " + splits.size()
                        + (splits.size() == 1 ? " fold" : " folds") + " failed"
                        + (left == 0 ? "" : ", which leaves too few") + "; the first is " + first.split + ": "
                        + first.reason,
                first.failure);
    }

    /** Tells of each fold, and of what metrics of its repeat are made of now. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        folds.forEach(fold -> remarks.add(fold.split + " failed and is left out: " + fold.reason));
        SortedMap<Integer, Integer> lost = new TreeMap<>();
        folds.forEach(fold -> lost.merge(fold.split.repeat(), fold.split.testSize(), Integer::sum));
        for (Map.Entry<Integer, Integer> repeat : lost.entrySet()) {
            int all = splits.stream()
                    .filter(split -> split.repeat() == repeat.getKey())
                    .mapToInt(Split::testSize)
                    .sum();
            int left = all - repeat.getValue();
            remarks.add("repeat " + (repeat.getKey() + 1)
                    + (left == 0
                            ? " is left out: all its folds failed"
                            : " has predictions for " + left + " of " + all
                                    + " tested examples only: its metrics are over these"));
        }
        return remarks;
    }
}
