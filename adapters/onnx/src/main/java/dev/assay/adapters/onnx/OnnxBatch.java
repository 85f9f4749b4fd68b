package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import dev.assay.data.InvalidDataException;
import dev.assay.learning.InvalidModelException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the tensors of one batch, and owns their native memory. Shapes are those of whole batches: the first size is that of the batch. */
public final class OnnxBatch {

    private final OnnxSession session;
    private final OrtEnvironment environment;
    /** Tensors of numbers, each of which serves the batches that follow until one has another shape. */
    private final Map<String, DirectTensor> kept = new HashMap<>();

    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    private int firstRow;

    OnnxBatch(OnnxSession session) {
        this.session = session;
        this.environment = session.environment();
    }

    /** Begins the next batch, which has nothing in it yet. */
    void begin(int row) {
        closeStrings();
        tensors.clear();
        firstRow = row;
    }

    /**
     * Puts numbers, converted to the type of the input.
     *
     * @param input the input's name
     * @param cells the numbers, one row after another
     * @param shape the sizes of all dimensions
     * @throws InvalidModelException if the model has no such input, or it takes other types or shapes
     * @throws InvalidDataException if the input takes whole numbers and a cell isn't one
     */
    public void numbers(String input, double[] cells, long... shape) {
        TensorInfo info = require(session.input(input), shape);
        switch (info.type) {
            case FLOAT -> {
                float[] converted = new float[cells.length];
                for (int i = 0; i < cells.length; i++) {
                    converted[i] = (float) cells[i];
                }
                floats(input, converted, shape);
            }
            case DOUBLE ->
                put(input, info.type, cells.length, shape).asDoubleBuffer().put(cells);
            case INT64 -> longs(input, whole(input, cells, shape, Long.MIN_VALUE, Long.MAX_VALUE), shape);
            case INT32 -> {
                long[] whole = whole(input, cells, shape, Integer.MIN_VALUE, Integer.MAX_VALUE);
                ByteBuffer memory = put(input, info.type, whole.length, shape);
                Arrays.stream(whole).forEach(value -> memory.putInt((int) value));
            }
            case INT16 -> {
                long[] whole = whole(input, cells, shape, Short.MIN_VALUE, Short.MAX_VALUE);
                ByteBuffer memory = put(input, info.type, whole.length, shape);
                Arrays.stream(whole).forEach(value -> memory.putShort((short) value));
            }
            case INT8 -> putBytes(input, info.type, whole(input, cells, shape, Byte.MIN_VALUE, Byte.MAX_VALUE), shape);
            case UINT8 -> putBytes(input, info.type, whole(input, cells, shape, 0, 255), shape);
            case BOOL -> putBytes(input, info.type, whole(input, cells, shape, 0, 1), shape);
            default -> throw wrongType(input, "numbers");
        }
    }

    /**
     * Puts whole numbers of 64 bits.
     *
     * @param input the input's name
     * @param cells the numbers, one row after another
     * @param shape the sizes of all dimensions
     * @throws InvalidModelException if the model has no such input, or it takes other types or shapes
     */
    public void longs(String input, long[] cells, long... shape) {
        requireType(input, OnnxJavaType.INT64, shape);
        put(input, OnnxJavaType.INT64, cells.length, shape).asLongBuffer().put(cells);
    }

    /**
     * Puts numbers in single precision.
     *
     * @param input the input's name
     * @param cells the numbers, one row after another
     * @param shape the sizes of all dimensions
     * @throws InvalidModelException if the model has no such input, or it takes other types or shapes
     */
    public void floats(String input, float[] cells, long... shape) {
        requireType(input, OnnxJavaType.FLOAT, shape);
        put(input, OnnxJavaType.FLOAT, cells.length, shape).asFloatBuffer().put(cells);
    }

    /**
     * Puts strings.
     *
     * @param input the input's name
     * @param cells the strings, one row after another
     * @param shape the sizes of all dimensions
     * @throws InvalidModelException if the model has no such input, or it takes other types or shapes
     */
    public void strings(String input, String[] cells, long... shape) {
        requireType(input, OnnxJavaType.STRING, shape);
        requireCells(input, cells.length, shape);
        try {
            OnnxTensor replaced = tensors.put(input, OnnxTensor.createTensor(environment, cells, shape));
            if (replaced != null) {
                replaced.close();
            }
        } catch (OrtException e) {
            throw noTensor(input, e);
        }
    }

    /** Returns the tensors of all inputs. */
    Map<String, OnnxTensor> complete() {
        for (OnnxPort port : session.inputs().values()) {
            if (!tensors.containsKey(port.name())) {
                throw new InvalidModelException(session.file() + ": nothing was put into input " + port);
            }
        }
        return tensors;
    }

    void close() {
        closeStrings();
        kept.values().forEach(DirectTensor::close);
    }

    private void closeStrings() {
        tensors.forEach((input, tensor) -> {
            if (!kept.containsKey(input)) {
                tensor.close();
            }
        });
    }

    /** Makes the exception for a fault of one row of this batch. */
    InvalidDataException fault(int row, String message) {
        return new InvalidDataException(
                firstRow + row,
                "row " + (firstRow + row) + ": " + message + " (" + session.file() + ")",
                new IllegalArgumentException(message));
    }

    private void putBytes(String input, OnnxJavaType type, long[] cells, long... shape) {
        ByteBuffer memory = put(input, type, cells.length, shape);
        Arrays.stream(cells).forEach(value -> memory.put((byte) value));
    }

    private long[] whole(String input, double[] cells, long[] shape, long lowest, long highest) {
        long[] whole = new long[cells.length];
        int width = Math.max(1, cells.length / Math.max(1, (int) shape[0]));
        for (int i = 0; i < cells.length; i++) {
            whole[i] = (long) cells[i];
            if (whole[i] != cells[i] || whole[i] < lowest || whole[i] > highest) {
                throw fault(i / width, "input " + session.input(input) + " can't take " + cells[i]);
            }
        }
        return whole;
    }

    /** Puts a tensor whose cells are still to be written, into the memory that is returned. */
    private ByteBuffer put(String input, OnnxJavaType type, int cells, long... shape) {
        requireCells(input, cells, shape);
        DirectTensor tensor = kept.get(input);
        if (tensor == null || !tensor.is(type, shape)) {
            try {
                DirectTensor created = DirectTensor.create(environment, type, shape);
                kept.put(input, created);
                if (tensor != null) {
                    tensor.close();
                }
                tensor = created;
            } catch (OrtException e) {
                throw noTensor(input, e);
            }
        }
        tensors.put(input, tensor.tensor());
        return tensor.memory();
    }

    private void requireCells(String input, int cells, long... shape) {
        long needed = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (cells != needed) {
            throw new InvalidModelException(session.file() + ": input " + session.input(input)
                    + " can't take a tensor of shape " + Arrays.toString(shape) + " with " + cells
                    + " cells instead of "
                    + needed);
        }
    }

    private InvalidModelException noTensor(String input, OrtException cause) {
        return new InvalidModelException(
                session.file() + ": no tensor for input " + session.input(input) + ": " + cause.getMessage(), cause);
    }

    private void requireType(String input, OnnxJavaType type, long... shape) {
        if (require(session.input(input), shape).type != type) {
            throw wrongType(input, OnnxPort.typeName(type));
        }
    }

    private TensorInfo require(OnnxPort port, long... shape) {
        TensorInfo info = port.tensor().orElseThrow(() -> wrongType(port.name(), "tensors"));
        long[] expected = info.getShape();
        boolean fits = expected.length == shape.length;
        for (int i = 0; fits && i < shape.length; i++) {
            fits = expected[i] < 0 || expected[i] == shape[i];
        }
        if (!fits) {
            throw new InvalidModelException(
                    session.file() + ": input " + port + " can't take a tensor of shape " + Arrays.toString(shape));
        }
        return info;
    }

    private InvalidModelException wrongType(String input, String given) {
        return new InvalidModelException(session.file() + ": input " + session.input(input) + " doesn't take " + given);
    }
}
