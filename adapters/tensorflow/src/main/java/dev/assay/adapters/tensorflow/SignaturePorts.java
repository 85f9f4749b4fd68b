package dev.assay.adapters.tensorflow;

import dev.assay.learning.InvalidModelException;
import dev.assay.tensors.TensorPort;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.Signature;
import org.tensorflow.Signature.TensorDescription;
import org.tensorflow.proto.DataType;

/** What a signature takes and gives. */
final class SignaturePorts {

    private final Path folder;
    private final Signature signature;
    private final Map<String, TensorPort> inputs;
    private final Map<String, TensorPort> outputs;

    SignaturePorts(Path folder, Signature signature) {
        this.folder = folder;
        this.signature = signature;
        this.inputs = ports(signature.getInputs());
        this.outputs = ports(signature.getOutputs());
    }

    private static Map<String, TensorPort> ports(Map<String, TensorDescription> tensors) {
        Map<String, TensorPort> ports = new TreeMap<>();
        tensors.forEach((name, tensor) -> ports.put(name, port(name, tensor)));
        return ports;
    }

    private static TensorPort port(String name, TensorDescription tensor) {
        List<Long> shape = tensor.shape.isUnknown()
                ? List.of()
                : Arrays.stream(tensor.shape.asArray()).boxed().toList();
        return new TensorPort(name, typeName(tensor.dataType), shape);
    }

    private static String typeName(DataType type) {
        return switch (type) {
            case DT_FLOAT -> TensorPort.FLOAT32;
            case DT_DOUBLE -> TensorPort.FLOAT64;
            case DT_HALF -> "float16";
            default -> type.name().toLowerCase(Locale.ROOT).replace("dt_", "");
        };
    }

    List<TensorPort> inputs() {
        return List.copyOf(inputs.values());
    }

    List<TensorPort> outputs() {
        return List.copyOf(outputs.values());
    }

    TensorPort onlyInput(String name) {
        TensorPort port = find("input", inputs, name);
        if (inputs.size() > 1) {
            throw new InvalidModelException(folder + " has more inputs than '" + name + "': " + list(inputs.values())
                    + "; only models of one input can be fed");
        }
        return port;
    }

    TensorPort onlyInput(String name, long... rowShape) {
        TensorPort port = onlyInput(name);
        List<Long> known = port.shape();
        boolean fits = known.isEmpty() || known.size() == rowShape.length + 1;
        for (int i = 0; fits && i < rowShape.length; i++) {
            fits = rowShape[i] > 0 && (known.isEmpty() || known.get(i + 1) < 0 || known.get(i + 1) == rowShape[i]);
        }
        if (!fits) {
            throw new InvalidModelException(
                    folder + ": input " + port + " doesn't take rows of shape " + Arrays.toString(rowShape));
        }
        long[] shape = new long[rowShape.length + 1];
        shape[0] = known.isEmpty() ? -1 : known.get(0);
        System.arraycopy(rowShape, 0, shape, 1, rowShape.length);
        return TensorPort.of(name, port.type(), shape);
    }

    /** Finds an output; the only one, if no name is given. */
    TensorPort output(String name) {
        if (!name.isEmpty()) {
            return find("output", outputs, name);
        }
        if (outputs.size() != 1) {
            throw new InvalidModelException(folder + " has " + outputs.size() + " outputs, " + list(outputs.values())
                    + "; name the one that counts, as in logits(\"name\")");
        }
        return outputs.values().iterator().next();
    }

    private TensorPort find(String kind, Map<String, TensorPort> ports, String name) {
        TensorPort port = ports.get(name);
        if (port == null) {
            throw new InvalidModelException(folder + " has no " + kind + " '" + name + "' in its signature '"
                    + signature.key() + "'; its " + kind + "s are " + list(ports.values()));
        }
        return port;
    }

    /** Returns the name inside the graph. */
    String tensorOfInput(TensorPort input) {
        return Objects.requireNonNull(signature.getInputs().get(input.name())).name;
    }

    /** Returns the name inside the graph. */
    String tensorOfOutput(TensorPort output) {
        return Objects.requireNonNull(signature.getOutputs().get(output.name())).name;
    }

    /** Names ports for messages. */
    static String list(Collection<TensorPort> ports) {
        return ports.stream().map(TensorPort::toString).collect(Collectors.joining(", "));
    }
}
