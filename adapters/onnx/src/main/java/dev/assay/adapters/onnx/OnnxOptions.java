package dev.assay.adapters.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.assay.learning.InvalidModelException;
import java.util.OptionalInt;

/**
 * How ONNX Runtime runs a model.
 *
 * <p>By default it runs on the processor, an operator uses as many threads as there are cores, and operators run one after
 * another.
 */
public final class OnnxOptions {

    private static final OnnxOptions DEFAULTS =
            new OnnxOptions(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private final OptionalInt threads;
    private final OptionalInt parallelOperators;
    private final OptionalInt cudaDevice;

    private OnnxOptions(OptionalInt threads, OptionalInt parallelOperators, OptionalInt cudaDevice) {
        this.threads = threads;
        this.parallelOperators = parallelOperators;
        this.cudaDevice = cudaDevice;
    }

    /**
     * Returns what ONNX Runtime does unless told otherwise.
     *
     * @return the defaults
     */
    public static OnnxOptions withDefaults() {
        return DEFAULTS;
    }

    /**
     * Sets how many threads an operator may use. One is best for small models, and where several threads predict at once.
     *
     * @param count at least 1
     * @return these options with that number of threads
     */
    public OnnxOptions withThreads(int count) {
        return new OnnxOptions(positive(count, "threads"), parallelOperators, cudaDevice);
    }

    /**
     * Lets operators that don't depend on each other run at once.
     *
     * @param count how many at most; 1 runs them one after another
     * @return these options with that number of operators
     */
    public OnnxOptions withParallelOperators(int count) {
        return new OnnxOptions(threads, positive(count, "parallel operators"), cudaDevice);
    }

    /**
     * Runs the model on a graphics card. For that, replace the dependency {@code com.microsoft.onnxruntime:onnxruntime} by
     * {@code onnxruntime_gpu} of the same version.
     *
     * @param device the number of the card, from 0
     * @return these options with that device
     */
    public OnnxOptions withCuda(int device) {
        if (device < 0) {
            throw new IllegalArgumentException("the number of a CUDA device is at least 0, not " + device);
        }
        return new OnnxOptions(threads, parallelOperators, OptionalInt.of(device));
    }

    private static OptionalInt positive(int count, String what) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of " + what + " is at least 1, not " + count);
        }
        return OptionalInt.of(count);
    }

    void applyTo(SessionOptions session) throws OrtException {
        // failures reach callers as exceptions; on the console they would come a second time
        session.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        if (threads.isPresent()) {
            session.setIntraOpNumThreads(threads.getAsInt());
        }
        if (parallelOperators.isPresent()) {
            session.setExecutionMode(
                    parallelOperators.getAsInt() == 1
                            ? SessionOptions.ExecutionMode.SEQUENTIAL
                            : SessionOptions.ExecutionMode.PARALLEL);
            session.setInterOpNumThreads(parallelOperators.getAsInt());
        }
        if (cudaDevice.isPresent()) {
            addCuda(session, cudaDevice.getAsInt());
        }
    }

    private static void addCuda(SessionOptions session, int device) {
        try {
            session.addCUDA(device);
        } catch (OrtException e) {
            throw new InvalidModelException(
                    "CUDA device " + device + " can't be used: " + e.getMessage()
                            + "; it needs com.microsoft.onnxruntime:onnxruntime_gpu instead of onnxruntime, and NVIDIA's CUDA"
                            + " and cuDNN",
                    e);
        }
    }
}
