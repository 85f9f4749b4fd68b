package dev.assay.metric;

import dev.assay.numeric.Chunks;
import dev.assay.numeric.Chunks.RangeFunction;
import java.util.function.IntToDoubleFunction;

/**
 * Integers that stand for scores, the higher the lower the score, and equal for equal scores; 0.0 and -0.0 are equal. They
 * have as few bits as the scores' range of magnitudes and their common trailing zeros, such as those of floats, allow.
 */
final class ScoreCode {

    private static final long MAGNITUDE = Long.MAX_VALUE;

    private final long lowestMagnitude;
    private final int trailingZeros;
    private final long highest;
    private final int bits;
    private final boolean allPositive;

    private ScoreCode(Extremes extremes) {
        this.allPositive = extremes.lowest > 0;
        this.lowestMagnitude = extremes.belowLowestMagnitude + 1;
        this.trailingZeros = Math.min(Long.SIZE - 1, Long.numberOfTrailingZeros(extremes.differences));
        this.highest = signed(Extremes.flipped(extremes.highest));
        this.bits = Long.SIZE - Long.numberOfLeadingZeros(highest - signed(Extremes.flipped(extremes.lowest)));
    }

    /**
     * Reads the scores of all rows and finds a code for them.
     *
     * @param scores the score of each row, finite
     * @param scoreBits takes the bits of each row's score
     * @param rows how many rows there are
     * @param fewestRows how many rows are worth being handed to another thread
     */
    static ScoreCode of(IntToDoubleFunction scores, long[] scoreBits, int rows, int fewestRows) {
        RangeFunction<Extremes> extremesOf = (from, to) -> {
            Extremes extremes = new Extremes(Double.doubleToRawLongBits(scores.applyAsDouble(from)));
            for (int row = from; row < to; row++) {
                long bits = Double.doubleToRawLongBits(scores.applyAsDouble(row));
                scoreBits[row] = bits;
                extremes.add(bits);
            }
            return extremes;
        };
        return new ScoreCode(Chunks.reduce(rows, fewestRows, extremesOf, Extremes::merge));
    }

    /** Returns how many bits the codes have. */
    int bits() {
        return bits;
    }

    /** Returns the code of a score, an unsigned number, from the score's bits. */
    long code(long scoreBits) {
        return allPositive
                ? highest - 1 - ((scoreBits - lowestMagnitude) >>> trailingZeros)
                : highest - signed(scoreBits);
    }

    private long signed(long scoreBits) {
        long magnitude = scoreBits & MAGNITUDE;
        long compact = magnitude == 0 ? 0 : ((magnitude - lowestMagnitude) >>> trailingZeros) + 1;
        return scoreBits < 0 ? -compact : compact;
    }

    /** Returns the score of a code. */
    double score(long code) {
        long signed = highest - code;
        if (signed == 0) {
            return 0;
        }
        long magnitude = ((Math.abs(signed) - 1) << trailingZeros) + lowestMagnitude;
        return Double.longBitsToDouble(signed < 0 ? magnitude | Long.MIN_VALUE : magnitude);
    }

    /** What a code has to span. */
    private static final class Extremes {

        /** Integers that order as scores do. */
        private long lowest = Long.MAX_VALUE;

        private long highest = Long.MIN_VALUE;
        /** The lowest magnitude but 0, less 1. */
        private long belowLowestMagnitude = MAGNITUDE;

        private final long reference;
        /** Bits in which some magnitude differs from the reference. */
        private long differences;

        Extremes(long scoreBits) {
            reference = scoreBits & MAGNITUDE;
        }

        void add(long scoreBits) {
            long order = flipped(scoreBits);
            lowest = Math.min(lowest, order);
            highest = Math.max(highest, order);
            long magnitude = scoreBits & MAGNITUDE;
            belowLowestMagnitude = Math.min(belowLowestMagnitude, (magnitude - 1) & MAGNITUDE);
            differences |= magnitude ^ reference;
        }

        void merge(Extremes other) {
            lowest = Math.min(lowest, other.lowest);
            highest = Math.max(highest, other.highest);
            belowLowestMagnitude = Math.min(belowLowestMagnitude, other.belowLowestMagnitude);
            differences |= other.differences | (other.reference ^ reference);
        }

        /** Turns the bits of scores into integers of the same order, and back. */
        static long flipped(long bits) {
            return bits ^ ((bits >> 63) & MAGNITUDE);
        }
    }
}
