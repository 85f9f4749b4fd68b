package dev.assay.serving;

import dev.assay.data.Dataset;
import dev.assay.learning.AdaptedModel;
import dev.assay.learning.Datasets;
import dev.assay.learning.ModelAdapter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model that is asked for predictions of data, to find out what they take.
 *
 * <p>Everything is measured when it is first asked for, and then once for the same options, however many assertions ask; data are
 * put into the model's form when the first measurement needs them, so that nobody else pays for a second copy. In one
 * JVM one measures at a time; what else the machine does meanwhile, such as tests that run in parallel, shows in the times.
 */
public final class ServedModel {

    private final ModelAdapter<?> model;
    private final Dataset<?> data;
    private final LongSupplier clock;
    private final Optional<LongSupplier> allocated;
    private final Map<MeasurementOptions, Latency> latencies = new ConcurrentHashMap<>();
    private final Map<MeasurementOptions, Throughput> throughputs = new ConcurrentHashMap<>();
    private final Map<MeasurementOptions, Allocation> allocations = new ConcurrentHashMap<>();
    private @Nullable AdaptedModel<?> adapted;

    /** Takes other meters: of time in nanoseconds, and of bytes that the calling thread has allocated. */
    ServedModel(ModelAdapter<?> model, Dataset<?> data, LongSupplier clock, Optional<LongSupplier> allocated) {
        this.model = model;
        this.data = data;
        this.clock = clock;
        this.allocated = allocated;
    }

    /**
     * Takes a model and data.
     *
     * @param model a {@link dev.assay.learning.Predictor}, or a fitted model that an adapter on the class path knows
     * @param data a {@link dev.assay.data.Dataset}, or a data set that an adapter knows
     * @return the model, not yet asked
     * @throws IllegalArgumentException if no adapter knows the model
     */
    public static ServedModel of(Object model, Object data) {
        return of(ModelAdapter.of(model), Datasets.of(data));
    }

    /**
     * Takes a model whose adapter is known, and data.
     *
     * @param model the model
     * @param data examples in any form that its adapter takes
     * @return the model, not yet asked
     */
    public static ServedModel of(ModelAdapter<?> model, Dataset<?> data) {
        return new ServedModel(model, data, System::nanoTime, AllocationMeter.find());
    }

    /**
     * Takes some of the examples.
     *
     * @param rows their positions in the data
     * @return the same model, to be asked for these
     */
    public ServedModel select(int[] rows) {
        return new ServedModel(model, data.select(rows), clock, allocated);
    }

    private synchronized AdaptedModel<?> adapted() {
        if (adapted == null) {
            adapted = model.adapt(data);
        }
        return adapted;
    }

    /**
     * Measures how long single predictions take, once.
     *
     * @param options how many calls are made
     * @return the latency
     * @throws MeasurementException if a prediction fails
     */
    public Latency latency(MeasurementOptions options) {
        return latencies.computeIfAbsent(options, asked -> Measuring.latency(adapted(), asked, clock));
    }

    /**
     * Measures how many examples are predicted in a second, once.
     *
     * @param options how many rounds there are, and the size of batches
     * @return the throughput
     * @throws MeasurementException if a prediction fails
     */
    public Throughput throughput(MeasurementOptions options) {
        return throughputs.computeIfAbsent(options, asked -> Measuring.throughput(adapted(), asked, clock));
    }

    /**
     * Measures how much memory single predictions allocate, once.
     *
     * @param options how many calls are made
     * @return the allocation; empty if this JVM doesn't count it for the calling thread, as for virtual ones
     * @throws MeasurementException if a prediction fails
     */
    public Optional<Allocation> allocation(MeasurementOptions options) {
        // what one thread can't tell another can, so that only what was measured is kept
        return Optional.ofNullable(allocations.computeIfAbsent(
                options,
                asked -> allocated
                        .flatMap(meter -> Measuring.allocation(adapted(), asked, clock, meter))
                        .orElse(null)));
    }

    /**
     * Returns how large the model is.
     *
     * @return bytes, as {@link dev.assay.learning.Predictor#sizeInBytes} tells; empty if it doesn't
     */
    public OptionalLong sizeInBytes() {
        return model.predictor().sizeInBytes();
    }

    /**
     * Names the class that predicts.
     *
     * @return what {@link dev.assay.learning.Predictor#typeName} tells
     */
    public String typeName() {
        return model.predictor().typeName();
    }
}
