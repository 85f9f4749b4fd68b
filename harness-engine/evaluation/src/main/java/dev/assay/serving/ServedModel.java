package dev.assay.serving;

import dev.assay.learning.AdaptedModel;
import dev.assay.learning.Datasets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A fitted model that is asked for predictions of data, to find out what they take.
 *
 * <p>Everything is measured when it is first asked for, and then once for the same options, however many assertions ask. In one
 * JVM one measures at a time; what else the machine does meanwhile, such as tests that run in parallel, shows in the times.
 */
public final class ServedModel {

    private final AdaptedModel<?> model;
    private final LongSupplier clock;
    private final Optional<LongSupplier> allocated;
    private final Map<MeasurementOptions, Latency> latencies = new ConcurrentHashMap<>();
    private final Map<MeasurementOptions, Throughput> throughputs = new ConcurrentHashMap<>();
    private final Map<MeasurementOptions, Allocation> allocations = new ConcurrentHashMap<>();

    /**
     * Takes a model and data in the form that it takes.
     *
     * @param model both
     */
    public ServedModel(AdaptedModel<?> model) {
        this(model, System::nanoTime, AllocationMeter.find());
    }

    /** Takes other meters: of time in nanoseconds, and of bytes that the calling thread has allocated. */
    ServedModel(AdaptedModel<?> model, LongSupplier clock, Optional<LongSupplier> allocated) {
        this.model = model;
        this.clock = clock;
        this.allocated = allocated;
    }

    /**
     * Takes a model and data.
     *
     * @param model a {@link dev.assay.learning.Predictor}, or a fitted model that an adapter on the class path knows
     * @param data a {@link dev.assay.data.Dataset}, or a data set that an adapter knows
     * @return the model, not yet asked
     */
    public static ServedModel of(Object model, Object data) {
        return new ServedModel(AdaptedModel.of(model, Datasets.of(data)));
    }

    /**
     * Takes some of the examples.
     *
     * @param rows their positions in the data
     * @return the same model, to be asked for these
     */
    public ServedModel select(int[] rows) {
        return new ServedModel(model.select(rows), clock, allocated);
    }

    /**
     * Measures how long single predictions take, once.
     *
     * @param options how many calls are made
     * @return the latency
     * @throws MeasurementException if a prediction fails
     */
    public Latency latency(MeasurementOptions options) {
        return latencies.computeIfAbsent(options, asked -> Measuring.latency(model, asked, clock));
    }

    /**
     * Measures how many examples are predicted in a second, once.
     *
     * @param options how many rounds there are, and the size of batches
     * @return the throughput
     * @throws MeasurementException if a prediction fails
     */
    public Throughput throughput(MeasurementOptions options) {
        return throughputs.computeIfAbsent(options, asked -> Measuring.throughput(model, asked, clock));
    }

    /**
     * Measures how much memory single predictions allocate, once.
     *
     * @param options how many calls are made
     * @return the allocation; empty if this JVM doesn't count it
     * @throws MeasurementException if a prediction fails
     */
    public Optional<Allocation> allocation(MeasurementOptions options) {
        return allocated.map(meter ->
                allocations.computeIfAbsent(options, asked -> Measuring.allocation(model, asked, clock, meter)));
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
     * @return the name of the predictor's class
     */
    public String typeName() {
        return model.predictor().getClass().getName();
    }
}
