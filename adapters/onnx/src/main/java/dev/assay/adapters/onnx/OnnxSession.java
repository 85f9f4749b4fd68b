package dev.assay.adapters.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.assay.learning.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A session of ONNX Runtime, which any number of threads may use at once, and the file that it came from. */
final class OnnxSession implements AutoCloseable {

    /** What is done with an open session. */
    interface Use<T> {
        T of(OrtSession session) throws OrtException, InterruptedException;
    }

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, OnnxPort> inputs;
    private final Map<String, OnnxPort> outputs;
    private final Map<String, String> metadata;
    /** Keeps closing, which frees native memory, away from those who use it. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    private OnnxSession(Path file, OrtEnvironment environment, OrtSession session) throws OrtException {
        this.file = file;
        this.environment = environment;
        this.session = session;
        this.inputs = ports(session.getInputInfo().values());
        this.outputs = ports(session.getOutputInfo().values());
        this.metadata = Map.copyOf(session.getMetadata().getCustomMetadata());
    }

    static OnnxSession open(Path file, OnnxOptions options) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidModelException(file
                    + (Files.isDirectory(file) ? " is a folder, not an ONNX file" : ": there is no such ONNX file")
                    + " (looked for " + file.toAbsolutePath() + ")");
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions sessionOptions = new SessionOptions()) {
            options.applyTo(sessionOptions);
            // by its path, since large models keep their weights in files beside it
            OrtSession session = environment.createSession(file.toString(), sessionOptions);
            try {
                return new OnnxSession(file, environment, session);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw LoadFailure.explain(file, environment.getVersion(), e);
        }
    }

    private static Map<String, OnnxPort> ports(Collection<NodeInfo> nodes) {
        Map<String, OnnxPort> ports = new LinkedHashMap<>();
        nodes.forEach(node -> ports.put(node.getName(), new OnnxPort(node)));
        return ports;
    }

    Path file() {
        return file;
    }

    OrtEnvironment environment() {
        return environment;
    }

    /** Returns the bytes of the file, and of those beside it in which its weights are. */
    long sizeInBytes() {
        try {
            return ExternalData.sizeWithFile(file);
        } catch (IOException e) {
            throw new InvalidModelException(file + ": its size can't be told: " + e, e);
        }
    }

    Map<String, OnnxPort> inputs() {
        return inputs;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    Collection<OnnxPort> outputs() {
        return outputs.values();
    }

    OnnxPort input(String name) {
        OnnxPort port = inputs.get(name);
        if (port == null) {
            throw new InvalidModelException(
                    file + " has no input '" + name + "'; its inputs are " + OnnxPort.list(inputs.values()));
        }
        return port;
    }

    OnnxPort output(String name) {
        OnnxPort port = outputs.get(name);
        if (port == null) {
            throw new InvalidModelException(
                    file + " has no output '" + name + "'; its outputs are " + OnnxPort.list(outputs.values()));
        }
        return port;
    }

    <T> T use(Use<T> use) throws OrtException, InterruptedException {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(
                        file + " was closed; close a model when nothing more is to be predicted");
            }
            return use.of(session);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Frees the native memory, as soon as nobody uses the session. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new InvalidModelException(file + " can't be closed: " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
