package dev.assay.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a demand on a metric of each candidate that a {@link Check} with an {@link dev.assay.evaluation.Evaluation} is about.
 *
 * <pre>{@code
 * @Check(of = "forest")
 * @Gate(metric = "accuracy", atLeast = 0.86, confidence = 0.95, expected = 0.90)
 * void isGoodEnough(Evaluation model) {}
 * }</pre>
 *
 * <p>A demand that is declared is known before anything is trained. With {@link #confidence} and {@link #expected}, the engine
 * tells at once, on the console, in a report entry {@code assay.power} and in the result, if the data are too few to decide it:
 * "212 examples settle 0.9000 against 0.8600 at 95 % confidence with 54% power; about 424 would with 80%".
 *
 * <p>All gates of a check are judged, in order, before its method is called; if one is not met or inconclusive, the check fails
 * and the method is not called. Demands that are only known when the method runs, and those on slices, labels, folds or
 * baselines, are for assertions.
 *
 * @see dev.assay.verdict.GatePower
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(Gate.All.class)
public @interface Gate {

    /**
     * The metric's name, as {@link dev.assay.metric.Metrics#named} knows it.
     *
     * @return such as {@code f1}, {@code ROC AUC} or {@code recall of "malignant"}
     */
    String metric();

    /**
     * The minimum, for a gate that has one.
     *
     * @return a value of the metric, or NaN for none; a gate has either this or {@link #atMost}
     */
    double atLeast() default Double.NaN;

    /**
     * The maximum, for a gate that has one.
     *
     * @return a value of the metric, or NaN for none; a gate has either this or {@link #atLeast}
     */
    double atMost() default Double.NaN;

    /**
     * The level at which a one-sided bound has to satisfy the gate.
     *
     * @return above 0.5 and below 1, or NaN where the value itself decides
     */
    double confidence() default Double.NaN;

    /**
     * What the metric's value is expected to be, so that the gate's power can be told before training.
     *
     * @return a value on the better side of the threshold, or NaN if nothing is expected; it needs a {@link #confidence}
     */
    double expected() default Double.NaN;

    /** Holds the gates of a check that has several; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface All {

        /**
         * The gates.
         *
         * @return in the order in which they are written
         */
        Gate[] value();
    }
}
