package dev.assay.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks the method of a {@link ModelTest} that gives the examples on which all its candidates are evaluated. There is
 * exactly one.
 *
 * <p>The method has no parameters, is neither private nor static, and returns a {@link dev.assay.data.Dataset}, or the data
 * set of a library whose adapter is on the class path. It is called once, when the first check needs the examples, and not
 * at all if none does. If it fails, each check that needs the examples reports that.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Testable
public @interface Examples {

    /**
     * The name of the data set in messages and results.
     *
     * @return the name; by default that of the method in words: {@code breastCancer()} gives "breast cancer"
     */
    String value() default "";
}
