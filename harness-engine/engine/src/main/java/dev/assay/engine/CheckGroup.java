package dev.assay.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks an inner class of a {@link ModelTest}, or of another group, whose checks belong together.
 *
 * <pre>{@code
 * @ModelTest
 * class TumourModelTest {
 *
 *     // examples, candidates, checks
 *
 *     @CheckGroup
 *     class RareLabels {
 *
 *         @Check
 *         void areFound(Evaluation model) {
 *             assertThatModel(model).hasRecallAtLeast("malignant", 0.9);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>The checks of a group are about the same examples, candidates and evaluations as those of the class around it, and take the
 * same parameters. They run after those of the class, and groups in the order of their names, unless they run at the same time.
 * Results and baselines know a check of a group by both names, such as {@code RareLabels.areFound}.
 *
 * <p>A group is neither static, private nor abstract, and has a constructor without parameters. One instance of it is made, when its
 * first check has all that it takes, with the instance of the class around it. It has at least one check or group, and no method or annotation of
 * its own that says what is evaluated, or how. Groups may be inherited: those of superclasses count too.
 *
 * <p>Where JUnit Jupiter is on the class path, its {@code @DisplayName}, {@code @Tag}, {@code @Disabled} and the conditions that count
 * on a {@link ModelTest} mean the same for all checks of a group.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Testable
public @interface CheckGroup {}
