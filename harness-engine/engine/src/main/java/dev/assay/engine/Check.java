package dev.assay.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks a method of a {@link ModelTest} that judges candidates.
 *
 * <p>The method returns nothing and is neither private nor static. Its parameters say what it is about, in any order, each at
 * most once:
 *
 * <ul>
 *   <li>{@link dev.assay.evaluation.Evaluation}: one candidate. The check runs once for each candidate, or for each that
 *       {@link #of} names.
 *   <li>{@link dev.assay.evaluation.Comparison}: the candidates side by side, at least two. The check runs once, and
 *       {@link #of} says which candidates are compared. Beside an {@code Evaluation} it has all candidates of the class.
 *   <li>{@link dev.assay.data.Dataset}: the examples.
 *   <li>any other type for which there is a {@link CheckParameterProvider}, as often as wanted.
 * </ul>
 *
 * <p>A check that takes none of them, or only the examples, can judge nothing and has to say so: {@code judges = false}.
 *
 * <p>A check that ends without an exception must have judged something: see {@link #judges}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Testable
public @interface Check {

    /**
     * The names of the candidates that are checked, also of those that a method with {@link Candidates} gives.
     *
     * @return names of candidates of the class; none for all
     */
    String[] of() default {};

    /**
     * Whether the check has to judge at least one criterion of an {@code Evaluation} or {@code Comparison} that it was given.
     * A check that does not has asserted nothing, and fails; so does one that ends without an exception although a criterion
     * it judged is not met or inconclusive. Set this to false for a check that only prints, exports, asserts by other means
     * (such as on a model that it fitted itself), or is meant to pass over a missed criterion.
     *
     * @return whether a check fails that judges nothing, or passes over a criterion that is not met
     */
    boolean judges() default true;
}
