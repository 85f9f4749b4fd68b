package dev.assay.metric;

import dev.assay.data.Targets;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A measure of how good predictions are.
 *
 * <p>Implementations are stateless. A metric of one's own is made by {@link #of(String, Direction, Range,
 * ToDoubleFunction) a function}, or implements the five methods without a body; it then takes part in gates, comparisons and
 * results like a built-in one.
 */
public interface Metric {

    /**
     * Makes a metric of one's own from a function; it is computed in each fold and averaged.
     *
     * @param name a name that no other metric has
     * @param direction which values are better
     * @param range which values there can be
     * @param function computes the value; NaN or infinity make it undefined
     * @return the metric, which joins gates, comparisons and results like a built-in one
     */
    static Metric of(String name, Direction direction, Range range, ToDoubleFunction<Outcomes> function) {
        return of(name, direction, range, FoldCombination.AVERAGED, function);
    }

    /**
     * Makes a metric of one's own from a function.
     *
     * @param name a name that no other metric has
     * @param direction which values are better
     * @param range which values there can be
     * @param combination whether it is computed over all rows of a repeat, which suits counts and means of losses, or in each
     *     fold and averaged
     * @param function computes the value; NaN or infinity make it undefined
     * @return the metric, which joins gates, comparisons and results like a built-in one
     */
    static Metric of(
            String name,
            Direction direction,
            Range range,
            FoldCombination combination,
            ToDoubleFunction<Outcomes> function) {
        return new FunctionMetric(name, direction, range, combination, function);
    }

    /**
     * Names the metric as messages and results print it, such as {@code F1 of "malignant"}.
     *
     * @return a name that no other metric has
     */
    String name();

    /**
     * Tells which values are better.
     *
     * @return whether higher or lower is better
     */
    Direction direction();

    /**
     * Tells which values there can be.
     *
     * @return the range
     */
    Range range();

    /**
     * Tells how the folds of one repeat of a cross-validation become one value.
     *
     * @return whether the metric is computed over all rows of a repeat, or in each fold and averaged
     */
    FoldCombination combination();

    /**
     * Computes the metric.
     *
     * @param outcomes truth and predictions, at least one row
     * @return the value, or undefined with the reason
     */
    MetricValue value(Outcomes outcomes);

    /**
     * Makes a metric concrete for certain targets: "F1" becomes F1 of the positive label where one is declared, and macro
     * F1 otherwise.
     *
     * @param targets the targets that predictions will be judged against
     * @return the concrete metric, with the name that says which it is
     * @throws IllegalArgumentException if the metric can't judge such targets, or they lack the metric's label
     */
    default Metric resolve(Targets targets) {
        return this;
    }

    /**
     * Tells how the value of a test set of independent rows varies, where a formula gives an interval.
     *
     * @param outcomes unweighted truth and predictions of one model
     * @return the sampling distribution's parameters, if known
     */
    default Optional<Sampling> sampling(Outcomes outcomes) {
        return Optional.empty();
    }

    /**
     * Tells how the value depends on which rows, or groups of rows, a test set has, so that intervals can be drawn where
     * {@link #sampling} knows none, and for rows with weights or groups. Unless a metric knows better, it is computed again for
     * each draw.
     *
     * @param outcomes truth and predictions of one model
     * @return the dependence; empty for metrics such as a maximum, of which draws from the same rows tell nothing
     */
    default Optional<Redrawing> redrawing(Outcomes outcomes) {
        return Redrawing.ofRows(this, outcomes);
    }

    /**
     * Averages the metric over folds even where it would be computed over all rows of a repeat. This is what
     * scikit-learn's {@code cross_val_score} and its mean do; for count metrics it is biased when positives are few (Forman
     * and Scholz, "Apples-to-apples in cross-validation studies", 2010).
     *
     * @return the same metric, averaged over folds
     */
    default Metric averagedOverFolds() {
        return new AveragedMetric(this);
    }

    /**
     * Returns this metric of one label.
     *
     * @param label the label
     * @return the metric of that label; empty if there is no such thing, as of accuracy
     */
    default Optional<Metric> forLabel(String label) {
        return Optional.empty();
    }

    /**
     * Returns the metric that has the same values, but is undefined where this one takes 0 or 1 for 0/0.
     *
     * @return a metric for nothing but to see whether there is anything to judge
     */
    default Metric strict() {
        return this;
    }
}
