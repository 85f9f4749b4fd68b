package dev.assay.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link ModelTest} that tidies up, such as what a method with {@link BeforeEvaluation} opened.
 *
 * <p>The method has no parameters, returns nothing, and is neither private nor static. It is called once, when all checks of the
 * class have ended and results are written, also if checks failed or the run is stopped. It is called where methods with
 * {@link BeforeEvaluation} were or would have been: also if one of them failed, but not if no check needed examples or candidates.
 * Checks and folds that were given up have a second each to end before it. If it fails, the class fails, beside whatever else does, and the others are still called.
 *
 * <p>A class may have several: those of superclasses and interfaces come last, those of one class in the order of their names. One
 * that is overridden is called once, if what overrides it has the annotation too.
 *
 * @see BeforeEvaluation
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AfterEvaluation {}
