package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import dev.assay.prediction.InvalidPredictionsException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Set;

/** Reads tensors whose first dimension is the batch. */
final class TensorCells {

    private static final Set<OnnxJavaType> SINGLE =
            Set.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);

    private static final Set<OnnxJavaType> WHOLE = Set.of(OnnxJavaType.INT64, OnnxJavaType.INT32, OnnxJavaType.BOOL);

    private TensorCells() {}

    /** Tells whether numbers of a type come as floats. */
    static boolean isSingle(OnnxJavaType type) {
        return SINGLE.contains(type);
    }

    /** Tells whether a type is one of fractions. */
    static boolean isFraction(OnnxJavaType type) {
        return isSingle(type) || type == OnnxJavaType.DOUBLE;
    }

    /** Tells whether a type is one of whole numbers that can be read. */
    static boolean isWhole(OnnxJavaType type) {
        return WHOLE.contains(type);
    }

    /** Returns a tensor if it is one of so many cells for each of so many rows. */
    static OnnxTensor require(String source, OnnxValue value, int rows, int width) {
        if (!(value instanceof OnnxTensor tensor)) {
            throw new InvalidPredictionsException(source + " gave " + value.getInfo() + ", not a tensor");
        }
        long[] shape = tensor.getInfo().getShape();
        long perRow = 1;
        for (int i = 1; i < shape.length; i++) {
            perRow *= shape[i];
        }
        if (shape.length == 0 || shape[0] != rows || perRow != width) {
            throw new InvalidPredictionsException(source + " gave a tensor of shape " + Arrays.toString(shape) + " for "
                    + rows + " rows; expected " + (width == 1 ? "one value" : width + " values") + " for each");
        }
        return tensor;
    }

    /** Reads floats of the first cells. */
    static void floats(OnnxTensor tensor, float[] target, int from, int count) {
        FloatBuffer cells = tensor.getFloatBuffer();
        cells.get(target, from, count);
    }

    /** Reads numbers of any type of the first cells. */
    static void doubles(OnnxTensor tensor, double[] target, int from, int count) {
        OnnxJavaType type = tensor.getInfo().type;
        if (type == OnnxJavaType.DOUBLE) {
            tensor.getDoubleBuffer().get(target, from, count);
        } else if (isSingle(type)) {
            FloatBuffer cells = tensor.getFloatBuffer();
            for (int i = 0; i < count; i++) {
                target[from + i] = cells.get(i);
            }
        } else {
            long[] cells = longs(tensor, count);
            for (int i = 0; i < count; i++) {
                target[from + i] = cells[i];
            }
        }
    }

    /** Reads whole numbers of the first cells. */
    static long[] longs(OnnxTensor tensor, int count) {
        OnnxJavaType type = tensor.getInfo().type;
        long[] cells = new long[count];
        if (type == OnnxJavaType.INT64) {
            LongBuffer buffer = tensor.getLongBuffer();
            buffer.get(cells);
        } else if (type == OnnxJavaType.INT32) {
            IntBuffer buffer = tensor.getIntBuffer();
            Arrays.setAll(cells, buffer::get);
        } else {
            ByteBuffer buffer = tensor.getByteBuffer();
            Arrays.setAll(cells, buffer::get);
        }
        return cells;
    }

    /** Reads strings of all cells. */
    static String[] strings(OnnxTensor tensor) throws OrtException {
        Object value = tensor.getValue();
        return value instanceof String[][] rows
                ? Arrays.stream(rows).flatMap(Arrays::stream).toArray(String[]::new)
                : (String[]) value;
    }
}
