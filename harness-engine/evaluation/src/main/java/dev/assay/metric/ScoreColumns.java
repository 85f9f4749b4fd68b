package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.Chunks;
import dev.assay.prediction.LabelPredictions;
import java.util.Arrays;
import java.util.List;

/**
 * The scores of each label, as integers that order as the scores do and are equal for 0.0 and -0.0. Rows are stored with the
 * scores of all labels side by side, of which a pass over one label's would use a tenth or less. Here the rows of one true
 * label stand together, too, so that a pass needn't ask of each row which it has.
 */
final class ScoreColumns {

    /** How many scores are read together. */
    private static final int SCORES_OF_BLOCK = 1 << 13;

    private final boolean single;
    private final int[][] ofFloats;
    private final long[][] ofDoubles;
    /** Where the rows of each true label begin, and behind them the number of rows. */
    private final int[] starts;

    private final long[] lowest;
    private final long[] highest;

    private ScoreColumns(boolean single, int labels, int rows) {
        this.single = single;
        this.ofFloats = new int[single ? labels : 0][rows];
        this.ofDoubles = new long[single ? 0 : labels][rows];
        this.starts = new int[labels + 1];
        this.lowest = new long[labels];
        this.highest = new long[labels];
        Arrays.fill(lowest, Long.MAX_VALUE);
        Arrays.fill(highest, Long.MIN_VALUE);
    }

    static ScoreColumns of(LabelTargets truth, LabelPredictions predictions) {
        int labels = truth.labels().size();
        ScoreColumns columns = new ScoreColumns(predictions.hasFloatScores(), labels, truth.size());
        List<Part> parts = Chunks.map(truth.size(), (from, to) -> columns.new Part(truth, from, to));
        int next = 0;
        for (int label = 0; label < labels; label++) {
            columns.starts[label] = next;
            for (Part part : parts) {
                next = part.place(label, next);
            }
        }
        columns.starts[labels] = next;
        Chunks.forEach(parts, part -> part.fill(predictions));
        parts.forEach(Part::addExtremes);
        return columns;
    }

    /** A range of rows, which has its place in all columns. */
    private final class Part {

        private final LabelTargets truth;
        private final int from;
        private final int to;
        /** How many rows of each true label there are, and then where the next of them goes. */
        private final int[] places = new int[lowest.length];

        private final long[] lowestOfPart = lowest.clone();
        private final long[] highestOfPart = highest.clone();

        Part(LabelTargets truth, int from, int to) {
            this.truth = truth;
            this.from = from;
            this.to = to;
            for (int row = from; row < to; row++) {
                places[truth.index(row)]++;
            }
        }

        int place(int label, int next) {
            int count = places[label];
            places[label] = next;
            return next + count;
        }

        void fill(LabelPredictions predictions) {
            int rows = Math.max(1, SCORES_OF_BLOCK / places.length);
            int[] placesOfRows = new int[rows];
            float[] floats = new float[single ? rows * places.length : 0];
            double[] doubles = new double[single ? 0 : rows * places.length];
            for (int start = from; start < to; start += rows) {
                int end = Math.min(to, start + rows);
                for (int row = start; row < end; row++) {
                    placesOfRows[row - start] = places[truth.index(row)]++;
                }
                if (single) {
                    predictions.copyScores(start, end, floats);
                } else {
                    predictions.copyScores(start, end, doubles);
                }
                for (int label = 0; label < places.length; label++) {
                    if (single) {
                        fillFloats(label, floats, placesOfRows, end - start);
                    } else {
                        fillDoubles(label, doubles, placesOfRows, end - start);
                    }
                }
            }
        }

        private void fillFloats(int label, float[] scores, int[] placesOfRows, int rows) {
            int[] column = ofFloats[label];
            int low = Integer.MAX_VALUE;
            int high = Integer.MIN_VALUE;
            int next = label;
            for (int row = 0; row < rows; row++) {
                int bits = Float.floatToRawIntBits(scores[next] + 0.0f);
                int order = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
                column[placesOfRows[row]] = order;
                low = Math.min(low, order);
                high = Math.max(high, order);
                next += places.length;
            }
            add(label, low, high);
        }

        private void fillDoubles(int label, double[] scores, int[] placesOfRows, int rows) {
            long[] column = ofDoubles[label];
            long low = Long.MAX_VALUE;
            long high = Long.MIN_VALUE;
            int next = label;
            for (int row = 0; row < rows; row++) {
                long bits = Double.doubleToRawLongBits(scores[next] + 0.0);
                long order = bits ^ ((bits >> 63) & Long.MAX_VALUE);
                column[placesOfRows[row]] = order;
                low = Math.min(low, order);
                high = Math.max(high, order);
                next += places.length;
            }
            add(label, low, high);
        }

        private void add(int label, long low, long high) {
            lowestOfPart[label] = Math.min(lowestOfPart[label], low);
            highestOfPart[label] = Math.max(highestOfPart[label], high);
        }

        void addExtremes() {
            for (int label = 0; label < places.length; label++) {
                lowest[label] = Math.min(lowest[label], lowestOfPart[label]);
                highest[label] = Math.max(highest[label], highestOfPart[label]);
            }
        }
    }

    int rows() {
        return starts[starts.length - 1];
    }

    /** Returns where the rows of a true label begin. */
    int start(int truth) {
        return starts[truth];
    }

    /** Returns the place behind the rows of a true label. */
    int end(int truth) {
        return starts[truth + 1];
    }

    /** Returns the integer of a score. */
    long get(int label, int place) {
        return single ? ofFloats[label][place] : ofDoubles[label][place];
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

    /** Returns the integer of a label's lowest score. */
    long lowest(int label) {
        return lowest[label];
    }

    /** Returns the integer of a label's highest score. */
    long highest(int label) {
        return highest[label];
    }

    /** Returns the score of an integer. */
    double score(long order) {
        if (single) {
            int bits = (int) order;
            return Float.intBitsToFloat(bits ^ ((bits >> 31) & Integer.MAX_VALUE));
        }
        return Double.longBitsToDouble(order ^ ((order >> 63) & Long.MAX_VALUE));
    }
}
