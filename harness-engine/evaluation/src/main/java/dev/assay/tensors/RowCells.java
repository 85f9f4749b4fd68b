package dev.assay.tensors;

import dev.assay.data.InvalidDataException;
import java.util.List;

/** Puts arrays of numbers, row by row, into tensors of an input. */
final class RowCells {

    private final String source;
    private final TensorPort input;
    private final int width;

    RowCells(String source, TensorPort input) {
        this.source = source;
        this.input = input;
        this.width = Math.toIntExact(input.width());
    }

    /** Makes a tensor of rows, the last of which is repeated up to the size of the batch. */
    Tensor of(List<double[]> rows, int firstRow, int size) {
        double[][] numbers = new double[size][];
        List<?> unchecked = rows; // a model is asked for any data; what they hold shows here only
        for (int row = 0; row < size; row++) {
            int given = Math.min(row, rows.size() - 1);
            numbers[row] = numbersOf(unchecked.get(given), firstRow + given);
        }
        long[] shape = input.shapeOf(size);
        return input.type().equals(TensorPort.FLOAT32)
                ? Tensor.of(floats(numbers), shape)
                : Tensor.of(doubles(numbers), shape);
    }

    private double[] numbersOf(Object given, int row) {
        if (!(given instanceof double[] numbers)) {
            throw new InvalidDataException(
                    source + ": input " + input + " is fed with double[], but the data's inputs are "
                            + given.getClass().getSimpleName() + "; a Table gives double[] with numeric()");
        }
        if (numbers.length != width) {
            String message =
                    "it has " + numbers.length + " numbers, but input " + input + " takes " + width + " per row";
            throw new InvalidDataException(
                    row, "row " + row + ": " + message + " (" + source + ")", new IllegalArgumentException(message));
        }
        return numbers;
    }

    private float[] floats(double[][] rows) {
        float[] cells = new float[Math.multiplyExact(rows.length, width)];
        int cell = 0;
        for (double[] row : rows) {
            for (double number : row) {
                cells[cell++] = (float) number;
            }
        }
        return cells;
    }

    private double[] doubles(double[][] rows) {
        double[] cells = new double[Math.multiplyExact(rows.length, width)];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, cells, row * width, width);
        }
        return cells;
    }
}
