package dev.assay.engine;

import dev.assay.evaluation.FoldFailures;
import dev.assay.leakage.LeakagePolicy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the candidates of a {@link ModelTest} are cross-validated: trained on all folds but one and tested on that one,
 * for each fold. The annotation on the class itself, or on its nearest superclass that has one, counts.
 *
 * <p>All candidates see the same folds, to which examples are dealt at random unless {@link #kind} says otherwise. Groups
 * and time stamps of the data set count only if {@link #kind} asks for them. For any other way to split there is {@link
 * Resampling}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CrossValidate {

    /**
     * What folds are made of.
     *
     * @return examples, unless told otherwise
     */
    Folding kind() default Folding.EXAMPLES;

    /**
     * The number of folds.
     *
     * @return at least 2
     */
    int folds() default 10;

    /**
     * How often the whole is repeated, each time with new folds.
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
     * Whether each fold of examples has the labels, or each label of sets, in nearly the proportions of the whole. If targets are
     * numbers, this means nothing without {@link #bins}; for folds of another {@link #kind}, that says whether they are
     * stratified.
     *
     * @return whether folds are stratified
     */
    boolean stratified() default true;

    /**
     * The number of quantile bins by which targets that are numbers are stratified, in folds of examples or {@link
     * Folding#STRATIFIED_GROUPS}.
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
