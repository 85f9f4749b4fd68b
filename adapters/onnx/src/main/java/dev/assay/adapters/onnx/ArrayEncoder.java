package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.assay.data.InvalidDataException;
import dev.assay.learning.InvalidModelException;
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
        int width = width(numbersOf(rows, 0).length);
        if (single) {
            batch.floats(port.name(), floats(rows, width, batch), shape(rows.size(), width));
        } else {
            batch.numbers(port.name(), doubles(rows, width, batch), shape(rows.size(), width));
        }
    }

    /** Converts at once what most models take; a copy more would show beside small ones. */
    private float[] floats(List<? extends double[]> rows, int width, OnnxBatch batch) {
        float[] cells = new float[Math.multiplyExact(rows.size(), width)];
        for (int row = 0; row < rows.size(); row++) {
            double[] numbers = numbersOf(rows, row, width, batch);
            for (int i = 0; i < width; i++) {
                cells[row * width + i] = (float) numbers[i];
            }
        }
        return cells;
    }

    private double[] doubles(List<? extends double[]> rows, int width, OnnxBatch batch) {
        double[] cells = new double[Math.multiplyExact(rows.size(), width)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(numbersOf(rows, row, width, batch), 0, cells, row * width, width);
        }
        return cells;
    }

    private double[] numbersOf(List<? extends double[]> rows, int row, int width, OnnxBatch batch) {
        double[] numbers = numbersOf(rows, row);
        if (numbers.length != width) {
            throw batch.fault(
                    row, "it has " + numbers.length + " numbers, but input " + port + " takes " + width + " per row");
        }
        return numbers;
    }

    private double[] numbersOf(List<?> rows, int row) {
        Object input = rows.get(row); // a model is asked for any data; what they hold shows here only
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
