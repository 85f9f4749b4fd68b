package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.RadixSort;
import java.util.Arrays;
import java.util.Optional;

/**
 * Ranks a label that few of many rows have, without sorting the others.
 *
 * <p>The range of scores is divided into many more buckets than the label has rows. Another row whose bucket holds none of
 * these needs no place of its own: it is counted in the gap between two buckets that do. Only what shares a bucket is sorted,
 * as words of a code, the higher the lower the score, and below it the row's true label.
 */
final class RareLabelRanking {

    private static final int FEWEST_ROWS = 1 << 14;
    private static final int FEWEST_ROWS_PER_ROW_OF_LABEL = 4;

    private static final int BUCKETS_PER_ROW_OF_LABEL = 16;
    /** With so many, their bits and the gaps stay in a cache near the processor. */
    private static final int MOST_BUCKET_BITS = 21;

    private static final int WORD_BITS = 63;
    private static final int IN_LONG = 6;
    private static final int ABOVE = 32;

    private final LabelTargets truth;
    private final int label;
    private final int positives;
    private final ScoreColumns columns;
    private final long highest;
    private final int labelBits;
    private final int shift;
    /** A bit for each bucket, set where the label has a row. */
    private final long[] occupied;
    /** How many buckets are occupied before those of each long. */
    private final int[] occupiedBefore;
    /** For each gap above an occupied bucket, and the last: in the high half the label's rows above, in the low other rows. */
    private final long[] gaps;
    /** Twice the label's rows above a row of another label, tied ones once, summed over all rows of that. */
    private final long[] twiceWinsOver;

    private RareLabelRanking(
            LabelTargets truth, int label, ScoreColumns columns, int[] rowsOfLabel, long highest, int codeBits) {
        this.truth = truth;
        this.label = label;
        this.positives = rowsOfLabel.length;
        this.columns = columns;
        this.highest = highest;
        this.labelBits = labelBits(truth);
        this.shift =
                Math.max(0, codeBits - Math.min(MOST_BUCKET_BITS, bits((long) BUCKETS_PER_ROW_OF_LABEL * positives)));
        int longs = 1 << Math.max(0, codeBits - shift - IN_LONG);
        this.occupied = new long[longs];
        this.occupiedBefore = new int[longs];
        this.twiceWinsOver = new long[truth.labels().size()];
        int[] buckets = new int[positives];
        for (int i = 0; i < positives; i++) {
            int bucket = (int) ((highest - columns.get(label, rowsOfLabel[i])) >>> shift);
            buckets[i] = bucket;
            occupied[bucket >>> IN_LONG] |= 1L << bucket;
        }
        int sum = 0;
        for (int i = 0; i < longs; i++) {
            occupiedBefore[i] = sum;
            sum += Long.bitCount(occupied[i]);
        }
        this.gaps = new long[sum + 1];
        for (int bucket : buckets) {
            gaps[gapAbove(bucket) + 1] += 1L << ABOVE;
        }
        for (int gap = 1; gap < gaps.length; gap++) {
            gaps[gap] += gaps[gap - 1];
        }
    }

    private int gapAbove(int bucket) {
        int index = bucket >>> IN_LONG;
        return occupiedBefore[index] + Long.bitCount(occupied[index] & ((1L << bucket) - 1));
    }

    private static int bits(long highest) {
        return Long.SIZE - Long.numberOfLeadingZeros(highest);
    }

    private static int labelBits(LabelTargets truth) {
        return bits(truth.labels().size() - 1L);
    }

    /** Returns the rows of each label, ascending. */
    static int[][] rowsOfLabels(LabelTargets truth) {
        int[] counts = truth.counts();
        int[][] rows = new int[counts.length][];
        Arrays.setAll(rows, label -> new int[counts[label]]);
        int[] next = new int[counts.length];
        for (int row = 0; row < truth.size(); row++) {
            int label = truth.index(row);
            rows[label][next[label]++] = row;
        }
        return rows;
    }

    /** Tells whether it is worth while to rank the labels of outcomes so. */
    static boolean suits(Outcomes outcomes) {
        return outcomes.size() >= FEWEST_ROWS && !outcomes.isWeighted();
    }

    /**
     * Ranks.
     *
     * @param outcomes rows without weights
     * @param label the label
     * @param columns the scores
     * @param rowsOfLabel the label's rows, ascending
     * @param sort of as many words as there are rows
     * @return nothing if sorting is quicker, or words have not enough bits for doubles of so different magnitudes
     */
    static Optional<RankedLabel> of(
            Outcomes outcomes, int label, ScoreColumns columns, int[] rowsOfLabel, RadixSort sort) {
        LabelTargets truth = outcomes.labelTruth();
        ScoreColumns.Extremes extremes = columns.extremes(label);
        int codeBits = bits(extremes.highest() - extremes.lowest());
        if (rowsOfLabel.length == 0
                || rowsOfLabel.length > truth.size() / FEWEST_ROWS_PER_ROW_OF_LABEL
                || codeBits + labelBits(truth) > WORD_BITS) {
            return Optional.empty();
        }
        RareLabelRanking ranking =
                new RareLabelRanking(truth, label, columns, rowsOfLabel, extremes.highest(), codeBits);
        int kept = ranking.countWhatIsAlone(sort.words());
        return Optional.of(ranking.rank(sort.sort(kept, ranking.labelBits, codeBits + ranking.labelBits), kept));
    }

    /**
     * Counts the rows whose bucket has none of the label, and makes words of the others; no processor could guess which row
     * is of which kind, so that all are treated alike.
     */
    private int countWhatIsAlone(long[] words) {
        long[] bitsOfBuckets = occupied;
        int[] before = occupiedBefore;
        long[] counts = gaps;
        long[] wins = twiceWinsOver;
        int toBucket = shift;
        int toCode = labelBits;
        long top = highest;
        boolean single = columns.isSingle();
        int[] ints = columns.ints(label);
        long[] longs = columns.longs(label);
        int kept = 0;
        for (int row = 0; row < words.length; row++) {
            long code = top - (single ? ints[row] : longs[row]);
            int bucket = (int) (code >>> toBucket);
            int index = bucket >>> IN_LONG;
            long bits = bitsOfBuckets[index];
            int gap = before[index] + Long.bitCount(bits & ((1L << bucket) - 1));
            long shared = (bits >>> bucket) & 1;
            int other = truth.index(row);
            words[kept] = (code << toCode) | other;
            kept += (int) shared;
            long count = counts[gap];
            counts[gap] = count + 1 - shared;
            wins[other] += (count >>> ABOVE << 1) & (shared - 1);
        }
        return kept;
    }

    private RankedLabel rank(long[] sorted, int size) {
        long[] codes = new long[positives + 1];
        long[] trueTotals = new long[positives + 1];
        long[] falseTotals = new long[positives + 1];
        long[] falseTotalsAbove = new long[positives + 1];
        int steps = 0;
        long labelMask = (1L << labelBits) - 1;
        long falseTotal = 0;
        long trueTotal = 0;
        int gap = 0;
        long lastBucket = -1;
        for (int start = 0; start < size; ) {
            long word = sorted[start];
            long code = word >>> labelBits;
            int isNewBucket = code >>> shift == lastBucket ? 0 : 1;
            lastBucket = code >>> shift;
            falseTotal += (long) (int) gaps[gap] * isNewBucket;
            gap += isNewBucket;
            int end = start + 1;
            int ofLabel = (word & labelMask) == label ? 1 : 0;
            for (; end < size && sorted[end] >>> labelBits == code; end++) {
                ofLabel += (sorted[end] & labelMask) == label ? 1 : 0;
            }
            for (int position = start; position < end; position++) {
                twiceWinsOver[(int) (sorted[position] & labelMask)] += 2 * trueTotal + ofLabel;
            }
            codes[steps] = code;
            falseTotalsAbove[steps] = falseTotal;
            trueTotal += ofLabel;
            falseTotal += (long) end - start - ofLabel;
            trueTotals[steps] = trueTotal;
            falseTotals[steps] = falseTotal;
            // overwritten by the next if none is of the label
            steps += ofLabel > 0 ? 1 : 0;
            start = end;
        }
        twiceWinsOver[label] = 0;
        RankedLabel.Steps ranked = new RankedLabel.Steps(steps);
        for (int step = 0; step < steps; step++) {
            ranked.add(
                    columns.score(highest - codes[step]),
                    (double) trueTotals[step],
                    (double) falseTotals[step],
                    (double) falseTotalsAbove[step]);
        }
        return RankedLabel.counted(ranked, positives, truth.size() - positives, twiceWinsOver);
    }
}
