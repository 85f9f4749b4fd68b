package dev.assay.prediction;

import java.util.Arrays;
import java.util.List;

/** One score for each row and column, row-major, kept as they came: floats or doubles. */
final class ScoreMatrix {

    static final ScoreMatrix NONE = new ScoreMatrix(1, new double[0]);

    private final int columns;
    private final boolean single;
    private final float[] floats;
    private final double[] doubles;

    private ScoreMatrix(int columns, boolean single, float[] floats, double[] doubles) {
        this.columns = columns;
        this.single = single;
        this.floats = floats;
        this.doubles = doubles;
    }

    /** Wraps; the array is not copied. */
    ScoreMatrix(int columns, double[] doubles) {
        this(columns, false, new float[0], doubles);
    }

    /** Wraps; the array is not copied. */
    ScoreMatrix(int columns, float[] floats) {
        this(columns, true, floats, new double[0]);
    }

    /** Puts matrices of as many columns one below the other; if any has doubles, all are doubles. */
    static ScoreMatrix concatenated(List<ScoreMatrix> parts) {
        int columns = parts.get(0).columns;
        long length = parts.stream().mapToLong(ScoreMatrix::length).sum();
        ScoreMatrix whole = parts.stream().allMatch(part -> part.single)
                ? new ScoreMatrix(columns, new float[Math.toIntExact(length)])
                : new ScoreMatrix(columns, new double[Math.toIntExact(length)]);
        int next = 0;
        for (ScoreMatrix part : parts) {
            whole.copy(part, 0, next, part.length());
            next += part.length();
        }
        return whole;
    }

    /** Returns the same scores as doubles, each row divided by its sum if it came as floats. */
    ScoreMatrix normalised() {
        if (!single) {
            return this;
        }
        double[] rows = new double[floats.length];
        copy(0, rows(), rows);
        for (int first = 0; first < rows.length; first += columns) {
            double sum = 0;
            for (int i = first; i < first + columns; i++) {
                sum += rows[i];
            }
            for (int i = first; i < first + columns; i++) {
                rows[i] /= sum;
            }
        }
        return new ScoreMatrix(columns, rows);
    }

    private ScoreMatrix ofSameKind(int newColumns, int rows) {
        int length = Math.multiplyExact(rows, newColumns);
        return single
                ? new ScoreMatrix(newColumns, new float[length])
                : new ScoreMatrix(newColumns, new double[length]);
    }

    private void copy(ScoreMatrix source, int from, int to, int length) {
        if (single) {
            System.arraycopy(source.floats, from, floats, to, length);
        } else if (source.single) {
            for (int i = 0; i < length; i++) {
                doubles[to + i] = source.floats[from + i];
            }
        } else {
            System.arraycopy(source.doubles, from, doubles, to, length);
        }
    }

    int length() {
        return single ? floats.length : doubles.length;
    }

    int rows() {
        return length() / columns;
    }

    boolean isSingle() {
        return single;
    }

    double get(int row, int column) {
        int index = row * columns + column;
        return single ? floats[index] : doubles[index];
    }

    /** Copies rows, one after another, as doubles. */
    void copy(int fromRow, int toRow, double[] target) {
        int from = fromRow * columns;
        int length = (toRow - fromRow) * columns;
        if (single) {
            for (int i = 0; i < length; i++) {
                target[i] = floats[from + i];
            }
        } else {
            System.arraycopy(doubles, from, target, 0, length);
        }
    }

    /** Copies rows, one after another, as floats, which they have to be. */
    void copy(int fromRow, int toRow, float[] target) {
        System.arraycopy(floats, fromRow * columns, target, 0, (toRow - fromRow) * columns);
    }

    ScoreMatrix select(int... rows) {
        ScoreMatrix selected = ofSameKind(columns, rows.length);
        for (int i = 0; i < rows.length; i++) {
            selected.copy(this, rows[i] * columns, i * columns, columns);
        }
        return selected;
    }

    /** Moves each column to its place among more columns. */
    ScoreMatrix spread(int[] places, int newColumns, double filling) {
        ScoreMatrix spread = ofSameKind(newColumns, rows());
        Arrays.fill(spread.floats, (float) filling);
        Arrays.fill(spread.doubles, filling);
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns; column++) {
                int index = row * newColumns + places[column];
                if (single) {
                    spread.floats[index] = floats[row * columns + column];
                } else {
                    spread.doubles[index] = doubles[row * columns + column];
                }
            }
        }
        return spread;
    }

    /** Returns a score below all of these, or the lowest of its kind. */
    double belowAll() {
        if (single) {
            float lowest = Float.MAX_VALUE;
            for (float score : floats) {
                lowest = Math.min(lowest, score);
            }
            return Math.max(-Float.MAX_VALUE, Math.min(lowest - 1, Math.nextDown(lowest)));
        }
        double lowest = Arrays.stream(doubles).min().orElse(0);
        return Math.max(-Double.MAX_VALUE, Math.min(lowest - 1, Math.nextDown(lowest)));
    }
}
