package dev.assay.serving;

import dev.assay.data.Dataset;
import dev.assay.learning.AdaptedModel;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Asks a model for predictions and reads off what each call takes. One measures at a time, so that none disturbs another. */
final class Measuring<X> {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final int CLOCK_READINGS = 1001;

    private final Predictor<X> predictor;
    private final Dataset<X> data;
    private final MeasurementOptions options;
    private final LongSupplier clock;
    private final long start;
    private int next;
    private int warmUpCalls;

    private Measuring(AdaptedModel<X> model, MeasurementOptions options, LongSupplier clock) {
        this.predictor = model.predictor();
        this.data = model.data();
        this.options = options;
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /** Something that is measured by calls. */
    @FunctionalInterface
    private interface Measurement<X, T> {
        T of(Measuring<X> measuring) throws InterruptedException;
    }

    static Latency latency(AdaptedModel<?> model, MeasurementOptions options, LongSupplier clock) {
        return alone(model, options, clock, measuring -> measuring.latency());
    }

    /** Returns nothing if the meter doesn't count what this thread allocates, which it tells by negative readings. */
    static Optional<Allocation> allocation(
            AdaptedModel<?> model, MeasurementOptions options, LongSupplier clock, LongSupplier allocated) {
        return alone(model, options, clock, measuring -> measuring.allocation(allocated));
    }

    static Throughput throughput(AdaptedModel<?> model, MeasurementOptions options, LongSupplier clock) {
        return alone(model, options, clock, measuring -> measuring.throughput());
    }

    private static <X, T> T alone(
            AdaptedModel<X> model, MeasurementOptions options, LongSupplier clock, Measurement<X, T> measurement) {
        if (model.data().size() == 0) {
            throw new MeasurementException(model.data().name() + " has no example to predict");
        }
        try {
            ONE_AT_A_TIME.lockInterruptibly();
            try {
                return measurement.of(new Measuring<>(model, options, clock));
            } finally {
                ONE_AT_A_TIME.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException(
                    "interrupted while predictions of " + model.data().name() + " were measured", e);
        }
    }

    private Latency latency() throws InterruptedException {
        Readings readings = readings(clock);
        return new Latency(readings, clockReading());
    }

    /** Returns how much the clock itself adds to each call. */
    private long clockReading() {
        long[] readings = new long[CLOCK_READINGS];
        for (int i = 0; i < readings.length; i++) {
            long before = clock.getAsLong();
            readings[i] = clock.getAsLong() - before;
        }
        Arrays.sort(readings);
        return readings[readings.length / 2];
    }

    private Optional<Allocation> allocation(LongSupplier allocated) throws InterruptedException {
        if (allocated.getAsLong() < 0) {
            return Optional.empty();
        }
        boolean[] isCounted = {true};
        Readings readings = readings(() -> {
            long bytes = allocated.getAsLong();
            isCounted[0] &= bytes >= 0;
            return bytes;
        });
        return isCounted[0] ? Optional.of(new Allocation(readings)) : Optional.empty();
    }

    /** Reads a meter before and after each call with one example. */
    private Readings readings(LongSupplier meter) throws InterruptedException {
        warmUp(1);
        long[] readings = new long[options.calls()];
        int calls = 0;
        do {
            int row = next;
            List<X> example = batch(1);
            readings[calls++] = call(example, row, meter);
        } while (calls < options.calls() && elapsed() < options.timeLimit().toNanos());
        return new Readings(Arrays.copyOf(readings, calls), warmUpCalls, options.calls());
    }

    private Throughput throughput() throws InterruptedException {
        int size = Math.min(options.batchSize(), data.size());
        warmUp(size);
        double[] rounds = new double[options.rounds()];
        int made = 0;
        do {
            rounds[made++] = round(size);
        } while (made < rounds.length && elapsed() < options.timeLimit().toNanos());
        return new Throughput(Arrays.copyOf(rounds, made), rounds.length, size);
    }

    /**
     * Returns how many examples were predicted per second, by the time of the calls alone. What making inputs takes doesn't count,
     * but may end the round: the time limit is of all.
     */
    private double round(int size) throws InterruptedException {
        long examples = 0;
        long time = 0;
        do {
            int row = next;
            List<X> batch = batch(size);
            time += call(batch, row, clock);
            examples += batch.size();
        } while (time < Throughput.ROUND.toNanos()
                && (time == 0 || elapsed() < options.timeLimit().toNanos()));
        return examples * 1e9 / time;
    }

    private void warmUp(int size) throws InterruptedException {
        long examples = 0;
        while ((examples < options.warmUpCalls()
                        || elapsed() < options.warmUpTime().toNanos())
                && elapsed() < options.timeLimit().toNanos() / 2) {
            int row = next;
            List<X> batch = batch(size);
            call(batch, row, clock);
            examples += batch.size();
            warmUpCalls++;
        }
    }

    private long elapsed() {
        return clock.getAsLong() - start;
    }

    /** Takes the next examples, up to the end of the data, behind which it starts again; copied, so that no call maps them. */
    private List<X> batch(int size) {
        int end = Math.min(data.size(), next + size);
        List<X> batch = List.copyOf(data.inputs().subList(next, end));
        next = end == data.size() ? 0 : end;
        return batch;
    }

    private long call(List<X> inputs, int row, LongSupplier meter) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Predictions predictions;
        long taken;
        try {
            long before = meter.getAsLong();
            predictions = predictor.predict(inputs);
            taken = meter.getAsLong() - before;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new MeasurementException(
                    failed(inputs, row) + ": " + e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
        if (predictions.size() != inputs.size()) {
            throw new MeasurementException(failed(inputs, row) + ": " + predictions.size() + " predictions were made");
        }
        return taken;
    }

    private String failed(List<X> inputs, int row) {
        return data.name() + ": predicting "
                + (inputs.size() == 1 ? "example " : "a batch of " + inputs.size() + " from example ") + data.id(row)
                + (inputs.size() == 1 ? " alone" : "") + " failed";
    }
}
