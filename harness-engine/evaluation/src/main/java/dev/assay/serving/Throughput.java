package dev.assay.serving;

import dev.assay.statistics.QuantileEstimate;
import java.time.Duration;
import java.util.Arrays;

/**
 * How many examples a model predicts in a second, in batches on one calling thread; a library may use more threads by itself.
 *
 * <p>Each round predicts batches for about {@link #ROUND} and goes on in the data where the last one ended, from the start again
 * after the last example. Bounds of the median hold for independent rounds; see {@link Latency} for what speaks against that.
 */
public final class Throughput {

    /** How long a round takes, about: until the batch that ends after it, or after the time limit. */
    public static final Duration ROUND = Duration.ofMillis(50);

    private final double[] perSecond;
    private final int wanted;
    private final int batchSize;

    /** Takes examples per second of each round. */
    Throughput(double[] perSecond, int wanted, int batchSize) {
        this.perSecond = perSecond.clone();
        Arrays.sort(this.perSecond);
        this.wanted = wanted;
        this.batchSize = batchSize;
    }

    /**
     * Measures a model.
     *
     * @param model as for {@link Latency#measure(Object, Object)}
     * @param data as for {@link Latency#measure(Object, Object)}
     * @return how many examples it predicted
     * @throws MeasurementException if a prediction fails
     */
    public static Throughput measure(Object model, Object data) {
        return measure(model, data, MeasurementOptions.withDefaults());
    }

    /**
     * Measures a model.
     *
     * @param model as for {@link Latency#measure(Object, Object)}
     * @param data as for {@link Latency#measure(Object, Object)}
     * @param options how many rounds there are, and the size of batches
     * @return how many examples it predicted
     * @throws MeasurementException if a prediction fails
     */
    public static Throughput measure(Object model, Object data, MeasurementOptions options) {
        return ServedModel.of(model, data).throughput(options);
    }

    /**
     * Estimates the median of rounds, in examples per second.
     *
     * @return the estimate with its bounds
     */
    public QuantileEstimate estimate() {
        return QuantileEstimate.of(perSecond, 0.5)
                .within(0, Double.POSITIVE_INFINITY)
                .named("rounds");
    }

    /**
     * Returns the median of rounds by nearest rank.
     *
     * @return examples per second
     */
    public double median() {
        return estimate().value();
    }

    /**
     * Returns the worst round.
     *
     * @return examples per second
     */
    public double worst() {
        return perSecond[0];
    }

    /**
     * Returns the best round.
     *
     * @return examples per second
     */
    public double best() {
        return perSecond[perSecond.length - 1];
    }

    /**
     * Returns how many rounds there were.
     *
     * @return their number, at least 1
     */
    public int rounds() {
        return perSecond.length;
    }

    /**
     * Returns how many rounds were to be.
     *
     * @return more than {@link #rounds()} if the time limit ended measuring
     */
    public int wantedRounds() {
        return wanted;
    }

    /**
     * Returns how many examples were predicted at once.
     *
     * @return the size of batches, of which the last of the data may be smaller
     */
    public int batchSize() {
        return batchSize;
    }
}
