package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import dev.assay.data.InvalidDataException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the tensors of one batch, and owns their native memory. Shapes are those of whole batches: the first size is that of the batch. */
public final class OnnxBatch {

    private interface Creation {
        OnnxTensor create() throws OrtException;
    }

    private final OnnxSession session;
    private final OrtEnvironment environment;
    private final int firstRow;
    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

    OnnxBatch(OnnxSession session, OrtEnvironment environment, int firstRow) {
        this.session = session;
        this.environment = environment;
        this.firstRow = firstRow;
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
                put(input, () -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(converted), shape));
            }
            case DOUBLE -> put(input, () -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(cells), shape));
            case INT64 -> {
                long[] whole = whole(input, cells, shape, Long.MIN_VALUE, Long.MAX_VALUE);
                put(input, () -> OnnxTensor.createTensor(environment, LongBuffer.wrap(whole), shape));
            }
            case INT32 -> {
                long[] whole = whole(input, cells, shape, Integer.MIN_VALUE, Integer.MAX_VALUE);
                IntBuffer ints = IntBuffer.allocate(whole.length);
                Arrays.stream(whole).forEach(value -> ints.put((int) value));
                put(input, () -> OnnxTensor.createTensor(environment, ints.flip(), shape));
            }
            case INT16 -> {
                ShortBuffer shorts = ShortBuffer.allocate(cells.length);
                for (long value : whole(input, cells, shape, Short.MIN_VALUE, Short.MAX_VALUE)) {
                    shorts.put((short) value);
                }
                put(input, () -> OnnxTensor.createTensor(environment, shorts.flip(), shape));
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
        put(input, () -> OnnxTensor.createTensor(environment, LongBuffer.wrap(cells), shape));
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
        put(input, () -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(cells), shape));
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
        put(input, () -> OnnxTensor.createTensor(environment, cells, shape));
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
        tensors.values().forEach(OnnxTensor::close);
        tensors.clear();
    }

    /** Makes the exception for a fault of one row of this batch. */
    InvalidDataException fault(int row, String message) {
        return new InvalidDataException(
                firstRow + row,
                "row " + (firstRow + row) + ": " + message + " (" + session.file() + ")",
                new IllegalArgumentException(message));
    }

    private void putBytes(String input, OnnxJavaType type, long[] cells, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(cells.length);
        Arrays.stream(cells).forEach(value -> bytes.put((byte) value));
        put(input, () -> OnnxTensor.createTensor(environment, bytes.flip(), shape, type));
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

    private void put(String input, Creation creation) {
        try {
            OnnxTensor replaced = tensors.put(input, creation.create());
            if (replaced != null) {
                replaced.close();
            }
        } catch (OrtException e) {
            throw new InvalidModelException(
                    session.file() + ": no tensor for input " + session.input(input) + ": " + e.getMessage(), e);
        }
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
