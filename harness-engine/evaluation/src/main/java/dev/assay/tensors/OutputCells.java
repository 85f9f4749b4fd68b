package dev.assay.tensors;

import dev.assay.prediction.InvalidPredictionsException;

/** Gathers what an output gives, batch by batch. Used by one thread. */
final class OutputCells {

    private final String source;
    private final OutputReading reading;
    private final int size;
    /** One of these two is used, by the type of the first batch. */
    private float[] singles = new float[0];

    private double[] doubles = new double[0];
    private int filled;

    OutputCells(String source, OutputReading reading, int rows) {
        this.source = source;
        this.reading = reading;
        this.size = Math.multiplyExact(rows, reading.width());
    }

    /** Takes a batch of so many rows, the first of which are wanted; the others fill a batch of a fixed size. */
    void add(Tensor tensor, int rows, int wanted) {
        requireShape(tensor, rows);
        if (filled == 0) {
            singles = new float[tensor.isSingle() ? size : 0];
            doubles = new double[tensor.isSingle() ? 0 : size];
        }
        int count = wanted * reading.width();
        if (tensor.isSingle()) {
            System.arraycopy(tensor.floats(), 0, singles, filled, count);
        } else {
            System.arraycopy(tensor.doubles(), 0, doubles, filled, count);
        }
        filled += count;
    }

    private void requireShape(Tensor tensor, int rows) {
        long[] shape = tensor.shape();
        long width = 1;
        for (int i = 1; i < shape.length; i++) {
            width *= shape[i];
        }
        if (shape.length == 0 || shape[0] != rows || width != reading.width()) {
            throw new InvalidPredictionsException(
                    source + " gave a tensor " + tensor + " for " + rows + " rows; expected " + reading.expected());
        }
    }

    boolean isSingle() {
        return singles.length > 0;
    }

    float[] singles() {
        return singles;
    }

    /** Returns all numbers, whatever their type. */
    double[] doubles() {
        if (!isSingle()) {
            return doubles;
        }
        double[] converted = new double[singles.length];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = singles[i];
        }
        return converted;
    }
}
