package dev.assay.metric;

import dev.assay.numeric.Chunks;
import java.util.List;
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
        this.allPositive = extremes.lowestScore > 0;
        this.lowestMagnitude = extremes.lowestMagnitude;
        this.trailingZeros = Math.min(Long.SIZE - 1, Long.numberOfTrailingZeros(extremes.differences));
        this.highest = signed(extremes.highest);
        this.bits = Long.SIZE - Long.numberOfLeadingZeros(highest - signed(extremes.lowest));
    }

    /**
     * Reads the scores of all rows and finds a code for them.
     *
     * @param scores the score of each row, finite
     * @param scoreBits takes the bits of each row's score
     * @param fewestRows how many rows are worth being handed to another thread
     */
    static ScoreCode of(IntToDoubleFunction scores, long[] scoreBits, int fewestRows) {
        List<Extremes> parts = Chunks.map(scoreBits.length, fewestRows, (from, to) -> {
            Extremes extremes = new Extremes();
            for (int row = from; row < to; row++) {
                long bits = Double.doubleToRawLongBits(scores.applyAsDouble(row));
                scoreBits[row] = bits;
                extremes.add(bits);
            }
            return extremes;
        });
        Extremes all = parts.get(0);
        parts.subList(1, parts.size()).forEach(all::merge);
        return new ScoreCode(all);
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

        private double lowestScore = Double.POSITIVE_INFINITY;
        private double highestScore = Double.NEGATIVE_INFINITY;
        private long lowest;
        private long highest;
        private long lowestMagnitude = MAGNITUDE;
        private long differences;
        private long reference;

        void add(long bits) {
            double score = Double.longBitsToDouble(bits);
            if (score < lowestScore) {
                lowestScore = score;
                lowest = bits;
            }
            if (score > highestScore) {
                highestScore = score;
                highest = bits;
            }
            long magnitude = bits & MAGNITUDE;
            if (magnitude != 0) {
                lowestMagnitude = Math.min(lowestMagnitude, magnitude);
                if (reference == 0) {
                    reference = magnitude;
                }
                differences |= magnitude ^ reference;
            }
        }

        void merge(Extremes other) {
            if (other.reference != 0) {
                long otherReference = other.reference;
                if (reference == 0) {
                    reference = otherReference;
                }
                differences |= other.differences | (otherReference ^ reference);
            }
            lowestMagnitude = Math.min(lowestMagnitude, other.lowestMagnitude);
            if (other.lowestScore < lowestScore) {
                lowestScore = other.lowestScore;
                lowest = other.lowest;
            }
            if (other.highestScore > highestScore) {
                highestScore = other.highestScore;
                highest = other.highest;
            }
        }
    }
}
