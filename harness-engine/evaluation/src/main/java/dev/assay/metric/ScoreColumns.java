package dev.assay.metric;

import dev.assay.numeric.Chunks;
import dev.assay.prediction.LabelPredictions;

/**
 * The scores of each label, one row after another, as integers that order as the scores do; equal for 0.0 and -0.0. Rows are
 * stored with the scores of all labels side by side, of which a pass over one label's would use a tenth or less.
 */
final class ScoreColumns {

    private final boolean single;
    private final int[][] ofFloats;
    private final long[][] ofDoubles;

    private ScoreColumns(boolean single, int labels, int rows) {
        this.single = single;
        this.ofFloats = new int[single ? labels : 0][rows];
        this.ofDoubles = new long[single ? 0 : labels][rows];
    }

    static ScoreColumns of(LabelPredictions predictions) {
        int k = predictions.labels().size();
        ScoreColumns columns = new ScoreColumns(predictions.hasFloatScores(), k, predictions.size());
        Chunks.run(
                predictions.size(),
                (from, to) -> ScoreBlocks.forEach(predictions, from, to, (start, end, scores) -> {
                    for (int label = 0; label < k; label++) {
                        columns.fill(label, start, end, scores, k);
                    }
                }));
        return columns;
    }

    private void fill(int label, int start, int end, double[] scores, int k) {
        int next = label;
        if (single) {
            int[] column = ofFloats[label];
            for (int row = start; row < end; row++) {
                int bits = Float.floatToRawIntBits((float) scores[next] + 0.0f);
                column[row] = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
                next += k;
            }
        } else {
            long[] column = ofDoubles[label];
            for (int row = start; row < end; row++) {
                column[row] = order(scores[next]);
                next += k;
            }
        }
    }

    private static long order(double score) {
        long bits = Double.doubleToRawLongBits(score + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** Returns the integer of a score. */
    long get(int label, int row) {
        return single ? ofFloats[label][row] : ofDoubles[label][row];
    }

    boolean isSingle() {
        return single;
    }

    int[] ints(int label) {
        return single ? ofFloats[label] : new int[0];
    }

    long[] longs(int label) {
        return single ? new long[0] : ofDoubles[label];
    }

    /** Returns the lowest and the highest integer of a label. */
    Extremes extremes(int label) {
        if (single) {
            int lowest = Integer.MAX_VALUE;
            int highest = Integer.MIN_VALUE;
            for (int order : ofFloats[label]) {
                lowest = Math.min(lowest, order);
                highest = Math.max(highest, order);
            }
            return new Extremes(lowest, highest);
        }
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (long order : ofDoubles[label]) {
            lowest = Math.min(lowest, order);
            highest = Math.max(highest, order);
        }
        return new Extremes(lowest, highest);
    }

    /**
     * Between which the integers of a label lie.
     *
     * @param lowest of the lowest score
     * @param highest of the highest score
     */
    record Extremes(long lowest, long highest) {}

    /** Returns the score of an integer. */
    double score(long order) {
        if (single) {
            int bits = (int) order;
            return Float.intBitsToFloat(bits ^ ((bits >> 31) & Integer.MAX_VALUE));
        }
        return Double.longBitsToDouble(order ^ ((order >> 63) & Long.MAX_VALUE));
    }
}
