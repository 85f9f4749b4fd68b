package dev.assay.adapters.pytorch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.assay.learning.InvalidModelException;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.tensors.Tensor;
import dev.assay.tensors.TensorPort;
import dev.assay.tensors.TensorRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A TorchScript model inside DJL. */
final class TorchRuntime implements TensorRuntime {

    private final Path file;
    private final String library;
    private final Model model;
    /** Whether a first batch has put the model into inference mode. */
    private volatile boolean isInferring;

    private TorchRuntime(Path file, String library, Model model) {
        this.file = file;
        this.library = library;
        this.model = model;
    }

    static TorchRuntime open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidModelException(file
                    + (Files.isDirectory(file)
                            ? " is a folder, not a TorchScript file"
                            : ": there is no such TorchScript file")
                    + " (looked for " + file.toAbsolutePath() + ")");
        }
        Engine engine = Torch.engine();
        String library = "PyTorch " + engine.getVersion();
        Model model = engine.newModel(file.toString(), Device.cpu());
        // as a stream, because by its path DJL finds files of certain names only
        try (InputStream content = Files.newInputStream(file)) {
            model.load(content, Map.of());
            return new TorchRuntime(file, library, model);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new InvalidModelException(file + " " + reason(e, library), e);
        }
    }

    private static String reason(Exception failure, String library) {
        String message = TorchMessages.shorten(String.valueOf(failure.getMessage()));
        if (message.contains("constants.pkl")) {
            return "isn't TorchScript, but perhaps weights alone (torch.save); export the whole model:"
                    + " torch.jit.trace(model.eval(), example).save(file); " + message;
        }
        return (message.contains("istream reader failed") || message.contains("StreamReader failed")
                        ? "isn't a TorchScript file, or is damaged; "
                        : "can't be opened by " + library + "; ")
                + message;
    }

    @Override
    public Path source() {
        return file;
    }

    @Override
    public String library() {
        return library;
    }

    @Override
    public Map<String, String> versions() {
        return Torch.versions();
    }

    /** Knows nothing of outputs before they are there. */
    @Override
    public TensorPort output(String name) {
        return TensorPort.unknown(name);
    }

    @Override
    public Tensor run(Tensor batch, TensorPort input, TensorPort output) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList outputs = isInferring ? forward(manager, batch) : firstForward(manager, batch);
            return TorchArrays.read(source(), TorchArrays.find(source(), outputs, output.name()));
        }
    }

    /** Runs alone, because DJL notes that it turns off training before it does so, and others would run in training mode. */
    private synchronized NDList firstForward(NDManager manager, Tensor batch) {
        NDList outputs = forward(manager, batch);
        isInferring = true;
        return outputs;
    }

    private NDList forward(NDManager manager, Tensor batch) {
        try {
            Shape shape = new Shape(batch.shape());
            NDArray array =
                    batch.isSingle() ? manager.create(batch.floats(), shape) : manager.create(batch.doubles(), shape);
            return model.getBlock().forward(new ParameterStore(manager, false), new NDList(array), false);
        } catch (UnsupportedOperationException e) {
            throw new InvalidPredictionsException(source() + ": the output is no tensor, nor tensors by their names");
        } catch (EngineException e) {
            throw new InvalidModelException(TorchMessages.shorten(String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
