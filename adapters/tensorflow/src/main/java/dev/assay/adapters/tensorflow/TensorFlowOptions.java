package dev.assay.adapters.tensorflow;

import java.util.OptionalInt;
import org.tensorflow.proto.ConfigProto;

/**
 * Which part of a SavedModel is run, and how.
 *
 * <p>By default it is the signature {@code serving_default} of the graph with the tag {@code serve}, and TensorFlow takes as
 * many threads as there are cores.
 */
public final class TensorFlowOptions {

    private static final TensorFlowOptions DEFAULTS =
            new TensorFlowOptions("serving_default", "serve", OptionalInt.empty());

    private final String signature;
    private final String tag;
    private final OptionalInt threads;

    private TensorFlowOptions(String signature, String tag, OptionalInt threads) {
        this.signature = signature;
        this.tag = tag;
        this.threads = threads;
    }

    /**
     * Returns what exporters mean to be used.
     *
     * @return the defaults
     */
    public static TensorFlowOptions withDefaults() {
        return DEFAULTS;
    }

    /**
     * Takes another signature.
     *
     * @param name its name
     * @return these options with that signature
     */
    public TensorFlowOptions withSignature(String name) {
        return new TensorFlowOptions(name, tag, threads);
    }

    /**
     * Takes the graph of another tag.
     *
     * @param name the tag
     * @return these options with that tag
     */
    public TensorFlowOptions withTag(String name) {
        return new TensorFlowOptions(signature, name, threads);
    }

    /**
     * Sets how many threads an operator may use, and how many operators may run at once. One is best for small models, and
     * where several threads predict at once.
     *
     * @param count at least 1
     * @return these options with that number of threads
     */
    public TensorFlowOptions withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of threads is at least 1, not " + count);
        }
        return new TensorFlowOptions(signature, tag, OptionalInt.of(count));
    }

    String signature() {
        return signature;
    }

    String tag() {
        return tag;
    }

    ConfigProto config() {
        ConfigProto.Builder config = ConfigProto.newBuilder();
        threads.ifPresent(count -> config.setIntraOpParallelismThreads(count).setInterOpParallelismThreads(count));
        return config.build();
    }
}
