package dev.assay.tensors;

import java.nio.file.Path;
import java.util.Map;

/**
 * A fitted model in the library that runs it. Adapters implement it; {@link TensorModel} does the rest. Threads may call
 * {@link #run} at once, but never while or after {@link #close}.
 */
public interface TensorRuntime {

    /**
     * Tells where the model came from.
     *
     * @return the file, or the folder with its files
     */
    Path source();

    /**
     * Names the library for messages.
     *
     * @return its name and version
     */
    String library();

    /**
     * Names the versions that results depend on.
     *
     * @return names and versions of libraries
     */
    Map<String, String> versions();

    /**
     * Finds an output.
     *
     * @param name its name; empty for the only one
     * @return what is known of it
     * @throws dev.assay.learning.InvalidModelException if it is known that there is no such output, or several where none is
     *     named
     */
    TensorPort output(String name);

    /**
     * Runs one batch, and frees all native memory that this took.
     *
     * @param batch the rows, of the type and shape of the input
     * @param input the input
     * @param output the output that is wanted
     * @return what the output gives
     * @throws dev.assay.learning.InvalidModelException if the model can't be run on that; the message is the library's
     * @throws dev.assay.prediction.InvalidPredictionsException if the output gives no numbers; the message says what it gives
     */
    Tensor run(Tensor batch, TensorPort input, TensorPort output);

    /** Frees the model's native memory. Called once. */
    void close();
}
