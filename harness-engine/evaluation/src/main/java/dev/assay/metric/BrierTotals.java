package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.Chunks;
import dev.assay.numeric.ExactSum;
import dev.assay.prediction.LabelPredictions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The squared distances of each label's probability from 1 where it is the truth and 0 elsewhere, summed over rows. */
final class BrierTotals {

    /** How many rows are looked at together; as many as stay in the nearest caches. */
    private static final int BATCH = 512;

    private final ExactSum[] squares;
    private final ExactSum weight = new ExactSum();

    BrierTotals(int labels) {
        squares = Stream.generate(ExactSum::new).limit(labels).toArray(ExactSum[]::new);
    }

    /** Sums up all labels' squares in one pass, once. */
    static BrierTotals of(Outcomes outcomes) {
        return outcomes.once("Brier", BrierTotals.class, () -> compute(outcomes));
    }

    private static BrierTotals compute(Outcomes outcomes) {
        int labels = outcomes.labelTruth().labels().size();
        List<BrierTotals> parts =
                Chunks.map(outcomes.size(), (from, to) -> new BrierTotals(labels).add(outcomes, from, to));
        BrierTotals all = parts.get(0);
        parts.subList(1, parts.size()).forEach(all::merge);
        return all;
    }

    private BrierTotals add(Outcomes outcomes, int from, int to) {
        RowSums sums = RowSums.of(outcomes);
        double[] losses = new double[BATCH];
        for (int start = from; start < to; start += BATCH) {
            int end = Math.min(to, start + BATCH);
            for (int label = 0; label < squares.length; label++) {
                fill(outcomes, label, start, end, sums, losses);
                add(squares[label], outcomes, losses, start, end);
            }
            for (int row = start; row < end && outcomes.isWeighted(); row++) {
                weight.add(outcomes.weight(row));
            }
        }
        if (!outcomes.isWeighted()) {
            weight.add(to - from);
        }
        return this;
    }

    private static void fill(Outcomes outcomes, int label, int from, int to, RowSums sums, double[] losses) {
        LabelTargets truth = outcomes.labelTruth();
        LabelPredictions predictions = outcomes.labelPredictions();
        for (int row = from; row < to; row++) {
            double error = predictions.score(row, label) / sums.of(row) - (truth.index(row) == label ? 1 : 0);
            losses[row - from] = error * error;
        }
    }

    private static void add(ExactSum sum, Outcomes outcomes, double[] losses, int from, int to) {
        if (!outcomes.isWeighted()) {
            sum.addAll(losses, 0, to - from);
            return;
        }
        for (int row = from; row < to; row++) {
            sum.addProduct(outcomes.weight(row), losses[row - from]);
        }
    }

    void merge(BrierTotals other) {
        weight.merge(other.weight);
        for (int label = 0; label < squares.length; label++) {
            squares[label].merge(other.squares[label]);
        }
    }

    /** Returns the mean square of a label. */
    double ofLabel(int label) {
        return squares[label].value() / weight.value();
    }

    /** Returns the mean over rows of the sum of all labels' squares. */
    double ofAllLabels() {
        ExactSum sum = new ExactSum();
        Arrays.stream(squares).forEach(sum::merge);
        return sum.value() / weight.value();
    }
}
