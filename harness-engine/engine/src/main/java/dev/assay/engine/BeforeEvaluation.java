package dev.assay.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link ModelTest} that prepares what its examples and candidates need, such as a file that it opens.
 *
 * <pre>{@code
 * @BeforeEvaluation
 * void open() throws IOException {
 *     session = Session.of(Path.of("models/flowers.onnx"));
 * }
 *
 * @AfterEvaluation
 * void close() throws IOException {
 *     if (session != null) {
 *         session.close();
 *     }
 * }
 * }</pre>
 *
 * <p>The method has no parameters, returns nothing, and is neither private nor static. It is called once, on the one instance of
 * the class, before examples are read, candidates asked for or anything is evaluated, and not at all if no check needs any of
 * that. If it fails, each check that needs them reports that.
 *
 * <p>A class may have several: those of superclasses and interfaces come first, those of one class in the order of their names. One
 * that is overridden is called once, if what overrides it has the annotation too.
 *
 * @see AfterEvaluation
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface BeforeEvaluation {}
