package dev.assay.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks the method of a {@link ModelTest} that gives several candidates at once, such as those of a grid. A class has one such
 * method at most, beside any number of methods with {@link Candidate}.
 *
 * <pre>{@code
 * @Candidates
 * List<?> forests() {
 *     return ParameterGrid.of("trees", 10, 50)
 *             .and("depth", 3, 6)
 *             .candidates(p -> forest(p.integer("trees"), p.integer("depth")));
 * }
 *
 * @Check
 * void isGoodEnough(Evaluation model) {    // once for each: "trees=10, depth=3" and so on
 *     assertThatModel(model).hasF1AtLeast(0.9);
 * }
 * }</pre>
 *
 * <p>The method has no parameters, is neither private nor static, and returns a {@link java.util.stream.Stream}, a {@link
 * java.util.List} or another {@link Iterable} of {@link dev.assay.evaluation.Candidate}, at least one, whose names differ by more
 * than case, also from those of the class's other candidates. Since the name of that type is also that of an annotation, {@code
 * List<?>} may be the shortest way to write what is returned.
 *
 * <p>It is called once, when the first check needs a candidate of it, and never while tests are only looked for: clients see the
 * tests of these candidates when they run. Wherever order shows, the candidates come behind those of {@link Candidate} methods, in
 * the order in which they are given. {@link Check#of} may name them. Tags on candidates don't select in a class that has such a
 * method; those on checks and on the class do. If the method fails, or gives no or no proper candidates, each check that needs
 * them reports that.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Testable
public @interface Candidates {}
