package dev.assay.engine;

import dev.assay.evaluation.Concurrency;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks a method of a {@link ModelTest} that gives a candidate: a learner to be evaluated.
 *
 * <p>The method has no parameters, is neither private nor static, and returns a {@link dev.assay.learning.Learner}, or the
 * trainer of a library whose adapter is on the class path. It is called anew for each fold, so that no two folds share a
 * trainer. A candidate that no selected check needs is not evaluated. If one fails, each check that needs it reports that.
 *
 * <p>Wherever order shows, candidates come in the order of their names. {@link Candidates} gives several at once.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Testable
public @interface Candidate {

    /**
     * The name by which checks, messages and results know the candidate.
     *
     * @return the name; by default Jupiter's {@code @DisplayName}, or else the method's name in lower-case words:
     *     {@code logisticRegression()} gives "logistic regression", {@code linearSVM()} gives "linear SVM"
     */
    String value() default "";

    /**
     * Whether folds of the candidate may run at once: {@link Concurrency#MULTI_THREADED} if its training takes several threads
     * by itself, {@link Concurrency#NOT_THREAD_SAFE} if folds share what no two threads may use at once.
     *
     * @return how its folds may run
     */
    Concurrency concurrency() default Concurrency.THREAD_SAFE;

    /**
     * How costly or complex the candidate is, for {@code withinOneStandardError()} and other rules that prefer the simplest of
     * several: only the order counts. Either all candidates of a comparison have costs, or none.
     *
     * @return a finite number in any unit; NaN if that isn't said
     */
    double cost() default Double.NaN;
}
