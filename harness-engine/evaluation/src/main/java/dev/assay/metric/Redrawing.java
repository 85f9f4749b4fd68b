package dev.assay.metric;

import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How a metric depends on which examples there are: a function of how often each of several things is there – cells of the
 * confusion matrix, rows, or groups of rows. Intervals come from drawing these numbers anew.
 *
 * <p>Rows that belong to one group are drawn together, and a row's weight stays with it. Safe for use by several threads at
 * once.
 */
public final class Redrawing {

    private final double[] counts;
    private final double[] pseudoCounts;
    private final String things;
    private final long cost;
    private final ToDoubleFunction<double[]> function;

    private Redrawing(
            double[] counts, double[] pseudoCounts, String things, long cost, ToDoubleFunction<double[]> function) {
        this.counts = counts;
        this.pseudoCounts = pseudoCounts;
        this.things = things;
        this.cost = cost;
        this.function = function;
    }

    /** Takes the number of each cell, and what the prior adds to it. The arrays are not copied. */
    static Redrawing ofCells(
            double[] counts, double[] prior, String things, long cost, ToDoubleFunction<double[]> function) {
        return new Redrawing(counts, prior, things, cost, function);
    }

    /** Takes each unit once, without a prior. */
    static Redrawing ofUnits(Units units, long cost, ToDoubleFunction<double[]> function) {
        return ofUnits(units, 0, 0, cost, function);
    }

    /**
     * Takes each unit once and, behind the units, pseudo-units that were never seen.
     *
     * @param units what is drawn
     * @param pseudoUnits how many follow
     * @param pseudoCount what the prior adds for each of them
     * @param cost about how many nanoseconds the function takes
     * @param function of the weights of all units and pseudo-units
     */
    static Redrawing ofUnits(
            Units units, int pseudoUnits, double pseudoCount, long cost, ToDoubleFunction<double[]> function) {
        double[] counts = new double[units.size() + pseudoUnits];
        double[] prior = new double[counts.length];
        Arrays.fill(counts, 0, units.size(), 1);
        Arrays.fill(prior, units.size(), prior.length, pseudoCount);
        return new Redrawing(counts, prior, units.toString(), cost, function);
    }

    /** Computes a metric of any kind anew, of rows that are picked as often as they are drawn. */
    static Optional<Redrawing> ofRows(Metric metric, Outcomes outcomes) {
        Units units = Units.of(outcomes);
        return Optional.of(ofUnits(units, 100L * outcomes.size() * scores(outcomes), weights -> {
            MetricValue value =
                    units.select(outcomes, weights).map(metric::value).orElse(NOTHING);
            return number(value);
        }));
    }

    /** Returns how many scores a row has, which a metric of all labels sorts one label after another. */
    private static int scores(Outcomes outcomes) {
        return outcomes.predictions() instanceof LabelPredictions labels && labels.scoreKind() != ScoreKind.NONE
                ? labels.labels().size()
                : 1;
    }

    private static final MetricValue NOTHING = MetricValue.undefined("there are no rows that count");

    static double number(MetricValue value) {
        return value.asOptional().orElse(Double.NaN);
    }

    /**
     * Returns how often each thing is there.
     *
     * @return whole numbers, a new array
     */
    public double[] counts() {
        return counts.clone();
    }

    /**
     * Returns what is added to each number so that draws differ even where nothing went wrong; with all of them together, one
     * example more.
     *
     * @return a new array as long as {@link #counts}; all 0 if there is no such prior
     */
    public double[] pseudoCounts() {
        return pseudoCounts.clone();
    }

    /**
     * Tells whether there is a prior, so that the true shares can be drawn from their posterior.
     *
     * @return whether any of {@link #pseudoCounts} is positive
     */
    public boolean hasPrior() {
        return Arrays.stream(pseudoCounts).anyMatch(each -> each > 0);
    }

    /**
     * Names the things.
     *
     * @return such as "the confusion matrix of 200 rows"
     */
    public String things() {
        return things;
    }

    /**
     * Tells how long {@link #value} takes, to bound how often it is asked.
     *
     * @return about how many nanoseconds
     */
    public long cost() {
        return cost;
    }

    /**
     * Computes the metric.
     *
     * @param numbers how often each thing is there, as {@link #counts} or any other numbers with the same sum, none negative
     * @return the value, NaN if it is undefined
     */
    public double value(double... numbers) {
        return function.applyAsDouble(numbers);
    }
}
