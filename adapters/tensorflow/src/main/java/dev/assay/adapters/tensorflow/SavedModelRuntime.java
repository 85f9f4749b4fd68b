package dev.assay.adapters.tensorflow;

import dev.assay.learning.InvalidModelException;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.tensors.Tensor;
import dev.assay.tensors.TensorPort;
import dev.assay.tensors.TensorRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.DoubleNdArray;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TType;

/** A signature of a SavedModel inside TensorFlow. */
final class SavedModelRuntime implements TensorRuntime {

    private final Path folder;
    private final String version;
    private final SavedModelBundle bundle;
    private final SignaturePorts ports;

    private SavedModelRuntime(Path folder, String version, SavedModelBundle bundle, Signature signature) {
        this.folder = folder;
        this.version = version;
        this.bundle = bundle;
        this.ports = new SignaturePorts(folder, signature);
    }

    static SavedModelRuntime open(Path folder, TensorFlowOptions options) {
        requireFiles(folder);
        String version = TensorFlowLibrary.version();
        SavedModelBundle bundle = load(folder, version, options);
        try {
            return new SavedModelRuntime(folder, version, bundle, signature(folder, bundle, options.signature()));
        } catch (RuntimeException e) {
            bundle.close();
            throw e;
        }
    }

    private static void requireFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidModelException(folder
                    + (Files.exists(folder)
                            ? " is a file, not the folder of a SavedModel"
                            : ": there is no such folder")
                    + " (looked for " + folder.toAbsolutePath() + ")");
        }
        if (!Files.isRegularFile(folder.resolve("saved_model.pb"))) {
            throw new InvalidModelException(folder + " has no saved_model.pb, so it is no SavedModel, as Keras'"
                    + " model.export(folder) and tf.saved_model.save write it");
        }
    }

    private static SavedModelBundle load(Path folder, String version, TensorFlowOptions options) {
        try {
            return SavedModelBundle.loader(folder.toString())
                    .withTags(options.tag())
                    .withConfigProto(options.config())
                    .load();
        } catch (TensorFlowException | IllegalArgumentException | UnsupportedOperationException e) {
            String message = TensorFlowLibrary.shorten(e);
            String reason = message.contains("supplied tags")
                    ? "has no graph with the tag '" + options.tag() + "'"
                    : isDamage(message) ? "is damaged" : "can't be opened by TensorFlow " + version;
            throw new InvalidModelException(folder + " " + reason + "; " + message, e);
        }
    }

    private static boolean isDamage(String message) {
        return message.contains("Read less bytes") || message.contains("Can't parse") || message.contains("corrupt");
    }

    private static Signature signature(Path folder, SavedModelBundle bundle, String key) {
        return bundle.signatures().stream()
                .filter(signature -> signature.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidModelException(folder + " has no signature '" + key + "'; its signatures are "
                                + bundle.signatures().stream()
                                        .map(signature -> "'" + signature.key() + "'")
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
    }

    SignaturePorts ports() {
        return ports;
    }

    @Override
    public Path source() {
        return folder;
    }

    @Override
    public String library() {
        return "TensorFlow " + version;
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("tensorflow", version);
    }

    @Override
    public TensorPort output(String name) {
        return ports.output(name);
    }

    @Override
    public Tensor run(Tensor batch, TensorPort input, TensorPort output) {
        try (TType fed = tensor(batch);
                Result result = bundle.session()
                        .runner()
                        .feed(ports.tensorOfInput(input), fed)
                        .fetch(ports.tensorOfOutput(output))
                        .run()) {
            return read(result.get(0), output);
        } catch (TensorFlowException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new InvalidModelException(TensorFlowLibrary.shorten(e), e);
        }
    }

    private static TType tensor(Tensor batch) {
        Shape shape = Shape.of(batch.shape());
        return batch.isSingle()
                ? TFloat32.tensorOf(shape, DataBuffers.of(batch.floats(), true, false))
                : TFloat64.tensorOf(shape, DataBuffers.of(batch.doubles(), true, false));
    }

    private Tensor read(org.tensorflow.Tensor given, TensorPort output) {
        int size = Math.toIntExact(given.shape().size());
        if (given instanceof FloatNdArray floats) {
            float[] cells = new float[size];
            floats.copyTo(DataBuffers.of(cells, false, false));
            return Tensor.of(cells, given.shape().asArray());
        }
        if (given instanceof DoubleNdArray doubles) {
            double[] cells = new double[size];
            doubles.copyTo(DataBuffers.of(cells, false, false));
            return Tensor.of(cells, given.shape().asArray());
        }
        throw new InvalidPredictionsException(
                folder + ": output " + output + " gave " + given.dataType() + "; expected numbers in floating point");
    }

    @Override
    public void close() {
        bundle.close();
    }
}
