package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A tensor of numbers in memory that both Java and ONNX Runtime reach, so that it serves batch after batch: making a tensor,
 * and copying an output out of the runtime's own memory, cost more than some models do.
 */
final class DirectTensor implements AutoCloseable {

    private final OnnxTensor tensor;
    private final OnnxJavaType type;
    private final long[] shape;
    private final ByteBuffer memory;

    private DirectTensor(OnnxTensor tensor, OnnxJavaType type, long[] shape, ByteBuffer memory) {
        this.tensor = tensor;
        this.type = type;
        this.shape = shape;
        this.memory = memory;
    }

    static DirectTensor create(OrtEnvironment environment, OnnxJavaType type, long... shape) throws OrtException {
        long bytes = Arrays.stream(shape).reduce(type.size, Math::multiplyExact);
        ByteBuffer memory = ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
        OnnxTensor tensor = OnnxTensor.createTensor(environment, memory, shape, type);
        return new DirectTensor(tensor, type, shape.clone(), memory);
    }

    boolean is(OnnxJavaType wanted, long... wantedShape) {
        return type == wanted && Arrays.equals(shape, wantedShape);
    }

    OnnxTensor tensor() {
        return tensor;
    }

    /** Returns the memory, from its start. */
    ByteBuffer memory() {
        return memory.clear();
    }

    @Override
    public void close() {
        tensor.close();
    }
}
