package dev.assay.metric;

import dev.assay.numeric.RadixSort;
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
    private static final int IN_ENTRY = 5;
    private static final int BUCKET_MASK = (1 << IN_ENTRY) - 1;
    private static final int UPPER_HALF = 32;

    /** After how many rows it is asked whether there is room for words. */
    private static final int ROWS_BETWEEN_GROWTH = 1 << 14;

    private final int label;
    private final int labels;
    private final int positives;
    private final ScoreColumns columns;
    private final RadixSort sort;
    private final long highest;
    private final int codeBits;
    private final int labelBits;
    private final int shift;
    /** For 32 buckets each: in the low half a bit that is set where the label has a row, in the high half how many before. */
    private final long[] occupied;
    /** For each gap above an occupied bucket, and the last: in the high half the label's rows above, in the low other rows. */
    private final long[] gaps;
    /** Twice the label's rows above a row of another label, tied ones once, summed over all rows of that. */
    private final long[] twiceWinsOver;

    private int kept;

    private RareLabelRanking(int label, int labels, ScoreColumns columns, RadixSort sort) {
        this.label = label;
        this.labels = labels;
        this.positives = columns.end(label) - columns.start(label);
        this.columns = columns;
        this.sort = sort;
        this.highest = columns.highest(label);
        this.codeBits = bits(highest - columns.lowest(label));
        this.labelBits = bits(labels - 1L);
        this.shift =
                Math.max(0, codeBits - Math.min(MOST_BUCKET_BITS, bits((long) BUCKETS_PER_ROW_OF_LABEL * positives)));
        this.occupied = new long[1 << Math.max(0, codeBits - shift - IN_ENTRY)];
        this.gaps = new long[occupy() + 1];
        this.twiceWinsOver = new long[labels];
    }

    private static int bits(long highestNumber) {
        return Long.SIZE - Long.numberOfLeadingZeros(highestNumber);
    }

    /** Marks the buckets of the label's rows; returns how many these are. */
    private int occupy() {
        for (int place = columns.start(label); place < columns.end(label); place++) {
            int bucket = bucket(place);
            occupied[bucket >>> IN_ENTRY] |= 1L << (bucket & BUCKET_MASK);
        }
        int sum = 0;
        for (int i = 0; i < occupied.length; i++) {
            int here = Long.bitCount(occupied[i]);
            occupied[i] |= (long) sum << UPPER_HALF;
            sum += here;
        }
        return sum;
    }

    private int bucket(int place) {
        return (int) ((highest - columns.get(label, place)) >>> shift);
    }

    /** Tells whether it is worth while to rank the labels of outcomes so. */
    static boolean suits(Outcomes outcomes) {
        return outcomes.size() >= FEWEST_ROWS && !outcomes.isWeighted();
    }

    /**
     * Ranks.
     *
     * @param label the label
     * @param labels how many labels there are
     * @param columns the scores of rows without weights
     * @param sort for the words
     * @return nothing if sorting is quicker, or words have not enough bits for doubles of so different magnitudes
     */
    static Optional<RankedLabel> of(int label, int labels, ScoreColumns columns, RadixSort sort) {
        int positives = columns.end(label) - columns.start(label);
        if (positives == 0
                || positives > columns.rows() / FEWEST_ROWS_PER_ROW_OF_LABEL
                || bits(columns.highest(label) - columns.lowest(label)) + bits(labels - 1L) > WORD_BITS) {
            return Optional.empty();
        }
        RareLabelRanking ranking = new RareLabelRanking(label, labels, columns, sort);
        ranking.countWhatIsAbove();
        ranking.countWhatIsAlone();
        return Optional.of(ranking.rank());
    }

    /** Makes words of the label's rows, and tells each gap how many are above it. */
    private void countWhatIsAbove() {
        long[] words = sort.words(positives);
        for (int place = columns.start(label); place < columns.end(label); place++) {
            long code = highest - columns.get(label, place);
            words[kept++] = (code << labelBits) | label;
            int bucket = (int) (code >>> shift);
            gaps[gapAbove(occupied[bucket >>> IN_ENTRY], bucket) + 1] += 1L << UPPER_HALF;
        }
        for (int gap = 1; gap < gaps.length; gap++) {
            gaps[gap] += gaps[gap - 1];
        }
    }

    private static int gapAbove(long entry, int bucket) {
        return (int) (entry >>> UPPER_HALF) + Integer.bitCount((int) entry & ((1 << bucket) - 1));
    }

    /** Counts the other rows whose bucket has none of the label, and makes words of the rest, which are few. */
    private void countWhatIsAlone() {
        for (int other = 0; other < labels; other++) {
            int end = columns.end(other);
            for (int from = columns.start(other); other != label && from < end; from += ROWS_BETWEEN_GROWTH) {
                int to = Math.min(end, from + ROWS_BETWEEN_GROWTH);
                countWhatIsAlone(sort.words(kept + to - from), other, from, to);
            }
        }
    }

    private void countWhatIsAlone(long[] words, int other, int from, int to) {
        long[] entries = occupied;
        long[] counts = gaps;
        int toBucket = shift;
        int toCode = labelBits;
        long top = highest;
        boolean single = columns.isSingle();
        int[] ints = columns.ints(label);
        long[] longs = columns.longs(label);
        int next = kept;
        long wins = 0;
        for (int place = from; place < to; place++) {
            long code = top - (single ? ints[place] : longs[place]);
            int bucket = (int) (code >>> toBucket);
            long entry = entries[bucket >>> IN_ENTRY];
            if (((int) entry >>> bucket & 1) != 0) {
                words[next++] = (code << toCode) | other;
            } else {
                int gap = gapAbove(entry, bucket);
                long count = counts[gap];
                counts[gap] = count + 1;
                wins += count >>> UPPER_HALF;
            }
        }
        kept = next;
        twiceWinsOver[other] += 2 * wins;
    }

    private RankedLabel rank() {
        long[] sorted = sort.sort(kept, labelBits, codeBits + labelBits);
        RankedLabel.Steps steps = new RankedLabel.Steps(positives);
        long labelMask = (1L << labelBits) - 1;
        long falseTotal = 0;
        long trueTotal = 0;
        int gap = 0;
        long lastBucket = -1;
        for (int start = 0; start < kept; ) {
            long code = sorted[start] >>> labelBits;
            if (code >>> shift != lastBucket) {
                lastBucket = code >>> shift;
                falseTotal += (int) gaps[gap++];
            }
            int end = start;
            int ofLabel = 0;
            for (; end < kept && sorted[end] >>> labelBits == code; end++) {
                ofLabel += (sorted[end] & labelMask) == label ? 1 : 0;
            }
            for (int position = start; position < end; position++) {
                twiceWinsOver[(int) (sorted[position] & labelMask)] += 2 * trueTotal + ofLabel;
            }
            long falseAbove = falseTotal;
            trueTotal += ofLabel;
            falseTotal += (long) end - start - ofLabel;
            if (ofLabel > 0) {
                steps.add(columns.score(highest - code), (double) trueTotal, (double) falseTotal, (double) falseAbove);
            }
            start = end;
        }
        twiceWinsOver[label] = 0;
        return RankedLabel.counted(steps, positives, columns.rows() - positives, twiceWinsOver);
    }
}
