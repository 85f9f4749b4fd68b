package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.assay.data.InvalidDataException;
import java.util.Arrays;
import java.util.List;

/** Feeds arrays of numbers, row by row, to a model's only input. */
final class ArrayEncoder implements BatchEncoder<double[]> {

    private final OnnxSession session;
    private final OnnxPort port;
    /** All dimensions but that of the batch; at most one is open, and then negative. */
    private final long[] rowShape;
    /** Whether the input takes floats. */
    private final boolean single;

    private ArrayEncoder(OnnxSession session, OnnxPort port, long[] rowShape) {
        this.session = session;
        this.port = port;
        this.rowShape = rowShape;
        this.single = numbers(session, port).type == OnnxJavaType.FLOAT;
    }

    static ArrayEncoder of(OnnxSession session, String input) {
        OnnxPort port = onlyInput(session, input);
        long[] shape = numbers(session, port).getShape();
        long[] rowShape = Arrays.copyOfRange(shape, Math.min(1, shape.length), shape.length);
        if (shape.length == 0
                || Arrays.stream(rowShape).filter(size -> size < 0).count() > 1) {
            throw new InvalidModelException(session.file() + ": the shape of input " + port
                    + " is open; say it with input(\"" + input + "\", …), all sizes but that of the batch");
        }
        return new ArrayEncoder(session, port, rowShape);
    }

    static ArrayEncoder of(OnnxSession session, String input, long... rowShape) {
        OnnxPort port = onlyInput(session, input);
        long[] shape = numbers(session, port).getShape();
        boolean fits = shape.length == rowShape.length + 1;
        for (int i = 0; fits && i < rowShape.length; i++) {
            fits = rowShape[i] > 0 && (shape[i + 1] < 0 || shape[i + 1] == rowShape[i]);
        }
        if (!fits) {
            throw new InvalidModelException(
                    session.file() + ": input " + port + " doesn't take rows of shape " + Arrays.toString(rowShape));
        }
        return new ArrayEncoder(session, port, rowShape.clone());
    }

    private static OnnxPort onlyInput(OnnxSession session, String input) {
        OnnxPort port = session.input(input);
        if (session.inputs().size() > 1) {
            throw new InvalidModelException(session.file() + " has more inputs than '" + input + "': "
                    + OnnxPort.list(session.inputs().values()) + "; feed all of them with columns(…) or encodedBy(…)");
        }
        return port;
    }

    private static TensorInfo numbers(OnnxSession session, OnnxPort port) {
        return port.tensor()
                .filter(tensor -> tensor.type != OnnxJavaType.STRING)
                .orElseThrow(() -> new InvalidModelException(session.file() + ": input " + port
                        + " doesn't take numbers; feed it with columns(…) or encodedBy(…)"));
    }

    @Override
    public void encode(List<? extends double[]> rows, OnnxBatch batch) {
        List<?> unchecked = rows; // a model is asked for any data; what they hold shows here only
        double[][] numbers = new double[rows.size()][];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = numbersOf(unchecked.get(row));
        }
        int width = width(numbers[0].length);
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row].length != width) {
                throw batch.fault(
                        row,
                        "it has " + numbers[row].length + " numbers, but input " + port + " takes " + width
                                + " per row");
            }
        }
        if (single) {
            batch.floats(port.name(), floats(numbers, width), shape(rows.size(), width));
        } else {
            batch.numbers(port.name(), doubles(numbers, width), shape(rows.size(), width));
        }
    }

    /** Converts at once what most models take; a copy more would show beside small ones. */
    private static float[] floats(double[][] numbers, int width) {
        float[] cells = new float[Math.multiplyExact(numbers.length, width)];
        int cell = 0;
        for (double[] row : numbers) {
            for (double number : row) {
                cells[cell++] = (float) number;
            }
        }
        return cells;
    }

    private static double[] doubles(double[][] numbers, int width) {
        double[] cells = new double[Math.multiplyExact(numbers.length, width)];
        for (int row = 0; row < numbers.length; row++) {
            System.arraycopy(numbers[row], 0, cells, row * width, width);
        }
        return cells;
    }

    private double[] numbersOf(Object input) {
        if (input instanceof double[] numbers) {
            return numbers;
        }
        throw new InvalidDataException(
                session.file() + ": input " + port + " is fed with double[], but the data's inputs are "
                        + input.getClass().getSimpleName()
                        + "; a Table gives double[] with numeric(), and a model takes rows with"
                        + " columns(…)");
    }

    /** Returns how many numbers make a row; an open dimension takes what the first one has. */
    private int width(int given) {
        long fixed = Arrays.stream(rowShape).filter(size -> size >= 0).reduce(1, Math::multiplyExact);
        boolean open = Arrays.stream(rowShape).anyMatch(size -> size < 0);
        return Math.toIntExact(open && fixed > 0 ? Math.max(1, given / fixed) * fixed : fixed);
    }

    private long[] shape(int rows, int width) {
        long fixed = Arrays.stream(rowShape).filter(size -> size >= 0).reduce(1, Math::multiplyExact);
        long[] shape = new long[rowShape.length + 1];
        shape[0] = rows;
        for (int i = 0; i < rowShape.length; i++) {
            shape[i + 1] = rowShape[i] < 0 ? width / fixed : rowShape[i];
        }
        return shape;
    }
}
