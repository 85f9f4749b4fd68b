package dev.assay.adapters.onnx;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** An input or output of a model: its name, and what it takes or gives. */
public final class OnnxPort {

    private final String name;
    private final ValueInfo info;

    OnnxPort(NodeInfo node) {
        this.name = node.getName();
        this.info = node.getInfo();
    }

    /**
     * Returns the port's name.
     *
     * @return the name that the model gives it
     */
    public String name() {
        return name;
    }

    /**
     * Describes what the port takes or gives.
     *
     * @return such as {@code float32 [batch, 30]}, where {@code ?} is a dimension without a name and of any size
     */
    public String type() {
        if (info instanceof TensorInfo tensor) {
            return typeName(tensor.type) + " " + shapeText(tensor);
        }
        if (info instanceof SequenceInfo sequence) {
            return sequence.isSequenceOfMaps()
                    ? "sequence of " + mapText(sequence.mapInfo)
                    : "sequence of " + typeName(sequence.sequenceType);
        }
        return info instanceof MapInfo map ? mapText(map) : "unknown";
    }

    /**
     * Returns the sizes of the dimensions of a tensor, the first of which is the batch.
     *
     * @return a size for each dimension, negative where it is open; empty if the port takes or gives no tensor
     */
    public List<Long> shape() {
        return tensor().map(tensor -> Arrays.stream(tensor.getShape()).boxed().toList())
                .orElse(List.of());
    }

    Optional<TensorInfo> tensor() {
        return info instanceof TensorInfo tensor ? Optional.of(tensor) : Optional.empty();
    }

    boolean isSequenceOfMaps() {
        return info instanceof SequenceInfo sequence && sequence.isSequenceOfMaps();
    }

    /** Names ports for messages. */
    static String list(Collection<OnnxPort> ports) {
        return ports.stream().map(OnnxPort::toString).collect(Collectors.joining(", "));
    }

    static String typeName(OnnxJavaType type) {
        if (type == OnnxJavaType.FLOAT) {
            return "float32";
        }
        return type == OnnxJavaType.DOUBLE ? "float64" : type.toString().toLowerCase(Locale.ROOT);
    }

    private static String mapText(MapInfo map) {
        // what ONNX Runtime doesn't tell before it runs
        return map.keyType == OnnxJavaType.UNKNOWN
                ? "maps"
                : "maps from " + typeName(map.keyType) + " to " + typeName(map.valueType);
    }

    private static String shapeText(TensorInfo tensor) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        long[] shape = tensor.getShape();
        String[] names = tensor.getDimensionNames();
        for (int i = 0; i < shape.length; i++) {
            String named = i < names.length && !names[i].isEmpty() ? names[i] : "?";
            text.add(shape[i] < 0 ? named : String.valueOf(shape[i]));
        }
        return text.toString();
    }

    /** Returns the name in quotes with the type. */
    @Override
    public String toString() {
        return "'" + name + "' (" + type() + ")";
    }
}
