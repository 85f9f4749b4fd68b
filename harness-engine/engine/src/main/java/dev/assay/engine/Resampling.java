package dev.assay.engine;

import dev.assay.evaluation.FoldFailures;
import dev.assay.leakage.LeakagePolicy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks a method of a {@link ModelTest} that says how the examples are split, for ways that {@link CrossValidate} and {@link
 * Holdout} don't have. A class has one such method at most, and declares it beside neither of those annotations. As with
 * these, what the class says itself counts, and otherwise what its nearest superclass does.
 *
 * <pre>{@code
 * @Resampling(seed = 42)
 * Splitter byWeek() {
 *     return TimeSeriesSplit.of(8).withTestSize(7).withPurge(Duration.ofDays(2));
 * }
 * }</pre>
 *
 * <p>The method has no parameters, is not private, may be static, and returns a {@link dev.assay.resampling.Splitter}. It is
 * called once, when the first candidate is evaluated. If it fails, each check that needs an evaluation reports that.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Testable
public @interface Resampling {

    /**
     * How often the whole is repeated, each time with new splits; a splitter in which nothing is random can't be repeated.
     *
     * @return at least 1
     */
    int repeats() default 1;

    /**
     * The root of all that is random in the splits and in Assay's own learners; a library's trainer keeps the seed that it
     * was made with.
     *
     * @return any number
     */
    long seed() default 1;

    /**
     * What becomes of leaks, such as copies of an example in both the training and the test part of a fold, or a column that
     * tells the target: they fail each check that needs an evaluation, are remarked on, or nobody looks for them.
     *
     * @return what becomes of leaks
     * @see dev.assay.leakage.LeakageGuard
     */
    LeakagePolicy leakage() default LeakagePolicy.WARN;

    /**
     * Whether the result files keep all predictions; the configuration parameter {@code assay.predictions} asks that of all
     * classes.
     *
     * @return whether predictions are kept
     */
    boolean keepPredictions() default false;

    /**
     * How many seconds the evaluation of each candidate may take, from when its first fold begins. When they are over, folds
     * that are running are interrupted, and the evaluation fails.
     *
     * @return at least 1, or 0 for no limit
     */
    long timeLimitSeconds() default 0;

    /**
     * What becomes of an evaluation in which folds fail.
     *
     * @return whether it fails, or does without them
     */
    FoldFailures failures() default FoldFailures.FAIL;
}
