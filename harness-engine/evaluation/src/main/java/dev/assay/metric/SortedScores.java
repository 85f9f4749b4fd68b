package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.Chunks;
import dev.assay.numeric.RadixSort;
import dev.assay.prediction.LabelPredictions;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The rows of a classification in descending order of a score.
 *
 * <p>Each row is one word: an integer that orders as the scores do and, in the bits below it, the row's true label or, where
 * there are weights, the row itself. Sorting moves nothing but these words. Where both don't fit into a word, because
 * doubles of very different magnitude are among the scores, the lowest bits of the integers are left out at first and looked
 * up for those rows that agree in all others.
 */
final class SortedScores {

    private static final int WORD_BITS = 63;

    private final Outcomes outcomes;
    private final IntToDoubleFunction scores;
    private final ScoreCode code;
    private final boolean byRow;
    private final int payloadBits;
    private final long[] words;

    private SortedScores(
            Outcomes outcomes,
            IntToDoubleFunction scores,
            ScoreCode code,
            boolean byRow,
            int payloadBits,
            long[] words) {
        this.outcomes = outcomes;
        this.scores = scores;
        this.code = code;
        this.byRow = byRow;
        this.payloadBits = payloadBits;
        this.words = words;
    }

    /** Sorts by the scores of a label. */
    static SortedScores of(Outcomes outcomes, int label) {
        return of(outcomes, label, RadixSort.onAllThreads());
    }

    /** Sorts by the scores of a label, in arrays that the next sort overwrites. */
    static SortedScores of(Outcomes outcomes, int label, RadixSort sort) {
        LabelPredictions predictions = outcomes.labelPredictions();
        return of(outcomes, row -> predictions.score(row, label), sort);
    }

    /** Sorts by any finite number of each row. */
    static SortedScores of(Outcomes outcomes, IntToDoubleFunction scores) {
        return of(outcomes, scores, RadixSort.onAllThreads());
    }

    private static SortedScores of(Outcomes outcomes, IntToDoubleFunction scores, RadixSort sort) {
        int size = outcomes.size();
        long[] words = sort.words(size);
        ScoreCode code = ScoreCode.of(scores, words, size, sort.fewestRows());
        int labelBits = bits(outcomes.labelTruth().labels().size() - 1);
        boolean byRow = outcomes.isWeighted() || code.bits() + labelBits > WORD_BITS;
        int payloadBits = byRow ? bits(size - 1) : labelBits;
        int dropped = Math.max(0, code.bits() + payloadBits - WORD_BITS);
        LabelTargets truth = outcomes.labelTruth();
        Chunks.run(size, sort.fewestRows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                words[row] = (code.code(words[row]) >>> dropped << payloadBits) | (byRow ? row : truth.index(row));
            }
        });
        long[] sorted = sort.sort(size, payloadBits, code.bits() - dropped + payloadBits);
        if (dropped > 0) {
            orderByDropped(sorted, size, code, scores, dropped, payloadBits);
        }
        return new SortedScores(outcomes, scores, code, byRow, payloadBits, sorted);
    }

    private static int bits(int highest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(highest);
    }

    /** Orders rows that agree in all but the dropped bits of their codes, and replaces codes by ranks of distinct scores. */
    private static void orderByDropped(
            long[] words, int size, ScoreCode code, IntToDoubleFunction scores, int dropped, int payloadBits) {
        long rowMask = (1L << payloadBits) - 1;
        long droppedMask = (1L << dropped) - 1;
        long rank = 0;
        for (int start = 0; start < size; rank++) {
            long prefix = words[start] >>> payloadBits;
            int end = start;
            for (; end < size && words[end] >>> payloadBits == prefix; end++) {
                int row = (int) (words[end] & rowMask);
                long rest = code.code(Double.doubleToRawLongBits(scores.applyAsDouble(row))) & droppedMask;
                words[end] = (rest << payloadBits) | row;
            }
            Arrays.sort(words, start, end);
            long previous = words[start] >>> payloadBits;
            for (; start < end; start++) {
                long rest = words[start] >>> payloadBits;
                rank += rest == previous ? 0 : 1;
                previous = rest;
                words[start] = (rank << payloadBits) | (words[start] & rowMask);
            }
        }
    }

    int size() {
        return outcomes.size();
    }

    /**
     * Counts rows, each without ties and of another label than this, from a position on.
     *
     * @param position where to begin, not within a tie
     * @param label the label that ends the run
     * @param counts takes the rows of each true label
     * @return the first position that isn't such a row
     */
    int skipOthers(int position, int label, long[] counts) {
        long[] sorted = words;
        int shift = payloadBits;
        int end = size();
        int next = position;
        while (next < end && (next + 1 == end || (sorted[next] ^ sorted[next + 1]) >>> shift != 0)) {
            int truth = truth(next);
            if (truth == label) {
                return next;
            }
            counts[truth]++;
            next++;
        }
        return next;
    }

    /** Returns the position behind the last row with the same score as the row at a position. */
    int endOfTie(int position) {
        long score = words[position] >>> payloadBits;
        int end = position + 1;
        while (end < size() && words[end] >>> payloadBits == score) {
            end++;
        }
        return end;
    }

    /** Returns the true label of the row at a position. */
    int truth(int position) {
        int payload = payload(position);
        return byRow ? outcomes.labelTruth().index(payload) : payload;
    }

    double weight(int position) {
        return outcomes.isWeighted() ? outcomes.weight(payload(position)) : 1;
    }

    double score(int position) {
        // of 0.0 and -0.0, which are tied, always the same
        return byRow ? scores.applyAsDouble(payload(position)) + 0.0 : code.score(words[position] >>> payloadBits);
    }

    private int payload(int position) {
        return (int) (words[position] & ((1L << payloadBits) - 1));
    }
}
