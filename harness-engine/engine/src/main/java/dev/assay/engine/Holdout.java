package dev.assay.engine;

import dev.assay.evaluation.FoldFailures;
import dev.assay.leakage.LeakagePolicy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the candidates of a {@link ModelTest} are trained on one part of the examples and tested on the rest. The
 * annotation on the class itself, or on its nearest superclass that has one, counts.
 *
 * <p>All candidates see the same parts, to which examples are dealt at random. What is learnt from a single hold-out is less
 * certain than from {@link CrossValidate}: use it where training takes long, or repeat it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Holdout {

    /**
     * The part of the examples to be tested.
     *
     * @return above 0 and below 1
     */
    double testShare() default 0.25;

    /**
     * The part of the examples that learners may watch while they train, by {@link
     * dev.assay.learning.Training#validation}; it is taken from the training part.
     *
     * @return above 0 and below 1, or 0 for none; with {@link #testShare} less than 1
     */
    double validationShare() default 0;

    /**
     * Whether groups stay whole, so that none is in two parts; the data set must have groups. Without stratification the shares
     * are those of the number of groups.
     *
     * @return whether whole groups are dealt
     */
    boolean grouped() default false;

    /**
     * How often the whole is repeated, each time with new parts.
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
     * Whether all parts have the labels, or each label of sets, in nearly the proportions of the whole. If targets are numbers,
     * this means nothing without {@link #bins}; nor does it for sets of labels in {@link #grouped} parts.
     *
     * @return whether parts are stratified
     */
    boolean stratified() default true;

    /**
     * The number of quantile bins by which targets that are numbers are stratified.
     *
     * @return at least 2, or 0 for targets that are not numbers, or numbers that are not stratified
     */
    int bins() default 0;

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
