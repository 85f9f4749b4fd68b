package dev.assay.tensors;

import dev.assay.learning.InvalidModelException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What all that is made of one model shares: the runtime, which is closed once, when nobody uses it. */
public final class TensorModel implements AutoCloseable {

    private final TensorRuntime runtime;
    /** Keeps closing, which frees native memory, away from those who use it. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    private TensorModel(TensorRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Takes a model that is open.
     *
     * @param runtime the model; closed by this from now on
     * @return the model, to be closed
     */
    public static TensorModel of(TensorRuntime runtime) {
        return new TensorModel(runtime);
    }

    /**
     * Feeds arrays of numbers to an input, row by row.
     *
     * @param input the input, with its type and the sizes of all dimensions but the first, which is the batch
     * @return what is fed
     * @throws InvalidModelException if the input takes anything but numbers in single or double precision, or its shape is
     *     open
     */
    public TensorFeed feed(TensorPort input) {
        if (!input.type().equals(TensorPort.FLOAT32) && !input.type().equals(TensorPort.FLOAT64)) {
            throw new InvalidModelException(
                    runtime.source() + ": input " + input + " can't be fed; only inputs of float32 and float64 can");
        }
        if (input.width() < 1) {
            throw new InvalidModelException(runtime.source() + ": the shape of input " + input
                    + " is open; say all of its sizes but that of the batch");
        }
        return new TensorFeed(this, input);
    }

    TensorRuntime runtime() {
        return runtime;
    }

    Tensor run(Tensor batch, TensorPort input, TensorPort output) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(
                        runtime.source() + " was closed; close a model when nothing more is to be predicted");
            }
            return runtime.run(batch, input, output);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Frees the model's native memory, as soon as nobody uses it. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                runtime.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
